import { describe, expect, test } from 'vitest';
import { drawLeg, type VeinWish } from '../../electron/demo/veins/draw-leg.ts';
import { punctureSites } from '../../electron/demo/veins/puncture-sites.ts';
import { scatteredVeins } from '../../electron/demo/veins/scatter.ts';
import { SPOTS, type SpotName } from '../../electron/demo/veins/spots.ts';
import { seededUuids } from '../../electron/demo/seeded-uuids.ts';
import { VeinInput } from '../../shared/contract/map.ts';
import { courseOf } from '../../shared/domain/leg-map/measure.ts';
import { outlineOf } from '../../shared/domain/leg-map/views.ts';
import { LEGS, type Leg, type Vein } from '../../shared/domain/leg-map/vein.ts';
import { distance } from '../../shared/geometry/point.ts';
import { distanceToEdge, polygonContains } from '../../shared/geometry/polygon.ts';
import { nearestOnPath, pathLength } from '../../shared/geometry/polyline.ts';
import { idOf } from '../../shared/kernel/ids.ts';

const NAMES: readonly SpotName[] = Object.keys(SPOTS).filter((name): name is SpotName => name in SPOTS);
const EVERYWHERE: readonly VeinWish[] = NAMES.map((at) => ({ at }));

function legOf(leg: Leg, seed: string): readonly Vein[] {
  const newUuid = seededUuids(seed);
  const newVeinId = () => idOf<'vein'>(newUuid());
  const drawn = drawLeg({ leg, seed, newVeinId, firstNumber: 1, wishes: EVERYWHERE });
  const among = { leg, seed, newVeinId, among: drawn, firstNumber: drawn.length + 1 };
  return [...drawn, ...scatteredVeins({ ...among, count: 30 })];
}

const SEEDS = ['one', 'two', 'three', 'four', 'five', 'six'];
const LEGS_DRAWN = SEEDS.flatMap((seed) => LEGS.map((leg) => ({ seed, leg, veins: legOf(leg, seed) })));

describe.each(LEGS_DRAWN)('the demo veins of a $leg leg ($seed)', ({ leg, seed, veins }) => {
  test('are veins that the map would take', () => {
    expect(veins.filter((vein) => !VeinInput.safeParse(vein).success)).toEqual([]);
    expect(new Set(veins.map(({ number }) => number)).size).toBe(veins.length);
  });

  test('lie on the leg, well inside its silhouette', () => {
    const outside = veins.flatMap((vein) => {
      const outline = outlineOf(vein);
      return [vein.path, ...vein.branches]
        .flat()
        .filter((point) => !polygonContains(outline, point) || distanceToEdge(outline, point) < 5.8);
    });
    expect(outside).toEqual([]);
  });

  test('wind as veins do: feeders are a tenth longer than straight', () => {
    const feeders = veins.filter(({ kind }) => kind === 'reticular');
    for (const { path } of feeders) {
      const [first, last] = [path[0], path.at(-1)];
      if (!first || !last) throw new Error('an empty path');
      const tortuosity = pathLength(courseOf(path)) / distance(first, last);
      expect(tortuosity).toBeGreaterThan(1.05);
      expect(tortuosity).toBeLessThan(1.25);
    }
    expect(feeders.length).toBeGreaterThan(8);
  });

  test('branch from the vein that they belong to', () => {
    for (const vein of veins.filter(({ kind }) => kind === 'reticular')) {
      expect(vein.branches.length).toBeGreaterThan(1);
      vein.branches.forEach((branch, index) => {
        const [root] = branch;
        if (!root) throw new Error('an empty branch');
        const stems = [vein.path, ...vein.branches.slice(0, index)];
        const gap = Math.min(...stems.map((stem) => nearestOnPath(courseOf(stem), root).distance));
        expect(gap).toBeLessThan(1);
      });
    }
  });

  test('are the same each time they are drawn', () => {
    expect(legOf(leg, seed)).toEqual(veins);
  });

  test('are punctured on the vein itself', () => {
    for (const vein of veins) {
      const sites = punctureSites(vein, 7);
      expect(sites).toHaveLength(7);
      for (const site of sites) {
        if (vein.pattern === 'web') expect(polygonContains(vein.path, site)).toBe(true);
        else expect(nearestOnPath(courseOf(vein.path), site).distance).toBeLessThan(0.1);
      }
    }
  });
});

test('the right leg is the left one in the mirror', () => {
  const [left, right] = [legOf('left', 'same'), legOf('right', 'same')].map((veins) =>
    veins.slice(0, NAMES.length),
  );
  expect(right?.map(({ path }) => path)).toEqual(
    left?.map(({ path }) => path.map(([x, y]) => [x === 0 ? 0 : -x, y])),
  );
});
