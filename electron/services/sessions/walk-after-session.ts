import { readInjections } from '../../../db/repositories/injections.ts';
import { insertWalk, insertWalkEnd, readWalks } from '../../../db/repositories/walks.ts';
import type { EndWalk, StartWalk } from '../../../shared/contract/closing.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { SessionView } from '../../../shared/contract/session.ts';
import { minutesAsked, walkedMinutes, walkThatCounts } from '../../../shared/domain/session/walk.ts';
import { err, type Result } from '../../../shared/kernel/result.ts';
import type { ServiceContext } from '../context.ts';
import { notFound } from '../invalid.ts';
import { write } from '../write.ts';
import { profileOf, readOpenSession } from './current-session.ts';
import { sessionViewOf } from './read-session.ts';
import { momentFor } from './session-time.ts';

/** Starts the observed walk; while one goes on that counts, it changes nothing: two people may tap it. */
export function startWalk(
  context: ServiceContext,
  { sessionId }: StartWalk,
): Promise<Result<SessionView, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    const session = await readOpenSession(trx, sessionId);
    if (!session.ok) return session;
    const walk = walkThatCounts(await readWalks(trx, sessionId), await readInjections(trx, sessionId));
    if (walk && walk.end === null) return sessionViewOf(trx, sessionId, at);
    const startedAt = await momentFor(trx, session.value.opening, at);
    await insertWalk(trx, { sessionId, startedAt, startedBy: context.actor.id });
    await audit({
      action: 'session/start-walk',
      entity: 'session',
      entityId: sessionId,
      after: { startedAt },
    });
    changed({ topic: 'session', id: sessionId });
    return sessionViewOf(trx, sessionId, at);
  });
}

/** Ends it. Fails with `session/walk-too-short` before its time, unless it is said why; with `not-found` where none goes on. */
export function endWalk(
  context: ServiceContext,
  { sessionId, reason }: EndWalk,
): Promise<Result<SessionView, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    const session = await readOpenSession(trx, sessionId);
    if (!session.ok) return session;
    const injections = await readInjections(trx, sessionId);
    const walk = walkThatCounts(await readWalks(trx, sessionId), injections);
    if (!walk || walk.end !== null) return notFound('walk');
    const endedAt = await momentFor(trx, session.value.opening, at);
    const asked = minutesAsked({ injections }, await profileOf(trx, session.value));
    const minutesLeft = asked - walkedMinutes(walk, endedAt);
    if (minutesLeft > 0 && reason === null) return err({ code: 'session/walk-too-short', minutesLeft });
    const end = { endedAt, endedBy: context.actor.id, reason: minutesLeft > 0 ? reason : null };
    await insertWalkEnd(trx, sessionId, end);
    await audit({ action: 'session/end-walk', entity: 'session', entityId: sessionId, after: end });
    changed({ topic: 'session', id: sessionId });
    return sessionViewOf(trx, sessionId, at);
  });
}
