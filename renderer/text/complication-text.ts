import type {
  ComplicationGrade,
  ComplicationKind,
  ComplicationState,
} from '../../shared/domain/outcome/complication.ts';
import type { Leg } from '../../shared/domain/leg-map/vein.ts';
import { ruleText } from './field-text.ts';
import { NBSP } from './format.ts';

const plural = (count: number, one: string, many: string) => `${String(count)} ${count === 1 ? one : many}`;

export const COMPLICATION_WORDS: Readonly<Record<ComplicationKind, string>> = {
  pigmentation: 'Pigmentation',
  matting: 'Matting',
  'ulcer-or-necrosis': 'Ulcer or necrosis',
  blister: 'Blister',
  haematoma: 'Haematoma',
  'local-reaction': 'Local reaction',
  'superficial-vein-thrombosis': 'Superficial vein thrombosis',
  'deep-vein-thrombosis': 'Deep vein thrombosis',
  'pulmonary-embolism': 'Pulmonary embolism',
  'tia-or-stroke': 'TIA or stroke',
  'neurological-symptoms': 'Neurological symptoms',
  'visual-disturbance': 'Visual disturbance',
  'headache-or-migraine': 'Headache or migraine',
  'chest-symptoms': 'Chest tightness or cough',
  'vasovagal-or-syncope': 'Vasovagal, syncope',
  'allergic-reaction': 'Allergic reaction',
  'nerve-irritation': 'Nerve irritation',
  infection: 'Infection',
  'intra-arterial-injection': 'Intra-arterial injection',
  other: 'Other',
};

export const COMPLICATION_GRADE_WORDS: Readonly<Record<ComplicationGrade, string>> = {
  mild: 'Mild',
  moderate: 'Moderate',
  severe: 'Severe',
};

export const COMPLICATION_STATE_WORDS: Readonly<Record<ComplicationState, string>> = {
  ongoing: 'Ongoing',
  resolved: 'Resolved',
  'resolved-with-sequelae': 'Resolved, with sequelae',
  fatal: 'Fatal',
  unknown: 'Unknown',
};

/** Words of the register of complications. */
export const complicationText = {
  title: 'Complications',
  shown: (shown: number, all: number) =>
    shown === all
      ? plural(all, 'entry', 'entries')
      : `${String(shown)} of ${plural(all, 'entry', 'entries')}`,
  ofSessions: (sessions: number) => `of ${plural(sessions, 'session', 'sessions')}`,
  per100: (tenths: string) => `${tenths} per 100 sessions`,
  totals: 'By kind',
  filters: 'Which entries',
  periods: { quarter: '3 months', year: '12 months', ever: 'Ever' },
  period: 'Onset',
  from: 'From',
  to: 'To',
  grade: 'Grade',
  grades: {
    any: 'Any grade',
    mild: 'Mild',
    moderate: 'Moderate',
    severe: 'Severe',
    serious: 'Serious only',
  },
  lot: 'Lot',
  anyLot: 'Any lot',
  ongoingOnly: 'Ongoing only',
  struckOutToo: (count: number) => `Struck out (${String(count)})`,
  record: 'Record a complication',
  /** Where the page says whose. */
  recordShort: 'Record complication…',
  columns: ['Patient', 'Onset', 'What', 'Grade', 'Vein', 'Session', 'Lot', 'State'],
  none: 'Nothing is recorded in this time',
  noneHint:
    'Reactions of sessions, and what reviews find from moderate on, come here by themselves. Others are recorded here, on the patient’s page or at the review.',
  noneFits: 'No entry fits this choice',
  showAll: 'Show all',
  choose: 'Choose an entry to see its course.',
  detail: 'Entry',
  serious: 'Serious',
  notSerious: 'Not serious',
  notJudged: 'not judged',
  dutyToReport: 'Serious: check your reporting duty.',
  fromReaction: 'Noted in the session',
  fromReview: 'Found at a review',
  sourceReaction: (reaction: string) => `${reaction}, in the session`,
  recordedHere: 'Recorded by hand',
  struckOutWord: 'Struck out',
  notFollowed: 'Not followed',
  overdue: (days: number) => `Not looked at for ${plural(Math.floor(days / 7), 'week', 'weeks')}`,
  daysAfter: (days: number) => (days === 0 ? 'same day' : `${plural(days, 'day', 'days')} after`),
  facts: {
    patient: 'Patient',
    onset: 'Onset',
    veins: 'Vein',
    session: 'Session',
    lot: 'Lot',
    description: 'What was seen',
    done: 'What was done',
    source: 'Source',
    recorded: 'Recorded',
  },
  noVein: 'none named',
  noSession: 'none',
  noLot: 'not known',
  course: 'Course',
  atReview: 'review',
  gone: 'no more seen',
  treatment: 'Treatment',
  note: 'Note',
  by: (name: string, at: string) => `${name}, ${at}`,
  struckOut: (name: string, at: string, reason: string) => `Struck out by ${name}, ${at}: ${reason}`,
  addEntry: 'Add to the course',
  follow: 'Follow its course',
  followHint: 'It is not followed yet. Following it makes it a complication of its own, linked to this.',
  strikeOut: 'Strike out',
  strikeOutEntry: (date: string) => `Strike out the entry of ${date}`,
  strikeTitle: 'Strike out',
  strikeHint: 'It stays in the register, crossed out, with your name and the reason.',
  reason: 'Reason',
  cancel: 'Cancel',
  save: 'Save',
  form: {
    title: 'Record a complication',
    followTitle: 'Follow its course',
    whose: 'Whose?',
    choose: 'Choose …',
    case: 'Case',
    noCase: 'This patient has no case yet.',
    kind: 'What',
    onset: 'Onset',
    daysAfter: 'Days after the session',
    session: 'After session',
    noSession: 'No session',
    lot: 'Lot',
    noLot: 'Not known',
    veins: 'Veins',
    noVeins: 'No veins are mapped in this case.',
    description: 'What was seen',
    descriptionHint: 'Needed for “Other”.',
    lookedOn: 'Seen on',
    state: 'How it stands',
    grade: 'Grade',
    serious: 'Serious?',
    yes: 'Yes',
    no: 'No',
    treatment: 'Treatment',
    note: 'Note',
  },
} as const;

/** What is wrong with a field of a complication. */
export function complicationRuleText(rule: string): string {
  switch (rule) {
    case 'needed':
      return 'This is needed.';
    case 'before-onset':
      return 'This lies before the onset.';
    case 'before-session':
      return 'This lies before the session.';
    case 'before-case':
      return 'This lies before the case was opened.';
    case 'not-a-day':
      return 'Choose a day.';
    default:
      return ruleText(rule);
  }
}

/** `L1, L4 · R2`: veins by their labels. */
export function veinsText(veins: readonly { readonly leg: Leg; readonly number: number }[]): string {
  return veins.map(({ leg, number }) => `${leg === 'left' ? 'L' : 'R'}${String(number)}`).join(', ');
}

/** `1.7`: so many to a hundred, with one decimal, rounded half up; `–` of nothing. */
export function perHundred(count: number, of: number): string {
  if (of === 0) return '–';
  const doubled = Math.floor((count * 2000 + of) / of);
  const tenths = (doubled - (doubled % 2)) / 2;
  return `${String(Math.floor(tenths / 10))}.${String(tenths % 10)}`;
}

/** `S2`, not broken. */
export function sessionText(number: number): string {
  return `session${NBSP}${String(number)}`;
}
