import { boxesOverlap, grownBox, type Box, type Point } from '../../../shared/geometry/point.ts';

/** A label that wants a place beside a leg. */
export interface LabelWish<Key> {
  readonly key: Key;
  /** Points of what it names, in pixels; never empty. */
  readonly target: readonly Point[];
  /** Where the label would best stand, as a height. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The leg's edges around a band of heights, in pixels. */
  readonly legEdges: (fromY: number, toY: number) => readonly [left: number, right: number];
  /** Placed first, and shown even where there is no room. */
  readonly must: boolean;
}

export interface PlacedLabel<Key> {
  readonly key: Key;
  readonly box: Box;
  /** From the label to what it names. */
  readonly leader: readonly [from: Point, to: Point];
}

const GAP = 4;
const OFF_LEG = 12;
const SHIFTS = Array.from({ length: 61 }, (_, i) => (i % 2 === 0 ? 1 : -1) * Math.ceil(i / 2) * 5);

/**
 * Places labels in the gutters beside the legs, each as near to its vein as it goes without touching another label, a leg
 * (`covered`) or the edge of the picture. Labels that find no place are left out.
 */
export function placeLabels<Key>(
  wishes: readonly LabelWish<Key>[],
  room: { readonly bounds: Box; readonly covered: (box: Box) => boolean },
): readonly PlacedLabel<Key>[] {
  const placed: PlacedLabel<Key>[] = [];
  const order = wishes.toSorted((a, b) => Number(b.must) - Number(a.must) || a.y - b.y);
  for (const wish of order) {
    const free = (box: Box) =>
      inside(box, room.bounds) &&
      !placed.some((other) => boxesOverlap(grownBox(other.box, GAP), box)) &&
      !room.covered(box);
    const best = bestOf(candidates(wish), free) ?? (wish.must ? kept(firstBox(wish), room.bounds) : null);
    if (best !== null) placed.push({ key: wish.key, box: best, leader: leaderOf(wish, best) });
  }
  return placed;
}

interface Candidate {
  readonly box: Box;
  readonly cost: number;
}

function candidates<Key>(wish: LabelWish<Key>): readonly Candidate[] {
  return SHIFTS.flatMap((shift) => {
    const minY = wish.y + shift - wish.height / 2;
    const maxY = minY + wish.height;
    const [left, right] = wish.legEdges(minY, maxY);
    return [left - OFF_LEG - wish.width, right + OFF_LEG].map((minX): Candidate => {
      const box = { minX, minY, maxX: minX + wish.width, maxY };
      const [from, to] = leaderOf(wish, box);
      return { box, cost: Math.hypot(from[0] - to[0], 2 * (from[1] - to[1])) + Math.abs(shift) * 0.3 };
    });
  });
}

function bestOf(all: readonly Candidate[], free: (box: Box) => boolean): Box | null {
  return all.toSorted((a, b) => a.cost - b.cost).find(({ box }) => free(box))?.box ?? null;
}

function firstBox<Key>(wish: LabelWish<Key>): Box {
  return candidates(wish)[1]?.box ?? { minX: 0, minY: 0, maxX: wish.width, maxY: wish.height };
}

function inside(box: Box, bounds: Box): boolean {
  return (
    box.minX >= bounds.minX && box.maxX <= bounds.maxX && box.minY >= bounds.minY && box.maxY <= bounds.maxY
  );
}

function kept(box: Box, bounds: Box): Box {
  const dx = Math.max(0, bounds.minX - box.minX) - Math.max(0, box.maxX - bounds.maxX);
  const dy = Math.max(0, bounds.minY - box.minY) - Math.max(0, box.maxY - bounds.maxY);
  return { minX: box.minX + dx, maxX: box.maxX + dx, minY: box.minY + dy, maxY: box.maxY + dy };
}

/** From the middle of the label's near side to the place of the target that makes the shortest, flattest line. */
function leaderOf<Key>(wish: LabelWish<Key>, box: Box): readonly [Point, Point] {
  const y = (box.minY + box.maxY) / 2;
  const first = wish.target[0] ?? [0, 0];
  const atRight = box.minX > first[0];
  const from: Point = [atRight ? box.minX : box.maxX, y];
  const far = (to: Point) => Math.abs(to[0] - from[0]) + 3 * Math.abs(to[1] - y);
  return [from, wish.target.reduce((best, to) => (far(to) < far(best) ? to : best), first)];
}
