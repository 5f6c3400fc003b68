import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anchorOf,
  heightScaleOf,
  isPlausibleScale,
  mapScale,
  measureVein,
} from '../../../../shared/domain/leg-map/measure.ts';
import { LEVELS, levelOf, REGIONS, regionOf } from '../../../../shared/domain/leg-map/region.ts';
import {
  colourDisagrees,
  depthOf,
  kindDisagrees,
  suggestKind,
} from '../../../../shared/domain/leg-map/vein-kind.ts';
import {
  ASPECTS,
  LEGS,
  VEIN_COLOURS,
  type LegView,
  type PointMm,
  type Vein,
} from '../../../../shared/domain/leg-map/vein.ts';
import { moveVein } from '../../../../shared/domain/leg-map/change-vein.ts';
import {
  edgesAt,
  ontoLeg,
  outlineOf,
  sidesOf,
  viewsOfBothLegs,
  viewsOfLeg,
} from '../../../../shared/domain/leg-map/views.ts';
import { webPattern } from '../../../../shared/domain/leg-map/web-pattern.ts';
import { polygonContains } from '../../../../shared/geometry/polygon.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';

const view: fc.Arbitrary<LegView> = fc.record({
  leg: fc.constantFrom(...LEGS),
  aspect: fc.constantFrom(...ASPECTS),
});
const point: fc.Arbitrary<PointMm> = fc.tuple(
  fc.double({ min: -160, max: 160, noNaN: true }),
  fc.double({ min: 0, max: 860, noNaN: true }),
);
const mirrored = ({ leg, aspect }: LegView): LegView => ({ leg: leg === 'left' ? 'right' : 'left', aspect });

const line: Vein = {
  id: idOf<'vein'>('6b1f0c1e-0000-4000-8000-000000000001'),
  leg: 'left',
  aspect: 'lateral',
  number: 1,
  kind: 'reticular',
  pattern: 'line',
  colour: 'blue-green',
  diameterMm: 2,
  depth: 'subdermal',
  path: [
    [0, 700],
    [0, 600],
    [0, 400],
  ],
  branches: [
    [
      [0, 600],
      [30, 560],
    ],
  ],
  feederId: null,
  note: '',
  carriedOverFrom: null,
};
const web: Vein = {
  ...line,
  pattern: 'web',
  kind: 'telangiectasia',
  path: Array.from({ length: 24 }, (_, i): PointMm => [
    30 * Math.cos((i * Math.PI) / 12),
    450 + 20 * Math.sin((i * Math.PI) / 12),
  ]),
  branches: [],
};

describe('regions', () => {
  test('every place has exactly one region and one level, the same on both legs', () => {
    fc.assert(
      fc.property(view, point, (where, [x, y]) => {
        const region = regionOf([x, y], where);
        expect(REGIONS.filter((other) => other === region)).toHaveLength(1);
        expect(regionOf([-x, y], mirrored(where))).toBe(region);
        expect(LEVELS).toContain(levelOf(y));
      }),
    );
  });

  test('change only at a boundary: one step of a hundredth crosses at most one', () => {
    fc.assert(
      fc.property(view, point, (where, [x, y]) => {
        const part = (height: number) => regionOf([x, height], where);
        const [below, at, above] = [part(y - 0.01), part(y), part(y + 0.01)];
        expect(below === at || at === above).toBe(true);
      }),
    );
  });

  test('every region is somewhere on the leg', () => {
    const found = new Set(
      viewsOfLeg('left').flatMap((where) =>
        outlineOf(where).flatMap(([, y]) => {
          const edges = edgesAt(where, y + 0.01);
          return edges === null
            ? []
            : [0.1, 0.5, 0.9].map((share) => regionOf([edges[0] + (edges[1] - edges[0]) * share, y], where));
        }),
      ),
    );
    expect([...found].toSorted()).toEqual(REGIONS.toSorted());
  });

  test.each([
    ['posterior', [0, 450], 'popliteal-fossa'],
    ['posterior', [0, 330], 'calf-posterior'],
    ['medial', [-10, 72], 'medial-malleolus'],
    ['medial', [100, 60], 'foot-medial'],
    ['lateral', [20, 600], 'thigh-lateral'],
    ['lateral', [40, 800], 'hip'],
    ['posterior', [-40, 800], 'buttock'],
    ['posterior', [0, 700], 'thigh-posterior'],
    ['anterior', [30, 780], 'groin'],
    ['anterior', [0, 20], 'foot-dorsum'],
  ] as const)('%s %j is the %s', (aspect, at, region) => {
    expect(regionOf(at, { leg: 'left', aspect })).toBe(region);
  });

  test('levels run down the leg in thirds', () => {
    expect([740, 600, 500, 400, 250, 100, 30].map(levelOf)).toEqual(LEVELS);
    expect(levelOf(451)).toBe('lower-thigh');
  });
});

