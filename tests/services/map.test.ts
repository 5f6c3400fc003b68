import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openCase } from '../../electron/services/cases.ts';
import { readMap, saveGesture } from '../../electron/services/map.ts';
import { recordInjection } from '../../electron/services/sessions.ts';
import type { SaveGesture } from '../../shared/contract/map.ts';
import { reverseDiff } from '../../shared/document/map-diff.ts';
import type { Vein } from '../../shared/domain/leg-map/vein.ts';
import { idOf, type CaseId } from '../../shared/kernel/ids.ts';
import { failureOf, valueOf } from '../db/temporary-database.ts';
import { core, rowCounts, type Core } from '../support/core.ts';
import { aCase, aPatient, aVein, draw, injection, openedSession } from '../support/treatment.ts';

async function emptyMap(): Promise<{ at: Core; caseId: CaseId }> {
  const at = await core();
  return { at, caseId: await aCase(at, await aPatient(at)) };
}

const gesture = (caseId: CaseId, baseVersion: number, diff: Partial<SaveGesture['diff']>): SaveGesture => ({
  caseId,
  gestureId: idOf<'gesture'>(randomUUID()),
  baseVersion,
  label: 'test',
  diff: { added: [], updated: [], removed: [], ...diff },
});

const mapOf = async (at: Core, caseId: CaseId) =>
  valueOf(await readMap(at.as('nurse'), { caseId, onDate: null }));

describe('saving the map gesture by gesture', () => {
  test('what is drawn is there when it is read again, to the hundredth of a millimetre', async () => {
    const { at, caseId } = await emptyMap();
    const web = aVein({
      number: 2,
      pattern: 'web',
      kind: 'telangiectasia',
      path: [
        [1.23, 400.01],
        [-20.5, 380],
        [30, 370.99],
      ],
    });
    const feeder = aVein();
    await draw(at, caseId, feeder, { ...web, feederId: feeder.id });
    const map = await mapOf(at, caseId);
    expect(map.veins).toEqual([feeder, { ...web, feederId: feeder.id }]);
    expect(map).toMatchObject({ version: 1, nextNumber: { left: 3, right: 1 }, dates: ['2026-11-02'] });
    expect(map.heightScale).toBeCloseTo(1650 / 1605.42, 6);
  });

  test('a gesture that is sent again counts once', async () => {
    const { at, caseId } = await emptyMap();
    const drawn = gesture(caseId, 0, { added: [aVein()] });
    const first = valueOf(await saveGesture(at.as('surgeon'), drawn));
    at.clock.advance(1);
    const counts = await rowCounts(at.database);
    expect(valueOf(await saveGesture(at.as('surgeon'), drawn))).toEqual(first);
    expect(await rowCounts(at.database)).toEqual(counts);
  });

  test('a gesture on an older version is told which version there is now', async () => {
    const { at, caseId } = await emptyMap();
    await draw(at, caseId, aVein());
    const late = gesture(caseId, 0, { added: [aVein({ number: 2 })] });
    expect(failureOf(await saveGesture(at.as('surgeon'), late))).toEqual({
      code: 'conflict',
      what: 'map',
      currentVersion: 1,
    });
  });

  test('a change that starts from another state than the stored one is a conflict', async () => {
    const { at, caseId } = await emptyMap();
    const vein = aVein();
    await draw(at, caseId, vein);
    const other: Vein = { ...vein, diameterMm: 1.5 };
    const change = gesture(caseId, 1, { updated: [[other, { ...other, note: 'seen' }]] });
    expect(failureOf(await saveGesture(at.as('surgeon'), change)).code).toBe('conflict');
  });

  test('an erased vein comes back by undo under its own number, and the number is never given again', async () => {
    const { at, caseId } = await emptyMap();
    const vein = aVein();
    await draw(at, caseId, vein);
    const erase = gesture(caseId, 1, { removed: [vein] });
    valueOf(await saveGesture(at.as('surgeon'), erase));
    expect(await mapOf(at, caseId)).toMatchObject({ veins: [], nextNumber: { left: 2 } });
    const reuse = gesture(caseId, 2, { added: [aVein()] });
    expect(failureOf(await saveGesture(at.as('surgeon'), reuse))).toEqual({
      code: 'invalid-input',
      issues: [{ path: 'diff.added.0.number', rule: 'taken' }],
    });
    valueOf(await saveGesture(at.as('surgeon'), gesture(caseId, 2, reverseDiff(erase.diff))));
    expect((await mapOf(at, caseId)).veins).toEqual([vein]);
  });

  const misfits: readonly [string, (vein: Vein) => Partial<SaveGesture['diff']>, string][] = [
    [
      'feeds from a vein that is not there',
      () => ({ added: [aVein({ number: 2, feederId: idOf<'vein'>(randomUUID()) })] }),
      'unknown',
    ],
    [
      'feeds from the other leg',
      (vein) => ({ added: [aVein({ leg: 'right', feederId: vein.id })] }),
      'other-leg',
    ],
    ['changes its number', (vein) => ({ updated: [[vein, { ...vein, number: 9 }]] }), 'fixed'],
    ['changes its leg', (vein) => ({ updated: [[vein, { ...vein, leg: 'right' }]] }), 'fixed'],
    ['is drawn although it is there', (vein) => ({ added: [vein] }), 'on-the-map'],
    ['is changed and erased at once', (vein) => ({ updated: [[vein, vein]], removed: [vein] }), 'vein-twice'],
    ['gesture does nothing', () => ({}), 'empty'],
  ];
  test.each(misfits)('refuses a vein that %s', async (_name, diff, rule) => {
    const { at, caseId } = await emptyMap();
    const vein = aVein();
    await draw(at, caseId, vein);
    const counts = await rowCounts(at.database);
    const failure = failureOf(await saveGesture(at.as('surgeon'), gesture(caseId, 1, diff(vein))));
    expect(failure).toMatchObject({ code: 'invalid-input', issues: [{ rule }] });
    expect(await rowCounts(at.database)).toEqual(counts);
  });

  test('refuses veins that feed each other in a circle', async () => {
    const { at, caseId } = await emptyMap();
    const first = aVein();
    const second = aVein({ number: 2, feederId: first.id });
    await draw(at, caseId, first, second);
    const circle = gesture(caseId, 1, { updated: [[first, { ...first, feederId: second.id }]] });
    expect(failureOf(await saveGesture(at.as('surgeon'), circle))).toMatchObject({
      issues: [{ path: 'diff.updated.0.1.feederId', rule: 'circle' }],
    });
  });

  test('refuses to erase a feeder while something feeds from it', async () => {
    const { at, caseId } = await emptyMap();
    const feeder = aVein();
    await draw(at, caseId, feeder, aVein({ number: 2, feederId: feeder.id }));
    const failure = failureOf(await saveGesture(at.as('surgeon'), gesture(caseId, 1, { removed: [feeder] })));
    expect(failure).toMatchObject({ issues: [{ path: 'diff.removed.0', rule: 'still-feeds' }] });
  });

  test('refuses to erase a vein that was injected', async () => {
    const at = await core();
    const open = await openedSession(at);
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    const erase = gesture(open.caseId, 1, { removed: [open.veins[0]] });
    expect(failureOf(await saveGesture(at.as('surgeon'), erase))).toEqual({
      code: 'vein/has-injections',
      labels: ['L1'],
    });
  });
});

