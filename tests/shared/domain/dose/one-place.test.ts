import { describe, expect, it } from 'vitest';
import { assessDose } from '../../../../shared/domain/dose/assess-dose.ts';
import type { Limit } from '../../../../shared/domain/dose/label-profile.ts';
import { into, liquid, questionOf } from './examples.ts';

function onOnePlace(more: Partial<Limit>): Limit {
  return {
    id: 'own-place',
    quantity: 'total-volume',
    window: 'injection',
    cap: { per: 'person', amount: 200 },
    scope: {},
    severity: 'hard',
    source: { text: 'A clinic of its own', mark: 'clinic' },
    ...more,
  };
}

function shown(limit: Limit, more: Parameters<typeof questionOf>[2]): readonly string[] {
  const { gauges } = assessDose({ ...questionOf('strictest', 60, more), limits: [limit] });
  return gauges.map(({ limit: { id } }) => id);
}

describe('a limit on what goes into one place', () => {
  const forAnyVein = onOnePlace({});
  const forSpiders = onOnePlace({ scope: { veinKinds: ['telangiectasia'] } });
  const forNarrow = onOnePlace({ scope: { diameterMm: { over: 0, upTo: 3 } } });

  it('is not shown before there is a syringe', () => {
    expect(shown(forAnyVein, {})).toEqual([]);
  });

  it('is shown for the syringe in hand if it holds for any vein', () => {
    expect(shown(forAnyVein, { syringe: liquid(50, 0) })).toEqual(['own-place']);
    expect(shown(onOnePlace({ quantity: 'foam-volume' }), { syringe: liquid(50, 0) })).toEqual([]);
  });

  it('of one kind or width is shown only once a vein is chosen that it is for', () => {
    for (const limit of [forSpiders, forNarrow]) expect(shown(limit, { syringe: liquid(50, 0) })).toEqual([]);
    expect(shown(forSpiders, { candidate: into(liquid(50, 100), 'telangiectasia') })).toEqual(['own-place']);
    expect(shown(forSpiders, { candidate: into(liquid(50, 100), 'reticular') })).toEqual([]);
  });

  it('counts the one injection and nothing that was given before', () => {
    const ledger = { session: [into(liquid(50, 5_000))], earlierIn24h: [into(liquid(50, 5_000))] };
    const { gauges, verdict } = assessDose({
      ...questionOf('strictest', 60, { ledger, candidate: into(liquid(50, 200)) }),
      limits: [forAnyVein],
    });
    expect(gauges).toMatchObject([{ used: 0, projected: 200, left: 200, projectedState: 'near' }]);
    expect(verdict).toBe('clear');
  });
});
