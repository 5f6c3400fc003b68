import type { CourseExpectation, SessionPace } from '../../shared/domain/dose/label-profile.ts';
import type { LeafletPart, PictureSession, PictureTitle } from '../canvas/export/plan-picture.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import { dateText, NBSP, weekdayDateText } from './format.ts';

/** Words on the page that do not depend on the treatment. */
export const PICTURE_TEXT = {
  heading: 'Your vein treatment plan',
  nameLeftOut: '(name left out)',
  whose: ({ person, recordNumber }: PictureTitle) =>
    person === null
      ? `Record ${recordNumber}`
      : `Born ${dateText(person.birthDate)} · Record ${recordNumber}`,
  whichPlan: ({ onDate, planVersion, clinicName }: PictureTitle) =>
    `${dateText(onDate)} · Plan version ${String(planVersion)} · ${clinicName}`,
  sessions: 'Your sessions',
  session: (number: number) => `Session ${String(number)}`,
  sessionFacts: sessionFacts,
  moreSessions: (count: number) => `and ${String(count)} more`,
  treated: 'treated',
  toCome: 'still to come, in the session of that number',
  dashed: 'dashed: still to come',
  pale: 'pale: not in this plan',
  foot: footLines,
} as const;

/** `· Thu 24 Sep 2026 · LEFT leg · 7 veins`, and where it stands if that is not plain. */
function sessionFacts({ onDate, atTime, state, legs, veins }: PictureSession): string {
  const year = onDate.slice(0, 4);
  const time = atTime === null || state === 'done' ? '' : `, ${atTime}`;
  const when = {
    done: `done ${dateText(onDate)}`,
    begun: `begun ${dateText(onDate)}`,
    coming: `${weekdayDateText(onDate)} ${year}${time}`,
    overdue: `was due ${dateText(onDate)}, new date to come`,
  }[state];
  const [only, second] = legs;
  const where = only === undefined ? '' : second === undefined ? `${only.toUpperCase()} leg` : 'BOTH legs';
  const many = veins === 0 ? '' : `${String(veins)}${NBSP}${veins === 1 ? 'vein' : 'veins'}`;
  return `· ${[when, where, many].filter((part) => part !== '').join(' · ')}`;
}

/** What the page says about itself; loud is what must not be overlooked. */
function footLines(title: PictureTitle): readonly { readonly words: string; readonly isLoud: boolean }[] {
  const { profile, onDate, planVersion, recordNumber } = title;
  const rules = `${profile.name}, version ${String(profile.version)}`;
  const quiet = (words: string) => ({ words, isLoud: false });
  return [
    ...(profile.isApproved
      ? []
      : [
          {
            words: `The rules behind this plan (${rules}) are NOT YET APPROVED by the clinic.`,
            isLoud: true,
          },
        ]),
    quiet(
      'This page shows what is planned today: dates and the number of sessions may change, and nobody can promise a result. It does not replace the talk with your surgeon: please ask us.',
    ),
    quiet(
      `Inner is medial, outer is lateral. Source: the clinic’s patient information (* added to it for safety); stockings and minutes to stay: ${rules}. Record ${recordNumber} · ${dateText(onDate)} · plan version ${String(planVersion)} · page 1 of 1`,
    ),
  ];
}

/** How many sessions there are, and which days they span. */
export interface CourseFacts {
  readonly done: number;
  readonly left: number;
  /** The days of the sessions that are left and have one to come; null: none. */
  readonly dates: { readonly first: CalendarDate; readonly last: CalendarDate } | null;
  readonly expectation: CourseExpectation;
  /** Mapped veins that are in no session and were not treated. */
  readonly veinsNotInPlan: number;
}

/** What the page says above the list of sessions. */
export function summaryWords(facts: CourseFacts): readonly string[] {
  const { done, left, dates, expectation, veinsNotInPlan } = facts;
  const { from, to } = expectation.sessions;
  const all = `About ${sessionCount(done + left)} in all`;
  const parts = [
    ...(done > 0 ? [`${String(done)} done`] : []),
    ...(left > 0 ? [`${String(left)} to come${dates === null ? '' : ` (${datesText(dates)})`}`] : []),
    ...(left === 0 ? ['nothing more is planned now'] : []),
  ];
  return [
    `${all}: ${parts.join(', ')}. Most patients need ${String(from)}–${String(to)} sessions.`,
    ...(veinsNotInPlan > 0
      ? [`Not planned yet: ${String(veinsNotInPlan)}${NBSP}${veinsNotInPlan === 1 ? 'vein' : 'veins'}.`]
      : []),
  ];
}