describe('the map through time', () => {
  test('shows the map as it stood at the end of a day', async () => {
    const { at, caseId } = await emptyMap();
    const vein = aVein();
    await draw(at, caseId, vein);
    at.clock.advance(48);
    valueOf(
      await saveGesture(
        at.as('surgeon'),
        gesture(caseId, 1, { updated: [[vein, { ...vein, diameterMm: 1 }]] }),
      ),
    );
    const on = async (onDate: string) => {
      const map = valueOf(await readMap(at.as('clinician'), { caseId, onDate: onDate as never }));
      return { version: map.version, diameters: map.veins.map(({ diameterMm }) => diameterMm) };
    };
    expect(await on('2026-11-01')).toEqual({ version: 0, diameters: [] });
    expect(await on('2026-11-03')).toEqual({ version: 1, diameters: [2] });
    expect(await on('2026-11-04')).toEqual({ version: 2, diameters: [1] });
    expect((await mapOf(at, caseId)).dates).toEqual(['2026-11-02', '2026-11-04']);
  });

  test('a new case starts from the last map, every vein marked with the day it was seen', async () => {
    const at = await core();
    const patientId = await aPatient(at);
    const before = await aCase(at, patientId);
    const feeder = aVein();
    await draw(at, before, feeder, aVein({ number: 2, feederId: feeder.id }));
    at.clock.advance(24 * 400);
    const { id } = valueOf(await openCase(at.as('surgeon'), { patientId, reason: 'Came back' }));
    const [carriedFeeder, carriedWeb] = (await mapOf(at, id)).veins;
    expect(carriedFeeder).toMatchObject({ number: 1, carriedOverFrom: '2026-11-02', feederId: null });
    expect(carriedWeb).toMatchObject({
      number: 2,
      carriedOverFrom: '2026-11-02',
      feederId: carriedFeeder?.id,
    });
    expect(carriedFeeder?.id).not.toBe(feeder.id);
    expect(carriedFeeder?.path).toEqual(feeder.path);
    expect((await mapOf(at, before)).veins).toHaveLength(2);
  });
});
