import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moveVein, withoutPoint, withPointAdded } from '../../../../shared/domain/leg-map/change-vein.ts';
import { cannotFeed } from '../../../../shared/domain/leg-map/feeder.ts';
import { joinVeins } from '../../../../shared/domain/leg-map/join-veins.ts';
import { measureVein } from '../../../../shared/domain/leg-map/measure.ts';
import { mirrorMark, mirrorVein } from '../../../../shared/domain/leg-map/mirror-vein.ts';
import { nearestOnVein } from '../../../../shared/domain/leg-map/near-vein.ts';
import { roomOnLeg } from '../../../../shared/domain/leg-map/room-on-leg.ts';
import { middleOf, splitVein } from '../../../../shared/domain/leg-map/split-vein.ts';
import type { PointMm, Vein } from '../../../../shared/domain/leg-map/vein.ts';
import { ontoLeg, outlineOf, viewsOfBothLegs } from '../../../../shared/domain/leg-map/views.ts';
import { boxAround, distance } from '../../../../shared/geometry/point.ts';
import { polygonContains } from '../../../../shared/geometry/polygon.ts';
import { pathLength } from '../../../../shared/geometry/polyline.ts';
import { idOf, type VeinId } from '../../../../shared/kernel/ids.ts';

const id = (name: string) => idOf<'vein'>(name);

const BENT: readonly PointMm[] = [
  [0, 600],
  [8, 560],
  [2, 520],
  [10, 480],
];

const LINE: Vein = {
  id: id('one'),
  leg: 'left',
  aspect: 'lateral',
  number: 4,
  kind: 'reticular',
  pattern: 'line',
  colour: 'blue-green',
  diameterMm: 2,
  depth: 'subdermal',
  path: BENT,
  branches: [
    [
      [8, 560],
      [20, 550],
    ],
    [
      [10, 490],
      [22, 480],
    ],
  ],
  feederId: null,
  note: 'hurts',
  carriedOverFrom: null,
};

const lineOf = (name: string, path: readonly PointMm[], more: Partial<Vein> = {}): Vein => ({
  ...LINE,
  id: id(name),
  branches: [],
  path,
  ...more,
});

const FRESH = { id: id('fresh'), number: 9 };

/** Lines of two to eight points in the middle of a left thigh. */
const anyLine = fc
  .array(fc.tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 450, max: 650 })), {
    minLength: 2,
    maxLength: 8,
  })
  .filter((path) => pathLength(path) > 20)
  .map((path) => lineOf('any', path));

describe('splitting a line', () => {
  test('the first part keeps the name, the second has a new one, and both keep what is known of the vein', () => {
    const [first, second] = splitVein(LINE, [3, 525], FRESH) ?? [];
    expect(first).toMatchObject({ id: LINE.id, number: 4, note: 'hurts', kind: 'reticular' });
    expect(second).toMatchObject({ ...FRESH, note: 'hurts', kind: 'reticular' });
    expect(first?.path.at(-1)).toEqual(second?.path[0]);
  });

  test('each branch stays with the part that it springs from', () => {
    const [first, second] = splitVein(LINE, [3, 525], FRESH) ?? [];
    expect(first?.branches).toEqual([LINE.branches[0]]);
    expect(second?.branches).toEqual([LINE.branches[1]]);
  });

  test('a web cannot be split, nor a line at its very end', () => {
    expect(splitVein({ ...LINE, pattern: 'web' }, [3, 525], FRESH)).toBeNull();
    expect(splitVein(LINE, [0, 600], FRESH)).toBeNull();
    expect(splitVein(LINE, [10, 480.5], FRESH)).toBeNull();
  });

  test('in the middle both parts are as long as each other', () => {
    const [first, second] = splitVein(LINE, middleOf(LINE), FRESH) ?? [];
    if (first === undefined || second === undefined) throw new Error('not split');
    const [a, b] = [measureVein(first, 1).lengthMm, measureVein(second, 1).lengthMm];
    expect(Math.abs(a - b)).toBeLessThanOrEqual(2);
  });

  test('wherever it is split, no drawn point is lost and the parts joined again are the whole', () => {
    fc.assert(
      fc.property(anyLine, fc.double({ min: 0, max: 1, noNaN: true }), (vein, share) => {
        const near = vein.path[Math.floor(share * (vein.path.length - 1))] ?? [0, 0];
        const parts = splitVein(vein, near, FRESH);
        if (parts === null) return;
        const joined = joinVeins(...parts);
        if (typeof joined === 'string') throw new Error(joined);
        for (const point of vein.path)
          expect(Math.min(...joined.path.map((other) => distance(point, other)))).toBeLessThan(0.01);
        expect(joined).toMatchObject({ id: vein.id, number: vein.number });
      }),
    );
  });
});