function datesText({ first, last }: { readonly first: CalendarDate; readonly last: CalendarDate }): string {
  return first === last ? dateText(first) : `${dateText(first)} – ${dateText(last)}`;
}

const sessionCount = (count: number) => `${String(count)} ${count === 1 ? 'session' : 'sessions'}`;

/** What of the treatment changes the words for before and after. */
export interface LeafletFacts {
  readonly expectation: CourseExpectation;
  readonly sessionMinutes: SessionPace['sessionMinutes'];
  /** Minutes to stay near the clinic. */
  readonly observationMinutes: number;
  /** Days in stockings after spider veins; after larger ones, null where none are to come. */
  readonly stockingDays: { readonly spider: number; readonly larger: number | null };
  /** Sessions to come that have foam. */
  readonly foamSessions: readonly number[];
}

/**
 * What to expect, and what to do before and after, in everyday words. They follow the clinic's own patient information, kept here in one
 * place so that a clinic's own words can take their place.
 */
export function leafletOf(facts: LeafletFacts): readonly LeafletPart[] {
  return [
    { heading: 'What to expect', points: expectationPoints(facts) },
    { heading: 'Before each session', points: beforePoints(facts) },
    { heading: 'After each session', points: afterPoints(facts) },
    ...(facts.foamSessions.length > 0
      ? [
          {
            heading: `After foam (${facts.foamSessions.length === 1 ? 'session' : 'sessions'} ${listed(facts.foamSessions)})`,
            points: FOAM_POINTS,
          },
        ]
      : []),
  ];
}

function expectationPoints({ expectation }: LeafletFacts): readonly string[] {
  const { from, to } = expectation.improvementPercent;
  return [
    `In most patients the veins improve by ${String(from)}–${String(to)}${NBSP}%. It is rare that all of them vanish.`,
    'It looks worse before it looks better: swelling and redness for hours or days, sometimes longer; sometimes bruises.',
    `Some veins fade at once, others take up to ${monthsText(expectation.monthsToResult)}.`,
    'Brown lines along a treated vein are common and nearly always fade.',
  ];
}

function monthsText(months: number): string {
  const words = ['one month', 'two months', 'three months', 'four months', 'five months', 'six months'];
  return words[months - 1] ?? `${String(months)} months`;
}

function beforePoints({ sessionMinutes: { usual, most } }: LeafletFacts): readonly string[] {
  return [
    'Two days before: no aspirin, ibuprofen, naproxen, diclofenac or similar painkillers; no alcohol. Ask us before you stop what a doctor prescribed.*',
    '24 hours before: no creams or lotions on the legs.',
    'Tell us if you may be pregnant, breastfeed or take contraceptives.',
    `A session takes about ${usual === most ? String(most) : `${String(usual)}–${String(most)}`} minutes.`,
  ];
}

function afterPoints(facts: LeafletFacts): readonly string[] {
  return [
    'Walk for 10–15\u00a0minutes at once, then do as usual.',
    `Stay near us until ${String(facts.observationMinutes)}${NBSP}minutes have passed.`,
    stockingWords(facts.stockingDays),
    'For two weeks: no hard sport, no sun, no hot baths or showers, no steam bath or sauna.',
    'For four weeks: no waxing. Long journeys only after you have talked to us.',
  ];
}

function stockingWords({ spider, larger }: LeafletFacts['stockingDays']): string {
  const days = (count: number) => `${String(count)}${NBSP}${count === 1 ? 'day' : 'days'}`;
  const beginning = 'Stockings, if we give you some:';
  if (larger === null || larger === spider) return `${beginning} ${days(spider)}.`;
  return `${beginning} ${days(larger)}; ${days(spider)} where only spider veins were treated.`;
}

const FOAM_POINTS = [
  'Do not drive straight afterwards.',
  'Bandage and full-length stocking for one week.',
  'Discomfort for weeks is possible, blisters and scars are rare.',
  'Disturbed sight or a headache: tell us at once.*',
] as const;

/** `2`, `2 and 3`, `2, 3 and 5`. */
function listed(numbers: readonly number[]): string {
  const words = numbers.map(String);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** The dialog around the page. */
export const PICTURE_DIALOG_TEXT = {
  button: 'Patient picture',
  title: 'Plan on one page, for the patient',
  legs: 'Legs',
  legChoices: { both: 'Both', right: 'Right', left: 'Left' },
  variant: 'Print',
  variants: { colour: 'Colour', 'black-and-white': 'Black and white' },
  name: 'Name and birth date',
  nameChoices: { with: 'Shown', without: 'Left out' },
  print: 'Print',
  nothingPlanned: 'No session is planned yet: there is nothing to show the patient.',
  preview: 'Preview of the page',
  privacy: 'The file name holds only the record number.',
} as const;
