import { insertMovedPlan } from '../../../db/repositories/plan-copies.ts';
import { readCurrentPlan } from '../../../db/repositories/plans.ts';
import { readSessionsOf } from '../../../db/repositories/sessions.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import { earliestNext } from '../../../shared/domain/session/next-date.ts';
import type { SessionOpening } from '../../../shared/domain/session/session.ts';
import type { Interval } from '../../../shared/domain/plan/plan-dates.ts';
import { idOf } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import type { ServiceContext } from '../context.ts';
import type { Write } from '../write.ts';

interface AgreedDate {
  readonly nextOn: CalendarDate;
  /** The session at whose end it was agreed. */
  readonly opening: SessionOpening;
  readonly interval: Interval;
}

/**
 * Moves the next session of the plan to the day that was agreed, as a new version of the plan in which nothing else differs; without
 * a next session, or where it has that day already, nothing changes. Fails with `session/next-too-soon`, unless a surgeon has
 * planned that very day.
 */
export async function moveNextSession(
  context: ServiceContext,
  { trx, at, audit, changed }: Write,
  { nextOn, opening, interval }: AgreedDate,
): Promise<Result<undefined, Failure>> {
  const { caseId } = opening;
  const plan = await readCurrentPlan(trx, caseId);
  const held = new Set((await readSessionsOf(trx, caseId)).map(({ number }) => number));
  const next = plan?.sessions.find(({ number }) => !held.has(number));
  if (next?.onDate === nextOn) return ok();
  const earliest = earliestNext(opening.onDate, interval);
  if (nextOn < earliest) return err({ code: 'session/next-too-soon', earliest });
  if (!plan || !next) return ok();
  const version = plan.version + 1;
  await insertMovedPlan(trx, {
    id: idOf<'plan'>(context.newUuid()),
    caseId,
    version,
    copiedFrom: plan.id,
    number: next.number,
    onDate: nextOn,
    savedAt: at,
    savedBy: context.actor.id,
  });
  await audit({
    action: 'plan/move-session',
    entity: 'plan',
    entityId: caseId,
    before: { version: plan.version, number: next.number, onDate: next.onDate },
    after: { version, number: next.number, onDate: nextOn },
  });
  changed({ topic: 'plan', id: caseId });
  return ok();
}