describe('joining two lines', () => {
  const upper = lineOf('upper', [
    [0, 600],
    [0, 550],
  ]);
  const lower = lineOf(
    'lower',
    [
      [0, 540],
      [0, 500],
    ],
    { number: 7, kind: 'telangiectasia' },
  );

  test('they are joined at the ends that lie closest, and the first gives name, kind and direction', () => {
    const whole = [
      [0, 600],
      [0, 550],
      [0, 540],
      [0, 500],
    ];
    const turned = { ...lower, path: lower.path.toReversed() };
    expect(joinVeins(upper, lower)).toMatchObject({
      id: upper.id,
      number: 4,
      kind: 'reticular',
      path: whole,
    });
    expect(joinVeins(upper, turned)).toMatchObject({ path: whole });
    expect(joinVeins(lower, upper)).toMatchObject({ id: lower.id, kind: 'telangiectasia', path: whole });
    expect(joinVeins({ ...upper, path: upper.path.toReversed() }, lower)).toMatchObject({
      path: whole.toReversed(),
    });
  });

  test('notes and branches of both are kept, and whether one is still to be confirmed', () => {
    const date = { ...lower, carriedOverFrom: LINE.carriedOverFrom, note: 'tender' };
    const branch = [
      [0, 520],
      [10, 510],
    ] as const;
    const joined = joinVeins(
      {
        ...upper,
        branches: [
          [
            [0, 580],
            [9, 570],
          ],
        ],
      },
      { ...date, branches: [branch] },
    );
    expect(joined).toMatchObject({
      note: 'hurts; tender',
      branches: [
        [
          [0, 580],
          [9, 570],
        ],
        branch,
      ],
    });
    expect(joinVeins(upper, lower)).toMatchObject({ note: 'hurts' });
  });

  test('what fed one of them feeds the whole, but it never feeds itself', () => {
    expect(joinVeins(upper, { ...lower, feederId: id('deep') })).toMatchObject({ feederId: id('deep') });
    expect(joinVeins(upper, { ...lower, feederId: upper.id })).toMatchObject({ feederId: null });
    expect(joinVeins({ ...upper, feederId: lower.id }, lower)).toMatchObject({ feederId: null });
  });

  test('webs, and lines of different views, stay apart', () => {
    expect(joinVeins(upper, { ...lower, pattern: 'web' })).toBe('join-lines-of-one-view');
    expect(joinVeins(upper, { ...lower, aspect: 'medial' })).toBe('join-lines-of-one-view');
    expect(joinVeins(upper, { ...lower, leg: 'right' })).toBe('join-lines-of-one-view');
  });

  test('a line has no more branches than the record can hold', () => {
    const many = Array.from({ length: 40 }, () => BENT);
    expect(joinVeins({ ...upper, branches: many }, { ...lower, branches: many })).toBe('join-too-long');
  });

  test('the whole is as long as both and the gap between them', () => {
    fc.assert(
      fc.property(anyLine, anyLine, (a, b) => {
        const joined = joinVeins(a, { ...b, id: id('b') });
        if (typeof joined === 'string') throw new Error(joined);
        const ends = [a.path[0], a.path.at(-1)].flatMap((end) =>
          [b.path[0], b.path.at(-1)].map((other) => (end && other ? distance(end, other) : Infinity)),
        );
        const whole = pathLength(a.path) + pathLength(b.path) + Math.min(...ends);
        expect(pathLength(joined.path)).toBeCloseTo(whole, 1);
      }),
    );
  });
});

describe('mirroring', () => {
  test('a vein lies on the other leg where its mirror image would, and is as long', () => {
    fc.assert(
      fc.property(anyLine, (vein) => {
        const image = mirrorVein(vein);
        expect(image).toMatchObject({ leg: 'right', aspect: vein.aspect });
        expect(measureVein(image, 1)).toEqual(measureVein(vein, 1));
        for (const point of image.path) {
          expect(polygonContains(outlineOf(image), point)).toBe(
            polygonContains(outlineOf(vein), [-point[0], point[1]]),
          );
        }
        expect(mirrorVein(image)).toEqual(vein);
      }),
    );
  });

  test('branches and marks are mirrored, too', () => {
    expect(mirrorVein(LINE).branches[0]?.[1]).toEqual([-20, 550]);
    const mark = {
      leg: 'left',
      aspect: 'medial',
      id: idOf<'mark'>('m'),
      mark: 'note',
      text: 'x',
      carriedOverFrom: null,
    } as const;
    expect(mirrorMark({ ...mark, point: [0, 30] })).toEqual({ ...mark, leg: 'right', point: [0, 30] });
  });
});

