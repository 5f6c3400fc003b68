import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import type {
  Leg,
  LegView,
  PointMm,
  Vein,
  VeinColour,
  VeinDepth,
  VeinKind,
} from '../../../shared/domain/leg-map/vein.ts';
import type { Point } from '../../../shared/geometry/point.ts';
import { seededNumbers } from '../../../shared/geometry/seeded.ts';
import { lineTwigs, reticularBranches } from './branches.ts';
import { asKept, windingCourse, type Winding } from './course.ts';
import { fanHull, lobedHull } from './hulls.ts';
import { pointOf, type Place } from './inside-leg.ts';
import { within, type Random } from './random.ts';
import { SPOTS, type Spot, type SpotName } from './spots.ts';

/** A vein of the demo: where it lies, and what differs from the usual vein there. */
export interface VeinWish {
  readonly at: SpotName;
  readonly kind?: VeinKind;
  readonly colour?: VeinColour;
  readonly diameterMm?: number;
  readonly sizeMm?: readonly [width: number, height: number];
  /** Must be wished for earlier on the same leg. */
  readonly fedBy?: SpotName;
  readonly note?: string;
  readonly carriedOverFrom?: CalendarDate;
}

/** One leg's veins, numbered in the order of the wishes. The same seed gives the same veins; the right leg is drawn as a left one and mirrored. */
export function drawLeg(input: {
  readonly leg: Leg;
  readonly seed: string;
  readonly newVeinId: () => VeinId;
  readonly firstNumber: number;
  readonly wishes: readonly VeinWish[];
}): readonly Vein[] {
  const ids = new Map<SpotName, VeinId>();
  return input.wishes.map((wish, index) => {
    const id = input.newVeinId();
    ids.set(wish.at, id);
    const shape = drawShape(input.seed, wish);
    const turned = input.leg === 'left' ? kept : mirrored;
    return {
      id,
      leg: input.leg,
      aspect: SPOTS[wish.at].aspect,
      number: input.firstNumber + index,
      ...looks(wish),
      path: turned(shape.path),
      branches: shape.branches.map(turned),
      feederId: wish.fedBy === undefined ? null : (ids.get(wish.fedBy) ?? unknownFeeder(wish.fedBy)),
      note: wish.note ?? '',
      carriedOverFrom: wish.carriedOverFrom ?? null,
    };
  });
}

interface Shape {
  readonly path: readonly Point[];
  readonly branches: readonly (readonly Point[])[];
}

const FEEDER_WINDING: Winding = { waveMm: [2, 3], apartMm: [25, 30] };
const LINE_WINDING: Winding = { waveMm: [0.9, 1.5], apartMm: [10, 14] };

function drawShape(seed: string, wish: VeinWish): Shape {
  const spot: Spot = SPOTS[wish.at];
  const view: LegView = { leg: 'left', aspect: spot.aspect };
  const random = seededNumbers(`${seed} ${wish.at}`);
  const moved = neighbourhood(seed, spot.aspect);
  switch (spot.shape) {
    case 'feeder': {
      const course = courseOf(random, view, spot.guide.map(moved), FEEDER_WINDING);
      return { path: course, branches: reticularBranches(random, view, course) };
    }
    case 'line': {
      const course = courseOf(random, view, spot.guide.map(moved), LINE_WINDING);
      return { path: course, branches: lineTwigs(random, view, course) };
    }
    case 'web':
      return area(lobedHull(random, view, pointOf(view, moved(spot.centre)), wish.sizeMm ?? spot.sizeMm));
    case 'fan':
      return area(fanHull(random, view, pointOf(view, spot.apex), spot.reachMm));
  }
}

const area = (path: readonly Point[]): Shape => ({ path, branches: [] });

function courseOf(random: Random, view: LegView, guide: readonly Place[], winding: Winding) {
  return windingCourse(
    random,
    guide.map((place) => pointOf(view, place)),
    winding,
  );
}

/** No two people's veins lie in quite the same place; a web and its feeder, on one view, move together. */
function neighbourhood(seed: string, aspect: string): (place: Place) => Place {
  const random = seededNumbers(`${seed} ${aspect}`);
  const [aside, up] = [within(random, -0.035, 0.035), within(random, -14, 14)];
  return ([share, y]) => [share + aside, y + up];
}

const kept = (path: readonly Point[]): readonly PointMm[] => asKept(path);
const mirrored = (path: readonly Point[]): readonly PointMm[] => kept(path.map(([x, y]) => [-x, y]));

function looks(wish: VeinWish): {
  readonly kind: VeinKind;
  readonly pattern: Vein['pattern'];
  readonly colour: VeinColour;
  readonly diameterMm: number;
  readonly depth: VeinDepth;
} {
  const { shape } = SPOTS[wish.at];
  const kind = wish.kind ?? (shape === 'feeder' ? 'reticular' : 'telangiectasia');
  const colour = wish.colour ?? (shape === 'feeder' ? 'blue-green' : shape === 'fan' ? 'blue' : 'red');
  return {
    kind,
    pattern: shape === 'web' || shape === 'fan' ? 'web' : 'line',
    colour,
    diameterMm: wish.diameterMm ?? usualDiameterMm(kind, colour, shape),
    depth: kind === 'telangiectasia' ? 'intradermal' : kind === 'reticular' ? 'subdermal' : 'subcutaneous',
  };
}

function usualDiameterMm(kind: VeinKind, colour: VeinColour, shape: Spot['shape']): number {
  if (kind === 'varicose') return 4;
  if (kind === 'reticular') return 1.7;
  if (shape === 'line') return 0.4;
  return colour === 'red' ? 0.5 : colour === 'purple' ? 0.8 : 0.7;
}

function unknownFeeder(name: string): never {
  throw new Error(`the feeder is not wished for before: ${name}`);
}
