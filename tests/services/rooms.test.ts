import { describe, expect, test } from 'vitest';
import { findLots } from '../../electron/services/find-lots.ts';
import { addRoom, arrangeSession, changeRoom, listRooms } from '../../electron/services/rooms.ts';
import { readToday, recordInjection, strikeOutInjection } from '../../electron/services/sessions.ts';
import { recallLot } from '../../electron/services/stock.ts';
import { failureOf, valueOf } from '../db/temporary-database.ts';
import { core, type Core } from '../support/core.ts';
import { injection, openedSession, readyCase } from '../support/treatment.ts';

const room = async (at: Core, name = 'Room 1') => valueOf(await addRoom(at.as('administrator'), { name }));
const dayOf = async (at: Core) => valueOf(await readToday(at.as('nurse'), at.context.today()));

describe('rooms', () => {
  test('have names of their own, whatever the case of the letters', async () => {
    const at = await core();
    const { id: roomId } = await room(at);
    expect(failureOf(await addRoom(at.as('administrator'), { name: 'ROOM 1' })).code).toBe('room/name-taken');
    await room(at, 'Room 2');
    const renamed = await changeRoom(at.as('administrator'), { roomId, name: 'room 2', inUse: true });
    expect(failureOf(renamed).code).toBe('room/name-taken');
    valueOf(await changeRoom(at.as('administrator'), { roomId, name: 'Attic', inUse: false }));
    const rooms = valueOf(await listRooms(at.as('nurse')));
    expect(rooms.map(({ name, inUse }) => [name, inUse])).toEqual([
      ['Room 2', true],
      ['Attic', false],
    ]);
  });
});

describe('a session of a day', () => {
  test('stands in the room and with the person that were said last', async () => {
    const at = await core();
    const { caseId } = await readyCase(at);
    const { id: roomId } = await room(at);
    const place = { caseId, number: 1, roomId, personId: at.people.nurse.id };
    expect((await dayOf(at)).sessions).toMatchObject([{ room: null, assignedTo: null }]);
    valueOf(await arrangeSession(at.as('nurse'), place));
    expect((await dayOf(at)).sessions).toMatchObject([
      { room: 'Room 1', roomId, assignedTo: at.people.nurse.id },
    ]);
    valueOf(await arrangeSession(at.as('surgeon'), { ...place, personId: null }));
    expect((await dayOf(at)).sessions).toMatchObject([{ room: 'Room 1', assignedTo: null }]);
    expect(at.changes.filter(({ topic }) => topic === 'day')).toHaveLength(3);
  });

  test('is given to nobody who may not record, and into no room that is not in use', async () => {
    const at = await core();
    const { caseId } = await readyCase(at);
    const { id: roomId } = await room(at);
    const place = { caseId, number: 1, roomId, personId: null };
    const clinician = { ...place, personId: at.people.clinician.id };
    expect(failureOf(await arrangeSession(at.as('nurse'), clinician))).toMatchObject({
      issues: [{ path: 'personId', rule: 'may-not-record' }],
    });
    valueOf(await changeRoom(at.as('administrator'), { roomId, name: 'Room 1', inUse: false }));
    expect(failureOf(await arrangeSession(at.as('nurse'), place))).toMatchObject({
      issues: [{ path: 'roomId', rule: 'not-in-use' }],
    });
    const unplanned = { ...place, roomId: null, number: 9 };
    expect(failureOf(await arrangeSession(at.as('nurse'), unplanned)).code).toBe('session/not-planned');
  });

  test('keeps a room that is used no more, and only then', async () => {
    const at = await core();
    const { caseId } = await readyCase(at);
    const { id: roomId } = await room(at);
    const place = { caseId, number: 1, roomId, personId: null };
    valueOf(await arrangeSession(at.as('nurse'), place));
    valueOf(await changeRoom(at.as('administrator'), { roomId, name: 'Old room', inUse: false }));
    valueOf(await arrangeSession(at.as('nurse'), { ...place, personId: at.people.surgeon.id }));
    expect((await dayOf(at)).sessions).toMatchObject([
      { room: 'Old room', assignedTo: at.people.surgeon.id },
    ]);
  });

  test('an empty day names the next one with a session', async () => {
    const at = await core();
    const { caseId } = await readyCase(at);
    const before = valueOf(await readToday(at.as('nurse'), at.context.today()));
    expect(before.sessions).toMatchObject([{ caseId }]);
    expect(before.nextPlannedOn).toBeNull();
    at.clock.advance(-48);
    const empty = await dayOf(at);
    expect(empty.sessions).toEqual([]);
    expect(empty.nextPlannedOn).toBe(before.onDate);
  });
});

describe('a lot that is looked for', () => {
  test('is found by a part of its number, with the patients who got it', async () => {
    const at = await core();
    const open = await openedSession(at);
    const lots = at.context.db.selectFrom('lots').select('lot_number').where('id', '=', open.lotId);
    const { lot_number: lotNumber } = await lots.executeTakeFirstOrThrow();
    const search = async (text: string) => valueOf(await findLots(at.as('nurse'), { text, limit: 5 }));
    expect(await search(lotNumber.slice(0, 3))).toMatchObject([{ lotNumber, patients: 0, recalled: false }]);
    const given = injection(open);
    valueOf(await recordInjection(at.as('nurse'), given));
    expect(await search(lotNumber.toLowerCase())).toMatchObject([{ lotId: open.lotId, patients: 1 }]);
    const { injectionId } = given;
    valueOf(await strikeOutInjection(at.as('nurse'), { injectionId, reason: 'recorded twice' }));
    valueOf(await recallLot(at.as('nurse'), { lotId: open.lotId, reason: 'particles' }));
    expect(await search(lotNumber)).toMatchObject([{ patients: 0, recalled: true }]);
  });

  test('needs three characters, and takes signs of a pattern as they stand', async () => {
    const at = await core();
    await openedSession(at);
    for (const text of ['L', '__', '%%%', '___'])
      expect(valueOf(await findLots(at.as('nurse'), { text, limit: 5 }))).toEqual([]);
  });
});
