import type { Box, Point } from '../../../shared/geometry/point.ts';
import { VISIBLE_TOP_MM, type ViewFrame } from '../layout/arrange-views.ts';
import { legEdges } from '../layout/leg-edges.ts';

/** A sign that wants a place beside the leg of a frame. */
export interface GutterWish<Key> {
  readonly key: Key;
  /** Points of what it names, in pixels; never empty. */
  readonly target: readonly Point[];
  readonly width: number;
  readonly height: number;
}

export interface InGutter<Key> {
  readonly key: Key;
  readonly box: Box;
  /** From the sign to what it names. */
  readonly leader: readonly [from: Point, to: Point];
}

const GAP = 4;
const OFF_LEG = 11;

/**
 * Signs in two columns beside one leg, each column in the order of what it names from the thigh down, so that the lines to them hardly
 * ever cross. What finds no place is left out.
 */
export function inGutters<Key>(
  wishes: readonly GutterWish<Key>[],
  frame: ViewFrame,
): readonly InGutter<Key>[] {
  const [top, bottom] = [frame.y - VISIBLE_TOP_MM * frame.scale, frame.y];
  const sided = sides(wishes, frame, bottom - top);
  return (['left', 'right'] as const).flatMap((side) => {
    const column = sided[side];
    const middles = pushedApart(column, top, bottom);
    return column.flatMap((wish, index) => {
      const middle = middles[index];
      return middle === undefined ? [] : boxAt(wish, side, middle, frame);
    });
  });
}

type Side = 'left' | 'right';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const heightOf = <Key>({ target }: GutterWish<Key>) => mean(target.map(([, y]) => y));

/** Each on the side that it lies nearer to, as long as there is room; in the order of heights. */
function sides<Key>(
  wishes: readonly GutterWish<Key>[],
  frame: ViewFrame,
  room: number,
): Readonly<Record<Side, readonly GutterWish<Key>[]>> {
  const off = (wish: GutterWish<Key>) => {
    const y = heightOf(wish);
    const [left, right] = legEdges(frame, y, y);
    return mean(wish.target.map(([x]) => x)) - (left + right) / 2;
  };
  const measured = wishes.map((wish) => ({ wish, off: off(wish) })).toSorted((a, b) => a.off - b.off);
  const capacity = Math.floor(room / ((wishes[0]?.height ?? 1) + GAP));
  const naturally = measured.filter((each) => each.off < 0).length;
  const onLeft = Math.min(Math.max(naturally, measured.length - capacity), capacity);
  const column = (part: typeof measured) =>
    part.map(({ wish }) => wish).toSorted((a, b) => heightOf(a) - heightOf(b));
  return {
    left: column(measured.slice(0, onLeft)),
    right: column(measured.slice(onLeft, onLeft + capacity)),
  };
}

interface Pile {
  readonly count: number;
  /** Sum of where its members would have the first of them stand. */
  readonly sum: number;
}

/** Heights in their order, at least a step apart and in sum as little moved as can be; as many as have room. */
function pushedApart<Key>(
  column: readonly GutterWish<Key>[],
  top: number,
  bottom: number,
): readonly number[] {
  const step = (column[0]?.height ?? 0) + GAP;
  const piles: Pile[] = [];
  for (const wish of column) {
    let pile: Pile = { count: 1, sum: heightOf(wish) };
    let before = piles.at(-1);
    while (before !== undefined && before.sum / before.count + before.count * step > pile.sum / pile.count) {
      piles.pop();
      pile = {
        count: before.count + pile.count,
        sum: before.sum + pile.sum - pile.count * before.count * step,
      };
      before = piles.at(-1);
    }
    piles.push(pile);
  }
  const wanted = piles.flatMap(({ count, sum }) =>
    Array.from({ length: count }, (_, index) => sum / count + index * step),
  );
  const lowest = (index: number) => bottom - step / 2 - (wanted.length - 1 - index) * step;
  const highest = (index: number) => top + step / 2 + index * step;
  return wanted.map((y, index) => Math.max(highest(index), Math.min(lowest(index), y)));
}

function boxAt<Key>(
  wish: GutterWish<Key>,
  side: Side,
  middle: number,
  frame: ViewFrame,
): readonly InGutter<Key>[] {
  const [minY, maxY] = [middle - wish.height / 2, middle + wish.height / 2];
  const [left, right] = legEdges(frame, minY, maxY);
  const minX = side === 'left' ? left - OFF_LEG - wish.width : right + OFF_LEG;
  const box = { minX, minY, maxX: minX + wish.width, maxY };
  if (box.minX < frame.cell.minX || box.maxX > frame.cell.maxX) return [];
  const from: Point = [side === 'left' ? box.maxX + 1 : box.minX - 1, middle];
  return [{ key: wish.key, box, leader: [from, nearest(wish.target, from)] }];
}

/** The point that makes the shortest, flattest line. */
function nearest(target: readonly Point[], [x, y]: Point): Point {
  const far = (to: Point) => Math.abs(to[0] - x) + 3 * Math.abs(to[1] - y);
  return target.reduce((best, to) => (far(to) < far(best) ? to : best), target[0] ?? [x, y]);
}
