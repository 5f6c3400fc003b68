import { initialOrder, MOST_SESSIONS, sequenceOf, withBefore, type SessionOrder } from './precedence.ts';
import {
  addTo,
  capsOf,
  emptyLoad,
  fits,
  pinnedSessions,
  sizeOf,
  unitAt,
  type Assignment,
  type PackingProblem,
  type PackingUnit,
  type SessionLoad,
} from './problem.ts';
import { roomIsEnough } from './search-bound.ts';

/** `none` is a proof: there is no plan with so many sessions. */
export type SearchResult =
  | { readonly outcome: 'found'; readonly assignment: Assignment; readonly work: number }
  | { readonly outcome: 'none' | 'gave-up'; readonly work: number };

/** What the search is in the middle of. Sessions have no order of their own yet, but for the pinned ones at the front. */
interface Search {
  readonly problem: PackingProblem;
  readonly sessions: number;
  readonly pinned: number;
  /** Free units, the largest first. */
  readonly sequence: readonly number[];
  readonly relatives: readonly (readonly number[])[];
  /** By unit: the last place in the sequence at which one of its relatives is put somewhere. */
  readonly lastRelative: readonly number[];
  readonly loads: readonly SessionLoad[];
  readonly placed: (number | null)[];
  /** States from which there is no way on. */
  readonly deadEnds: Set<string>;
  readonly workBudget: number;
  work: number;
  order: SessionOrder;
}

/**
 * Looks for a plan with at most so many sessions, by trying everything that is not ruled out by what is left of the caps or
 * equal to something tried before. Bounded by work (sessions × units looked at), not by
 * time, so that it always answers the same.
 */
export function searchAssignment(
  problem: PackingProblem,
  sessions: number,
  workBudget: number,
): SearchResult {
  if (sessions > MOST_SESSIONS) return { outcome: 'gave-up', work: 0 };
  const search = begin(problem, sessions, workBudget);
  const isFound = placeFrom(search, 0);
  const { work } = search;
  if (isFound) return { outcome: 'found', assignment: inOrder(search), work };
  return { outcome: work > workBudget ? 'gave-up' : 'none', work };
}

function begin(problem: PackingProblem, sessions: number, workBudget: number): Search {
  const { units } = problem;
  const pinned = pinnedSessions(problem);
  const sequence = [...units.keys()]
    .filter((index) => unitAt(problem, index).lockedTo === null)
    .sort((a, b) => sizeOf(problem, unitAt(problem, b)) - sizeOf(problem, unitAt(problem, a)) || a - b);
  const relatives = units.map(({ feeder }, index) => [
    ...(feeder === null ? [] : [feeder]),
    ...units.flatMap((unit, other) => (unit.feeder === index ? [other] : [])),
  ]);
  const loads = Array.from({ length: sessions }, () => emptyLoad(problem));
  for (const unit of units) {
    const load = unit.lockedTo === null ? undefined : loads[unit.lockedTo];
    if (load) addTo(load, unit, 1);
  }
  return {
    problem,
    sessions,
    pinned,
    sequence,
    relatives,
    lastRelative: relatives.map((others) => Math.max(-1, ...others.map((other) => sequence.indexOf(other)))),
    loads,
    placed: units.map(({ lockedTo }) => lockedTo),
    deadEnds: new Set(),
    workBudget,
    work: 0,
    order: initialOrder(sessions, pinned),
  };
}

/** Places the units from a place in the sequence on; leaves the search as it found it if that cannot be done. */
function placeFrom(search: Search, place: number): boolean {
  const index = search.sequence[place];
  if (index === undefined) return true;
  search.work += search.sessions * (search.sequence.length - place + search.placed.length);
  if (search.work > search.workBudget) return false;
  const waiting = search.sequence.slice(place).map((other) => unitAt(search.problem, other));
  if (!roomIsEnough(search.problem, search.loads, waiting)) return false;
  const state = stateKey(search, place);
  if (search.deadEnds.has(state)) return false;
  const unit = unitAt(search.problem, index);
  for (const session of candidates(search, unit)) {
    if (placeIn(search, index, unit, session, place)) return true;
    if (search.work > search.workBudget) return false;
  }
  search.deadEnds.add(state);
  return false;
}

