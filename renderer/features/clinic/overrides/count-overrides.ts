import type { MonthOfWork, OverrideLine, OverridesView } from '../../../../shared/contract/overrides.ts';
import { addDays, addMonths, calendarDate, type CalendarDate } from '../../../../shared/kernel/time.ts';
import { overridesText, ruleNameText } from '../../../text/overrides-text.ts';

export const COUNTED_BY = ['rule', 'giver', 'surgeon', 'reason'] as const;
/** By what the lines of a month are counted. */
export type CountedBy = (typeof COUNTED_BY)[number];

/** How often something came in the month, and in the one before. */
export interface OverrideCount {
  readonly key: string;
  readonly label: string;
  readonly now: number;
  readonly before: number;
}

type Names = OverridesView['names'];

/**
 * Counts both months, what is most frequent now first; entries of struck-out injections are not counted, and by surgeon only
 * those that needed one.
 */
export function countOverrides(
  { chosen, before, names }: OverridesView,
  by: CountedBy,
): readonly OverrideCount[] {
  const then = tally(before, by, names);
  const now = tally(chosen, by, names);
  return [...new Map([...then, ...now])]
    .map(([key, { label }]) => ({
      key,
      label,
      now: now.get(key)?.count ?? 0,
      before: then.get(key)?.count ?? 0,
    }))
    .toSorted((a, b) => b.now - a.now || b.before - a.before || a.label.localeCompare(b.label));
}

function tally(
  { lines }: MonthOfWork,
  by: CountedBy,
  names: Names,
): ReadonlyMap<string, { readonly label: string; readonly count: number }> {
  const counted = lines.filter((line) => isCounted(line) && (by !== 'surgeon' || line.surgeonId !== null));
  const groups = Map.groupBy(counted, (line) => keyOf(line, by));
  return new Map(
    [...groups].map(([key, [first, ...rest]]) => [
      key,
      { label: first ? labelOf(first, by, names) : '', count: 1 + rest.length },
    ]),
  );
}

/** An injection that was struck out was perhaps never given: it stands in the list, and counts no more. */
export function isCounted({ injection }: OverrideLine): boolean {
  return !injection?.struckOut;
}

/** What groups lines: reasons by their words, whatever the case, the spaces or the full stop. */
export function keyOf({ what, by, surgeonId, reason }: OverrideLine, counted: CountedBy): string {
  switch (counted) {
    case 'rule':
      return `${what.kind} ${ruleNameText(what)}`;
    case 'giver':
      return by;
    case 'surgeon':
      return surgeonId ?? '';
    case 'reason':
      return (reason ?? '')
        .toLowerCase()
        .replace(/\s+/g, ' ')
        .replace(/[\s.!]+$/, '');
  }
}

function labelOf({ what, by, surgeonId, reason }: OverrideLine, counted: CountedBy, names: Names): string {
  switch (counted) {
    case 'rule':
      return ruleNameText(what);
    case 'giver':
      return names[by] ?? '';
    case 'surgeon':
      return names[surgeonId ?? ''] ?? '';
    case 'reason':
      return reason ?? overridesText.noReason;
  }
}

/** The month so many months later (or, negative, earlier) as `YYYY-MM`. */
export function monthOffset(month: string, by: -1 | 1): string {
  const first = calendarDate(`${month}-01`);
  return (by === 1 ? addMonths(first, 1) : addDays(first, -1)).slice(0, 7);
}

/** The month of a day. */
export function monthOfDay(day: CalendarDate): string {
  return day.slice(0, 7);
}
