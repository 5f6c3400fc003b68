import type { LedgerEntry } from '../../dose/ledger.ts';
import type { Dimension } from './dimensions.ts';
import {
  addTo,
  capsOf,
  fits,
  lockedLoads,
  sessionCount,
  unitAt,
  type Assignment,
  type PackingProblem,
} from './problem.ts';
import { entriesOfVein, type Group, type PlannedShare } from './shares.ts';

/** A vein as parts that each fill a session as far as its punctures let it, and the rest; null if not even one puncture fits. */
export function fullParts(share: PlannedShare, dimensions: readonly Dimension[]): readonly Group[] | null {
  const parts: LedgerEntry[][] = [];
  for (const entry of share.entries) {
    if (!fitsAlone([entry], dimensions)) return null;
    const last = parts.at(-1);
    if (last && fitsAlone([...last, entry], dimensions)) last.push(entry);
    else parts.push([entry]);
  }
  return parts.map((entries) => [{ ...share, entries }]);
}

function fitsAlone(entries: readonly LedgerEntry[], dimensions: readonly Dimension[]): boolean {
  return dimensions.every(({ amountOf, cap }) => amountOf(entries) <= cap);
}

/** The groups with every puncture of the veins in parts by itself, all of a vein as large as its smallest: a bound for these is one for all. */
export function punctureByPuncture(groups: readonly Group[], problem: PackingProblem): readonly Group[] {
  return groups.flatMap((group, index): readonly Group[] => {
    if (problem.units[index]?.partOf == null) return [group];
    const [{ vein }] = group;
    const all = groups.flatMap((other) =>
      other.flatMap((share) => (share.vein === vein ? share.entries : [])),
    );
    const smallest = all.reduce((least, entry) => (entry.volumeUl < least.volumeUl ? entry : least));
    return group[0].entries.map((): Group => [{ vein, entries: [smallest] }]);
  });
}

/** Groups and the session of each. */
export interface PlacedGroups {
  readonly groups: readonly Group[];
  readonly assignment: Assignment;
}

/** The punctures of a vein in one session taken together again, with their own volumes; the earliest part of a vein comes first. */
export function joinPunctures(
  single: readonly Group[],
  assignment: Assignment,
  problem: PackingProblem,
): PlacedGroups {
  const joined: { group: Group; session: number | null }[] = [];
  const done = new Set<PlannedShare['vein']>();
  for (const [index, group] of single.entries()) {
    const [{ vein }] = group;
    if (problem.units[index]?.partOf == null) joined.push({ group, session: assignment[index] ?? null });
    else if (!done.has(vein)) {
      done.add(vein);
      joined.push(...partsBySession(vein, single, assignment));
    }
  }
  return { groups: joined.map(({ group }) => group), assignment: joined.map(({ session }) => session) };
}

function partsBySession(
  vein: PlannedShare['vein'],
  single: readonly Group[],
  assignment: Assignment,
): { group: Group; session: number }[] {
  const sessions = single
    .flatMap((group, index) => (group[0].vein === vein ? [assignment[index] ?? 0] : []))
    .sort((a, b) => a - b);
  const entries = entriesOfVein(vein);
  return [...new Set(sessions)].map((session) => ({
    session,
    group: [{ vein, entries: entries.filter((_, puncture) => sessions[puncture] === session) }],
  }));
}

/** Whether free units keep caps, legs and feeders where they are. */
export function isKept(problem: PackingProblem, assignment: Assignment): boolean {
  const loads = lockedLoads(problem, sessionCount(assignment));
  return assignment.every((session, index) => {
    const unit = unitAt(problem, index);
    const load = session === null ? undefined : loads[session];
    if (unit.lockedTo !== null) return true;
    if (session === null || !load || !fits(problem, load, unit, capsOf(problem, session))) return false;
    addTo(load, unit, 1);
    return unit.feeder === null || (assignment[unit.feeder] ?? 0) <= session;
  });
}
