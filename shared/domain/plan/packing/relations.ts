import { addTo, emptyLoad, fits, unitAt, type PackingProblem } from './problem.ts';

/** What follows from who feeds whom and from what is locked. All lists are by unit. */
export interface Relations {
  readonly children: readonly (readonly number[])[];
  /** All units, feeders before what they feed, otherwise in their own order. */
  readonly order: readonly number[];
  /** The session of the earliest locked unit that hangs on this one, directly or through others; null if none does. */
  readonly deadline: readonly (number | null)[];
  /** What one unit takes, with all that hangs on it, in each dimension; locked ones left out. */
  readonly familyDemand: readonly (readonly number[])[];
}

export function relationsOf(problem: PackingProblem): Relations {
  const { units } = problem;
  const children: number[][] = units.map(() => []);
  for (const [index, { feeder }] of units.entries()) if (feeder !== null) children[feeder]?.push(index);
  const order = [...units.keys()].filter((index) => unitAt(problem, index).feeder === null);
  for (const index of order) order.push(...(children[index] ?? []));
  if (order.length < units.length) throw new Error('feeders form a circle');
  const deadline: (number | null)[] = units.map(() => null);
  const familyDemand = units.map(({ demand, lockedTo }) =>
    demand.map((amount) => (lockedTo === null ? amount : 0)),
  );
  for (const index of order.toReversed()) {
    for (const child of children[index] ?? []) {
      const due = unitAt(problem, child).lockedTo ?? deadline[child] ?? null;
      const own = deadline[index] ?? null;
      if (due !== null) deadline[index] = own === null ? due : Math.min(own, due);
      if (bothLocked(problem, index, child)) continue;
      for (const [dimension, amount] of (familyDemand[child] ?? []).entries()) {
        const sums = familyDemand[index];
        if (sums) sums[dimension] = (sums[dimension] ?? 0) + amount;
      }
    }
  }
  return { children, order, deadline, familyDemand };
}

/** Locked units stay where they are, together or the wrong way round: nothing follows from one of them feeding the other. */
export function bothLocked(problem: PackingProblem, a: number, b: number): boolean {
  return unitAt(problem, a).lockedTo !== null && unitAt(problem, b).lockedTo !== null;
}

/**
 * Whether two units may share a session that holds nothing else. One that is locked is there whatever it takes, even past a cap that
 * the other does not count towards.
 */
export function mayShare(problem: PackingProblem, a: number, b: number): boolean {
  const [there, coming] = unitAt(problem, b).lockedTo === null ? [a, b] : [b, a];
  const load = emptyLoad(problem);
  addTo(load, unitAt(problem, there), 1);
  return fits(problem, load, unitAt(problem, coming), problem.caps);
}
