import { describe, expect, it } from 'vitest';
import { profileById } from '../../../../shared/domain/dose/profiles/index.ts';
import { aftercarePoints } from '../../../../shared/domain/session/aftercare.ts';
import { compressionUntil, proposeCompression } from '../../../../shared/domain/session/compression.ts';
import { cautionsOfNext, proposeNextDate } from '../../../../shared/domain/session/next-date.ts';
import {
  minutesAsked,
  walkDemands,
  walkedMinutes,
  walkThatCounts,
} from '../../../../shared/domain/session/walk.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { calendarDate, instantOf } from '../../../../shared/kernel/time.ts';
import { microgramsPerMillilitre, microlitres } from '../../../../shared/kernel/units.ts';
import { injection, STRUCK } from '../../../renderer/features/session/session-fixture.ts';

function profile(id: string) {
  const found = profileById(id);
  if (!found) throw new Error(`no profile ${id}`);
  return found;
}

const FOAM = {
  form: 'foam',
  strengthUgPerMl: microgramsPerMillilitre(10_000),
  gasParts: 4,
  volumeUl: microlitres(2_000),
} as const;
const liquid = injection(1, 5, 300);
const foam = injection(2, 5, 2_000, { dose: FOAM });
const spider = injection(3, 6, 200, { vessel: { kind: 'telangiectasia', diameterMm: 0.5 } });

describe('the observed walk', () => {
  it('lasts as long as the profile asks: 20 minutes, 30 in Switzerland, and never less than the clinic’s 10', () => {
    const asked = (id: string) => minutesAsked({ injections: [liquid] }, profile(id));
    expect([asked('us-asclera'), asked('strictest'), asked('ch-aethoxysklerol')]).toEqual([20, 20, 30]);
    const none = {
      ...profile('strictest'),
      observationMinutes: { value: 0, source: profile('strictest').observationMinutes.source },
    };
    expect(minutesAsked({ injections: [liquid] }, none)).toBe(10);
  });

  it('says who asks for how long, after foam the label of a foam as well', () => {
    const minutes = (hasFoam: boolean) =>
      walkDemands(profile('strictest'), hasFoam).map(({ minutes: each }) => each);
    expect([minutes(false), minutes(true)]).toEqual([
      [20, 10],
      [20, 10, 10],
    ]);
  });

  const walk = { startedAt: instantOf(600_000), startedBy: idOf<'person'>('x'), end: null };

  it('counts whole minutes until its end, and never less than nothing', () => {
    expect(walkedMinutes(walk, instantOf(600_000 + 20 * 60_000 - 1))).toBe(19);
    expect(walkedMinutes(walk, instantOf(600_000 + 20 * 60_000))).toBe(20);
    expect(walkedMinutes(walk, instantOf(0))).toBe(0);
    const end = { endedAt: instantOf(900_000), endedBy: walk.startedBy, reason: 'left' };
    expect(walkedMinutes({ ...walk, end }, instantOf(9_000_000))).toBe(5);
  });

  it('begins anew where something was injected after it had begun; a struck-out injection does not matter', () => {
    const later = injection(20, 5, 300);
    expect(walkThatCounts([walk], [liquid])).toBe(walk);
    expect(walkThatCounts([walk], [liquid, later])).toBeNull();
    expect(walkThatCounts([walk], [liquid, { ...later, strikeOut: STRUCK }])).toBe(walk);
    expect(walkThatCounts([], [liquid])).toBeNull();
  });
});

