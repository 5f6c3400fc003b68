import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { Aspect, Leg, LegView, Vein, VeinColour } from '../../../shared/domain/leg-map/vein.ts';
import { distance, type Point } from '../../../shared/geometry/point.ts';
import { polygonCentre } from '../../../shared/geometry/polygon.ts';
import { seededNumbers } from '../../../shared/geometry/seeded.ts';
import { lineTwigs } from './branches.ts';
import { asKept, windingCourse } from './course.ts';
import { lobedHull } from './hulls.ts';
import { isInside, pointOf } from './inside-leg.ts';
import { within, type Random } from './random.ts';

/** Middles of two veins of one view lie at least so far apart. */
const APART_MM = 34;

const ASPECTS_BY_TURN: readonly Aspect[] = ['lateral', 'posterior', 'medial', 'lateral', 'anterior'];

/** Many small telangiectasias, as on a leg that has them everywhere: short lines and small webs between the veins that are there. */
export function scatteredVeins(input: {
  readonly leg: Leg;
  readonly seed: string;
  readonly newVeinId: () => VeinId;
  readonly count: number;
  readonly firstNumber: number;
  readonly among: readonly Vein[];
}): readonly Vein[] {
  const random = seededNumbers(`${input.seed} scattered`);
  const veins = [...input.among];
  for (let i = 0; i < input.count; i += 1) {
    const view: LegView = {
      leg: input.leg,
      aspect: ASPECTS_BY_TURN[i % ASPECTS_BY_TURN.length] ?? 'lateral',
    };
    const middle = freePlace(random, view, veins);
    if (middle === null) continue;
    const shape = i % 4 === 3 ? smallWeb(random, view, middle) : shortLine(random, view, middle);
    if (shape === null) continue;
    veins.push({
      id: input.newVeinId(),
      ...view,
      number: input.firstNumber + veins.length - input.among.length,
      kind: 'telangiectasia',
      depth: 'intradermal',
      feederId: null,
      note: '',
      carriedOverFrom: null,
      ...shape,
    });
  }
  return veins.slice(input.among.length);
}

type Shape = Pick<Vein, 'pattern' | 'path' | 'branches' | 'colour' | 'diameterMm'>;

function shortLine(random: Random, view: LegView, middle: Point): Shape | null {
  const half = within(random, 12, 24);
  const slope = Math.PI / 2 + within(random, -0.6, 0.6);
  const [dx, dy] = [Math.cos(slope) * half, Math.sin(slope) * half];
  const ends: Point[] = [[middle[0] + dx, middle[1] + dy], middle, [middle[0] - dx, middle[1] - dy]];
  const course = windingCourse(random, ends, { waveMm: [0.9, 1.5], apartMm: [10, 14] });
  if (!course.every((point) => isInside(view, point))) return null;
  const branches = lineTwigs(random, view, course).map(asKept);
  return { pattern: 'line', path: asKept(course), branches, colour: colourOf(random), diameterMm: 0.4 };
}

function smallWeb(random: Random, view: LegView, middle: Point): Shape {
  const size = [within(random, 18, 28), within(random, 20, 34)] as const;
  const colour = colourOf(random);
  const hull = lobedHull(random, view, middle, size);
  return {
    pattern: 'web',
    path: asKept(hull),
    branches: [],
    colour,
    diameterMm: colour === 'red' ? 0.4 : 0.7,
  };
}

function colourOf(random: Random): VeinColour {
  const draw = random();
  return draw < 0.6 ? 'red' : draw < 0.85 ? 'purple' : 'blue';
}

function freePlace(random: Random, view: LegView, veins: readonly Vein[]): Point | null {
  const taken = veins.filter((vein) => vein.leg === view.leg && vein.aspect === view.aspect).flatMap(middles);
  for (let tries = 0; tries < 60; tries += 1) {
    const place = pointOf(view, [within(random, 0.2, 0.8), within(random, 150, 660)]);
    if (taken.every((other) => distance(other, place) >= APART_MM)) return place;
  }
  return null;
}

/** Points that stand for a vein: a long one needs several. */
function middles(vein: Vein): readonly Point[] {
  if (vein.pattern === 'web') return [polygonCentre(vein.path)];
  return vein.path.filter((_, index) => index % 6 === 0);
}
