import {
  LEAST_KEYS,
  MOST_MS_BETWEEN_KEYS,
  MOST_MS_OUTSIDE_FIELDS,
} from '../../shared/domain/stock/scan-speed.ts';

/** Keys that came one soon after the other. */
export interface ScanRun {
  readonly typed: string;
  /** When the last one came, in milliseconds. */
  readonly lastAt: number;
  readonly isInField: boolean;
}

/** What the code of a pack begins with, as scanners type it: `01…`, `]d2`, `(01)`, `[)>`. No shortcut begins so. */
const BEGINS = /^[0\]([]/;
/** Some scanners send two keys at the end, as a line ends with two characters. */
const MOST_MS_AFTER_END = 30;

/** Whether a key at this moment still belongs to the run: a scanner is quick, and slow only where nobody types texts. */
export function goesOn(run: ScanRun, at: number): boolean {
  const isWaitedFor = !run.isInField && isLikePack(run);
  return at - run.lastAt <= (isWaitedFor ? MOST_MS_OUTSIDE_FIELDS : MOST_MS_BETWEEN_KEYS);
}

/** Whether it begins as the code of a pack does. */
function isLikePack({ typed }: ScanRun): boolean {
  return BEGINS.test(typed);
}

/** Whether Enter, or behind the code of a pack Tab, makes a scan of the run. */
export function isEndedBy(run: ScanRun, key: string): boolean {
  return run.typed.length >= LEAST_KEYS && (key === 'Enter' || (key === 'Tab' && isLikePack(run)));
}

/** Whether an Enter is the second end of the same scan: nobody presses it so soon. */
export function isSecondEnd(endedAt: number | null, at: number): boolean {
  return endedAt !== null && at - endedAt >= 0 && at - endedAt <= MOST_MS_AFTER_END;
}
