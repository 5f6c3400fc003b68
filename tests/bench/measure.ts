/** What many runs of one thing took, in milliseconds. */
export interface Figure {
  readonly runs: number;
  readonly medianMs: number;
  /** Nine in ten were at least this quick. */
  readonly p90Ms: number;
  readonly slowestMs: number;
}

/** Runs something so many times, one after the other, and tells how long it took. */
export async function measure(runs: number, work: (run: number) => Promise<unknown>): Promise<Figure> {
  const took: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const before = performance.now();
    await work(run);
    took.push(performance.now() - before);
  }
  return figureOf(took);
}

export function figureOf(took: readonly number[]): Figure {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  return { runs: took.length, medianMs: at(0.5), p90Ms: at(0.9), slowestMs: at(1) };
}

/** Two digits behind the point are more than a shared machine can tell apart. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
