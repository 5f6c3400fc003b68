import { describe, expect, it } from 'vitest';
import { microlitres } from '../../../../shared/kernel/units.ts';
import type { PlanItem } from '../../../../shared/domain/plan/plan.ts';
import {
  assessPlannedSession,
  entriesOf,
  feedersLater,
  remainingItems,
} from '../../../../shared/domain/plan/plan-totals.ts';
import { into, liquid, patientOf, percent, shipped } from '../dose/examples.ts';
import { veinId } from './planned-veins.ts';

function item(id: string, more: Partial<PlanItem> = {}): PlanItem {
  return {
    veinId: veinId(id),
    sessionNumber: 1,
    preparation: { form: 'liquid', strengthUgPerMl: percent(100) },
    punctures: 5,
    volumePerPunctureUl: microlitres(300),
    locked: false,
    ...more,
  };
}

const VEINS = ['a', 'b', 'c'].map((id) => ({ id: veinId(id), leg: 'left', kind: 'reticular' }) as const);

function assess(items: readonly PlanItem[], weightKg = 44) {
  const { limits } = shipped('strictest');
  return assessPlannedSession({ items, veins: VEINS, limits, patient: patientOf(weightKg) });
}

describe('a planned session', () => {
  it('adds up punctures, volume and mass', () => {
    const { totals, gauges } = assess([item('a'), item('b', { punctures: 2 })]);
    expect(totals).toEqual({ massUg: 21_000, liquidUl: 2_100, foamUl: 0, injections: 7 });
    expect(gauges.find(({ limit }) => limit.id === 'mass-24h')).toMatchObject({ used: 21_000, cap: 88_000 });
  });

  it('names the hard limit that is filled furthest, and what it passes', () => {
    const heavy = [item('a', { punctures: 30 })];
    expect(assess(heavy)).toMatchObject({ bindingLimitId: 'mass-24h', passed: { hard: ['mass-24h'] } });
    expect(assess(heavy, 70)).toMatchObject({ bindingLimitId: 'session-volume', passed: { hard: [] } });
    expect(assess(heavy, 70).passed.caution).toEqual(['session-volume-caution']);
  });

  it('takes the first limit on a tie, and none for nothing', () => {
    expect(assess([item('a')], 50).bindingLimitId).toBe('mass-24h');
    expect(assess([]).bindingLimitId).toBeNull();
  });

  it('names items that give too much in one place', () => {
    const { injectionsOver } = assess([item('a'), item('b', { volumePerPunctureUl: microlitres(400) })]);
    expect(injectionsOver).toEqual([{ veinId: 'b', limitIds: ['injection-reticular'] }]);
  });

  it('counts what other sessions give within 24 hours', () => {
    const { gauges } = assessPlannedSession({
      items: [item('a')],
      veins: VEINS,
      limits: shipped('strictest').limits,
      patient: patientOf(44),
      earlierIn24h: [into(liquid(100, 1_000))],
    });
    expect(gauges.map(({ used }) => used).slice(0, 2)).toEqual([25_000, 1_500]);
  });

  it('does not guess at a vein that is not on the map', () => {
    expect(() => entriesOf(item('gone'), VEINS)).toThrow(/not on the map/);
  });
});

describe('what is still to be done', () => {
  const given = (id: string, sessionNumber: number, injections: number) => ({
    veinId: veinId(id),
    sessionNumber,
    injections,
  });

  it('is what its own session has not given', () => {
    const items = [item('a'), item('b'), item('a', { sessionNumber: 2 }), item('c', { sessionNumber: null })];
    const left = remainingItems(items, [given('a', 1, 5), given('b', 1, 2), given('b', 1, 1)]);
    expect(left.map(({ veinId: id, sessionNumber, punctures }) => [id, sessionNumber, punctures])).toEqual([
      ['b', 1, 2],
      ['a', 2, 5],
      ['c', null, 5],
    ]);
  });

  it('is not less because another session gave more than planned', () => {
    expect(remainingItems([item('a', { sessionNumber: 2 })], [given('a', 1, 9)])).toHaveLength(1);
  });

  it('counts an injection once where a vein stands twice in a session', () => {
    const left = remainingItems([item('a'), item('a')], [given('a', 1, 6)]);
    expect(left.map(({ punctures }) => punctures)).toEqual([4]);
  });
});

describe('feeders planned later than what they feed', () => {
  const veins = [
    { id: veinId('web'), feederId: veinId('feeder') },
    { id: veinId('feeder'), feederId: null },
  ];
  const at = (web: number | null, feeder: number | null) =>
    feedersLater([item('web', { sessionNumber: web }), item('feeder', { sessionNumber: feeder })], veins);

  it('are named with what they feed', () => {
    expect(at(1, 2)).toEqual([{ feederId: 'feeder', veinId: 'web' }]);
  });

  it.each([
    [1, 1],
    [2, 1],
    [1, null],
    [null, 2],
  ])('are not found with the web in %s and the feeder in %s', (web, feeder) => {
    expect(at(web, feeder)).toEqual([]);
  });

  it('go by the first of several sessions', () => {
    const items = [
      item('web', { sessionNumber: 2 }),
      item('feeder', { sessionNumber: 3 }),
      item('feeder', { sessionNumber: 1 }),
    ];
    expect(feedersLater(items, veins)).toEqual([]);
  });
});
