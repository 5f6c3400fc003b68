import type { VeinId } from '../../kernel/ids.ts';
import type { Microlitres } from '../../kernel/units.ts';
import { totalsOf } from '../dose/arithmetic.ts';
import { assessDose } from '../dose/assess-dose.ts';
import type { DoseTotals } from '../dose/ledger.ts';
import {
  buildProblem,
  dimensionsOf,
  entriesOfVein,
  groupCircles,
  type Dimension,
} from './packing/build-problem.ts';
import { pack, type Packing } from './packing/pack.ts';
import { emptyLoad, fits, unitAt, type PackingProblem } from './packing/problem.ts';
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
  /** More than a whole session's limits: its dose must be split or made smaller. */
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
  /** The limits that a vein by itself would pass, where it is too large. */
  readonly limitIds: readonly string[];
}

/** A vein that no session takes whole, given in parts. */
export interface SplitVein {
  readonly veinId: VeinId;
  /** The limits of a session that the whole vein would pass. */
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

type Group = readonly PlannerVein[];

/**
 * Splits veins into the fewest sessions that keep every limit on a session (each counts alone: sessions lie more than 24 hours apart),
 * with a feeder never later than what it feeds. Locked veins stay where they are, whatever the limits say. Every vein is given whole.
 * The same input always gives the same answer.
 */
export function proposeSessions(input: PlannerInput): PlanProposal {
  const dimensions = dimensionsOf(input);
  const screened = screen(groupCircles(input.veins), dimensions, input.options.oneLegPerSession);
  const { groups, packing, notPlaced } = packAll(screened, dimensions, input);
  const sessions = Array.from({ length: packing.sessions }, (_, session) => {
    const inSession = new Set(
      groups.flatMap((group, index) =>
        packing.assignment[index] === session ? group.map(({ id }) => id) : [],
      ),
    );
    return describe(
      input,
      session,
      input.veins.filter(({ id }) => inSession.has(id)),
    );
  });
  return {
    sessions,
    proof: packing.lowerBound === packing.sessions ? 'proven' : 'found',
    lowerBound: packing.lowerBound,
    notPlaced: input.veins.flatMap(({ id }) => notPlaced.filter(({ veinId }) => veinId === id)),
    splits: [],
  };
}

interface Screened {
  readonly groups: readonly Group[];
  readonly notPlaced: readonly NotPlaced[];
}

/** Takes out what fits into no session at all, and everything that is fed by it. */
function screen(groups: readonly Group[], dimensions: readonly Dimension[], oneLeg: boolean): Screened {
  const problem = buildProblem(groups, dimensions, oneLeg);
  const out = new Map<number, NotPlacedReason>();
  for (const [index, unit] of problem.units.entries()) {
    if (unit.lockedTo !== null || fits(problem, emptyLoad(problem), unit, problem.caps)) continue;
    out.set(index, oneLeg && unit.legs.length > 1 ? 'circle-on-both-legs' : 'too-large');
  }
  return without(groups, problem, out, dimensions);
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
  const limitIdsOf = (index: number) =>
    dimensions.flatMap(({ limitId, cap }, dimension) =>
      (unitAt(problem, index).demand[dimension] ?? 0) > cap ? [limitId] : [],
    );
  return {
    groups: groups.filter((_, index) => reasons[index] === null),
    notPlaced: groups.flatMap((group, index) => {
      const because = reasons[index] ?? null;
      if (because === null) return [];
      const limitIds = because === 'too-large' ? [...new Set(limitIdsOf(index))] : [];
      return group.map(({ id }) => ({ veinId: id, because, limitIds }));
    }),
  };
}

interface Packed extends Screened {
  readonly packing: Packing;
}

/** Packs; what locked veins leave no room for is taken out, and the rest packed again. */
function packAll(screened: Screened, dimensions: readonly Dimension[], input: PlannerInput): Packed {
  const problem = buildProblem(screened.groups, dimensions, input.options.oneLegPerSession);
  const packing = pack(problem, {
    order: input.options.order,
    ignoreNow: input.options.ignoreNow ?? false,
  });
  const stuck = packing.assignment.flatMap((session, index) => (session === null ? [index] : []));
  if (stuck.length === 0) return { ...screened, packing };
  const out = new Map(stuck.map((index) => [index, 'no-room-before-locked'] as const));
  const rest = without(screened.groups, problem, out, dimensions);
  const notPlaced = [...screened.notPlaced, ...rest.notPlaced];
  return packAll({ groups: rest.groups, notPlaced }, dimensions, input);
}

function describe(input: PlannerInput, session: number, veins: Group): ProposedSession {
  const entries = veins.flatMap(entriesOfVein);
  const { gauges } = assessDose({
    ledger: { session: entries, earlierIn24h: [] },
    limits: input.limits.filter(({ window }) => window !== 'injection'),
    patient: { ...input.patient, isFirstSession: input.patient.isFirstSession && session === 0 },
    syringe: null,
    candidate: null,
  });
  return {
    veinIds: veins.map(({ id }) => id),
    totals: totalsOf(entries),
    bindingLimitId: fullestGauge(gauges)?.limit.id ?? null,
  };
}
