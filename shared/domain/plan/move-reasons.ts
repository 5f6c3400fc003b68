import { amountUnder, capOf } from '../dose/assess-dose.ts';
import { withTighterCaps } from '../dose/tighter-caps.ts';
import { LEGS, type Leg, type Vein } from '../leg-map/vein.ts';
import type { Region } from '../leg-map/region.ts';
import type { VeinId } from '../../kernel/ids.ts';
import type { ProposedShare, SharePart, WithoutPlace } from './course-proposal.ts';
import type { MoveReason, PlanMove, PlanProblem } from './plan-changes.ts';
import type { PlanItem } from './plan.ts';
import { feederProblems, problemsBeyond, problemsOf, problemsOfSession } from './plan-problems.ts';
import type { Share } from './plan-shares.ts';
import {
  dosePatientOf,
  heldNumbers,
  usableLimits,
  type PlanDraft,
  type PlanningOptions,
  type PlanSituation,
} from './plan-situation.ts';
import { entriesOf } from './plan-totals.ts';
import type { SplitVein } from './planner.ts';

/** The plan as it is and as it is proposed, and where each share of a vein stands in them. */
export interface Comparison {
  readonly draft: PlanDraft;
  readonly next: PlanDraft;
  readonly shares: readonly ProposedShare[];
  /** The shares as they were before they got places. */
  readonly sources: readonly Share[];
  readonly splits: readonly SplitVein[];
  readonly notPlaced: readonly WithoutPlace[];
  readonly regionOf: (id: VeinId) => Region | null;
}

interface Context extends Comparison {
  readonly situation: PlanSituation;
  readonly options: PlanningOptions;
  readonly veins: ReadonlyMap<VeinId, Vein>;
  readonly problemsNow: readonly PlanProblem[];
  readonly problemsNext: readonly PlanProblem[];
  /** Whether the proposal needs fewer sessions than the plan has veins in. */
  readonly isFewer: boolean;
}

/**
 * What the proposal has elsewhere than the plan, in the order of the shares, each with a reason that holds: what is wrong where it is
 * now, else what would be wrong if it stayed while all others move, else what its new session has for it.
 */
export function movesOf(
  comparison: Comparison,
  situation: PlanSituation,
  options: PlanningOptions,
): readonly PlanMove[] {
  const { draft, next, shares } = comparison;
  const context: Context = {
    ...comparison,
    situation,
    options,
    veins: new Map(situation.veins.map((vein) => [vein.id, vein])),
    problemsNow: problemsOf(draft, situation, options),
    problemsNext: problemsOf(next, situation, options),
    isFewer: sessionsToCome(next, situation) < sessionsToCome(draft, situation),
  };
  return shares.flatMap((share) => movesOfShare(share, context));
}

function sessionsToCome({ items }: PlanDraft, situation: PlanSituation): number {
  const held = heldNumbers(situation);
  const numbers = items.flatMap(({ sessionNumber }) => sessionNumber ?? []);
  return new Set(numbers.filter((number) => !held.has(number))).size;
}

function movesOfShare(share: ProposedShare, context: Context): readonly PlanMove[] {
  const { key, veinId, index, now: from, parts, dose } = share;
  const move = (to: number | null, punctures: number, because: MoveReason): PlanMove => {
    return { key, veinId, from, to, punctures, because };
  };
  const source = context.sources.find((each) => each.key === key);
  if (source?.dropped) return [move(null, dose.punctures, source.dropped)];
  if (parts.length === 0) {
    return index !== null && from !== null
      ? [move(null, dose.punctures, whyWithoutPlace(share, from, context))]
      : [];
  }
  const leftOverFrom = source?.leftOverFrom ?? null;
  return parts
    .filter(({ sessionNumber }) => sessionNumber !== from)
    .map((part) => move(part.sessionNumber, part.punctures, whyMoved(share, part, leftOverFrom, context)));
}

