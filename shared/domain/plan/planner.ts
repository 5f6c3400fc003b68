import type { VeinId } from '../../kernel/ids.ts';
import { microlitres, type Microlitres } from '../../kernel/units.ts';
import { totalsOf } from '../dose/arithmetic.ts';
import { assessDose } from '../dose/assess-dose.ts';
import type { DoseTotals, LedgerEntry } from '../dose/ledger.ts';
import { withTighterCaps } from '../dose/tighter-caps.ts';
import { buildProblem } from './packing/build-problem.ts';
import { dimensionsOf, patientIn, type Dimension } from './packing/dimensions.ts';
import { pack, type Packing } from './packing/pack.ts';
import { packParts } from './packing/pack-parts.ts';
import { emptyLoad, fits, unitAt, type PackingProblem } from './packing/problem.ts';
import { entriesOfVein, groupsOf, type Group, type PlannedShare } from './packing/shares.ts';
import { fullParts } from './packing/split.ts';
import { fullestGauge } from './plan-totals.ts';
import type { PlannerInput, PlannerVein } from './planner-input.ts';

export type {
  PlannerInput,
  PlannerOptions,
  PlannerVein,
  PlanOrder,
  TighterCapsOfSession,
} from './planner-input.ts';

export interface ProposedSession {
  /** In the order of the input. */
  readonly veinIds: readonly VeinId[];
  readonly totals: DoseTotals;
  /** The hard limit that is filled furthest; null in a session without veins. */
  readonly bindingLimitId: string | null;
}

/** Why a vein is in no session. */
export type NotPlacedReason =
  /** A single puncture, or a circle of veins, is more than a whole session's limits: the dose must be made smaller. */
  | 'too-large'
  /** Veins that feed each other in a circle are on both legs, and a session has one. */
  | 'circle-on-both-legs'
  /** Its feeder is in no session. */
  | 'feeder-not-placed'
  /** Something that it feeds is locked into a session in or before which there is no room for it. */
  | 'no-room-before-locked';

export interface NotPlaced {
  readonly veinId: VeinId;
  readonly because: NotPlacedReason;
  /** The limits that it would pass by itself, where it is too large. */
  readonly limitIds: readonly string[];
}

/** A vein that no session takes whole, given in parts. */
export interface SplitVein {
  readonly veinId: VeinId;
  /** The limits of a session that the whole vein would pass; none where it only takes too long. */
  readonly limitIds: readonly string[];
  /** In the order of the sessions (`session` counts from 0); together all its punctures and its volume. */
  readonly parts: readonly {
    readonly session: number;
    readonly punctures: number;
    readonly volumeUl: Microlitres;
  }[];
}

export interface PlanProposal {
  readonly sessions: readonly ProposedSession[];
  /** `proven`: no plan of what is placed has fewer sessions. `found`: perhaps one has; none was found. */
  readonly proof: 'proven' | 'found';
  /** The number of sessions below which no plan can stay. */
  readonly lowerBound: number;
  readonly notPlaced: readonly NotPlaced[];
  /** Veins that are in more than one session, in the order of the input. */
  readonly splits: readonly SplitVein[];
}

/**
 * Splits veins into the fewest sessions that keep every limit on a session (each counts alone: sessions lie more than 24 hours apart),
 * with a feeder never later than what it feeds. Locked veins stay where they are, whatever the limits say. Every vein that fits into
 * a session is given whole; of a larger one, given in parts, the first counts for the order of feeders. Among plans with the fewest
 * sessions the options choose, as `goalsOf` in `packing/` says. The same input always gives the same answer.
 */
export function proposeSessions(input: PlannerInput): PlanProposal {
  const dimensions = dimensionsOf(input);
  const screened = screen(groupsOf(input.veins), dimensions, input.options.oneLegPerSession);
  const { groups, packing, notPlaced } = packAll(screened, dimensions, input);
  const sharesIn = Array.from({ length: packing.sessions }, (_, session) =>
    groups.flatMap((group, index) => (packing.assignment[index] === session ? group : [])),
  );
  return {
    sessions: sharesIn.map((shares, session) => describeSession(input, shares, session)),
    proof: packing.lowerBound === packing.sessions ? 'proven' : 'found',
    lowerBound: packing.lowerBound,
    notPlaced: input.veins.flatMap(({ id }) => notPlaced.find(({ veinId }) => veinId === id) ?? []),
    splits: input.veins.flatMap((vein) => describeSplit(vein, sharesIn, dimensions)),
  };
}

interface Screened {
  readonly groups: readonly Group[];
  readonly notPlaced: readonly NotPlaced[];
}