describe('points of a vein', () => {
  test('a point that is added lies on the course, and hardly changes its length', () => {
    fc.assert(
      fc.property(anyLine, fc.integer({ min: 450, max: 650 }), (vein, y) => {
        const near: PointMm = [5, y];
        const more = withPointAdded(vein, near);
        expect(more.path).toHaveLength(vein.path.length + 1);
        const [added] = more.path.filter((point) => !vein.path.includes(point));
        if (added === undefined) throw new Error('no new point');
        expect(nearestOnVein(vein, added).distanceMm).toBeLessThan(0.02);
      }),
    );
  });

  test('added and removed again it is the same vein', () => {
    const more = withPointAdded(LINE, [5, 540]);
    const index = more.path.findIndex((point) => !LINE.path.includes(point));
    expect(withoutPoint(more, index)).toEqual(LINE);
  });

  test('a line of two points and a web of three keep them', () => {
    const short = { ...LINE, path: LINE.path.slice(0, 2) };
    expect(withoutPoint(short, 0)).toBeNull();
    expect(withoutPoint({ ...LINE, path: LINE.path.slice(0, 3), pattern: 'web' }, 0)).toBeNull();
  });
});

describe('the room on the leg', () => {
  const wish = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -900, max: 900 }));

  test('whatever is wished, every point stays on the leg', () => {
    fc.assert(
      fc.property(anyLine, fc.constantFrom(...viewsOfBothLegs()), wish, (vein, view, wished) => {
        const points = vein.path.map((point) => ontoLeg(view, point));
        const [dx, dy] = roomOnLeg([{ view, points }])(wished);
        for (const [x, y] of points) {
          const moved: PointMm = [x + dx, y + dy];
          expect(distance(ontoLeg(view, moved), moved)).toBeLessThan(0.1);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('inside the leg a move is just what was wished', () => {
    expect(roomOnLeg([{ view: LINE, points: LINE.path }])([12, -34])).toEqual([12, -34]);
  });

  test('at the edge it slides along instead of stopping', () => {
    const [dx, dy] = roomOnLeg([{ view: LINE, points: LINE.path }])([400, -60]);
    expect(dx).toBeLessThan(200);
    expect(dy).toBeLessThan(-30);
  });

  test('a great many points stay on the leg as well', () => {
    const points = Array.from({ length: 400 }, (_, i): PointMm => [
      (i % 20) - 10,
      500 + Math.floor(i / 20) * 5,
    ]);
    const [dx, dy] = roomOnLeg([{ view: LINE, points }])([300, 10]);
    expect(dx).toBeGreaterThan(20);
    for (const [x, y] of points)
      expect(distance(ontoLeg(LINE, [x + dx, y + dy]), [x + dx, y + dy])).toBeLessThan(1);
  });

  test('two groups on two legs move by the same', () => {
    const right = mirrorVein(LINE);
    const [dx] = roomOnLeg([
      { view: LINE, points: LINE.path },
      { view: right, points: right.path },
    ])([300, 0]);
    const edge = boxAround(outlineOf(right)).maxX;
    expect(dx).toBeGreaterThan(10);
    expect(dx).toBeLessThan(edge);
  });
});

describe('feeders', () => {
  const [a, b, c] = [lineOf('a', BENT), lineOf('b', BENT, { feederId: id('a') }), lineOf('c', BENT)];
  const veins = new Map<VeinId, Vein>([a, b, c].map((vein) => [vein.id, vein]));
  const why = (vein: Vein, feeder: Vein) => cannotFeed(vein, feeder, (one) => veins.get(one));

  test('a vein of the same leg can feed another', () => {
    expect(why(c, b)).toBeNull();
    expect(why({ ...c, aspect: 'medial' }, b)).toBeNull();
  });

  test('but not itself, not on the other leg, and not one that it is fed by', () => {
    expect(why(a, a)).toBe('feeder-itself');
    expect(why(a, { ...c, leg: 'right' })).toBe('feeder-other-leg');
    expect(why(a, b)).toBe('feeder-circle');
    expect(why(a, { ...c, feederId: b.id })).toBe('feeder-circle');
  });
});

test('a vein that is moved keeps its length and takes its branches along', () => {
  const moved = moveVein(LINE, [5.25, -10.5]);
  expect(measureVein(moved, 1).lengthMm).toBe(measureVein(LINE, 1).lengthMm);
  expect(moved.branches[0]?.[0]).toEqual([13.25, 549.5]);
});
