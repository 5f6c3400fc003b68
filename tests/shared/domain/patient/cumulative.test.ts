import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cumulativeOf, preparationsOf } from '../../../../shared/domain/patient/cumulative.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { aPart, aSessionDose, CAPS, foam, liquid } from './dose-fixture.ts';

describe('what sessions gave together', () => {
  test('nothing, where there was no session', () => {
    expect(cumulativeOf([])).toEqual({
      sessions: 0,
      injections: 0,
      liquidUl: 0,
      foamUl: 0,
      massUg: 0,
      byPreparation: [],
      byLeg: [],
      byVeinKind: [],
      mostVolumeInSession: null,
      mostMassIn24h: null,
    });
  });

  test('by strength, leg and kind of vein; foam apart from liquid', () => {
    const sum = cumulativeOf([
      aSessionDose(1, {
        parts: [
          aPart({ injections: 10, volumeUl: 3_000 }),
          aPart({ leg: 'right', preparation: liquid(5_000), veinKind: 'telangiectasia', volumeUl: 500 }),
        ],
      }),
      aSessionDose(2, {
        parts: [
          aPart({ preparation: foam(10_000), veinKind: 'varicose', volumeUl: 2_000 }),
          aPart({ veinKind: null, volumeUl: 100 }),
        ],
      }),
      aSessionDose(3, { parts: [] }),
    ]);
    expect(sum).toMatchObject({ sessions: 3, injections: 13, liquidUl: 3_600, foamUl: 2_000 });
    // 30 mg + 2.5 mg + 4 mg of foam (2 mL of 1 % in 1 + 4 parts) + 1 mg.
    expect(sum.massUg).toBe(37_500);
    expect(sum.byPreparation.map(({ preparation, massUg }) => [preparation, massUg])).toEqual([
      [liquid(5_000), 2_500],
      [liquid(10_000), 31_000],
      [foam(10_000), 4_000],
    ]);
    expect(sum.byLeg.map(({ leg, injections }) => [leg, injections])).toEqual([
      ['right', 1],
      ['left', 12],
    ]);
    expect(sum.byVeinKind.map(({ veinKind, liquidUl, foamUl }) => [veinKind, liquidUl, foamUl])).toEqual([
      ['telangiectasia', 500, 0],
      ['reticular', 3_000, 0],
      ['varicose', 0, 2_000],
      [null, 100, 0],
    ]);
  });

  test('the session that came nearest to a cap is named, not the one that gave most', () => {
    const [mass] = CAPS;
    if (!mass) throw new Error('no cap');
    const most = aSessionDose(1, { parts: [aPart({ massUg: 70_000, volumeUl: 7_000 })] });
    const nearest = aSessionDose(2, {
      parts: [aPart({ massUg: 60_000, volumeUl: 6_000 })],
      caps: [{ ...mass, amount: 61_000, tighterBy: idOf<'person'>('a surgeon') }],
    });
    const sum = cumulativeOf([most, nearest]);
    expect(sum.mostMassIn24h).toMatchObject({ session: nearest, amount: 60_000, percent: 98 });
    expect(sum.mostVolumeInSession).toMatchObject({ session: most, amount: 7_000, percent: 70 });
  });

  test('what an earlier session gave within 24 hours counts towards the cap of the day', () => {
    const within24h = {
      massUg: 88_000,
      volumeUl: 9_000,
      withSessions: [idOf<'session'>('session 1')],
    };
    const second = aSessionDose(2, { parts: [aPart({ massUg: 40_000 })], within24h });
    const { mostMassIn24h, massUg } = cumulativeOf([
      aSessionDose(1, { parts: [aPart({ massUg: 48_000 })] }),
      second,
    ]);
    expect(mostMassIn24h).toMatchObject({ session: second, amount: 88_000, percent: 100 });
    expect(massUg).toBe(88_000);
  });

  test('a profile without such a cap has nothing to be near to', () => {
    expect(cumulativeOf([aSessionDose(1, { caps: [] })])).toMatchObject({
      mostVolumeInSession: null,
      mostMassIn24h: null,
    });
  });

  test('every way of dividing adds up to the whole', () => {
    const part = fc.record({
      preparation: fc.constantFrom(
        liquid(2_500),
        liquid(10_000),
        foam(10_000),
        foam(10_000, 3),
        foam(30_000),
      ),
      leg: fc.constantFrom('left' as const, 'right' as const),
      veinKind: fc.constantFrom('telangiectasia' as const, 'reticular' as const, 'varicose' as const, null),
      injections: fc.integer({ min: 1, max: 60 }),
      volumeUl: fc.integer({ min: 1, max: 20_000 }),
      massUg: fc.integer({ min: 1, max: 600_000 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(part, { maxLength: 6 }), { maxLength: 9 }), (drawn) => {
        const sessions = drawn.map((parts, at) => aSessionDose(at + 1, { parts }));
        const { injections, liquidUl, foamUl, massUg, ...sum } = cumulativeOf(sessions);
        for (const divided of [sum.byPreparation, sum.byLeg, sum.byVeinKind]) {
          const whole = { injections: 0, liquidUl: 0, foamUl: 0, massUg: 0 };
          for (const each of divided) {
            whole.injections += each.injections;
            whole.liquidUl += each.liquidUl;
            whole.foamUl += each.foamUl;
            whole.massUg += each.massUg;
          }
          expect(whole).toEqual({ injections, liquidUl, foamUl, massUg });
        }
      }),
    );
  });

  test('liquid comes before foam, the weaker before the stronger, the wetter foam first', () => {
    const parts = [foam(10_000), liquid(10_000), foam(10_000, 3), liquid(2_500), liquid(10_000)].map(
      (preparation) => aPart({ preparation }),
    );
    expect(preparationsOf([aSessionDose(1, { parts })])).toEqual([
      liquid(2_500),
      liquid(10_000),
      foam(10_000, 3),
      foam(10_000),
    ]);
  });
});