describe('views', () => {
  test('stand as the viewer sees the patient: right leg at the left in front, at the right behind', () => {
    const legs = (aspect: string) =>
      viewsOfBothLegs()
        .filter((each) => each.aspect === aspect)
        .map(({ leg }) => leg);
    expect(legs('anterior')).toEqual(['right', 'left']);
    expect(legs('posterior')).toEqual(['left', 'right']);
    expect(viewsOfBothLegs()).toHaveLength(8);
  });

  test('say which side is where', () => {
    expect(sidesOf({ leg: 'left', aspect: 'anterior' })).toEqual(['medial', 'lateral']);
    expect(sidesOf({ leg: 'right', aspect: 'anterior' })).toEqual(['lateral', 'medial']);
    expect(sidesOf({ leg: 'left', aspect: 'posterior' })).toEqual(['lateral', 'medial']);
  });

  test('a stroke beside the leg is brought onto it, one on the leg is left alone', () => {
    fc.assert(
      fc.property(view, point, (where, at) => {
        const on = ontoLeg(where, at);
        if (polygonContains(outlineOf(where), at)) expect(on).toEqual(at);
        else expect(Math.abs(on[0])).toBeLessThan(160);
      }),
    );
  });
});

describe('measures', () => {
  test('a line is as long as its course, side branches not counted, on a leg of the patient’s size', () => {
    expect(measureVein(line, 1).lengthMm).toBe(300);
    expect(measureVein(line, 0.9).lengthMm).toBe(270);
    expect(measureVein(line, 1)).toMatchObject({
      areaMm2: null,
      sizeMm: null,
      region: 'thigh-lateral',
      level: 'lower-thigh',
    });
  });

  test('a web has an extent and an area', () => {
    const { sizeMm, areaMm2, lengthMm, region } = measureVein(web, 1);
    expect(sizeMm).toEqual([60, 40]);
    expect(lengthMm).toBe(60);
    expect(Math.abs((areaMm2 ?? 0) - Math.PI * 30 * 20)).toBeLessThan(20);
    expect(region).toBe('knee-lateral');
    expect(measureVein(web, 2).areaMm2).toBeCloseTo(4 * (areaMm2 ?? 0), -1);
  });

  test('an unknown height counts as that of the measured leg', () => {
    expect(heightScaleOf(null)).toBe(1);
    expect(heightScaleOf(1605.42)).toBe(1);
    expect(heightScaleOf(1520)).toBeCloseTo(0.947, 3);
  });

  test('a measured distance sets the scale of all, whatever the height', () => {
    fc.assert(
      fc.property(
        view,
        point,
        fc.integer({ min: 50, max: 400 }),
        fc.integer({ min: 20, max: 600 }),
        (where, from, referenceMm, distanceMm) => {
          const to: PointMm = [from[0], from[1] + referenceMm];
          const id = idOf<'mark'>('6b1f0c1e-0000-4000-8000-000000000002');
          const mark = { mark: 'scale', id, ...where, from, to, distanceMm } as const;
          const scale = mapScale({ heightMm: 1520, scaleMark: mark });
          expect(scale * referenceMm).toBeCloseTo(distanceMm, 6);
          const ruled = { ...line, path: [from, to], branches: [] };
          expect(measureVein(ruled, scale).lengthMm).toBe(distanceMm);
          const share = distanceMm / referenceMm;
          if (share > 0.61 && share < 1.59) expect(isPlausibleScale(mark)).toBe(true);
          if (share < 0.59 || share > 1.61) expect(isPlausibleScale(mark)).toBe(false);
        },
      ),
    );
    expect(mapScale({ heightMm: 1520, scaleMark: null })).toBeCloseTo(0.947, 3);
    expect(mapScale({ heightMm: null, scaleMark: null })).toBe(1);
  });

  test('moving a vein changes its place and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }), (dx, dy) => {
        const moved = moveVein(line, [dx, dy]);
        expect(measureVein(moved, 1).lengthMm).toBe(300);
        expect(anchorOf(moved)).toEqual([anchorOf(line)[0] + dx, anchorOf(line)[1] + dy]);
        expect(moveVein(moved, [-dx, -dy])).toEqual(line);
      }),
    );
  });
});

