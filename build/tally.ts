/** What a check or a runner reports: how many of its tests ended how. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** The names of those that failed, as far as the runner can tell. */
  readonly failures: readonly string[];
  readonly skipped: readonly SkippedTest[];
}

export interface SkippedTest {
  readonly name: string;
  readonly reason: string;
}

export const nothing: Tally = { passed: 0, failed: 0, failures: [], skipped: [] };

export const sumOf = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
  failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
  failures: tallies.flatMap((tally) => tally.failures),
  skipped: tallies.flatMap((tally) => tally.skipped),
});

/** The last line of `npm test`. */
export function summaryLine(tally: Tally): string {
  const skipped = tally.skipped.length === 0 ? '' : `, ${tally.skipped.length} skipped`;
  return `${tally.passed} passed, ${tally.failed} failed${skipped}`;
}
