import type { Work } from './work.ts';

/** Units of the same demand. */
export interface PatternItem {
  readonly demand: readonly number[];
  /** How many there are. */
  readonly most: number;
}

/** How many of each item one session takes. */
export interface Pattern {
  readonly counts: readonly number[];
  readonly value: number;
  /** Whether no pattern has a higher value; false where the work ran out. */
  readonly isBest: boolean;
}

/** Float comparisons of what is still to be gained leave this much room, so that none cuts off a better pattern. */
const SLACK = 1 + 1e-9;

interface Hunt {
  /** Positions of items, by falling value for the room they take. */
  readonly sequence: readonly number[];
  readonly items: readonly PatternItem[];
  readonly values: readonly number[];
  /** By dimension and place in the sequence: the most value for a unit of room, and the least demand, from that place on. */
  readonly gains: readonly Float64Array[];
  readonly least: readonly Float64Array[];
  /** The greatest single value from a place on. */
  readonly greatest: Float64Array;
  readonly room: number[];
  readonly counts: number[];
  readonly work: Work;
  bestCounts: readonly number[];
  best: number;
}

/**
 * What fills one session to the highest value: a knapsack in all dimensions at once, by branch and bound. Items of no value are
 * left out. Values are 0 or more.
 */
export function bestPattern(
  items: readonly PatternItem[],
  values: readonly number[],
  room: readonly number[],
  work: Work,
): Pattern {
  const hunt = begin(items, values, room, work);
  const isBest = search(hunt, 0, 0);
  return { counts: hunt.bestCounts, value: hunt.best, isBest };
}

function begin(
  items: readonly PatternItem[],
  values: readonly number[],
  room: readonly number[],
  work: Work,
): Hunt {
  const takes = items.map(({ demand }) =>
    demand.reduce((sum, amount, at) => sum + (amount > 0 ? amount / Math.max(1, room[at] ?? 0) : 0), 0),
  );
  const rank = (item: number) => (values[item] ?? 0) / Math.max(1e-12, takes[item] ?? 0);
  const sequence = [...items.keys()]
    .filter((item) => (values[item] ?? 0) > 0 && (items[item]?.most ?? 0) > 0)
    .filter((item) => items[item]?.demand.every((amount, at) => amount === 0 || amount <= (room[at] ?? 0)))
    .map((item) => ({ item, rank: rank(item) }))
    .sort((a, b) => b.rank - a.rank || a.item - b.item)
    .map(({ item }) => item);
  const suffix = (start: number, join: (rest: number, item: number) => number) => {
    const joined = new Float64Array(sequence.length + 1).fill(start);
    for (let place = sequence.length - 1; place >= 0; place -= 1) {
      joined[place] = join(joined[place + 1] ?? start, sequence[place] ?? 0);
    }
    return joined;
  };
  const demandOf = (item: number, at: number) => items[item]?.demand[at] ?? 0;
  return {
    sequence,
    items,
    values,
    gains: room.map((_, at) =>
      suffix(0, (rest, item) => Math.max(rest, (values[item] ?? 0) / demandOf(item, at))),
    ),
    least: room.map((_, at) => suffix(Infinity, (rest, item) => Math.min(rest, demandOf(item, at)))),
    greatest: suffix(0, (rest, item) => Math.max(rest, values[item] ?? 0)),
    room: [...room],
    counts: items.map(() => 0),
    work,
    bestCounts: items.map(() => 0),
    best: 0,
  };
}

/** Whether everything from a place on was seen; takes as many of each item as there is room for, then fewer. */
function search(hunt: Hunt, place: number, value: number): boolean {
  if (value > hunt.best) {
    hunt.best = value;
    hunt.bestCounts = [...hunt.counts];
  }
  for (let at = place; at < hunt.sequence.length; at += 1) {
    hunt.work.left -= 1;
    if (hunt.work.left < 0) return false;
    if (value + mostToGain(hunt, at) * SLACK <= hunt.best) return true;
    const item = hunt.sequence[at] ?? 0;
    const count = mostOf(hunt, item);
    for (let taken = count; taken > 0; taken -= 1) {
      take(hunt, item, taken);
      const isDone = search(hunt, at + 1, value + taken * (hunt.values[item] ?? 0));
      take(hunt, item, -taken);
      if (!isDone) return false;
    }
  }
  return true;
}

function take({ items, room, counts }: Hunt, item: number, times: number): void {
  counts[item] = (counts[item] ?? 0) + times;
  const demand = items[item]?.demand ?? [];
  for (let at = 0; at < room.length; at += 1) room[at] = (room[at] ?? 0) - times * (demand[at] ?? 0);
}

function mostOf({ items, room }: Hunt, item: number): number {
  const { demand, most } = items[item] ?? { demand: [], most: 0 };
  let count = most;
  for (let at = 0; at < room.length; at += 1) {
    const amount = demand[at] ?? 0;
    if (amount > 0) count = Math.min(count, Math.floor((room[at] ?? 0) / amount));
  }
  return count;
}

/** No more than by the best use of the room in any dimension, and by the number of items that the room can hold. */
function mostToGain({ room, gains, least, greatest }: Hunt, place: number): number {
  let gain = Infinity;
  for (let at = 0; at < room.length; at += 1) {
    const left = room[at] ?? 0;
    const smallest = least[at]?.[place] ?? Infinity;
    const ratio = gains[at]?.[place] ?? 0;
    if (ratio !== Infinity) gain = Math.min(gain, left * ratio);
    if (smallest > 0) gain = Math.min(gain, Math.floor(left / smallest) * (greatest[place] ?? 0));
  }
  return gain;
}