function placeIn(search: Search, index: number, unit: PackingUnit, session: number, place: number): boolean {
  const load = search.loads[session];
  const order = orderWith(search, index, unit, session);
  if (!load || !order) return false;
  const orderBefore = search.order;
  addTo(load, unit, 1);
  search.placed[index] = session;
  search.order = order;
  if (placeFrom(search, place + 1)) return true;
  addTo(load, unit, -1);
  search.placed[index] = null;
  search.order = orderBefore;
  return false;
}

/** Sessions with room, the fullest first; of those that are still empty and have no place of their own only one. */
function candidates({ problem, loads, pinned }: Search, unit: PackingUnit): readonly number[] {
  const firstEmpty = loads.findIndex((load, session) => session >= pinned && isEmpty(load));
  return [...loads.keys()]
    .filter((session) => {
      const load = loads[session];
      if (!load || !fits(problem, load, unit, capsOf(problem, session))) return false;
      return session < pinned || session === firstEmpty || !isEmpty(load);
    })
    .sort((a, b) => fill(problem, loads[b]) - fill(problem, loads[a]) || a - b);
}

function isEmpty({ onLeg }: SessionLoad): boolean {
  return onLeg.right + onLeg.left === 0;
}

function fill(problem: PackingProblem, load: SessionLoad | undefined): number {
  return Math.max(
    0,
    ...(load?.used ?? []).map((used, dimension) => used / Math.max(1, problem.caps[dimension] ?? 1)),
  );
}

/** The order of sessions once a unit stands in one of them; null if its feeder and what it feeds then contradict each other. */
function orderWith(
  { placed, relatives, order }: Search,
  index: number,
  unit: PackingUnit,
  session: number,
): SessionOrder | null {
  let next: SessionOrder | null = order;
  for (const other of relatives[index] ?? []) {
    const otherSession = placed[other] ?? null;
    if (otherSession === null || !next) continue;
    next =
      other === unit.feeder
        ? withBefore(next, otherSession, session)
        : withBefore(next, session, otherSession);
  }
  return next;
}

/** What decides about the rest: the same for states that differ only in the names of sessions. */
function stateKey(search: Search, place: number): string {
  const { loads, pinned, order, placed, lastRelative, sequence, relatives } = search;
  const descriptions = loads.map((load, session) => {
    const open = [...placed.keys()].filter(
      (unit) => placed[unit] === session && (lastRelative[unit] ?? -1) >= place,
    );
    return `${load.used.join(',')}/${legsOf(search, load)}/${open.join(',')}`;
  });
  const byName = [...loads.keys()].sort((a, b) => {
    if (a < pinned || b < pinned) return a - b;
    return compareText(descriptions[a] ?? '', descriptions[b] ?? '') || a - b;
  });
  const isOrderOpen = sequence.slice(place).some((unit) => (relatives[unit] ?? []).length > 0);
  const orders = isOrderOpen ? byName.map((a) => byName.map((b) => ((order[a] ?? 0) >> b) & 1).join('')) : [];
  return `${String(place)}:${byName.map((session) => descriptions[session]).join(';')}:${orders.join(';')}`;
}

function legsOf({ problem }: Search, { onLeg }: SessionLoad): string {
  if (!problem.oneLegPerSession) return '';
  return `${onLeg.right > 0 ? 'r' : ''}${onLeg.left > 0 ? 'l' : ''}`;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The sessions put into a sequence that keeps every feeder early enough. */
function inOrder({ order, placed }: Search): Assignment {
  const sequence = sequenceOf(order);
  return placed.map((session) => (session === null ? null : sequence.indexOf(session)));
}
