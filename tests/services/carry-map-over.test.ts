import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readMapHistory } from '../../electron/services/map/read-map-history.ts';
import { readMap, saveGesture } from '../../electron/services/map.ts';
import { readPatient } from '../../electron/services/patients.ts';
import { openCase } from '../../electron/services/cases.ts';
import { recordInjection } from '../../electron/services/sessions.ts';
import { earlierCase, lastStateOf } from '../../renderer/features/map/earlier-case.ts';
import { idOf, type CaseId, type PatientId } from '../../shared/kernel/ids.ts';
import { valueOf } from '../db/temporary-database.ts';
import { core, type Core } from '../support/core.ts';
import {
  aCase,
  aNote,
  aPatient,
  aScale,
  aSite,
  aVein,
  draw,
  injection,
  openedSession,
} from '../support/treatment.ts';

const comeBack = async (at: Core, patientId: PatientId) =>
  valueOf(await openCase(at.as('surgeon'), { patientId, reason: 'Came back' })).id;
const mapOf = async (at: Core, caseId: CaseId) =>
  valueOf(await readMap(at.as('surgeon'), { caseId, onDate: null }));

describe('the map of somebody who comes back', () => {
  test('says of each note how old it is, and brings no sites', async () => {
    const at = await core();
    const patientId = await aPatient(at);
    await draw(at, await aCase(at, patientId), aVein(), aNote(), aScale(), aSite());
    at.clock.advance(24 * 400);
    const { marks } = await mapOf(at, await comeBack(at, patientId));
    expect(marks.map(({ mark }) => mark).toSorted()).toEqual(['note', 'scale']);
    expect(marks.find(({ mark }) => mark === 'note')).toMatchObject({ carriedOverFrom: '2026-11-02' });
  });

  test('keeps the day on which something was last seen, however many cases later', async () => {
    const at = await core();
    const patientId = await aPatient(at);
    await draw(at, await aCase(at, patientId), aVein(), aNote());
    at.clock.advance(24 * 400);
    const second = await comeBack(at, patientId);
    const [vein] = (await mapOf(at, second)).veins;
    if (!vein) throw new Error('nothing was carried over');
    at.clock.advance(24);
    const confirmed = { ...vein, carriedOverFrom: null };
    valueOf(
      await saveGesture(at.as('surgeon'), {
        caseId: second,
        gestureId: idOf<'gesture'>(randomUUID()),
        baseVersion: 1,
        label: 'confirm',
        diff: { added: [], updated: [[vein, confirmed]], removed: [] },
      }),
    );
    at.clock.advance(24 * 400);
    const third = await mapOf(at, await comeBack(at, patientId));
    expect(third.veins).toMatchObject([{ carriedOverFrom: '2027-12-08' }]);
    expect(third.marks).toMatchObject([{ carriedOverFrom: '2026-11-02' }]);
  });

  test('is never that of another patient', async () => {
    const at = await core();
    await draw(at, await aCase(at, await aPatient(at)), aVein(), aNote());
    const other = await aPatient(at, { familyName: 'Other' });
    const map = await mapOf(at, await aCase(at, other));
    expect([map.veins, map.marks, map.version]).toEqual([[], [], 0]);
  });

  test('shows how each vein stood at the end of the case before', async () => {
    const at = await core();
    const open = await openedSession(at);
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    at.clock.advance(24 * 400);
    const caseId = await comeBack(at, open.patientId);
    const { cases } = valueOf(await readPatient(at.as('surgeon'), open.patientId));
    const before = earlierCase(cases, caseId);
    expect(before?.id).toBe(open.caseId);
    const history = valueOf(await readMapHistory(at.as('surgeon'), { caseId: open.caseId }));
    const [carried] = (await mapOf(at, caseId)).veins;
    if (!carried) throw new Error('nothing was carried over');
    expect(lastStateOf(history, carried)).toMatchObject({ state: 'injected', injections: 1 });
    expect(lastStateOf(history, { leg: 'left', number: 99 })).toBeNull();
    expect(earlierCase(cases, open.caseId)).toBeNull();
  });
});
