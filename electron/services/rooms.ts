import { readCase } from '../../db/repositories/cases.ts';
import { readPerson } from '../../db/repositories/people.ts';
import { insertPlace, insertRoom, readPlaces, readRooms, updateRoom } from '../../db/repositories/rooms.ts';
import { readStanding } from '../../db/repositories/today.ts';
import type { AddRoom, ArrangeSession, ChangeRoom, Room } from '../../shared/contract/day.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import { mayDo } from '../../shared/domain/staff/roles.ts';
import { idOf } from '../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { ServiceContext } from './context.ts';
import { invalid, notFound } from './invalid.ts';
import { write } from './write.ts';

/** All rooms, those in use first. */
export async function listRooms({ db }: ServiceContext): Promise<Result<readonly Room[], Failure>> {
  return ok(await readRooms(db));
}

/** Adds a room. Fails with `room/name-taken`. */
export function addRoom(context: ServiceContext, { name }: AddRoom): Promise<Result<Room, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    if (isTaken(await readRooms(trx), name)) return err({ code: 'room/name-taken' });
    const room: Room = { id: idOf<'room'>(context.newUuid()), name, inUse: true };
    await insertRoom(trx, { ...room, createdAt: at });
    await audit({ action: 'room/add', entity: 'room', entityId: room.id, after: room });
    changed({ topic: 'day', id: room.id });
    return ok(room);
  });
}

/** Renames a room, takes it out of use or back into it. Fails with `room/name-taken`. */
export function changeRoom(context: ServiceContext, input: ChangeRoom): Promise<Result<Room, Failure>> {
  return write(context, async ({ trx, audit, changed }) => {
    const rooms = await readRooms(trx);
    const before = rooms.find(({ id }) => id === input.roomId);
    if (!before) return notFound('room');
    const others = rooms.filter(({ id }) => id !== before.id);
    if (isTaken(others, input.name)) return err({ code: 'room/name-taken' });
    const room: Room = { id: before.id, name: input.name, inUse: input.inUse };
    await updateRoom(trx, room);
    await audit({ action: 'room/change', entity: 'room', entityId: room.id, before, after: room });
    changed({ topic: 'day', id: room.id });
    return ok(room);
  });
}

function isTaken(rooms: readonly Room[], name: string): boolean {
  return rooms.some((room) => room.name.toLowerCase() === name.toLowerCase());
}

/**
 * Says in which room a planned or open session is held, and by whom. Fails with `not-found`, `session/not-planned`, `session/locked` once it is signed, or
 * `invalid-input` for a room that is not in use and a person who may not record.
 */
export function arrangeSession(
  context: ServiceContext,
  input: ArrangeSession,
): Promise<Result<undefined, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    if (!(await readCase(trx, input.caseId))) return notFound('case');
    const standing = await readStanding(trx, input);
    if (standing === null) return err({ code: 'session/not-planned' });
    if (standing === 'signed') return err({ code: 'session/locked' });
    const before = (await readPlaces(trx, [input.caseId])).find(({ number }) => number === input.number);
    const room = (await readRooms(trx)).find(({ id }) => id === input.roomId);
    // Who keeps the room that a session has, need not care whether it is offered to others.
    if (input.roomId !== null && input.roomId !== before?.roomId) {
      if (!room) return notFound('room');
      if (!room.inUse) return invalid('roomId', 'not-in-use');
    }
    if (input.personId !== null && input.personId !== before?.personId) {
      const person = await readPerson(trx, input.personId);
      if (!person) return notFound('person');
      if (!person.active || !mayDo(person.roles, 'session/record'))
        return invalid('personId', 'may-not-record');
    }
    await insertPlace(trx, { ...input, setAt: at, setBy: context.actor.id });
    const { caseId, ...after } = input;
    await audit({
      action: 'session/arrange',
      entity: 'case',
      entityId: caseId,
      before: before && { number: before.number, roomId: before.roomId, personId: before.personId },
      after,
    });
    changed({ topic: 'day', id: caseId });
    return ok();
  });
}
