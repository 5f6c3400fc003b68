import { describe, expect, test } from 'vitest';
import {
  axisTicks,
  doseChart,
  measuresOf,
  runningTotals,
} from '../../../../renderer/features/charts/dose-chart-model.ts';
import { chartText, sessionRemarks } from '../../../../renderer/text/dose-history-text.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { aPart, aSessionDose, CAPS, foam, liquid } from '../../../shared/domain/patient/dose-fixture.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const HALF = aPart({ preparation: liquid(5_000), volumeUl: 4_600, massUg: 23_000 });
const ONE = aPart({ volumeUl: 3_600, massUg: 36_000 });
const FOAM = aPart({ preparation: foam(10_000), volumeUl: 2_000, massUg: 4_000 });
const FIRST = aSessionDose(1, { parts: [HALF, ONE] });

describe('a chart of doses', () => {
  test('stacks what was given by strength, against the cap of the day', () => {
    const chart = doseChart('mass', [FIRST]);
    expect(chart.series.map(({ preparation }) => preparation)).toEqual([liquid(5_000), liquid(10_000)]);
    expect(chart.bars[0]).toMatchObject({
      total: 59_000,
      cap: { amount: 88_000, isTighter: false },
      within24h: null,
      beginsCase: true,
    });
    expect(Object.values(chart.bars[0]?.amounts ?? {})).toEqual([23_000, 36_000]);
    expect(chart.most).toBe(88_000);
  });

  test('a cap that a surgeon set tighter says so', () => {
    const caps = CAPS.map((cap) => ({ ...cap, amount: cap.amount - 1_000, tighterBy: idOf<'person'>('a') }));
    expect(doseChart('volume', [aSessionDose(1, { caps })]).bars[0]?.cap).toEqual({
      amount: 9_000,
      isTighter: true,
    });
  });

  test('foam has a chart of its own, and only where some was given', () => {
    expect(measuresOf([FIRST])).toEqual(['mass', 'volume']);
    const sessions = [aSessionDose(1, { parts: [ONE, FOAM] })];
    expect(measuresOf(sessions)).toEqual(['mass', 'volume', 'foam']);
    const chart = doseChart('foam', sessions);
    expect(chart.series.map(({ preparation }) => preparation)).toEqual([foam(10_000)]);
    expect(chart.bars[0]).toMatchObject({ total: 2_000, cap: null });
    expect(doseChart('foam', [FIRST, ...sessions]).bars).toHaveLength(1);
  });

  test('what another session gave within 24 hours stands on top, where it is more', () => {
    const within24h = { massUg: 88_000, volumeUl: 9_000, withSessions: [FIRST.sessionId] };
    const sessions = [FIRST, aSessionDose(2, { parts: [ONE], within24h })];
    expect(doseChart('mass', sessions).bars.map((bar) => bar.within24h)).toEqual([null, 88_000]);
    expect(doseChart('volume', sessions).bars.map((bar) => bar.within24h)).toEqual([null, null]);
  });

  test('a new case begins where the case changes', () => {
    const other = { caseId: idOf<'case'>('case 2') };
    const sessions = [FIRST, aSessionDose(2), aSessionDose(3, other), aSessionDose(4, other)];
    expect(doseChart('mass', sessions).bars.map(({ beginsCase }) => beginsCase)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test('a session without an injection has a bar of nothing', () => {
    const chart = doseChart('mass', [aSessionDose(1, { parts: [], caps: [] })]);
    expect(chart).toMatchObject({ series: [], most: 1, bars: [{ total: 0, cap: null, amounts: {} }] });
  });

  test('says in words all that it draws', () => {
    const within24h = { massUg: 88_000, volumeUl: 9_000, withSessions: [FIRST.sessionId] };
    const text = plain(chartText(doseChart('mass', [FIRST, aSessionDose(2, { parts: [ONE], within24h })])));
    expect(text).toBe(
      'Polidocanol per session, mg. session 1 on 10 Jan 2026: 59.0 mg, 0.5 % liquid 23.0, 1 % liquid 36.0, ' +
        'limit 88.0 mg; session 2 on 10 Feb 2026: 36.0 mg, limit 88.0 mg, within 24 hours 88.0 mg.',
    );
  });
});

describe('the remarks below', () => {
  test('struck out, amended and open are said, not counted', () => {
    const session = aSessionDose(2, {
      state: 'open',
      struckOut: { injections: 2, volumeUl: 600 },
      amendments: 1,
      within24h: { massUg: 88_000, volumeUl: 9_000, withSessions: [FIRST.sessionId] },
    });
    expect(sessionRemarks(session, [FIRST, session]).map(plain)).toEqual([
      '2 injections struck out (0.6 mL), not counted',
      'amended once',
      'within 24 hours of session 1, 10 Jan 2026: 88.0 mg together',
      'still open',
    ]);
    expect(sessionRemarks(FIRST, [FIRST])).toEqual([]);
  });
});

describe('the running total', () => {
  test('adds session to session, preparation by preparation, one figure a day', () => {
    const sameDay = aSessionDose(3, { onDate: aSessionDose(2).onDate, parts: [HALF] });
    const { totals } = runningTotals('mass', [FIRST, aSessionDose(2, { parts: [ONE] }), sameDay]);
    expect(totals.map(({ onDate, total }) => [onDate, total])).toEqual([
      ['2026-01-10', 59_000],
      ['2026-02-10', 118_000],
    ]);
    expect(Object.values(totals[1]?.amounts ?? {})).toEqual([46_000, 72_000]);
  });
});

describe('the axis', () => {
  test.each([
    [1, [0, 100]],
    [100, [0, 100]],
    [500, [0, 100, 200, 300, 400, 500]],
    [501, [0, 200, 400, 600]],
    [10_000, [0, 2_000, 4_000, 6_000, 8_000, 10_000]],
    [93_000, [0, 20_000, 40_000, 60_000, 80_000, 100_000]],
    [137_000, [0, 50_000, 100_000, 150_000]],
  ])('up to %i has round steps', (most, ticks) => {
    expect(axisTicks(most)).toEqual(ticks);
  });
});