function whyWithoutPlace(share: ProposedShare, from: number, context: Context): MoveReason {
  const wrong = wrongAt(share, from, context);
  if (wrong) return wrong;
  const { because, limitIds } = context.notPlaced.find(({ veinId }) => veinId === share.veinId) ?? {};
  const [limitId] = limitIds ?? [];
  if (because === 'too-large' && limitId !== undefined)
    return { code: 'over-limit', limitId, sessionNumber: from };
  const feederId = context.veins.get(share.veinId)?.feederId ?? null;
  if (because === 'feeder-not-placed' && feederId !== null) return { code: 'feeder', veinId: feederId };
  return { code: 'as-a-whole' };
}

function whyMoved(
  share: ProposedShare,
  part: SharePart,
  leftOverFrom: number | null,
  context: Context,
): MoveReason {
  const { parts, now } = share;
  const split = context.splits.find(({ veinId }) => veinId === share.key);
  if (split) return { code: 'split', limitIds: split.limitIds, sessions: parts.length };
  if (leftOverFrom !== null) return { code: 'left-over', sessionNumber: leftOverFrom };
  if (now === null) return { code: context.situation.further.includes(share.veinId) ? 'further' : 'new' };
  return (
    wrongAt(share, now, context) ??
    wrongIfStayed(share, now, context) ??
    whatItBrings(share, now, part, context)
  );
}

/** What is wrong with the plan where the share is now. */
function wrongAt(share: ProposedShare, now: number, context: Context): MoveReason | null {
  const here = context.problemsNow.filter(
    (problem) => 'sessionNumber' in problem && problem.sessionNumber === now,
  );
  for (const problem of here) {
    if (problem.code === 'over-limit' && adds(share, now, problem.limitId, context)) return problem;
    if (problem.code === 'over-time') return problem;
    const leg = problem.code === 'both-legs' ? otherLegIn(context.next, share, now, context) : null;
    if (leg) return { code: 'other-leg', leg, sessionNumber: now };
  }
  return feederReason(share.veinId, problemsBeyond(context.problemsNow, context.problemsNext));
}

/** What would be wrong if all others were as proposed, and the share stayed. */
function wrongIfStayed(share: ProposedShare, now: number, context: Context): MoveReason | null {
  const { next, situation, options } = context;
  const isLeft = next.items.some(({ sessionNumber }) => sessionNumber === now);
  if (!isLeft) return { code: context.isFewer ? 'fewer-sessions' : 'session-gone' };
  const stayed = { ...next, items: stayedItems(share, now, next) };
  const session = next.sessions.find(({ number }) => number === now);
  const wrong = problemsBeyond(
    [
      ...feederProblems(stayed, situation),
      ...(session ? problemsOfSession(session, stayed, situation, options) : []),
    ],
    context.problemsNext,
  );
  const feeder = feederReason(share.veinId, wrong);
  if (feeder) return feeder;
  const codes = wrong.flatMap((problem) =>
    'sessionNumber' in problem && problem.sessionNumber === now ? [problem.code] : [],
  );
  const leg = codes.includes('both-legs') ? otherLegIn(next, share, now, context) : null;
  if (leg) return { code: 'other-leg', leg, sessionNumber: now };
  return codes.length > 0 ? { code: 'makes-room', sessionNumber: now } : null;
}

/** The proposal's items with one share where it is now. */
function stayedItems({ veinId, dose, parts }: ProposedShare, now: number, next: PlanDraft) {
  const [part] = parts;
  const at = next.items.findIndex(
    (item) =>
      item.veinId === veinId &&
      item.sessionNumber === part?.sessionNumber &&
      item.punctures === part.punctures,
  );
  return [...next.items.toSpliced(at, 1), { ...dose, veinId, sessionNumber: now, locked: false }];
}

