import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readMapHistory } from '../../electron/services/map/read-map-history.ts';
import { readMap, saveGesture } from '../../electron/services/map.ts';
import { recordReview } from '../../electron/services/reviews.ts';
import { recordInjection, strikeOutInjection } from '../../electron/services/sessions.ts';
import type { SaveGesture } from '../../shared/contract/map.ts';
import { datesOf, mapOn } from '../../shared/domain/leg-map/timeline.ts';
import { idOf, type CaseId } from '../../shared/kernel/ids.ts';
import { addDays, calendarDate } from '../../shared/kernel/time.ts';
import { microlitres } from '../../shared/kernel/units.ts';
import { failureOf, valueOf } from '../db/temporary-database.ts';
import { core, type Core } from '../support/core.ts';
import { aResponse, aReview } from '../support/reviews.ts';
import { aNote, aScale, aVein, draw, injection, openedSession } from '../support/treatment.ts';

const historyOf = async (at: Core, caseId: CaseId) =>
  valueOf(await readMapHistory(at.as('clinician'), { caseId }));

async function change(at: Core, caseId: CaseId, diff: Partial<SaveGesture['diff']>): Promise<void> {
  const { version } = valueOf(await readMap(at.as('surgeon'), { caseId, onDate: null }));
  const gestureId = idOf<'gesture'>(randomUUID());
  const whole = { added: [], updated: [], removed: [], ...diff };
  const input = { caseId, gestureId, baseVersion: version, label: 'test', diff: whole };
  valueOf(await saveGesture(at.as('surgeon'), input));
}

/** Mapped and injected on 2 November, changed on the 4th and the 9th, reviewed on the 30th. */
async function aCourse() {
  const at = await core();
  const open = await openedSession(at);
  const { caseId, veins } = open;
  const [given, mistaken, free] = [
    injection(open),
    injection(open),
    injection(open, {
      veinId: null,
      site: { leg: 'left', aspect: 'medial', point: null },
      volumeUl: microlitres(100),
    }),
  ];
  for (const dose of [given, mistaken, free]) valueOf(await recordInjection(at.as('nurse'), dose));
  const { injectionId } = mistaken;
  valueOf(await strikeOutInjection(at.as('nurse'), { injectionId, reason: 'recorded twice' }));
  at.clock.advance(48);
  const thinner = { ...veins[1], diameterMm: 1.4 };
  await draw(at, caseId, aNote(), aScale());
  await change(at, caseId, { updated: [[veins[1], { ...thinner, note: 'first' }]] });
  await change(at, caseId, { updated: [[{ ...thinner, note: 'first' }, thinner]] });
  at.clock.advance(5 * 24);
  const third = aVein({ number: 3, leg: 'right' });
  await change(at, caseId, { added: [third], removed: [thinner] });
  at.clock.advance(21 * 24);
  const responses = [aResponse(veins[0].id, { response: 'better', pigmentation: 1 })];
  valueOf(await recordReview(at.as('clinician'), aReview(at, caseId, { responses })));
  return { at, caseId, veins, third, given, mistaken };
}

describe('the history of a map', () => {
  test('holds each state of a day, every injection and every response', async () => {
    const { at, caseId, veins, third, given, mistaken } = await aCourse();
    const history = await historyOf(at, caseId);
    const states = history.veins.map(({ veinId, onDate, vein }) => [onDate, veinId, vein?.diameterMm]);
    expect(states.toSorted()).toEqual(
      [
        ['2026-11-02', veins[0].id, 2],
        ['2026-11-02', veins[1].id, 2],
        ['2026-11-04', veins[1].id, 1.4],
        ['2026-11-09', veins[1].id, undefined],
        ['2026-11-09', third.id, 2],
      ].toSorted(),
    );
    expect(history.marks.map(({ onDate, mark }) => [onDate, mark?.mark]).toSorted()).toEqual([
      ['2026-11-04', 'note'],
      ['2026-11-04', 'scale'],
    ]);
    expect(history.injections).toMatchObject([
      { id: given.injectionId, veinId: veins[0].id, number: 1, sessionNumber: 1, isStruckOut: false },
      { id: mistaken.injectionId, isStruckOut: true, dose: { volumeUl: 300, strengthUgPerMl: 10_000 } },
      { veinId: null, site: { aspect: 'medial', point: null }, onDate: '2026-11-02' },
    ]);
    expect(history.injections[0]?.site.point).toEqual([10, 600]);
    expect(history.sessions).toEqual([{ number: 1, onDate: '2026-11-02' }]);
    expect(history.reviews).toMatchObject([
      { onDate: '2026-11-30', responses: [{ veinId: veins[0].id, response: 'better' }] },
    ]);
    expect(history).toMatchObject({ version: 5, heightMm: 1650 });
  });

  test('shows on every day what the core says of the map of that day', async () => {
    const { at, caseId } = await aCourse();
    const history = await historyOf(at, caseId);
    const days = Array.from({ length: 32 }, (_, n) => addDays(calendarDate('2026-11-01'), n));
    for (const onDate of days) {
      const map = valueOf(await readMap(at.as('clinician'), { caseId, onDate }));
      const then = mapOn(history, onDate);
      expect(then.veins.map(({ vein }) => vein)).toEqual(map.veins);
      expect(new Set(then.marks)).toEqual(new Set(map.marks));
      expect(then.heightScale).toBe(map.heightScale);
    }
  });

  test('tells what happened on which day, and how each vein stood', async () => {
    const { at, caseId } = await aCourse();
    const history = await historyOf(at, caseId);
    expect(datesOf(history).map(({ onDate, events }) => [onDate, ...events.map(({ kind }) => kind)])).toEqual(
      [
        ['2026-11-02', 'mapped', 'session'],
        ['2026-11-04', 'mapped'],
        ['2026-11-09', 'mapped'],
        ['2026-11-30', 'review'],
      ],
    );
    const { veins } = mapOn(history, calendarDate('2026-11-30'));
    expect(veins.map(({ vein, state, volumeUl }) => [vein.leg, vein.number, state, volumeUl])).toEqual([
      ['right', 3, 'new', 0],
      ['left', 1, 'responding', 300],
    ]);
  });

  test('is that of the case that was asked for', async () => {
    const { at } = await aCourse();
    const other = await openedSession(at, { recordNumber: 'other' });
    const history = await historyOf(at, other.caseId);
    expect(history.veins).toHaveLength(2);
    expect(history).toMatchObject({ marks: [], injections: [], reviews: [], version: 1 });
    const unknown = await readMapHistory(at.as('nurse'), { caseId: idOf<'case'>(randomUUID()) });
    expect(failureOf(unknown)).toEqual({ code: 'not-found', what: 'case' });
  });
});
