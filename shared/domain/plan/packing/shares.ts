import type { VeinId } from '../../../kernel/ids.ts';
import { microlitres } from '../../../kernel/units.ts';
import type { LedgerEntry } from '../../dose/ledger.ts';
import type { PlannerVein } from '../planner-input.ts';

/** A vein, or a part of its punctures. */
export interface PlannedShare {
  readonly vein: PlannerVein;
  /** One for each puncture. */
  readonly entries: readonly LedgerEntry[];
}

/** What stays together in one session: a vein, veins that feed each other in a circle, or a part of a vein. */
export type Group = readonly [PlannedShare, ...PlannedShare[]];

/** The injections that a planned vein stands for: its volume in as many parts as punctures, alike to the microlitre. */
export function entriesOfVein(vein: PlannerVein): readonly LedgerEntry[] {
  const base = Math.floor(vein.volumeUl / vein.punctures);
  const larger = vein.volumeUl % vein.punctures;
  return Array.from({ length: vein.punctures }, (_, puncture) => ({
    ...vein.preparation,
    volumeUl: microlitres(puncture < larger ? base + 1 : base),
    leg: vein.leg,
    veinKind: vein.kind,
    diameterMm: vein.diameterMm ?? null,
  }));
}

/** The veins in groups: each alone, but for those that feed each other in a circle. */
export function groupsOf(veins: readonly PlannerVein[]): readonly Group[] {
  const byId = new Map(veins.map((vein) => [vein.id, vein]));
  const grouped = new Set<VeinId>();
  return veins.flatMap((vein): Group[] => {
    if (grouped.has(vein.id)) return [];
    const circle = circleOf(vein, byId);
    for (const id of circle) grouped.add(id);
    const others = veins.filter(({ id }) => id !== vein.id && circle.has(id));
    return [[shareOf(vein), ...others.map(shareOf)]];
  });
}

function shareOf(vein: PlannerVein): PlannedShare {
  return { vein, entries: entriesOfVein(vein) };
}

/** A vein and all others on the circle that its feeders form; itself alone if they form none. */
function circleOf(start: PlannerVein, byId: ReadonlyMap<VeinId, PlannerVein>): ReadonlySet<VeinId> {
  const feederOf = ({ feederId }: PlannerVein) => (feederId === null ? undefined : byId.get(feederId));
  const seen = new Set<VeinId>([start.id]);
  for (let at = feederOf(start); at; at = feederOf(at)) {
    if (at.id === start.id) return seen;
    if (seen.has(at.id)) break;
    seen.add(at.id);
  }
  return new Set([start.id]);
}
