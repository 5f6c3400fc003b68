import type { VeinId } from '../../kernel/ids.ts';
import { microlitres } from '../../kernel/units.ts';
import type { CalendarDate } from '../../kernel/time.ts';
import { measureVein } from '../leg-map/measure.ts';
import type { Region } from '../leg-map/region.ts';
import { courseEvents } from './course-events.ts';
import type { CourseProposal, DateChange, ProposedShare, SharePart } from './course-proposal.ts';
import { movesOf } from './move-reasons.ts';
import { proposeDates } from './plan-dates.ts';
import { sharesOf, type Share } from './plan-shares.ts';
import {
  dosePatientOf,
  heldNumbers,
  usableLimits,
  type PlanDraft,
  type PlanningOptions,
  type PlanSituation,
} from './plan-situation.ts';
import type { PlannedSession } from './plan.ts';
import { problemsOf } from './plan-problems.ts';
import { proposeSessions, type PlannerInput, type PlanProposal, type PlannerVein } from './planner.ts';
import type { PlannedDose } from './propose-dose.ts';
import { itemsWith } from './take-moves.ts';

type Dosed = Share & { readonly dose: PlannedDose };

/**
 * Proposes sessions for everything that is still to be given; what was held is history and stays. Doses are proposed where there are none.
 * Beside the plan that would come of it stand the moves from the one that is, each with its reason. Null when there is nothing to plan.
 */
export function proposeCourse(
  draft: PlanDraft,
  situation: PlanSituation,
  options: PlanningOptions,
  today: CalendarDate,
): CourseProposal | null {
  const all = sharesOf(draft, situation);
  const dosed = all.flatMap((share) => (share.dose ? [{ ...share, dose: share.dose }] : []));
  if (dosed.length === 0) return null;
  const numbers = numbersToCome(draft, situation);
  const regions = new Map(
    situation.veins.map((vein) => [vein.id, measureVein(vein, situation.heightScale).region]),
  );
  const needed = dosed.filter(({ dropped }) => dropped === null);
  const proposal = planFor(
    {
      veins: needed.map((share) => plannerVein(share, needed, numbers, regions)),
      limits: usableLimits(situation),
      patient: dosePatientOf(situation, situation.held.length === 0 && !situation.treatedBefore),
      options,
      sessionCaps: numbers.map((number) => capsOf(draft, number)),
    },
    partsStanding(needed, draft, situation, options),
  );
  const partsOf = placesIn(proposal, (at) => numberAt(numbers, at, situation));
  const shares = dosed.map((share) => proposedShare(share, partsOf));
  const next = nextDraft(draft, shares, situation, firstDay(options, today));
  const regionOf = (id: VeinId) => regions.get(id) ?? null;
  const labelled = new Map(dosed.map(({ key, vein }) => [key, vein.id]));
  const notPlaced = proposal.notPlaced.map((entry) => ({
    ...entry,
    veinId: labelled.get(entry.veinId) ?? entry.veinId,
  }));
  return {
    draft: next,
    shares,
    moves: movesOf(
      { draft, next, shares, sources: all, splits: proposal.splits, notPlaced, regionOf },
      situation,
      options,
    ),
    dateChanges: dateChanges(draft, next),
    events: courseEvents(draft, situation),
    sessions: proposal.sessions.length,
    proof: proposal.proof,
    lowerBound: proposal.lowerBound,
    notPlaced: [
      ...notPlaced,
      ...all
        .filter(({ dose }) => dose === null)
        .map(({ vein }) => ({ veinId: vein.id, because: 'no-dose' as const, limitIds: [] })),
    ],
  };
}

/**
 * Plans; the parts of a vein that was split before stay where they stand (`standing`, by key) where that costs nothing. Each is a
 * vein by itself to the planner, which would shift them about for the sake of their neighbours.
 */
function planFor(input: PlannerInput, standing: ReadonlySet<VeinId>): PlanProposal {
  const free = proposeSessions(input);
  if (standing.size === 0) return free;
  const kept = proposeSessions({
    ...input,
    veins: input.veins.map((each) => (standing.has(each.id) ? { ...each, lockedTo: each.now } : each)),
  });
  const isAsGood =
    kept.sessions.length <= free.sessions.length &&
    kept.notPlaced.length === free.notPlaced.length &&
    kept.notPlaced.every(({ veinId }) => free.notPlaced.some((other) => other.veinId === veinId)) &&
    kept.splits.length <= free.splits.length;
  if (!isAsGood) return free;
  const { lowerBound } = free;
  return { ...kept, lowerBound, proof: kept.sessions.length === lowerBound ? 'proven' : 'found' };
}

/** The keys of shares that are parts of one vein in different sessions with nothing wrong where they are. */
function partsStanding(
  shares: readonly Share[],
  draft: PlanDraft,
  situation: PlanSituation,
  options: PlanningOptions,
): ReadonlySet<VeinId> {
  const planned = shares.filter(({ now }) => now !== null);
  const parts = [...Map.groupBy(planned, ({ vein }) => vein.id).values()].filter((all) => all.length > 1);
  if (parts.length === 0) return new Set();
  const problems = problemsOf(draft, situation, options);
  const isWrong = ({ now, vein }: Share) =>
    problems.some((problem) =>
      problem.code === 'feeder-later'
        ? problem.feederId === vein.id || problem.veinId === vein.id
        : problem.sessionNumber === now,
    );
  return new Set(parts.filter((all) => !all.some(isWrong)).flatMap((all) => all.map(({ key }) => key)));
}

