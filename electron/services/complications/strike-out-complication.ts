import { insertComplicationStrikeOut } from '../../../db/repositories/complication-writes.ts';
import { readComplication } from '../../../db/repositories/complications.ts';
import type { StrikeOutComplication } from '../../../shared/contract/complications.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { Complication } from '../../../shared/domain/outcome/complication.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ServiceContext } from '../context.ts';
import { notFound } from '../invalid.ts';
import { write } from '../write.ts';

/**
 * Says that a complication, or one entry of its course, was recorded by mistake: it stays, and counts no more. Fails with
 * `complication/struck-out` where that was said before.
 */
export function strikeOutComplication(
  context: ServiceContext,
  { complicationId, entryId, reason }: StrikeOutComplication,
): Promise<Result<Complication, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    const complication = await readComplication(trx, complicationId);
    if (!complication) return notFound('complication');
    const entry = complication.course.find(({ id }) => id === entryId);
    if (entryId !== null && !entry) return notFound('course-entry');
    if (complication.strikeOut || entry?.strikeOut) return err({ code: 'complication/struck-out' });
    const strikeOut = { reason, struckAt: at, struckBy: context.actor.id };
    await insertComplicationStrikeOut(trx, { complicationId, entryId }, strikeOut);
    await audit({
      action: 'complication/strike-out',
      entity: 'complication',
      entityId: complicationId,
      before: { entryId, strikeOut: null },
      after: { entryId, strikeOut },
    });
    changed({ topic: 'complication', id: complication.patientId });
    return ok((await readComplication(trx, complicationId)) ?? complication);
  });
}
