import { readInjections } from '../../../db/repositories/injections.ts';
import { insertClosing } from '../../../db/repositories/session-endings.ts';
import { insertMovement, readBoxes } from '../../../db/repositories/stock.ts';
import { readWalks } from '../../../db/repositories/walks.ts';
import type { CloseSession } from '../../../shared/contract/closing.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { SessionView } from '../../../shared/contract/session.ts';
import { compressionUntil } from '../../../shared/domain/session/compression.ts';
import type { SessionClosing } from '../../../shared/domain/session/session.ts';
import { walkedMinutes, walkThatCounts } from '../../../shared/domain/session/walk.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { ServiceContext } from '../context.ts';
import { moveNextSession } from '../plan/move-next-session.ts';
import { write } from '../write.ts';
import { dropClosingDraft } from './closing-drafts.ts';
import { countAmpoules } from './count-ampoules.ts';
import { profileOf, readOpenSession } from './current-session.ts';
import { explainedPoints } from './explained-points.ts';
import { sessionViewOf } from './read-session.ts';
import { momentFor } from './session-time.ts';

/**
 * Closes a session: nothing more is injected. Of every box that was opened in it the ampoules are counted; the next session of the
 * plan moves to the day that was agreed. Fails with `session/difference-unexplained` where what was opened is not what was
 * injected and wasted, and no reason is given, and with `session/next-too-soon`.
 */
export async function closeSession(
  context: ServiceContext,
  input: CloseSession,
): Promise<Result<SessionView, Failure>> {
  const { sessionId, nextOn } = input;
  const closed = await write(context, async (writing) => {
    const { trx, at, audit, changed } = writing;
    const session = await readOpenSession(trx, sessionId);
    if (!session.ok) return session;
    const { opening } = session.value;
    const injections = await readInjections(trx, sessionId);
    const counted = countAmpoules(input, await readBoxes(trx, sessionId), injections);
    if (!counted.ok) return counted;
    const profile = await profileOf(trx, session.value);
    const explained = explainedPoints(input, profile);
    if (!explained.ok) return explained;
    const closedAt = await momentFor(trx, opening, at);
    const walk = walkThatCounts(await readWalks(trx, sessionId), injections);
    const closing: SessionClosing = {
      ...counted.value,
      compressionClass: input.compressionClass,
      compressionDays: input.compressionDays,
      compressionUntil: compressionUntil(opening.onDate, input),
      fullLength: input.fullLength,
      observedMinutes: input.observedMinutes,
      walkedMinutes: walk && walkedMinutes(walk, closedAt),
      aftercareGiven: input.aftercareGiven,
      aftercareExplained: explained.value,
      nextOn,
      note: input.note,
      closedAt,
      closedBy: context.actor.id,
    };
    await insertClosing(trx, sessionId, closing);
    for (const { lotId, ampoulesOpened } of closing.ampoules) {
      const used = { kind: 'used', sessionId, reason: '', movedAt: at, movedBy: context.actor.id } as const;
      if (ampoulesOpened > 0) await insertMovement(trx, { ...used, lotId, ampoules: ampoulesOpened });
    }
    await audit({ action: 'session/close', entity: 'session', entityId: sessionId, after: closing });
    if (nextOn !== null) {
      const moved = await moveNextSession(context, writing, { nextOn, opening, interval: profile.interval });
      if (!moved.ok) return moved;
    }
    changed({ topic: 'session', id: sessionId });
    changed({ topic: 'patient', id: opening.patientId });
    changed({ topic: 'stock', id: sessionId });
    return sessionViewOf(trx, sessionId, at);
  });
  if (closed.ok) dropClosingDraft(context, sessionId);
  return closed;
}