describe('compression', () => {
  it('lasts 7 days after a reticular vein, 3 after spider veins alone; a free site is not known to be one', () => {
    const days = (...given: Parameters<typeof proposeCompression>[0]) =>
      proposeCompression(given, profile('strictest')).days;
    expect([days(liquid), days(spider), days(spider, liquid), days(injection(4, null, 100))]).toEqual([
      7, 3, 7, 7,
    ]);
    expect(days(spider, { ...liquid, strikeOut: STRUCK })).toBe(3);
  });

  it('after foam is what the clinic does: a bandage and a full-length stocking for a week', () => {
    expect(proposeCompression([foam], profile('strictest'))).toMatchObject({
      compressionClass: 'bandage',
      fullLength: true,
      days: 7,
      source: { mark: 'clinic' },
    });
    expect(proposeCompression([liquid], profile('strictest')).compressionClass).toBeNull();
  });

  it('after foam lasts longer where the profile asks for longer', () => {
    const { compressionDays, ...rest } = profile('strictest');
    const long = { ...rest, compressionDays: { ...compressionDays, reticular: 42 } };
    expect(proposeCompression([foam], long)).toMatchObject({ compressionClass: 'bandage', days: 42 });
  });

  it('ends so many days after the day of the session, over the end of a month and a year', () => {
    const until = (onDate: string, compressionDays: number) =>
      compressionUntil(calendarDate(onDate), { compressionClass: '2', compressionDays });
    expect([until('2026-10-08', 7), until('2026-12-28', 7), until('2028-02-26', 3)]).toEqual([
      '2026-10-15',
      '2027-01-04',
      '2028-02-29',
    ]);
    const none = { compressionClass: 'none', compressionDays: 7 } as const;
    expect(compressionUntil(calendarDate('2026-10-08'), none)).toBe('2026-10-08');
  });
});

describe('aftercare', () => {
  it('is two weeks without exercise, sun and heat, four without waxing and long travel; more after foam', () => {
    const until = (days: number) =>
      aftercarePoints({}, false)
        .filter((point) => point.days === days)
        .map(({ id }) => id);
    expect(until(14)).toEqual(['no-high-impact-exercise', 'no-sun', 'no-heat']);
    expect(until(28)).toEqual(['no-waxing', 'ask-before-long-travel']);
    const withFoam = aftercarePoints({}, true).filter(({ foamOnly }) => foamOnly);
    expect(withFoam.map(({ id }) => id)).toEqual(['foam-no-driving', 'foam-discomfort']);
  });
});

describe('the next date', () => {
  // A Thursday.
  const onDate = calendarDate('2026-10-08');
  const interval = { minimumDays: 7, usualDays: 21 };
  const planned = (day: string) => ({ onDate: calendarDate(day) });

  it('is the planned one while that is not too early', () => {
    expect(proposeNextDate({ onDate, interval, planned: planned('2026-10-20') })).toEqual({
      earliest: '2026-10-15',
      usual: '2026-10-29',
      proposed: '2026-10-20',
    });
  });

  it('is the usual interval later where nothing is planned, or too early', () => {
    const proposed = (day: string | null) =>
      proposeNextDate({ onDate, interval, planned: day === null ? null : planned(day) }).proposed;
    expect([proposed(null), proposed('2026-10-12')]).toEqual(['2026-10-29', '2026-10-29']);
  });

  it('leaves weekends out, unless the clinic works then', () => {
    const usual = (usualDays: number, from: string, then: string | null = null) =>
      proposeNextDate({
        onDate: calendarDate(from),
        interval: { minimumDays: 7, usualDays },
        planned: then === null ? null : planned(then),
      }).usual;
    // From Thursday 9 and 10 days on: Saturday and Sunday.
    expect([usual(9, '2026-10-08'), usual(10, '2026-10-08')]).toEqual(['2026-10-19', '2026-10-19']);
    // The session itself was on a Saturday.
    expect(usual(14, '2026-10-10')).toBe('2026-10-24');
    // A Saturday is planned: Saturdays are worked, Sundays are not.
    expect([usual(9, '2026-10-08', '2026-11-14'), usual(10, '2026-10-08', '2026-11-14')]).toEqual([
      '2026-10-17',
      '2026-10-19',
    ]);
  });

  it('is never within 24 hours, whatever the profile says', () => {
    const soon = { minimumDays: 0, usualDays: 0 };
    expect(proposeNextDate({ onDate, interval: soon, planned: null }).earliest).toBe('2026-10-10');
  });

  it('is doubted where a later session would come before it, or too soon after', () => {
    const upcoming = [
      { number: 3, onDate: calendarDate('2026-10-29'), atTime: null },
      { number: 4, onDate: calendarDate('2026-11-19'), atTime: null },
    ];
    const held = { number: 2, onDate };
    const codes = (day: string) =>
      cautionsOfNext(calendarDate(day), { upcoming, held, interval }).map(
        ({ code, sessionNumber }) => `${code} ${String(sessionNumber)}`,
      );
    expect(codes('2026-10-29')).toEqual([]);
    expect(codes('2026-11-16')).toEqual(['too-soon 4']);
    expect(codes('2026-11-26')).toEqual(['out-of-order 4']);
  });
});