/** What speaks for the new session, where it could stay as well. */
function whatItBrings(share: ProposedShare, now: number, part: SharePart, context: Context): MoveReason {
  const { next, options, situation } = context;
  const { sessionNumber: to } = part;
  const vein = context.veins.get(share.veinId);
  const feedsOthers = situation.veins.some(({ feederId }) => feederId === share.veinId);
  const isLarge = vein !== undefined && vein.kind !== 'telangiectasia';
  const isFirst = feedsOthers || (options.order === 'feeders-first' && isLarge);
  if (to < now && isFirst) return { code: 'feeders-first' };
  const region = context.regionOf(share.veinId);
  const neighbours = (number: number) => regionCount(share, region, number, context);
  if (region !== null && neighbours(to) > neighbours(now)) return { code: 'neighbours', region };
  const leg = otherLegIn(next, share, now, context);
  if (leg && !otherLegIn(next, share, to, context)) return { code: 'other-leg', leg, sessionNumber: now };
  if (isBetterBalanced(share, now, to, next)) return { code: 'balance' };
  return { code: to < now ? 'earlier' : 'as-a-whole' };
}

function feederReason(id: VeinId, problems: readonly PlanProblem[]): MoveReason | null {
  for (const problem of problems) {
    if (problem.code !== 'feeder-later') continue;
    if (problem.veinId === id) return { code: 'feeder', veinId: problem.feederId };
    if (problem.feederId === id) return { code: 'feeder', veinId: problem.veinId };
  }
  return null;
}

/** Whether the share counts under a limit that its session passes; under one on each leg only if its own leg passes it. */
function adds(share: ProposedShare, now: number, limitId: string, context: Context): boolean {
  const { draft, situation } = context;
  const patient = dosePatientOf(situation, false);
  const caps = draft.sessions.find(({ number }) => number === now)?.tighterCaps ?? [];
  const limit = withTighterCaps(usableLimits(situation), caps, patient).find(({ id }) => id === limitId);
  const vein = context.veins.get(share.veinId);
  if (!limit || !vein) return false;
  const amountOf = (item: PlanItem) =>
    entriesOf(item, situation.veins).reduce((sum, entry) => sum + amountUnder(limit, entry), 0);
  const own = amountOf({ ...share.dose, veinId: vein.id, sessionNumber: now, locked: false });
  if (own === 0 || limit.window !== 'leg-in-session') return own > 0;
  const onLeg = itemsOf(draft, now).filter(({ veinId }) => context.veins.get(veinId)?.leg === vein.leg);
  return onLeg.reduce((sum, item) => sum + amountOf(item), 0) > capOf(limit, patient);
}

function itemsOf({ items }: PlanDraft, number: number): readonly PlanItem[] {
  return items.filter(({ sessionNumber }) => sessionNumber === number);
}

/** The other leg, if that alone is treated in a session, the vein itself not counted; else null. */
function otherLegIn(plan: PlanDraft, share: ProposedShare, number: number, { veins }: Context): Leg | null {
  const own = veins.get(share.veinId)?.leg;
  const legs = new Set(
    itemsOf(plan, number).flatMap(({ veinId }) =>
      veinId === share.veinId ? [] : (veins.get(veinId)?.leg ?? []),
    ),
  );
  return LEGS.find((leg) => leg !== own && legs.size === 1 && legs.has(leg)) ?? null;
}

function regionCount(
  share: ProposedShare,
  region: Region | null,
  number: number,
  { next, veins, regionOf }: Context,
): number {
  const leg = veins.get(share.veinId)?.leg;
  return itemsOf(next, number).filter(
    ({ veinId }) => veinId !== share.veinId && regionOf(veinId) === region && veins.get(veinId)?.leg === leg,
  ).length;
}

/** Whether the two sessions lie nearer to each other in volume with the share in its new one. */
function isBetterBalanced({ dose }: ProposedShare, now: number, to: number, next: PlanDraft): boolean {
  const volumeOf = (number: number) =>
    itemsOf(next, number).reduce((sum, item) => sum + item.punctures * item.volumePerPunctureUl, 0);
  const own = dose.punctures * dose.volumePerPunctureUl;
  const difference = volumeOf(to) - volumeOf(now);
  return Math.abs(difference) < Math.abs(difference - 2 * own);
}
