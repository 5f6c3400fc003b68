import { boxesOverlap, type Box, type Point } from '../../../shared/geometry/point.ts';
import type { CanvasColours } from '../canvas-colours.ts';
import { toScreen } from '../layout/arrange-views.ts';
import { inGutters } from './picture-gutters.ts';
import type { PlanPicture, VeinSteps } from './plan-picture.ts';
import { dotSign, sessionBadge } from './sheet-signs.ts';
import type { SheetVein } from './sheet-veins.ts';
import { svgElement, type SvgElement } from './svg-element.ts';

/** The signs of a vein beside the leg, or on it where the room beside it is full. */
export interface PlacedBadges {
  readonly steps: VeinSteps;
  readonly box: Box;
  /** From the signs to the vein; null where they stand on it. */
  readonly leader: readonly [from: Point, to: Point] | null;
  /** 1 is the usual size. */
  readonly size: number;
}

const SIGN = 17;
/** As many signs as a vein can have: the sessions after these are left to the list. */
const MOST_SIGNS = 4;
const SIZES = [1, 0.8] as const;
const ON_LEG_SIZES = [0.7, 0.5] as const;

/** Places for the signs of all veins that have any, at the largest size at which all find one beside the legs. */
export function layOutBadges(
  veins: readonly SheetVein[],
  steps: PlanPicture['steps'],
): readonly PlacedBadges[] {
  const wanted = veins.flatMap((drawn) => {
    const own = steps.get(drawn.vein.id);
    return own === undefined ? [] : [{ drawn, steps: own }];
  });
  const [large, small] = SIZES;
  const first = layOutAt(large, wanted);
  if (first.length === wanted.length) return first;
  const second = layOutAt(small, wanted);
  const placed = new Set(second.map((each) => each.steps));
  const rest = wanted.filter((each) => !placed.has(each.steps));
  return [...second, ...onLeg(rest, second)];
}

interface Wanted {
  readonly drawn: SheetVein;
  readonly steps: VeinSteps;
}

function layOutAt(size: number, wanted: readonly Wanted[]): readonly PlacedBadges[] {
  const frames = [...new Set(wanted.map(({ drawn }) => drawn.frame))];
  return frames.flatMap((frame) => {
    const wishes = wanted
      .filter(({ drawn }) => drawn.frame === frame)
      .map(({ drawn, steps }) => ({
        key: steps,
        target: pointsOf(drawn),
        width: widthOf(steps) * size,
        height: SIGN * size,
      }));
    return inGutters(wishes, frame).map(({ key, box, leader }) => ({ steps: key, box, leader, size }));
  });
}

/** On the veins themselves: where they hide no other sign, smaller if need be, in the middle of the vein if there is no such place. */
function onLeg(wanted: readonly Wanted[], beside: readonly PlacedBadges[]): readonly PlacedBadges[] {
  const taken = beside.map(({ box }) => box);
  return wanted.map(({ drawn, steps }): PlacedBadges => {
    const points = fromTheMiddle(pointsOf(drawn));
    const tried = ON_LEG_SIZES.flatMap((size) =>
      points.map((point) => ({ size, box: boxAround(point, widthOf(steps) * size, SIGN * size) })),
    );
    const isFree = ({ box }: { readonly box: Box }) => !taken.some((other) => boxesOverlap(other, box));
    const place = tried.find(isFree) ?? tried.at(-points.length);
    if (place === undefined) throw new Error('a vein without a point');
    taken.push(place.box);
    return { steps, leader: null, ...place };
  });
}

function fromTheMiddle(points: readonly Point[]): readonly Point[] {
  const off = (index: number) => Math.abs(index - (points.length - 1) / 2);
  return points
    .map((point, index) => ({ point, off: off(index) }))
    .sort((a, b) => a.off - b.off)
    .map(({ point }) => point);
}

function boxAround([x, y]: Point, width: number, height: number): Box {
  return { minX: x - width / 2, maxX: x + width / 2, minY: y - height / 2, maxY: y + height / 2 };
}

function pointsOf({ shape, frame }: SheetVein): readonly Point[] {
  const step = Math.max(2, Math.floor(shape.main.length / 24));
  return shape.main.filter((_, index) => index % step === 0).map((point) => toScreen(frame, point));
}

const signCount = ({ isTreated, due }: VeinSteps) => Math.min(MOST_SIGNS, Number(isTreated) + due.length);
const widthOf = (steps: VeinSteps) => signCount(steps) * SIGN;

/** The signs with their leader. */
export function badgeGroup({ steps, box, leader, size }: PlacedBadges, colours: CanvasColours): SvgElement {
  const place = (index: number): Point => [box.minX + (index + 0.5) * SIGN * size, (box.minY + box.maxY) / 2];
  const sign = (draw: (at: Point) => SvgElement, index: number) => {
    const [x, y] = place(index);
    return svgElement(
      'g',
      { transform: `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${String(size)})` },
      [draw([0, 0])],
    );
  };
  const draws = [
    ...(steps.isTreated ? [() => treatedSign([0, 0], colours)] : []),
    ...steps.due.map((number) => (at: Point) => sessionBadge(at, number, colours)),
  ].slice(0, MOST_SIGNS);
  return svgElement('g', { 'data-signs': signWords(steps) }, [
    ...(leader === null ? [] : [leaderLine(leader, colours)]),
    ...draws.map(sign),
  ]);
}

/** What was treated: the dot of an injection, as large as the badges beside it. */
export function treatedSign([x, y]: Point, colours: CanvasColours): SvgElement {
  const transform = `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(1.3)`;
  return svgElement('g', { transform }, [dotSign([0, 0], 'given', colours)]);
}

const signWords = ({ isTreated, due }: VeinSteps) =>
  [...(isTreated ? ['done'] : []), ...due.map(String)].join(' ');

function leaderLine([from, to]: readonly [Point, Point], colours: CanvasColours): SvgElement {
  const d = `M${from[0].toFixed(2)} ${from[1].toFixed(2)}L${to[0].toFixed(2)} ${to[1].toFixed(2)}`;
  return svgElement('path', { d, stroke: colours.ctl, 'stroke-width': 0.8 });
}
