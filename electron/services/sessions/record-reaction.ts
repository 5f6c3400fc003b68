import { readCurrentVein } from '../../../db/repositories/map.ts';
import { insertReaction } from '../../../db/repositories/session-endings.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { RecordReaction, SessionView } from '../../../shared/contract/session.ts';
import type { Reaction } from '../../../shared/domain/session/session.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { ServiceContext } from '../context.ts';
import { notFound } from '../invalid.ts';
import { write } from '../write.ts';
import { readUnsignedSession } from './current-session.ts';
import { sessionViewOf } from './read-session.ts';

/** Records that something happened to the patient just now, until somebody signs. */
export function recordReaction(
  context: ServiceContext,
  input: RecordReaction,
): Promise<Result<SessionView, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    const { sessionId, kind, grade, veinId, note } = input;
    const session = await readUnsignedSession(trx, sessionId);
    if (!session.ok) return session;
    if (veinId !== null && !(await readCurrentVein(trx, session.value.opening.caseId, veinId))) {
      return notFound('vein');
    }
    const reaction: Reaction = { kind, grade, veinId, note, happenedAt: at, recordedBy: context.actor.id };
    await insertReaction(trx, sessionId, reaction);
    await audit({
      action: 'session/record-reaction',
      entity: 'session',
      entityId: sessionId,
      after: reaction,
    });
    changed({ topic: 'session', id: sessionId });
    return sessionViewOf(trx, sessionId, at);
  });
}
