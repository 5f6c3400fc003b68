import { epochMs, type Instant } from '../../shared/kernel/time.ts';
import type { StoredBackups } from './backups.ts';

const HOUR_MS = 3_600_000;
/** A program that is never closed gets a backup a day all the same. */
const DUE_AFTER_MS = 20 * HOUR_MS;

export interface KeepOptions {
  readonly backups: StoredBackups;
  readonly now: () => Instant;
  /** Hears of every backup that was made, or could not be. */
  readonly settled: () => void;
  readonly reportBug: (error: unknown) => void;
}

/**
 * Makes a backup at once if something changed that none of them holds, and whenever the newest has become old. Nobody waits
 * for it. Gives a function that ends it.
 */
export function keepBackups({ backups, now, settled, reportBug }: KeepOptions): () => void {
  let isOver = false;
  const make = async () => {
    const made = await backups.makeIfChanged();
    if (!made.ok || made.value !== null) settled();
  };
  const lookAgain = async () => {
    const [newest] = await backups.list();
    const age = newest ? Math.abs(epochMs(now()) - epochMs(newest.madeAt)) : Infinity;
    if (age >= DUE_AFTER_MS) await make();
  };
  const inBackground = (work: () => Promise<void>) => {
    work().catch((error: unknown) => {
      if (!isOver) reportBug(error);
    });
  };
  inBackground(make);
  const timer = setInterval(() => {
    inBackground(lookAgain);
  }, HOUR_MS);
  timer.unref();
  return () => {
    isOver = true;
    clearInterval(timer);
  };
}
