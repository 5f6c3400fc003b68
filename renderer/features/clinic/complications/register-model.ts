import type { RegisterLine } from '../../../../shared/contract/complications.ts';
import {
  COMPLICATION_KINDS,
  type ComplicationGrade,
  type ComplicationKind,
} from '../../../../shared/domain/outcome/complication.ts';
import { addDays, daysBetween, type CalendarDate } from '../../../../shared/kernel/time.ts';

export const PERIODS = ['quarter', 'year', 'ever'] as const;
export type Period = (typeof PERIODS)[number];

/** Days of the onset; `from` null: ever. */
export interface Span {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate;
}

const DAYS: Readonly<Record<Period, number | null>> = { quarter: 91, year: 365, ever: null };

/** The stretch that ends today. */
export function spanOf(period: Period, today: CalendarDate): Span {
  const days = DAYS[period];
  return { from: days === null ? null : addDays(today, -days), to: today };
}

/** Which of the usual stretches it is, or null. */
export function periodOf({ from, to }: Span, today: CalendarDate): Period | null {
  return PERIODS.find((period) => spanOf(period, today).from === from && to === today) ?? null;
}

export const GRADE_CHOICES = ['any', 'mild', 'moderate', 'severe', 'serious'] as const;
export type GradeChoice = (typeof GRADE_CHOICES)[number];

/** Which lines are looked at, of those that were read. */
export interface RegisterFilter {
  readonly kind: ComplicationKind | null;
  readonly grade: GradeChoice;
  readonly ongoingOnly: boolean;
  readonly struckOutToo: boolean;
}

export const WHOLE_REGISTER: RegisterFilter = {
  kind: null,
  grade: 'any',
  ongoingOnly: false,
  struckOutToo: false,
};

export function filterLines(
  lines: readonly RegisterLine[],
  { kind, grade, ongoingOnly, struckOutToo }: RegisterFilter,
): readonly RegisterLine[] {
  return lines.filter(
    (line) =>
      (struckOutToo || !line.struckOut) &&
      (kind === null || line.kind === kind) &&
      (!ongoingOnly || line.state === 'ongoing') &&
      hasGrade(line, grade),
  );
}

function hasGrade(line: RegisterLine, grade: GradeChoice): boolean {
  if (grade === 'any') return true;
  return grade === 'serious' ? line.serious === true : line.grade === (grade satisfies ComplicationGrade);
}

/** How many of each kind began in the time in question, struck-out ones left out; kinds without any are left out. */
export function totalsOf(
  lines: readonly RegisterLine[],
  { from }: Span,
): readonly { readonly kind: ComplicationKind; readonly count: number }[] {
  const counted = lines.filter(({ struckOut, onsetOn }) => !struckOut && (from === null || onsetOn >= from));
  return COMPLICATION_KINDS.map((kind) => ({
    kind,
    count: counted.filter((line) => line.kind === kind).length,
  })).filter(({ count }) => count > 0);
}

/** Whole days from the session to the onset; null where it is put down to none. */
export function daysAfterSession({ session, onsetOn }: RegisterLine): number | null {
  return session && daysBetween(session.onDate, onsetOn);
}
