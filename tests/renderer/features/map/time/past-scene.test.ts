import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_LAYERS } from '../../../../../renderer/canvas/map-layers.ts';
import { countsOf, pastScene } from '../../../../../renderer/features/map/time/past-scene.ts';
import type { MapFacts } from '../../../../../shared/domain/leg-map/map-facts.ts';
import { mapOn } from '../../../../../shared/domain/leg-map/timeline.ts';
import { arbitraryFacts, aVein, day, told, veinId } from '../../../../shared/domain/leg-map/map-facts.ts';

const COURSE = told(
  { on: 0, vein: aVein(1) },
  { on: 0, vein: aVein(2) },
  { on: 5, session: 1, into: [1, 1, 2] },
  { on: 40, review: { 1: 'cleared' } },
);
const sceneOn = (n: number, layers = ALL_LAYERS) => pastScene(mapOn(COURSE, day(n)), layers);

describe('the map of a past day', () => {
  it('shows each vein as it stood in its life then', () => {
    expect(sceneOn(0).marks.get(veinId(1))).toEqual({ state: 'mapped' });
    expect(sceneOn(5).marks.get(veinId(1))).toEqual({ state: 'injected', label: '✓' });
    expect(sceneOn(40).marks.get(veinId(1))).toEqual({ state: 'cleared' });
    expect(sceneOn(40).marks.get(veinId(2))).toEqual({ state: 'injected', label: '✓' });
  });

  it('shows the punctures up to then, until somebody has judged the vein', () => {
    expect(sceneOn(0).dots).toEqual([]);
    expect(sceneOn(5).dots).toHaveLength(3);
    expect(sceneOn(39).dots).toHaveLength(3);
    expect(sceneOn(40).dots).toHaveLength(1);
  });

  it('puts punctures that were recorded without pointing apart from each other, on the vein', () => {
    const heights = sceneOn(5).dots.map(({ point }) => point[1]);
    expect(new Set(heights).size).toBeGreaterThanOrEqual(2);
    for (const height of heights) {
      expect(height).toBeGreaterThanOrEqual(540);
      expect(height).toBeLessThanOrEqual(600);
    }
  });

  it('crosses out what was struck out', () => {
    const facts = told({ on: 0, vein: aVein(1) }, { on: 5, session: 1, into: [1], struckOut: true });
    expect(pastScene(mapOn(facts, day(5)), ALL_LAYERS).dots).toMatchObject([{ state: 'struck-out' }]);
    expect(countsOf(mapOn(facts, day(5)))).toEqual({ veins: 1, injected: 0, cleared: 0 });
  });

  it('numbers free sites, and keeps on showing them', () => {
    const into = told({ on: 0, vein: aVein(1) }, { on: 5, session: 1, into: [1, 1] });
    const facts: MapFacts = {
      ...into,
      injections: into.injections.map((injection) => ({
        ...injection,
        veinId: null,
        site: { leg: 'left', aspect: 'lateral', point: [0, 500] },
      })),
    };
    expect(pastScene(mapOn(facts, day(50)), ALL_LAYERS).dots.map(({ text }) => text)).toEqual(['F1', 'F2']);
  });

  it('leaves out what belongs to a layer that is off', () => {
    expect(sceneOn(40, { ...ALL_LAYERS, response: 0 }).marks.get(veinId(1))?.state).toBe('injected');
    const bare = sceneOn(40, { ...ALL_LAYERS, response: 0, injections: 0 });
    expect([...bare.marks.values()]).toEqual([{ state: 'mapped' }, { state: 'mapped' }]);
    expect(bare.dots).toEqual([]);
    expect(sceneOn(40, { ...ALL_LAYERS, veins: 0 }).veins).toEqual([]);
  });

  it('counts no more veins injected or cleared than there are', () => {
    fc.assert(
      fc.property(arbitraryFacts, fc.nat(60), (facts, on) => {
        const past = mapOn(facts, day(on));
        const { veins, injected, cleared } = countsOf(past);
        expect(veins).toBe(pastScene(past, ALL_LAYERS).veins.length);
        expect(Math.max(injected, cleared)).toBeLessThanOrEqual(veins);
      }),
    );
  });
});
