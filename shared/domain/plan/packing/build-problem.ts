import type { VeinId } from '../../../kernel/ids.ts';
import { microlitres } from '../../../kernel/units.ts';
import { amountUnder, appliesToPatient, capOf } from '../../dose/assess-dose.ts';
import type { Limit } from '../../dose/label-profile.ts';
import type { DosePatient, LedgerEntry } from '../../dose/ledger.ts';
import { LEGS, type Leg } from '../../leg-map/vein.ts';
import type { PlannerInput, PlannerVein } from '../planner-input.ts';
import type { PackingProblem, PackingUnit } from './problem.ts';

/** Something that sessions have only so much of. */
export interface Dimension {
  readonly limitId: string;
  readonly cap: number;
  /** In the first session, if it is the patient's first; a limit for that session alone has no cap later. */
  readonly firstCap: number;
  readonly amountOf: (entries: readonly LedgerEntry[]) => number;
}

const NO_CAP = Number.MAX_SAFE_INTEGER;

/** The injections that a planned vein stands for: its volume in as many parts as punctures, alike to the microlitre. */
export function entriesOfVein(vein: PlannerVein): readonly LedgerEntry[] {
  const base = Math.floor(vein.volumeUl / vein.punctures);
  const larger = vein.volumeUl % vein.punctures;
  return Array.from({ length: vein.punctures }, (_, puncture) => ({
    ...vein.preparation,
    volumeUl: microlitres(puncture < larger ? base + 1 : base),
    leg: vein.leg,
    veinKind: vein.kind,
  }));
}

/** The dimensions of a plan: every limit on a whole session, a cap by leg once for each leg. Cautions do not shape a plan. */
export function dimensionsOf({
  limits,
  patient,
}: Pick<PlannerInput, 'limits' | 'patient'>): readonly Dimension[] {
  return limits
    .filter(({ window, severity }) => window !== 'injection' && severity !== 'caution')
    .flatMap((limit) =>
      limit.window === 'leg-in-session'
        ? LEGS.map((leg) => dimensionOf(limit, patient, leg))
        : [dimensionOf(limit, patient, null)],
    );
}

function dimensionOf(limit: Limit, patient: DosePatient, leg: Leg | null): Dimension {
  const cap = capOf(limit, patient);
  return {
    limitId: limit.id,
    cap: appliesToPatient(limit, { ...patient, isFirstSession: false }) ? cap : NO_CAP,
    firstCap: appliesToPatient(limit, patient) ? cap : NO_CAP,
    amountOf: (entries) =>
      entries.reduce(
        (sum, entry) => sum + (leg === null || entry.leg === leg ? amountUnder(limit, entry) : 0),
        0,
      ),
  };
}

/** Veins that stay together, as indices: each alone, but for those that feed each other in a circle. */
export function groupCircles(veins: readonly PlannerVein[]): readonly (readonly PlannerVein[])[] {
  const byId = new Map(veins.map((vein) => [vein.id, vein]));
  const feederOf = (vein: PlannerVein) => (vein.feederId === null ? undefined : byId.get(vein.feederId));
  const circleOf = (start: PlannerVein): ReadonlySet<VeinId> => {
    const seen = new Set<VeinId>([start.id]);
    for (let at = feederOf(start); at; at = feederOf(at)) {
      if (at.id === start.id) return seen;
      if (seen.has(at.id)) break;
      seen.add(at.id);
    }
    return new Set([start.id]);
  };
  const grouped = new Set<VeinId>();
  return veins.flatMap((vein) => {
    if (grouped.has(vein.id)) return [];
    const circle = circleOf(vein);
    for (const id of circle) grouped.add(id);
    return [veins.filter(({ id }) => circle.has(id))];
  });
}

/** The problem that the groups make under the dimensions; feeders that are not among them bind nothing. */
export function buildProblem(
  groups: readonly (readonly PlannerVein[])[],
  dimensions: readonly Dimension[],
  oneLegPerSession: boolean,
): PackingProblem {
  const groupOf = new Map(groups.flatMap((group, index) => group.map(({ id }) => [id, index] as const)));
  const feederOf = (group: readonly PlannerVein[], index: number): number | null => {
    const feeders = group.flatMap(({ feederId }) => (feederId === null ? [] : [groupOf.get(feederId)]));
    return feeders.find((feeder) => feeder !== undefined && feeder !== index) ?? null;
  };
  const feeders = groups.map(feederOf);
  const units = groups.map((group, index): PackingUnit => {
    const entries = group.flatMap(entriesOfVein);
    const lockedTo = group.find((vein) => vein.lockedTo !== null)?.lockedTo ?? null;
    return {
      demand: dimensions.map(({ amountOf }) => amountOf(entries)),
      legs: LEGS.filter((leg) => group.some((vein) => vein.leg === leg)),
      feeder: feeders[index] ?? null,
      feedsOthers: feeders.includes(index) || group.length > 1,
      isLargeVessel: group.some(({ kind }) => kind !== 'telangiectasia'),
      lockedTo: lockedTo === null ? null : lockedTo - 1,
      region: null,
      now: null,
      partOf: null,
      volumeUl: group.reduce((sum, { volumeUl }) => sum + volumeUl, 0),
    };
  });
  return {
    units,
    caps: dimensions.map(({ cap }) => cap),
    ownCaps: dimensions.some(({ cap, firstCap }) => cap !== firstCap)
      ? [dimensions.map(({ firstCap }) => firstCap)]
      : [],
    oneLegPerSession,
  };
}
