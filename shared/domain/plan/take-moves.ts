import type { VeinId } from '../../kernel/ids.ts';
import { VEIN_KINDS, type Vein } from '../leg-map/vein.ts';
import type { CourseProposal, ProposedShare, SharePart } from './course-proposal.ts';
import type { PlanProblem } from './plan-changes.ts';
import type { PlanItem } from './plan.ts';
import { problemsBeyond, problemsOf } from './plan-problems.ts';
import { heldNumbers, type PlanDraft, type PlanningOptions, type PlanSituation } from './plan-situation.ts';

/** A draft with some of the moves, and what is wrong with it that was not before. */
export interface TakenMoves {
  readonly draft: PlanDraft;
  readonly problems: readonly PlanProblem[];
}

/**
 * The draft with the moves of these keys; all of them together are the proposal itself. A session that is emptied by them goes, one
 * that is needed comes with the date that the proposal gives it. `problems` are to be said before it is accepted.
 */
export function takeMoves(
  draft: PlanDraft,
  proposal: CourseProposal,
  keys: ReadonlySet<string>,
  situation: PlanSituation,
  options: PlanningOptions,
): TakenMoves {
  const taken = proposal.moves.every(({ key }) => keys.has(key))
    ? proposal.draft
    : withSome(draft, proposal, keys, situation);
  const known = problemsOf(draft, situation, options);
  return { draft: taken, problems: problemsBeyond(problemsOf(taken, situation, options), known) };
}

function withSome(
  draft: PlanDraft,
  proposal: CourseProposal,
  keys: ReadonlySet<string>,
  situation: PlanSituation,
): PlanDraft {
  const chosen = proposal.shares.filter(({ key }) => keys.has(key));
  const items = itemsWith(draft.items, chosen, situation.veins);
  const filled = numbersIn(items);
  const emptied = [...numbersIn(draft.items)].filter((number) => !filled.has(number));
  const held = heldNumbers(situation);
  const sessions = draft.sessions.filter(({ number }) => held.has(number) || !emptied.includes(number));
  const known = new Set(sessions.map(({ number }) => number));
  const needed = proposal.draft.sessions.filter(({ number }) => filled.has(number) && !known.has(number));
  return { sessions: [...sessions, ...needed].toSorted((a, b) => a.number - b.number), items };
}

function numbersIn(items: readonly PlanItem[]): ReadonlySet<number> {
  return new Set(items.flatMap(({ sessionNumber }) => sessionNumber ?? []));
}

/**
 * The items with these shares where the proposal has them. What stays in its session keeps its place in the order of treatment;
 * what comes stands behind larger vessels and before smaller ones.
 */
export function itemsWith(
  items: readonly PlanItem[],
  shares: readonly ProposedShare[],
  veins: readonly Vein[],
): readonly PlanItem[] {
  const byIndex = new Map(shares.flatMap((share) => (share.index === null ? [] : [[share.index, share]])));
  const staying = items.flatMap((item, index): PlanItem[] => {
    const share = byIndex.get(index);
    if (!share) return [item];
    if (share.isDropped) return [];
    const here = partAtNow(share);
    if (here) return [{ ...item, punctures: here.punctures }];
    return share.parts.length === 0 ? [{ ...item, sessionNumber: null }] : [];
  });
  const order = treatmentOrder(veins);
  const coming = shares
    .flatMap((share) => arrivalsOf(share, items))
    .toSorted((a, b) => order(a.veinId) - order(b.veinId));
  return coming.reduce<readonly PlanItem[]>((now, item) => insert(now, item, order), staying);
}

function partAtNow({ parts, now, index }: ProposedShare): SharePart | undefined {
  return index === null ? undefined : parts.find(({ sessionNumber }) => sessionNumber === now);
}

function arrivalsOf(share: ProposedShare, items: readonly PlanItem[]): readonly PlanItem[] {
  const here = partAtNow(share);
  const { preparation, volumePerPunctureUl } = share.dose;
  const locked = share.index === null ? false : (items[share.index]?.locked ?? false);
  return share.parts
    .filter((part) => part !== here)
    .map(({ sessionNumber, punctures }) => ({
      veinId: share.veinId,
      sessionNumber,
      preparation,
      punctures,
      volumePerPunctureUl,
      locked,
    }));
}

function insert(
  items: readonly PlanItem[],
  item: PlanItem,
  order: (id: VeinId) => number,
): readonly PlanItem[] {
  const before = items.findIndex(
    (other) => other.sessionNumber === item.sessionNumber && order(other.veinId) > order(item.veinId),
  );
  return before === -1 ? [...items, item] : items.toSpliced(before, 0, item);
}

/** Large before small, as feeders are treated before what they feed; else as they are numbered. */
function treatmentOrder(veins: readonly Vein[]): (id: VeinId) => number {
  const sorted = veins.toSorted(
    (a, b) => VEIN_KINDS.indexOf(b.kind) - VEIN_KINDS.indexOf(a.kind) || a.number - b.number,
  );
  const place = new Map(sorted.map(({ id }, at) => [id, at]));
  return (id) => place.get(id) ?? veins.length;
}
