import { distance } from '../../geometry/point.ts';
import type { PointMm, Vein } from './vein.ts';
import { sameView } from './views.ts';

const LONGEST_NOTE = 2000;
const MOST_POINTS = 2000;
const MOST_BRANCHES = 60;

/** Why two veins cannot become one. */
export type CannotJoin = 'join-lines-of-one-view' | 'join-too-long';

/**
 * Two lines of one view as one, joined at those ends that lie closest. It keeps name, number, kind and direction of the first; notes
 * of both are kept, and so are branches.
 */
export function joinVeins(first: Vein, second: Vein): Vein | CannotJoin {
  if (first.pattern !== 'line' || second.pattern !== 'line' || !sameView(first, second))
    return 'join-lines-of-one-view';
  const path = joinedPath(first.path, second.path);
  const branches = [...first.branches, ...second.branches];
  const note = [...new Set([first.note, second.note])].filter((text) => text !== '').join('; ');
  if (path.length > MOST_POINTS || branches.length > MOST_BRANCHES || note.length > LONGEST_NOTE)
    return 'join-too-long';
  return {
    ...first,
    path,
    branches,
    note,
    feederId: joinedFeeder(first, second),
    carriedOverFrom: first.carriedOverFrom ?? second.carriedOverFrom,
  };
}

function joinedPath(first: readonly PointMm[], second: readonly PointMm[]): readonly PointMm[] {
  const back = second.toReversed();
  const ways = [
    { gap: gapBetween(first, second), path: [...first, ...second] },
    { gap: gapBetween(first, back), path: [...first, ...back] },
    { gap: gapBetween(second, first), path: [...second, ...first] },
    { gap: gapBetween(back, first), path: [...back, ...first] },
  ];
  const { path } = ways.reduce((best, way) => (way.gap < best.gap ? way : best));
  return path.filter((point, index) => {
    const before = path[index - 1];
    return before === undefined || distance(before, point) > 0.005;
  });
}

function gapBetween(before: readonly PointMm[], after: readonly PointMm[]): number {
  const [end, start] = [before.at(-1), after[0]];
  return end === undefined || start === undefined ? Infinity : distance(end, start);
}

/** What fed the first, else what fed the second; never one of the two. */
function joinedFeeder(first: Vein, second: Vein): Vein['feederId'] {
  const outside = [first.feederId, second.feederId].filter((id) => id !== first.id && id !== second.id);
  return outside.find((id) => id !== null) ?? null;
}
