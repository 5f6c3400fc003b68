import { describe, expect, it } from 'vitest';
import {
  assessCandidate,
  plannedEntries,
  plannedUnder,
  restOfPlan,
  sessionTotals,
  sortedGauges,
  tightenedBy,
} from '../../../../renderer/features/session/session-limits.ts';
import { veinTasks } from '../../../../shared/domain/session/vein-tasks.ts';
import { drawable, volumeKeys } from '../../../../renderer/features/session/volume-keys.ts';
import { massOf } from '../../../../shared/domain/dose/arithmetic.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { instantOf } from '../../../../shared/kernel/time.ts';
import { microlitres } from '../../../../shared/kernel/units.ts';
import { injection, line, liquid, planned, sessionView, STRUCK, uuid } from './session-fixture.ts';

const ONE = liquid(1);
const inject = (count: number, volumeUl: number) =>
  Array.from({ length: count }, (_, k) => injection(k + 1, 5, volumeUl));

describe('the limits before the needle', () => {
  const vein = line(5);
  const at86 = sessionView({ veins: [vein], injections: inject(20, 430) });
  const candidate = { preparation: ONE, volumeUl: microlitres(300), leg: 'left', vein } as const;

  it('says that 0.3 mL more of 1 % would pass 88.0 mg, and that 0.2 mL still fits', () => {
    const assessment = assessCandidate(at86, ONE, candidate);
    expect(assessment.verdict).toBe('hard');
    expect(assessment.passed.hard).toEqual(['mass-24h']);
    expect(assessment.gauges.find(({ limit }) => limit.id === 'mass-24h')).toMatchObject({
      used: 86_000,
      projected: 89_000,
      cap: 88_000,
    });
    expect(drawable(assessment.leftOfSyringeUl ?? 0)).toBe(200);
  });

  it('marks the keys that need a reason and those that no longer fit', () => {
    const keys = volumeKeys(at86, candidate, { plannedUl: microlitres(300), lastUl: null });
    expect(keys.map(({ volumeUl, state }) => [volumeUl, state])).toEqual([
      [50, 'clear'],
      [100, 'clear'],
      [150, 'clear'],
      [200, 'clear'],
      [250, 'no-fit'],
      [300, 'no-fit'],
      [400, 'no-fit'],
    ]);
    expect(keys.filter(({ isPlanned }) => isPlanned).map(({ volumeUl }) => volumeUl)).toEqual([300]);
    const fresh = volumeKeys(sessionView({ veins: [vein] }), candidate, {
      plannedUl: null,
      lastUl: null,
    });
    expect(fresh.find(({ volumeUl }) => volumeUl === 400)?.state).toBe('reason');
  });

  it('never draws up more than what is left', () => {
    expect(drawable(209)).toBe(200);
    expect(drawable(9)).toBe(0);
  });

  it('leaves struck-out injections out of the sums', () => {
    const injections = [injection(1, 5, 300), injection(2, 5, 300, { strikeOut: STRUCK })];
    expect(sessionTotals(sessionView({ veins: [vein], injections }))).toMatchObject({
      massUg: 3000,
      liquidUl: 300,
      injections: 1,
    });
  });

  it('counts what an earlier session gave within 24 hours', () => {
    const entry = { ...ONE, volumeUl: microlitres(8_000), leg: 'left', veinKind: 'reticular' } as const;
    const view = sessionView({ veins: [vein], earlierIn24h: [entry], injections: inject(2, 300) });
    const { gauges } = assessCandidate(view, ONE, null);
    const used = gauges.find(({ limit }) => limit.id === 'mass-24h')?.used;
    expect(used).toBe(massOf(entry) + 6_000);
  });
});

describe('the gauges of the panel', () => {
  const vein = line(5);
  const view = sessionView({ veins: [vein], injections: inject(2, 300) });
  const candidate = { preparation: ONE, volumeUl: microlitres(300), leg: 'left', vein } as const;

  it('are one for every limit that applies, the one that binds first', () => {
    const assessment = assessCandidate(view, ONE, candidate);
    const { bars, single, others } = sortedGauges(assessment);
    expect(bars[0]?.limit.id).toBe(assessment.bindingLimitId);
    expect(single.map(({ limit }) => limit.id)).toEqual(['injection-reticular']);
    expect([...bars, ...single, ...others]).toHaveLength(assessment.gauges.length);
  });

  it('say who set a cap tighter, and what the profile has', () => {
    const setBy = idOf<'person'>(uuid(902));
    const cap = { limitId: 'session-volume', amount: 5_000, setBy, setAt: instantOf(0), reason: 'frail' };
    const capped = { ...view, tighterCaps: [cap], names: { [setBy]: 'Dr Ines Okafor' } };
    const { gauges } = assessCandidate(capped, ONE, candidate);
    const volume = gauges.find(({ limit }) => limit.id === 'session-volume');
    if (!volume) throw new Error('no gauge');
    expect(volume.cap).toBe(5_000);
    expect(tightenedBy(capped, volume)).toEqual({ by: 'Dr Ines Okafor', profileCap: 10_000 });
    const [mass] = gauges;
    expect(mass && tightenedBy(capped, mass)).toBeNull();
  });
});

describe('the rest of the plan', () => {
  const vein = line(5);
  const view = sessionView({ veins: [vein, line(8)], due: [planned(5, 5, 300), planned(8, 4, 300)] });

  it('holds every puncture still to come but the one in hand', () => {
    const entries = plannedEntries(veinTasks(view), new Set(), vein);
    expect(entries).toHaveLength(8);
    const [mass] = assessCandidate(view, ONE, null).gauges;
    expect(mass && plannedUnder(mass, entries)).toBe(24_000);
  });

  it('says when it no longer fits, and how much it is', () => {
    const full = { ...view, injections: inject(22, 350).map((each) => ({ ...each, veinId: null })) };
    const entries = plannedEntries(veinTasks(full), new Set(), vein);
    const candidate = { preparation: ONE, volumeUl: microlitres(300), leg: 'left', vein } as const;
    const rest = restOfPlan(assessCandidate(full, ONE, candidate), entries);
    expect(rest).toMatchObject({ fits: false, totals: { liquidUl: 2_400, massUg: 24_000 } });
    expect(restOfPlan(assessCandidate(view, ONE, candidate), entries).fits).toBe(true);
  });
});
