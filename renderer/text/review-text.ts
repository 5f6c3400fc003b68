import type { CourseExpectation } from '../../shared/domain/dose/label-profile.ts';
import type { LaserReason } from '../../shared/domain/outcome/remains.ts';
import type {
  Disposition,
  Response,
  Satisfaction,
  SideEffect,
  SideEffectGrade,
} from '../../shared/domain/outcome/review.ts';
import type { Trend } from '../../shared/domain/outcome/vcss-trend.ts';
import type { VcssItem } from '../../shared/domain/patient/assessment.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import { dateText, NBSP } from './format.ts';

const plural = (count: number, one: string, many: string) => `${String(count)} ${count === 1 ? one : many}`;

export const RESPONSE_WORDS: Readonly<Record<Response, string>> = {
  cleared: 'Cleared',
  better: 'Better',
  same: 'Same',
  worse: 'Worse',
  'not-seen': 'Not seen',
};

export const SATISFACTION_WORDS: Readonly<Record<Satisfaction, string>> = {
  dissatisfied: 'Dissatisfied',
  neither: 'Neither',
  satisfied: 'Satisfied',
  'very-satisfied': 'Very satisfied',
};

export const GRADE_WORDS: Readonly<Record<SideEffectGrade, string>> = {
  0: 'none',
  1: 'mild',
  2: 'moderate',
  3: 'severe',
};

export const EFFECT_WORDS: Readonly<Record<SideEffect, string>> = {
  matting: 'Matting',
  pigmentation: 'Pigmentation',
  ulcer: 'Ulcer',
};

export const DISPOSITION_WORDS: Readonly<Record<Disposition, string>> = {
  'further-session': 'Further session',
  laser: 'Laser',
  rest: 'Rest',
  done: 'Leave as it is',
};

export const LASER_WORDS: Readonly<Record<LaserReason, string>> = {
  'small-telangiectasia': 'telangiectasia under 1 mm: laser may do',
  'matting-stays': 'matting that stays: laser or further injections',
};

/** `1 mL of 0.5 %, 0.4 mL of 1 %` is made of such parts; the rest of the words of the review stand here. */
export const reviewText = {
  title: 'Review',
  save: 'Save review',
  saveCorrection: 'Save the correction',
  back: 'Back to today’s review',
  correct: 'Correct this review',
  correcting: (date: CalendarDate) => `Correcting the review of ${dateText(date)}`,
  correctedBecause: 'What was wrong',
  dropCorrection: 'Leave it as it was',
  replacedBy: 'Corrected since: it does not count any more',
  replaces: (reason: string) => `Corrects an earlier one: ${reason}`,
  part: 'Part of the review',
  parts: {
    veins: 'Veins',
    remains: 'What remains',
    legs: 'CEAP, VCSS',
    overall: 'Overall',
    course: 'Course',
  },
  missing: {
    nothing: 'Rate at least one vein, or judge the whole',
    rest: 'Say until when the veins rest',
    score: (leg: string) => `Score all ten items of the ${leg} leg, or none`,
    reason: 'Say what was wrong',
  },
  rated: (done: number, all: number) => `${String(done)} of ${String(all)} rated`,
  restSame: (count: number) => `Rate the other ${String(count)} “Same”`,
  keys: '↑↓ vein · C B S W N response · M P U next grade',
  nothingRated: 'Nothing rated yet',
  notTreated: (count: number) => `Not treated · ${String(count)}`,
  carriedOver: (count: number) => `Carried over, not confirmed · ${String(count)}`,
  noneTreated: (leg: string) => `No vein of the ${leg} leg was treated.`,
  chooseVein: 'Choose a vein here or on the map.',
  given: (injections: number) => plural(injections, 'injection', 'injections'),
  inSessions: (numbers: readonly number[]) =>
    `${numbers.length === 1 ? 'session' : 'sessions'} ${numbers.map(String).join(', ')}`,
  daysSince: (days: number) => `${plural(days, 'day', 'days')} since the last`,
  effectOf: (effect: SideEffect, label: string) => `${EFFECT_WORDS[effect]} of ${label}`,
  responseOf: (label: string) => `Response of ${label}`,
  toRead: 'To read only.',
  remainsOf: (label: string) => `What becomes of ${label}`,
  nothingRemains: 'Nothing is left to decide: rate the veins first, or all have cleared.',
  allOf: 'For all that are',
  groups: { all: 'All', better: 'Better', same: 'Same', worse: 'Worse' },
  laserRule:
    'Laser is offered for telangiectasias under 1 mm and for matting that stays, that is, seen at an earlier review as well',
  restRule: 'The result of a session can take up to three months; a vein may rest as long',
  source: 'The clinic’s patient information',
  restUntil: 'Rest until',
  restMonths: (months: number) => plural(months, 'month', 'months'),
  restEnds: (date: CalendarDate) => `${dateText(date)}: then the next review is due on Today`,
  toPlan: 'Open the plan',
  inPlan: (count: number) =>
    `${plural(count, 'vein waits', 'veins wait')} in the plan for a further session.`,
  notDecided: 'not decided',
  undecided: (count: number) => `${String(count)} not decided`,
  before: (date: CalendarDate | null) =>
    date === null ? 'before: not assessed' : `before: ${dateText(date)}`,
  ceap: 'CEAP clinical class',
  notJudged: 'Not judged',
  vcss: 'VCSS',
  notScored: 'not scored',
  sameAsBefore: 'The rest as before',
  dropScore: 'Not scored',
  scored: (done: number) => `${String(done)} of 10 items`,
  tracks: 'CEAP does not track change; VCSS does (Vasquez 2010, revised VCSS).',
  improvement: 'Improvement over all',
  dropImprovement: 'Not judged',
  satisfaction: 'How satisfied is the patient?',
  note: 'Note',
  course: 'Course',
  noReviews: 'No review yet.',
} as const;

/** `lower, less severe`; compression says how much is worn, not how bad it is. */
export function trendText(trend: Trend, item: VcssItem | 'total'): string {
  if (trend === 'same') return 'same';
  if (item === 'compression') return trend === 'lower' ? 'worn less' : 'worn more';
  return trend === 'lower' ? 'less severe' : 'more severe';
}

/** Where a judged improvement lies beside what the clinic tells its patients to expect. */
export function frameText(percent: number | null, expectation: CourseExpectation | null): string | null {
  if (expectation === null) return null;
  const { from, to } = expectation.improvementPercent;
  const frame = `${String(from)}–${String(to)}${NBSP}%`;
  if (percent === null) return `Most patients: ${frame}`;
  if (percent < from) return `${String(percent)}${NBSP}%: less than most patients have, ${frame}`;
  if (percent > to) return `${String(percent)}${NBSP}%: more than most patients have, ${frame}`;
  return `${String(percent)}${NBSP}%: as most patients have, ${frame}`;
}