describe('the kind of a vein', () => {
  test('follows its diameter, and for small ones its colour', () => {
    expect(suggestKind(0.4, 'red')).toBe('telangiectasia');
    expect(suggestKind(1, 'blue')).toBe('telangiectasia');
    expect(suggestKind(0.9, 'blue-green')).toBe('reticular');
    expect(suggestKind(1.1, 'red')).toBe('reticular');
    expect(suggestKind(3.1, 'blue-green')).toBe('varicose');
  });

  test('that is suggested never disagrees with the diameter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.constantFrom(...VEIN_COLOURS), (tenths, colour) => {
        expect(kindDisagrees(suggestKind(tenths / 10, colour), tenths / 10, colour)).toBeNull();
      }),
    );
    expect(kindDisagrees('telangiectasia', 1.4)).toBe('too-thick');
    expect(kindDisagrees('varicose', 2)).toBe('too-thin');
    expect(kindDisagrees('varicose', 3)).toBe('too-thin');
    expect(kindDisagrees('reticular', 3)).toBeNull();
    expect(kindDisagrees('reticular', 3.1)).toBe('too-thick');
  });

  test('reticular does not go with a fine vessel of another colour than blue-green', () => {
    expect(kindDisagrees('reticular', 0.4, 'red')).toBe('too-thin');
    expect(kindDisagrees('reticular', 0.9, 'blue')).toBe('too-thin');
    expect(kindDisagrees('reticular', 0.9, 'blue-green')).toBeNull();
    expect(kindDisagrees('reticular', 1, 'purple')).toBeNull();
  });

  test.each([
    [3, 'red', 'too-thick'],
    [1.1, 'red', 'too-thick'],
    [1, 'red', null],
    [2, 'purple', null],
    [2.1, 'purple', 'too-thick'],
    [4, 'blue', null],
    [0.4, 'blue-green', 'too-thin'],
    [1, 'blue-green', null],
    [5, 'blue-green', null],
    [0.2, 'red', null],
  ] as const)('a vessel of %d mm that looks %s is %s for its colour', (diameterMm, colour, doubt) => {
    expect(colourDisagrees(diameterMm, colour)).toBe(doubt);
  });

  test('tells the layer it lies in', () => {
    expect(depthOf('telangiectasia')).toBe('intradermal');
    expect(depthOf('varicose')).toBe('subcutaneous');
  });
});

describe('the pattern of a web', () => {
  const options = { seed: web.id, dense: true, feeder: null };

  test('fills its outline and stays inside it', () => {
    const points = webPattern(web.path, options).flatMap(({ course }) => course);
    expect(points.length).toBeGreaterThan(200);
    const outside = points.filter((at) => !polygonContains(web.path, at));
    expect(outside.length / points.length).toBeLessThan(0.02);
  });

  test('is the same each time, and moves with its outline', () => {
    const moved = webPattern(moveVein(web, [12, -7]).path, options);
    const here = webPattern(moveVein(web, [0, 0]).path, options);
    expect(moved).toHaveLength(here.length);
    expect(webPattern(web.path, options)).toEqual(webPattern(web.path, options));
    expect(webPattern(web.path, { ...options, seed: 'another' })).not.toEqual(webPattern(web.path, options));
  });

  test('does not hang on a sliver or a giant', () => {
    const scaled = (x: number, y: number) =>
      web.path.map(([px, py]): PointMm => [px * x, 450 + (py - 450) * y]);
    expect(webPattern(scaled(1, 0.001), options).length).toBeGreaterThanOrEqual(0);
    expect(webPattern(scaled(5, 8), options).length).toBeGreaterThan(10);
  });
});
