import { insertReactionStrikeOut, readReaction } from '../../../db/repositories/reactions.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { StrikeOutReaction } from '../../../shared/contract/reactions.ts';
import type { SessionView } from '../../../shared/contract/session.ts';
import type { StrikeOut } from '../../../shared/domain/session/session.ts';
import { err, type Result } from '../../../shared/kernel/result.ts';
import type { ServiceContext } from '../context.ts';
import { notFound } from '../invalid.ts';
import { write } from '../write.ts';
import { readUnsignedSession } from './current-session.ts';
import { sessionViewOf } from './read-session.ts';
import { momentFor } from './session-time.ts';

/**
 * Says that a reaction was recorded by mistake: it stays, and counts no more. A pause that came with it stays as well, until a
 * surgeon lets the session go on: striking out must be no way around that.
 */
export function strikeOutReaction(
  context: ServiceContext,
  { reactionId, reason }: StrikeOutReaction,
): Promise<Result<SessionView, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    const reaction = await readReaction(trx, reactionId);
    if (!reaction) return notFound('reaction');
    const session = await readUnsignedSession(trx, reaction.sessionId);
    if (!session.ok) return session;
    if (reaction.strikeOut) return err({ code: 'reaction/already-struck-out' });
    const struckAt = await momentFor(trx, session.value.opening, at);
    const strikeOut: StrikeOut = { reason, struckAt, struckBy: context.actor.id };
    await insertReactionStrikeOut(trx, reactionId, strikeOut);
    await audit({
      action: 'reaction/strike-out',
      entity: 'reaction',
      entityId: reactionId,
      before: { strikeOut: null },
      after: { strikeOut },
    });
    changed({ topic: 'session', id: reaction.sessionId });
    changed({ topic: 'patient', id: session.value.opening.patientId });
    return sessionViewOf(trx, reaction.sessionId, at);
  });
}
