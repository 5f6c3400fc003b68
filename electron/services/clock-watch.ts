import type { Kysely } from 'kysely';
import { insertClockSet, readClockSets, readNewestRecordAt } from '../../db/repositories/clock-sets.ts';
import type { Database } from '../../db/schema.ts';
import type { ClockDoubt } from '../../shared/contract/clinic.ts';
import type { ClockSet } from '../../shared/kernel/clock-set.ts';
import { ok } from '../../shared/kernel/result.ts';
import { epochMs, hoursBefore, instantOf, type Instant } from '../../shared/kernel/time.ts';
import type { Machine, PublicContext } from './context.ts';
import { writeAs } from './write.ts';

/** Clocks of a machine are put right by seconds all the time; only more than this is somebody's doing, or a fault. */
const TOLERATED_MS = 120_000;

/** Notices when the machine's clock is set while the program runs. */
export interface ClockWatch {
  /** Holds the clock against one that nobody can set; where it was set, writes that down and announces it before anything else is asked. */
  look(): Promise<void>;
}

/** A watch that takes the clock for right as it is now. */
export function watchClock(
  context: PublicContext,
  { now, uptimeMs }: Pick<Machine, 'now' | 'uptimeMs'>,
): ClockWatch {
  const offsetNow = () => epochMs(now()) - uptimeMs();
  let offset = offsetNow();
  return {
    look: async () => {
      const before = offset;
      const found = offsetNow();
      if (Math.abs(found - before) <= TOLERATED_MS) return;
      // Taken at once: of two requests at the same moment only one is to write it down.
      offset = found;
      const noted = await noteClockSet(context, { at: now(), byMs: Math.round(found - before) });
      if (!noted.ok) offset = before;
    },
  };
}

/** What the clock had shown by itself stands before, what it shows after. */
function noteClockSet(context: PublicContext, set: ClockSet) {
  return writeAs(context, null, async ({ trx, audit, changed }) => {
    await insertClockSet(trx, set);
    await audit({
      action: 'clock/set',
      entity: 'clock',
      entityId: set.at,
      before: { clock: instantOf(epochMs(set.at) - set.byMs) },
      after: { clock: set.at },
    });
    changed({ topic: 'clinic', id: 'clock' });
    return ok();
  });
}

/** Why somebody should look at the clock, as long as it matters for the limits of 24 hours; or null. */
export async function readClockDoubt(db: Kysely<Database>, now: Instant): Promise<ClockDoubt | null> {
  const last = (await readClockSets(db)).at(-1);
  const isRecent = last !== undefined && last.at > hoursBefore(now, 24) && !isAhead(last.at, now);
  if (isRecent) return { kind: 'set', ...last };
  const lastAt = await readNewestRecordAt(db);
  return lastAt !== null && isAhead(lastAt, now) ? { kind: 'behind', lastAt } : null;
}

function isAhead(at: Instant, now: Instant): boolean {
  return epochMs(at) > epochMs(now) + TOLERATED_MS;
}
