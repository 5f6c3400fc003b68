import type { Limit } from '../../shared/domain/dose/label-profile.ts';
import type { LeftInSession } from '../../shared/contract/plan.ts';
import type { DateChange } from '../../shared/domain/plan/course-proposal.ts';
import type { CourseEvent, MoveReason, PlanProblem } from '../../shared/domain/plan/plan-changes.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import type { VeinId } from '../../shared/kernel/ids.ts';
import { dateText, legWord } from './format.ts';
import { limitShortName } from './limit-text.ts';
import { REGION_WORDS } from './map-text.ts';
import { counted } from './plan-text.ts';
import { leftText } from './session-text.ts';

/** How the veins and limits that a sentence names are called. */
export interface PlanNames {
  readonly labelOf: (id: VeinId) => string;
  readonly limits: readonly Limit[];
  /** What somebody left for later in a session, and why. */
  readonly leftForLater: readonly LeftInSession[];
}

function limitOf(id: string, { limits }: PlanNames): string {
  const limit = limits.find((each) => each.id === id);
  return limit ? limitShortName(limit).toLocaleLowerCase('en') : id;
}

/** Why the planner would have a vein elsewhere, as the end of "moves, because …". */
export function moveReasonText(reason: MoveReason, names: PlanNames): string {
  switch (reason.code) {
    case 'new':
      return 'in no session yet';
    case 'further':
      return 'a review sent it to a further session';
    case 'left-over':
      return `left over from session ${String(reason.sessionNumber)}`;
    case 'over-limit':
      return `session ${String(reason.sessionNumber)} is over its limit: ${limitOf(reason.limitId, names)}`;
    case 'over-time':
      return `session ${String(reason.sessionNumber)} takes longer than its minutes`;
    case 'feeder':
      return `feeders first or together: goes by ${names.labelOf(reason.veinId)}`;
    case 'other-leg':
      return `session ${String(reason.sessionNumber)} is for the ${legWord(reason.leg)} leg`;
    case 'split':
      return `more than one session takes (${reason.limitIds.map((id) => limitOf(id, names)).join(', ')}): spread over ${String(reason.sessions)}`;
    case 'fewer-sessions':
      return 'so that one session less is needed';
    case 'neighbours':
      return `beside others of its region: ${REGION_WORDS[reason.region].toLocaleLowerCase('en')}`;
    case 'balance':
      return 'so that the sessions are alike';
    case 'feeders-first':
      return 'feeders and large vessels first';
    case 'session-gone':
      return 'its session is not needed, or has another number';
    case 'makes-room':
      return `makes room in session ${String(reason.sessionNumber)} for what comes there`;
    case 'earlier':
      return 'there is room in an earlier session';
    case 'done':
      return `was given already, in session ${String(reason.sessionNumber)}`;
    case 'cleared':
      return `cleared at the review of ${dateText(reason.onDate)}`;
    case 'as-a-whole':
      return 'belongs to the proposal as a whole';
    default:
      return assertNever(reason);
  }
}

/** `Session 2 would be over its limit: volume` */
export function planProblemText(problem: PlanProblem, names: PlanNames): string {
  switch (problem.code) {
    case 'over-limit':
      return `Session ${String(problem.sessionNumber)} would be over its limit: ${limitOf(problem.limitId, names)}`;
    case 'over-time':
      return `Session ${String(problem.sessionNumber)} would take longer than its minutes`;
    case 'both-legs':
      return `Session ${String(problem.sessionNumber)} would treat both legs`;
    case 'feeder-later':
      return `${names.labelOf(problem.feederId)}, which feeds ${names.labelOf(problem.veinId)}, would come later: such a plan cannot be saved`;
    default:
      return assertNever(problem);
  }
}

/** `2 veins left over from session 2, 1 new`: what came otherwise than planned, in a few words; null if nothing did. */
export function courseText(events: readonly CourseEvent[]): string | null {
  const parts = [
    ...bySession(events, 'left-over').map(
      ([number, count]) => `${counted(count, 'vein')} left over from session ${number}`,
    ),
    ...bySession(events, 'more-given').map(
      ([number, count]) => `${counted(count, 'vein')} given more in session ${number}`,
    ),
    ...bySession(events, 'done').map(
      ([number, count]) => `${counted(count, 'vein')} done in session ${number} already`,
    ),
    ...whole(events, 'cleared', 'cleared'),
    ...whole(events, 'new', 'new'),
    ...whole(events, 'further', 'to treat again'),
    ...whole(events, 'erased', 'erased'),
  ];
  const [first, ...others] = parts;
  if (first === undefined) return null;
  return [first, ...others.map((part) => part.replace(/ veins?/, ''))].join(', ');
}

/** `another day for session 2: 11 Oct 2026`; null if no day changes. */
export function dateChangesText(changes: readonly DateChange[]): string | null {
  if (changes.length === 0) return null;
  const days = changes.map(({ sessionNumber, to }) => `session ${String(sessionNumber)}: ${dateText(to)}`);
  return `another day for ${days.join(', ')}`;
}

type InSession = Extract<CourseEvent, { readonly sessionNumber: number }>['code'];

function bySession(events: readonly CourseEvent[], code: InSession): readonly [string, number][] {
  const veins = new Map<string, Set<VeinId>>();
  for (const event of events) {
    if (event.code !== code || !('sessionNumber' in event)) continue;
    const number = String(event.sessionNumber);
    veins.set(number, (veins.get(number) ?? new Set<VeinId>()).add(event.veinId));
  }
  return [...veins].map(([number, ids]) => [number, ids.size]);
}

function whole(events: readonly CourseEvent[], code: CourseEvent['code'], word: string): readonly string[] {
  const { size } = new Set(events.filter((event) => event.code === code).map(({ veinId }) => veinId));
  return size === 0 ? [] : [`${counted(size, 'vein')} ${word}`];
}

/** ` · left for later: pain`; nothing where nobody left it on purpose. */
function laterText(
  { veinId, sessionNumber }: Extract<CourseEvent, { readonly code: 'left-over' }>,
  { leftForLater }: Pick<PlanNames, 'leftForLater'>,
): string {
  const left = leftForLater.find((each) => each.veinId === veinId && each.sessionNumber === sessionNumber);
  return left ? ` · ${leftText(left.reason)}` : '';
}

/** One thing that came otherwise than planned, of one vein, in full. */
export function courseEventText(event: CourseEvent, names: Pick<PlanNames, 'leftForLater'>): string {
  switch (event.code) {
    case 'left-over':
      return `${counted(event.punctures, 'puncture')} left over from session ${String(event.sessionNumber)}${laterText(event, names)}`;
    case 'more-given':
      return `${counted(event.punctures, 'puncture')} more than planned in session ${String(event.sessionNumber)}; ${String(event.laterPunctures)} planned later`;
    case 'done':
      return `given in session ${String(event.sessionNumber)} already`;
    case 'cleared':
      return `cleared at the review of ${dateText(event.onDate)}`;
    case 'new':
      return 'mapped, not planned';
    case 'further':
      return 'sent to a further session at a review';
    case 'erased':
      return 'no longer on the map; what was planned for it is gone';
    default:
      return assertNever(event);
  }
}
