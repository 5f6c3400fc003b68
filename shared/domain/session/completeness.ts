import type { LotId } from '../../kernel/ids.ts';
import type { CalendarDate } from '../../kernel/time.ts';
import type { Microlitres } from '../../kernel/units.ts';
import type { LabelProfile } from '../dose/label-profile.ts';
import { aftercarePoints } from './aftercare.ts';
import { firstDifferenceUl, recounted, type CountedBox } from './closing.ts';
import { standingReactions, type Reaction } from './reaction.ts';
import type { CompressionClass, Injection } from './session.ts';
import { standing } from './vein-tasks.ts';
import { givesFoam, minutesAsked, walkThatCounts, type SessionWalk } from './walk.ts';

/** What a complete record of a session holds, in the order in which it is read. */
export type CompletenessId =
  | 'identity'
  | 'consent'
  | 'sites'
  | 'lots'
  | 'limits'
  | 'reactions'
  | 'ampoules'
  | 'observation'
  | 'compression'
  | 'aftercare'
  | 'next-date';

/** Whether one thing is there. */
export interface CompletenessItem {
  readonly id: CompletenessId;
  readonly state: 'done' | 'missing' | 'not-needed';
  /** The numbers of the injections that it is about. */
  readonly injections: readonly number[];
  /** How much is missing: minutes of observation, points of the aftercare, reactions; µL of ampoules that do not agree. */
  readonly amount: number;
}

/** How a session ends, as far as somebody has said it. */
export interface ClosingSoFar {
  readonly ampoules: readonly {
    readonly lotId: LotId;
    readonly ampoulesOpened: number;
    readonly wastedUl: Microlitres;
  }[];
  readonly differenceReason: string | null;
  readonly compressionClass: CompressionClass | null;
  readonly observedMinutes: number | null;
  /** Null: nobody has said whether. */
  readonly aftercareGiven: boolean | null;
  readonly aftercareExplained: readonly string[];
  readonly nextOn: CalendarDate | null;
}

/** What the light looks at. */
export interface CompletenessView {
  readonly injections: readonly Injection[];
  readonly reactions: readonly Reaction[];
  readonly boxes: readonly (CountedBox & { readonly expiresOn: CalendarDate })[];
  readonly opening: { readonly onDate: CalendarDate };
  readonly profile: Pick<LabelProfile, 'observationMinutes' | 'aftercare'>;
  readonly walks: readonly SessionWalk[];
  /** Sessions of the plan that are still to come. */
  readonly upcoming: readonly unknown[];
  /** Null: it has not been begun. */
  readonly closing: ClosingSoFar | null;
}

/** Whether the record of a session is complete: it informs, and forbids nothing. */
export function completenessOf(view: CompletenessView): readonly CompletenessItem[] {
  return [
    // A session cannot be opened without these two.
    done('identity'),
    done('consent'),
    ...aboutInjections(view),
    reactionsItem(view),
    ampoulesItem(view),
    observationItem(view),
    told('compression', view.closing?.compressionClass != null),
    aftercareItem(view),
    nextDateItem(view),
  ];
}

/** How many things are missing. */
export function countMissing(items: readonly CompletenessItem[]): number {
  return items.filter(({ state }) => state === 'missing').length;
}

function aboutInjections(view: CompletenessView): readonly CompletenessItem[] {
  const given = standing(view.injections);
  const allGiven = (id: CompletenessId, isRight: (injection: Injection) => boolean): CompletenessItem => {
    const wrong = given.filter((injection) => !isRight(injection)).map(({ number }) => number);
    if (given.length === 0) return { id, state: 'not-needed', injections: [], amount: 0 };
    return { id, state: wrong.length === 0 ? 'done' : 'missing', injections: wrong, amount: wrong.length };
  };
  return [
    allGiven('sites', ({ veinId, site }) => veinId !== null || site.point !== null),
    allGiven('lots', ({ lotId }) =>
      view.boxes.some(({ id, expiresOn }) => id === lotId && expiresOn >= view.opening.onDate),
    ),
    allGiven('limits', ({ assessment, reason, override }) => {
      if (assessment.verdict === 'hard') return override !== null;
      return assessment.verdict !== 'soft' || reason !== null || override !== null;
    }),
  ];
}

function reactionsItem(view: CompletenessView): CompletenessItem {
  const reactions = standingReactions(view.reactions);
  const without = reactions.filter(({ done: what }) => what.trim() === '').length;
  return reactions.length === 0 ? notNeeded('reactions') : told('reactions', without === 0, without);
}

function ampoulesItem({ closing, injections, boxes }: CompletenessView): CompletenessItem {
  if (boxes.length === 0) return notNeeded('ampoules');
  if (!closing) return told('ampoules', false);
  const difference = firstDifferenceUl(recounted(closing.ampoules, injections), boxes);
  return told('ampoules', difference === 0 || closing.differenceReason !== null, Math.abs(difference));
}

/** Long enough by the minutes that were written down; or the walk was ended early, and somebody said why. */
function observationItem({ closing, injections, profile, walks }: CompletenessView): CompletenessItem {
  const minutes = closing?.observedMinutes ?? 0;
  const short = Math.max(0, minutesAsked({ injections }, profile) - minutes);
  const isExplained = walkThatCounts(walks, injections)?.end?.reason != null;
  return told('observation', closing?.observedMinutes != null && (short === 0 || isExplained), short);
}

function aftercareItem({ closing, injections, profile }: CompletenessView): CompletenessItem {
  const points = aftercarePoints(profile, givesFoam(injections));
  const left = points.filter(({ id }) => !closing?.aftercareExplained.includes(id)).length;
  return told('aftercare', closing?.aftercareGiven === true && left === 0, left);
}

function nextDateItem({ closing, upcoming }: CompletenessView): CompletenessItem {
  const isAgreed = closing?.nextOn != null;
  return !isAgreed && upcoming.length === 0 ? notNeeded('next-date') : told('next-date', isAgreed);
}

const done = (id: CompletenessId): CompletenessItem => told(id, true);

function told(id: CompletenessId, isDone: boolean, missing = 0): CompletenessItem {
  return { id, state: isDone ? 'done' : 'missing', injections: [], amount: isDone ? 0 : missing };
}

function notNeeded(id: CompletenessId): CompletenessItem {
  return { id, state: 'not-needed', injections: [], amount: 0 };
}
