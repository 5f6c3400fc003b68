import { describe, expect, it } from 'vitest';
import {
  becameWords,
  eventWords,
  laterText,
  lengthsText,
  pauseText,
  stopText,
  tickDate,
} from '../../../renderer/text/time-text.ts';
import { compareMaps } from '../../../shared/domain/leg-map/compare-maps.ts';
import { mapOn, type DayEvent, type HistoryDay } from '../../../shared/domain/leg-map/timeline.ts';
import { calendarDate } from '../../../shared/kernel/time.ts';
import { aVein, day, told, veinId } from '../../shared/domain/leg-map/map-facts.ts';

const OCT_8 = calendarDate('2026-10-08');
const on = (...events: DayEvent[]): HistoryDay => ({ onDate: OCT_8, events });
const SESSION_2: DayEvent = { kind: 'session', number: 2 };

describe('the words of the time slider', () => {
  it('says of a day when it was, what happened and what was on the map', () => {
    expect(stopText(on({ kind: 'mapped' }, SESSION_2), { veins: 14, injected: 3, cleared: 0 })).toBe(
      '8 Oct 2026, mapped, session 2, 14 veins, 3 injected',
    );
    expect(stopText(on(SESSION_2), { veins: 14, injected: 3, cleared: 0 })).toBe(
      '8 Oct 2026, session 2, 14 veins, 3 injected',
    );
    expect(stopText(null, { veins: 1, injected: 1, cleared: 1 })).toBe('Now, 1 vein, 1 injected, 1 cleared');
  });

  it('names the day under its tick by what matters most', () => {
    expect(eventWords(on({ kind: 'mapped' }))).toBe('mapped');
    expect(eventWords(on({ kind: 'mapped' }, SESSION_2))).toBe('Session 2');
    expect(eventWords(on({ kind: 'mapped' }, { kind: 'review' }))).toBe('review');
    expect(eventWords(on(SESSION_2, { kind: 'review' }))).toBe('S2, review');
  });

  it('says the year only where it is another one', () => {
    expect(tickDate(OCT_8, null)).toBe('8 Oct 2026');
    expect(tickDate(OCT_8, calendarDate('2026-01-01'))).toBe('8 Oct');
    expect(tickDate(OCT_8, calendarDate('2025-12-31'))).toBe('8 Oct 2026');
  });

  it('tells pauses in a unit that fits, rounded down', () => {
    expect(pauseText(1_900)).toBe('5 years');
    expect(pauseText(426)).toBe('13 months');
    expect(laterText(OCT_8, OCT_8)).toBe('the same day');
    expect(laterText(OCT_8, calendarDate('2026-10-09'))).toBe('1 day later');
    expect(laterText(OCT_8, calendarDate('2026-12-31'))).toBe('12 weeks later');
    expect(laterText(OCT_8, calendarDate('2031-10-20'))).toBe('5 years later');
  });
});

describe('the words for what became of a vein', () => {
  const facts = told(
    { on: 0, vein: aVein(1) },
    { on: 0, vein: aVein(2) },
    { on: 0, vein: aVein(3, { diameterMm: 1.5 }) },
    { on: 0, vein: aVein(4) },
    { on: 5, session: 1, into: [1, 4, 4] },
    { on: 30, erased: 2 },
    { on: 30, vein: aVein(3, { diameterMm: 2.5, colour: 'purple' }) },
    { on: 30, review: { 1: 'cleared', 4: 'better' } },
    { on: 60, review: { 1: 'better', 4: 'worse' } },
  );
  const became = (n: number, from: number, to: number) => {
    const { veins } = compareMaps(mapOn(facts, day(from)), mapOn(facts, day(to)));
    const vein = veins.find((each) => each.veinId === veinId(n));
    return vein === undefined ? null : becameWords(vein);
  };

  it('tells erased from cleared', () => {
    expect(became(1, 0, 30)).toEqual(['cleared']);
    expect(became(2, 0, 30)).toEqual(['erased from the map']);
  });

  it('says what was changed on the map', () => {
    expect(became(3, 0, 30)).toEqual(['was reticular', 'ø 1.5 → 2.5 mm']);
  });

  it('says how it responded, and to how many injections', () => {
    expect(became(4, 0, 30)).toEqual(['better', '2 injections']);
    expect(became(4, 30, 60)).toEqual(['worse']);
  });

  it('tells a vein that is seen again from one that is new', () => {
    expect(became(1, 30, 60)).toEqual(['seen again']);
    expect(became(1, 0, 60)).toEqual(['better', '1 injection']);
  });

  it('tells both lengths where they differ', () => {
    expect(lengthsText({ fromMm: 60, toMm: 60 })).toBe('60\u00a0mm');
    expect(lengthsText({ fromMm: 60, toMm: 0 })).toBe('60\u00a0mm');
    expect(lengthsText({ fromMm: 120, toMm: 48 })).toBe('120 → 48\u00a0mm');
  });
});
