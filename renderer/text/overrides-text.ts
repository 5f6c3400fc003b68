import type { OverrideKind, OverrideLine, OverrideWhat } from '../../shared/contract/overrides.ts';
import type { Limit } from '../../shared/domain/dose/label-profile.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { NBSP, preparationText } from './format.ts';
import { limitAmount, limitName, quantityUnit } from './limit-text.ts';
import { mlPlain, ratioText } from './slip-text.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const plural = (count: number, one: string, many: string) => `${String(count)} ${count === 1 ? one : many}`;

export const OVERRIDE_WORDS: Readonly<Record<OverrideKind, string>> = {
  'hard-limit': 'Hard limit passed',
  'soft-limit': 'Soft limit passed',
  slip: 'Doubtful volume confirmed',
  'other-strength': 'Other strength than planned',
  contraindication: 'Contraindication accepted',
  waiver: 'Check lifted',
  'tighter-cap': 'Tighter limit set',
};

/** Words of the monthly list of overrides. */
export const overridesText = {
  title: 'Overrides',
  monthBefore: 'The month before',
  monthAfter: 'The month after',
  thisMonth: 'This month',
  month: (month: string) => `${MONTHS[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`,
  counts: (lines: number, sessions: number, injections: number) =>
    `${plural(lines, 'entry', 'entries')} · ${plural(sessions, 'session', 'sessions')} · ${plural(injections, 'injection', 'injections')}`,
  inMonth: (month: string) => `In ${MONTHS[Number(month.slice(5)) - 1] ?? ''}`,
  byLimit: 'Which rule',
  byGiver: 'Done by',
  bySurgeon: 'Allowed by',
  byReason: 'Why',
  noReason: 'no reason asked for',
  columns: ['When', 'What', 'By how much', 'Patient', 'Who', 'Why'],
  allowedBy: (name: string) => `allowed by ${name}`,
  atAssessment: 'at the assessment',
  struckOut: 'struck out, not counted',
  injection: (number: number) => `injection ${String(number)}`,
  none: (month: string) => `Nothing was overridden in ${overridesMonth(month)}`,
  noneHint:
    'Limits passed, doubtful volumes confirmed, contraindications accepted and checks lifted come here.',
  noneFits: 'No entry fits this choice',
  showAll: 'Show all',
  now: 'this month',
  then: 'before',
  purpose:
    'Which rule speaks up, who goes past it and why: so that the clinic can mend the rule. Counted, not judged.',
} as const;

function overridesMonth(month: string): string {
  return `${MONTHS[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;
}

/** The rule itself, as it is counted: `Polidocanol, 24 h (hard)`. */
export function ruleNameText(what: OverrideWhat): string {
  switch (what.kind) {
    case 'hard-limit':
      return `${limitName(what.limit)} (hard)`;
    case 'soft-limit':
      return `${limitName(what.limit)} (soft)`;
    case 'slip':
      return what.slip.against === 'plan' ? 'Volume against the plan' : 'Volume against one’s own custom';
    case 'other-strength':
      return 'Strength against the plan';
    case 'contraindication':
      return what.said?.text ?? what.contraindicationId;
    case 'waiver':
      return what.check === 'duplex' ? 'Duplex first' : 'Feeder first';
    case 'tighter-cap':
      return `${what.limit ? limitName(what.limit) : what.limitId} (tighter)`;
    default:
      return assertNever(what);
  }
}

/** By how much, exactly as it stood: `90.0 of 88.0 mg, 2.0 mg over`. */
export function howMuchText(what: OverrideWhat): string {
  switch (what.kind) {
    case 'hard-limit':
    case 'soft-limit':
      return passedText(what.limit, what.projected, what.cap);
    case 'slip': {
      const than = what.slip.against === 'plan' ? 'planned' : 'usual';
      return `${mlPlain(what.slip.volumeUl)}, ${ratioText(what.slip)} the ${mlPlain(what.slip.expectedUl)} ${than}`;
    }
    case 'other-strength':
      return preparationText(what.preparation);
    case 'contraindication':
      return '';
    case 'waiver':
      return plural(what.veins, 'vein', 'veins');
    case 'tighter-cap':
      return capSetText(what.limit, what.amount);
    default:
      return assertNever(what);
  }
}

function passedText(limit: Limit, projected: number, cap: number): string {
  const unit = quantityUnit(limit.quantity);
  const now = limitAmount(limit, projected, 'up');
  const over = limitAmount(limit, projected - cap, 'up');
  return `${now} of ${limitAmount(limit, cap, 'down')}${NBSP}${unit}, ${over}${NBSP}${unit} over`;
}

function capSetText(limit: Limit | null, amount: number | null): string {
  if (amount === null) return 'the profile’s again';
  return limit ? `to ${limitAmount(limit, amount, 'down')}${NBSP}${quantityUnit(limit.quantity)}` : '';
}

/** Where the rule comes from; null where it is the plan's or the person's own. */
export function sourceOf({ what }: OverrideLine): string | null {
  switch (what.kind) {
    case 'hard-limit':
    case 'soft-limit':
      return what.limit.source.text;
    case 'contraindication':
      return what.said?.source.text ?? null;
    case 'tighter-cap':
      return what.limit?.source.text ?? null;
    case 'slip':
    case 'other-strength':
    case 'waiver':
      return null;
    default:
      return assertNever(what);
  }
}