/** The numbers of planned sessions behind the last one that took place, in order: the proposal fills these first. */
function numbersToCome(draft: PlanDraft, situation: PlanSituation): readonly number[] {
  const last = lastHeldNumber(situation);
  return draft.sessions
    .map(({ number }) => number)
    .filter((number) => number > last)
    .toSorted((a, b) => a - b);
}

function lastHeldNumber({ held }: PlanSituation): number {
  return Math.max(0, ...held.map(({ number }) => number));
}

/** The number of the proposal's session `at`, counted from 0; past the planned ones they count on. */
function numberAt(numbers: readonly number[], at: number, situation: PlanSituation): number {
  return numbers[at] ?? (numbers.at(-1) ?? lastHeldNumber(situation)) + at - numbers.length + 1;
}

function capsOf(draft: PlanDraft, number: number): ReadonlyMap<string, number> {
  const session = draft.sessions.find((each) => each.number === number);
  return new Map(session?.tighterCaps.map(({ limitId, amount }) => [limitId, amount]));
}

function plannerVein(
  share: Dosed,
  all: readonly Dosed[],
  numbers: readonly number[],
  regions: ReadonlyMap<VeinId, Region>,
): PlannerVein {
  const { vein, dose, locked } = share;
  const at = share.now === null ? -1 : numbers.indexOf(share.now);
  const now = at === -1 ? null : at + 1;
  return {
    id: share.key,
    leg: vein.leg,
    kind: vein.kind,
    diameterMm: vein.diameterMm,
    preparation: dose.preparation,
    volumeUl: microlitres(dose.punctures * dose.volumePerPunctureUl),
    punctures: dose.punctures,
    feederId: firstShareOf(vein.feederId, all)?.key ?? null,
    region: regions.get(vein.id) ?? null,
    lockedTo: locked ? now : null,
    now,
  };
}

/** Of a feeder in parts, the one that stands first: what it feeds goes by that. */
function firstShareOf(id: VeinId | null, all: readonly Dosed[]): Dosed | undefined {
  const place = ({ now }: Dosed) => now ?? Number.MAX_SAFE_INTEGER;
  return all.filter(({ vein }) => vein.id === id).toSorted((a, b) => place(a) - place(b))[0];
}

/** Where the planner has each share: whole in a session, or in parts. */
function placesIn(
  proposal: PlanProposal,
  numberOf: (at: number) => number,
): (share: Dosed) => readonly SharePart[] {
  const splits = new Map(proposal.splits.map(({ veinId, parts }) => [veinId, parts]));
  const whole = new Map(
    proposal.sessions.flatMap(({ veinIds }, at) => veinIds.map((id) => [id, numberOf(at)] as const)),
  );
  return ({ key, dose }) => {
    const split = splits.get(key);
    if (split)
      return split.map(({ session, punctures }) => ({ sessionNumber: numberOf(session), punctures }));
    const sessionNumber = whole.get(key);
    return sessionNumber === undefined ? [] : [{ sessionNumber, punctures: dose.punctures }];
  };
}

function proposedShare(share: Dosed, partsOf: (share: Dosed) => readonly SharePart[]): ProposedShare {
  const { key, vein, index, dose, now, dropped } = share;
  const { preparation, punctures, volumePerPunctureUl } = dose;
  return {
    key,
    veinId: vein.id,
    index,
    dose: { preparation, punctures, volumePerPunctureUl },
    now,
    parts: dropped ? [] : partsOf(share),
    isDropped: dropped !== null,
  };
}

function nextDraft(
  draft: PlanDraft,
  shares: readonly ProposedShare[],
  situation: PlanSituation,
  from: CalendarDate,
): PlanDraft {
  const mapped = new Set(situation.veins.map(({ id }) => id));
  const items = itemsWith(draft.items, shares, situation.veins).filter(({ veinId }) => mapped.has(veinId));
  const held = heldNumbers(situation);
  const filled = new Set(items.flatMap(({ sessionNumber }) => sessionNumber ?? []));
  const toCome = [...filled].filter((number) => !held.has(number)).toSorted((a, b) => a - b);
  const sessions = datedSessions(draft, toCome, situation, from);
  return { sessions: [...draft.sessions.filter(({ number }) => held.has(number)), ...sessions], items };
}

function datedSessions(
  draft: PlanDraft,
  numbers: readonly number[],
  situation: PlanSituation,
  from: CalendarDate,
): readonly PlannedSession[] {
  return proposeDates({
    sessions: numbers.map((number) => ({
      number,
      planned: draft.sessions.find((session) => session.number === number) ?? null,
    })),
    lastTreatedOn: lastTreatedOn(situation),
    from,
    interval: situation.profile.interval,
  });
}

function dateChanges(draft: PlanDraft, next: PlanDraft): readonly DateChange[] {
  return next.sessions.flatMap(({ number, onDate: to }) => {
    const from = draft.sessions.find((session) => session.number === number)?.onDate ?? to;
    return from === to ? [] : [{ sessionNumber: number, from, to }];
  });
}

function firstDay({ earliestDate }: PlanningOptions, today: CalendarDate): CalendarDate {
  return earliestDate !== null && earliestDate > today ? earliestDate : today;
}

/** The last day of treatment so far, in this case or another; null: never. */
export function lastTreatedOn({
  held,
  lastTreatedElsewhereOn,
}: Pick<PlanSituation, 'held' | 'lastTreatedElsewhereOn'>): CalendarDate | null {
  const days = held.map(({ onDate }) => onDate);
  const last = [...days, ...(lastTreatedElsewhereOn === null ? [] : [lastTreatedElsewhereOn])].toSorted();
  return last.at(-1) ?? null;
}
