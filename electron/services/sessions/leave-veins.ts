import { readCurrentVein } from '../../../db/repositories/map.ts';
import { insertVeinMark, readLeftForLater } from '../../../db/repositories/session-vein-marks.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { LeaveVeins } from '../../../shared/contract/reactions.ts';
import type { SessionView } from '../../../shared/contract/session.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { ServiceContext } from '../context.ts';
import { notFound } from '../invalid.ts';
import { write } from '../write.ts';
import { readOpenSession } from './current-session.ts';
import { sessionViewOf } from './read-session.ts';
import { momentFor } from './session-time.ts';

/**
 * Leaves veins of an open session for another one, or takes them up again; what is so already stays as it is, unless it is said
 * why, or said otherwise. The plan is not touched: a surgeon plans them anew.
 */
export function leaveVeins(
  context: ServiceContext,
  { sessionId, veinIds, later, reason }: LeaveVeins,
): Promise<Result<SessionView, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    const session = await readOpenSession(trx, sessionId);
    if (!session.ok) return session;
    const leftAt = await momentFor(trx, session.value.opening, at);
    const reasons = new Map(
      (await readLeftForLater(trx, sessionId)).map((left) => [left.veinId, left.reason]),
    );
    const isNewlySaid = (veinId: VeinId) => later && reason !== '' && reasons.get(veinId) !== reason;
    const marked = [...new Set(veinIds)].filter(
      (veinId) => reasons.has(veinId) !== later || isNewlySaid(veinId),
    );
    for (const veinId of marked) {
      if (!(await readCurrentVein(trx, session.value.opening.caseId, veinId))) return notFound('vein');
      await insertVeinMark(trx, sessionId, { veinId, reason, leftAt, leftBy: context.actor.id }, later);
    }
    if (marked.length > 0) {
      const action = later ? 'session/leave-veins' : 'session/take-up-veins';
      const after = { veinIds: marked, reason };
      await audit({ action, entity: 'session', entityId: sessionId, after });
      changed({ topic: 'session', id: sessionId });
    }
    return sessionViewOf(trx, sessionId, at);
  });
}