/** Puts what is too large for a session into parts, and takes out what fits into none at all, and everything that is fed by that. */
function screen(groups: readonly Group[], dimensions: readonly Dimension[], oneLeg: boolean): Screened {
  const whole = buildProblem(groups, dimensions, oneLeg);
  const reasons = new Map<Group, NotPlacedReason>();
  const parts = groups.flatMap((group, index): readonly Group[] => {
    const unit = unitAt(whole, index);
    if (unit.lockedTo !== null || fits(whole, emptyLoad(whole), unit, whole.caps)) return [group];
    const isOnBothLegs = oneLeg && unit.legs.length > 1;
    const split = group.length === 1 && !isOnBothLegs ? fullParts(group[0], dimensions) : null;
    if (split === null) reasons.set(group, isOnBothLegs ? 'circle-on-both-legs' : 'too-large');
    return split ?? [group];
  });
  const problem = buildProblem(parts, dimensions, oneLeg);
  const out = new Map(
    parts.flatMap((group, index) => {
      const reason = reasons.get(group);
      return reason ? [[index, reason] as const] : [];
    }),
  );
  return without(parts, problem, out, dimensions);
}

function without(
  groups: readonly Group[],
  problem: PackingProblem,
  out: ReadonlyMap<number, NotPlacedReason>,
  dimensions: readonly Dimension[],
): Screened {
  const reasonOf = (index: number): NotPlacedReason | null => {
    const unit = unitAt(problem, index);
    const own = out.get(index);
    if (own) return own;
    if (unit.lockedTo !== null || unit.feeder === null) return null;
    return reasonOf(unit.feeder) === null ? null : 'feeder-not-placed';
  };
  const reasons = groups.map((_, index) => reasonOf(index));
  return {
    groups: groups.filter((_, index) => reasons[index] === null),
    notPlaced: groups.flatMap((group, index) => {
      const because = reasons[index] ?? null;
      if (because === null) return [];
      const entries = group.flatMap((share) => share.entries);
      const limitIds = because === 'too-large' ? limitsPassed(entries, dimensions) : [];
      return group.map(({ vein }) => ({ veinId: vein.id, because, limitIds }));
    }),
  };
}

/** The limits of a session that doses alone would pass. */
function limitsPassed(entries: readonly LedgerEntry[], dimensions: readonly Dimension[]): readonly string[] {
  const passed = dimensions.filter(({ amountOf, cap }) => amountOf(entries) > cap);
  return [...new Set(passed.flatMap(({ limitId }) => limitId ?? []))];
}

interface Packed extends Screened {
  readonly packing: Packing;
}

/** Packs; what locked veins leave no room for is taken out, and the rest packed again. */
function packAll(screened: Screened, dimensions: readonly Dimension[], input: PlannerInput): Packed {
  const { order, oneLegPerSession, ignoreNow = false } = input.options;
  const problem = buildProblem(screened.groups, dimensions, oneLegPerSession);
  const preferences = { order, ignoreNow };
  const packing = pack(problem, preferences);
  const stuck = packing.assignment.flatMap((session, index) => (session === null ? [index] : []));
  if (stuck.length === 0) {
    const { notPlaced } = screened;
    if (problem.units.every(({ partOf }) => partOf === null)) return { ...screened, packing };
    return { ...packParts(screened.groups, problem, packing, { dimensions, preferences }), notPlaced };
  }
  const out = new Map(stuck.map((index) => [index, 'no-room-before-locked'] as const));
  const rest = without(screened.groups, problem, out, dimensions);
  const notPlaced = [...screened.notPlaced, ...rest.notPlaced];
  return packAll({ groups: rest.groups, notPlaced }, dimensions, input);
}

function describeSession(
  input: PlannerInput,
  shares: readonly PlannedShare[],
  session: number,
): ProposedSession {
  const inSession = new Set(shares.map(({ vein }) => vein.id));
  const entries = shares.flatMap((share) => share.entries);
  const caps = [...(input.sessionCaps?.[session] ?? [])].map(([limitId, amount]) => ({ limitId, amount }));
  const { gauges } = assessDose({
    ledger: { session: entries, earlierIn24h: [] },
    limits: withTighterCaps(input.limits, caps, input.patient).filter(({ window }) => window !== 'injection'),
    patient: patientIn(input.patient, session),
    syringe: null,
    candidate: null,
  });
  return {
    veinIds: input.veins.flatMap(({ id }) => (inSession.has(id) ? [id] : [])),
    totals: totalsOf(entries),
    bindingLimitId: fullestGauge(gauges)?.limit.id ?? null,
  };
}

function describeSplit(
  vein: PlannerVein,
  sharesIn: readonly (readonly PlannedShare[])[],
  dimensions: readonly Dimension[],
): readonly SplitVein[] {
  const parts = sharesIn.flatMap((shares, session) => {
    const entries = shares.flatMap((share) => (share.vein.id === vein.id ? share.entries : []));
    const { liquidUl, foamUl } = totalsOf(entries);
    const volumeUl = microlitres(liquidUl + foamUl);
    return entries.length > 0 ? [{ session, punctures: entries.length, volumeUl }] : [];
  });
  if (parts.length < 2) return [];
  return [{ veinId: vein.id, limitIds: limitsPassed(entriesOfVein(vein), dimensions), parts }];
}
