import type { TimelineContent, TimelineEvent, TimelineTopic } from '../../shared/domain/patient/timeline.ts';
import type {
  AllergyFact,
  ComplicationFact,
  MapDayFact,
  MeasurementFact,
  OverrideFact,
  ReactionFact,
  ReviewFact,
  SessionFact,
} from '../../shared/domain/patient/timeline-facts.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import {
  COMPLICATION_GRADE_WORDS,
  COMPLICATION_STATE_WORDS,
  COMPLICATION_WORDS,
} from './complication-text.ts';
import { dateText, heightText, legsText, mgText, mlTotalText, NBSP, weightText } from './format.ts';
import { limitName } from './limit-text.ts';
import { REACTION_GRADE_WORDS, REACTION_WORDS } from './reaction-text.ts';
import { RESPONSE_WORDS } from './review-text.ts';

export const TOPIC_WORDS: Readonly<Record<TimelineTopic, string>> = {
  sessions: 'Sessions',
  reviews: 'Reviews',
  reactions: 'Reactions, complications',
  limits: 'Limits passed',
  'map-and-plan': 'Map and plan',
  cases: 'Case',
  patient: 'Weight, allergies',
};

/** What an event of the timeline says: a headline, and what is known beyond it. */
export function eventText({ content, session }: Pick<TimelineEvent, 'content' | 'session'>): {
  readonly title: string;
  readonly details: string;
} {
  const number = session === null ? '' : ` ${String(session.number)}`;
  switch (content.kind) {
    case 'case':
      return { title: 'Case opened', details: content.fact.reason };
    case 'assessment':
      return { title: content.isFirst ? 'Assessed' : 'Assessment changed', details: '' };
    case 'consent':
      return { title: 'Consent', details: content.fact.formName };
    case 'map':
      return { title: 'Map', details: mapText(content.fact) };
    case 'plan':
      return { title: 'Plan saved', details: planText(content) };
    case 'session-opened':
      return { title: `Session${number} opened`, details: legsText(content.fact.legs) };
    case 'session-closed':
      return { title: `Session${number} closed`, details: givenText(content.fact) };
    case 'session-signed':
      return { title: `Session${number} signed`, details: `as ${content.fact.role}` };
    case 'session-amended':
      return { title: `Session${number} amended`, details: content.fact.reason };
    case 'review':
      return { title: 'Review', details: reviewText(content.fact) };
    case 'reaction':
      return { title: `Reaction in session${number}`, details: reactionText(content.fact) };
    case 'complication':
      return { title: 'Complication', details: complicationText(content.fact) };
    case 'override':
      return { title: `Limit passed in session${number}`, details: overrideText(content.fact) };
    case 'measurement':
      return { title: 'Measured', details: measurementText(content.fact) };
    case 'allergies':
      return { title: 'Asked about allergies', details: allergiesText(content.fact) };
    default:
      return assertNever(content);
  }
}

/** `5 mapped, 3 confirmed, 1 erased` */
function mapText({ mapped, carriedOver, confirmed, changed, erased }: MapDayFact): string {
  const parts = [
    [carriedOver, 'carried over'],
    [mapped, 'mapped'],
    [confirmed, 'confirmed'],
    [changed, 'changed'],
    [erased, 'erased'],
  ] as const;
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${counted(count, 'vein')} ${word}`);
  return said.join(', ') || 'nothing left changed';
}

function planText({ fact, versions }: Extract<TimelineContent, { readonly kind: 'plan' }>): string {
  const sessions = fact.sessions === 0 ? 'no session yet' : counted(fact.sessions, 'session');
  return versions > 1 ? `${sessions}, ${String(versions)} versions that day` : sessions;
}

/** `37 injections, 8.2 mL, 59.0 mg, 1 struck out`; foam by itself. */
function givenText({ injections, liquidUl, foamUl, massUg, struckOut }: SessionFact): string {
  const struck = struckOut > 0 ? [`${String(struckOut)} struck out`] : [];
  if (injections === 0) return ['nothing given', ...struck].join(', ');
  return [
    counted(injections, 'injection'),
    ...(liquidUl > 0 ? [mlTotalText(liquidUl)] : []),
    ...(foamUl > 0 ? [`${mlTotalText(foamUl)} foam`] : []),
    mgText(massUg),
    ...struck,
  ].join(', ');
}

/** `70 % better: 4 cleared, 2 better` */
function reviewText({ improvementPercent, counts }: ReviewFact): string {
  const overall =
    improvementPercent === null ? 'improvement not judged' : `${String(improvementPercent)}${NBSP}% better`;
  const veins = (['cleared', 'better', 'same', 'worse', 'not-seen'] as const)
    .filter((response) => counts[response] > 0)
    .map((response) => `${String(counts[response])} ${RESPONSE_WORDS[response].toLowerCase()}`);
  return veins.length === 0 ? overall : `${overall}: ${veins.join(', ')}`;
}

/** `Vasovagal, moderate, L5` */
function reactionText({ reaction, grade, veinLabel, isStruckOut }: ReactionFact): string {
  const words = [REACTION_WORDS[reaction], REACTION_GRADE_WORDS[grade].toLowerCase()];
  return [...words, ...(veinLabel === null ? [] : [veinLabel]), ...(isStruckOut ? ['struck out'] : [])].join(
    ', ',
  );
}

/** `Matting, mild, since 10 Sep 2026, ongoing` */
function complicationText({ complication, grade, onsetOn, state, isSerious }: ComplicationFact): string {
  return [
    COMPLICATION_WORDS[complication],
    ...(grade === null ? [] : [COMPLICATION_GRADE_WORDS[grade].toLowerCase()]),
    ...(isSerious ? ['serious'] : []),
    `since ${dateText(onsetOn)}`,
    COMPLICATION_STATE_WORDS[state].toLowerCase(),
  ].join(', ');
}

/** `Injection 12: Polidocanol, 24 h. Allowed by Dr Okafor: …` */
function overrideText({ injectionNumber, limits, surgeon, reason, isStruckOut }: OverrideFact): string {
  const names = limits.map(limitName).join('; ');
  const struck = isStruckOut ? ' The injection was struck out.' : '';
  return `Injection ${String(injectionNumber)}: ${names}. Allowed by ${surgeon}: ${reason}.${struck}`;
}

function measurementText({ weightG, heightMm }: MeasurementFact): string {
  return [
    ...(weightG === null ? [] : [weightText(weightG)]),
    ...(heightMm === null ? [] : [heightText(heightMm)]),
  ].join(', ');
}

function allergiesText({ substances, polidocanol, proneToHypersensitivity }: AllergyFact): string {
  const named = [...(polidocanol ? ['POLIDOCANOL'] : []), ...substances];
  const prone = proneToHypersensitivity ? '; prone to hypersensitivity' : '';
  return `${named.length === 0 ? 'none known' : named.join(', ')}${prone}`;
}

function counted(count: number, one: string): string {
  return `${String(count)} ${one}${count === 1 ? '' : 's'}`;
}
