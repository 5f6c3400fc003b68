import { describe, expect, it } from 'vitest';
import { dispositionsFor, laserReason, longestRest } from '../../../../shared/domain/outcome/remains.ts';
import { isLeft, standingReviews } from '../../../../shared/domain/outcome/review.ts';
import { treatedVeins, type InjectionIntoVein } from '../../../../shared/domain/outcome/treated-vein.ts';
import { vcssTrend } from '../../../../shared/domain/outcome/vcss-trend.ts';
import type { VcssScore } from '../../../../shared/domain/patient/assessment.ts';
import { furtherVeins, stillUnplanned } from '../../../../shared/domain/plan/further-veins.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { calendarDate, instantOf } from '../../../../shared/kernel/time.ts';
import { micrograms, microgramsPerMillilitre, microlitres } from '../../../../shared/kernel/units.ts';

const veinId = idOf<'vein'>('a vein');
const response = {
  veinId,
  response: 'better',
  matting: 0,
  pigmentation: 0,
  ulcer: 0,
  disposition: null,
} as const;

describe('reviews that were corrected', () => {
  it('count no more, through a chain of corrections', () => {
    const review = (id: string, replaced: string | null) => ({
      id: idOf<'review'>(id),
      replaces: replaced === null ? null : { reviewId: idOf<'review'>(replaced), reason: 'wrong leg' },
    });
    const all = [review('c', 'b'), review('b', 'a'), review('a', null), review('x', null)];
    expect(standingReviews(all).map(({ id }) => id)).toEqual(['c', 'x']);
  });
});

describe('laser', () => {
  const small = { id: veinId, kind: 'telangiectasia', diameterMm: 0.9 } as const;
  const large = { id: veinId, kind: 'reticular', diameterMm: 2 } as const;

  it.each([
    ['a telangiectasia under 1 mm', small, response, 'small-telangiectasia'],
    ['one of 1 mm, which is not under it', { ...small, diameterMm: 1 }, response, null],
    ['a small reticular vein', { ...large, diameterMm: 0.9 }, response, null],
    ['one that has cleared', small, { ...response, response: 'cleared' }, null],
    ['matting seen for the first time', large, { ...response, matting: 1 }, null],
  ] as const)('%s', (_what, vein, now, reason) => {
    expect(laserReason(vein, now, [])).toBe(reason);
  });

  it('matting that an earlier review saw as well, also where the vein has cleared', () => {
    const before = [{ responses: [{ ...response, matting: 2 } as const] }];
    const now = { ...response, response: 'cleared', matting: 1 } as const;
    expect(laserReason(large, now, before)).toBe('matting-stays');
    expect(laserReason(large, { ...now, matting: 0 }, before)).toBeNull();
  });
});

describe('what may become of a vein', () => {
  it('is nothing where it cleared or was not seen', () => {
    expect(dispositionsFor({ response: 'cleared', matting: 0 }, null)).toEqual([]);
    expect(dispositionsFor({ response: 'not-seen', matting: 1 }, null)).toEqual([]);
    expect(isLeft({ response: 'cleared', matting: 1 })).toBe(true);
  });

  it('is rest for three months at most', () => {
    expect(longestRest(calendarDate('2026-11-30'))).toBe('2027-02-28');
  });
});

describe('the severity score beside the one before', () => {
  const score: VcssScore = {
    pain: 2,
    'varicose-veins': 1,
    oedema: 1,
    pigmentation: 0,
    inflammation: 0,
    induration: 0,
    'ulcer-count': 0,
    'ulcer-duration': 0,
    'ulcer-size': 0,
    compression: 3,
  };

  it('goes item by item and in sum', () => {
    const trend = vcssTrend(score, { ...score, pain: 0, pigmentation: 1 });
    const moved = trend?.items.filter((line) => line.trend !== 'same');
    expect(moved).toEqual([
      { item: 'pain', before: 2, now: 0, trend: 'lower' },
      { item: 'pigmentation', before: 0, now: 1, trend: 'higher' },
    ]);
    expect(trend?.total).toEqual({ before: 7, now: 6, trend: 'lower' });
  });

  it('says nothing where one of the two was not taken', () => {
    expect(vcssTrend(null, score)).toBeNull();
    expect(vcssTrend(score, null)).toBeNull();
  });
});

describe('a treated vein', () => {
  const injection = (over: Partial<InjectionIntoVein> & { readonly percent?: number }): InjectionIntoVein => {
    const { percent = 1, ...rest } = over;
    const strengthUgPerMl = microgramsPerMillilitre(percent * 10_000);
    return {
      veinId,
      sessionNumber: 1,
      onDate: calendarDate('2026-09-01'),
      dose: { form: 'liquid', strengthUgPerMl, volumeUl: microlitres(300) },
      massUg: micrograms(percent * 3_000),
      vessel: { kind: 'reticular', diameterMm: 2 },
      pattern: 'line',
      extent: 180,
      ...rest,
    };
  };

  it('is what it was when it was first injected, with all that it was given', () => {
    const later = { sessionNumber: 3, onDate: calendarDate('2026-10-01'), extent: 90 };
    const [vein, ...others] = treatedVeins([
      injection({}),
      injection({}),
      injection({ ...later, percent: 0.5, vessel: { kind: 'telangiectasia', diameterMm: 0.8 } }),
    ]);
    expect(others).toEqual([]);
    expect(vein).toMatchObject({
      sessionNumbers: [1, 3],
      injections: 3,
      volumeUl: 900,
      massUg: 7_500,
      lastOn: '2026-10-01',
      vessel: { kind: 'reticular', diameterMm: 2 },
      lengthMm: 180,
    });
    expect(vein?.preparations.map(({ injections, volumeUl }) => [injections, volumeUl])).toEqual([
      [2, 600],
      [1, 300],
    ]);
  });

  it('has no length where it is a web', () => {
    expect(treatedVeins([injection({ pattern: 'web', extent: 900 })])[0]?.lengthMm).toBeNull();
  });
});

describe('veins that are to be treated again', () => {
  const reviewed = (day: string, disposition: 'further-session' | 'done') => ({
    onDate: calendarDate(day),
    recordedAt: instantOf(Date.parse(`${day}T10:00:00.000Z`)),
    responses: [{ ...response, disposition }],
  });
  const injected = (moment: string, isStruckOut = false) => ({
    veinId,
    onDate: calendarDate(moment.slice(0, 10)),
    givenAt: instantOf(Date.parse(moment)),
    isStruckOut,
  });

  it('are those that the last review sent to a further session, until they are injected', () => {
    const reviews = [reviewed('2026-10-01', 'done'), reviewed('2026-11-01', 'further-session')];
    const before = injected('2026-09-01T09:00:00.000Z');
    expect(furtherVeins({ reviews, injections: [before] })).toEqual([veinId]);
    expect(furtherVeins({ reviews, injections: [injected('2026-11-01T11:00:00.000Z')] })).toEqual([]);
    expect(furtherVeins({ reviews, injections: [injected('2026-11-02T09:00:00.000Z', true)] })).toEqual([
      veinId,
    ]);
    expect(furtherVeins({ reviews: reviews.toReversed(), injections: [] })).toEqual([]);
  });

  it('wait until they stand in a session to come', () => {
    const held = new Set([1]);
    expect(stillUnplanned([veinId], [{ veinId, sessionNumber: 1 }], held)).toEqual([veinId]);
    expect(stillUnplanned([veinId], [{ veinId, sessionNumber: 2 }], held)).toEqual([]);
  });
});
