import { insertPause, insertResumption, readPauses } from '../../../db/repositories/session-pauses.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { PauseSession, ResumeSession } from '../../../shared/contract/reactions.ts';
import type { SessionView } from '../../../shared/contract/session.ts';
import { currentPause, type Resumption } from '../../../shared/domain/session/reaction.ts';
import type { LimitOverride } from '../../../shared/domain/session/session.ts';
import { idOf } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ServiceContext } from '../context.ts';
import { write } from '../write.ts';
import { checkSurgeon } from './check-surgeon.ts';
import { readOpenSession } from './current-session.ts';
import { sessionViewOf } from './read-session.ts';
import { momentFor } from './session-time.ts';

/** Pauses an open session by hand: nothing is injected until whoever records resumes it. One that is paused already stays so. */
export function pauseSession(
  context: ServiceContext,
  { sessionId, reason }: PauseSession,
): Promise<Result<SessionView, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    const session = await readOpenSession(trx, sessionId);
    if (!session.ok) return session;
    if (currentPause(await readPauses(trx, sessionId)) === null) {
      const by = context.actor.id;
      const id = idOf<'pause'>(context.newUuid());
      const since = await momentFor(trx, session.value.opening, at);
      const pause = { id, since, by, reason, reactionId: null, needsSurgeon: false };
      await insertPause(trx, sessionId, pause);
      await audit({ action: 'session/pause', entity: 'session', entityId: sessionId, after: pause });
      changed({ topic: 'session', id: sessionId });
    }
    return sessionViewOf(trx, sessionId, at);
  });
}

/**
 * Lets a paused session go on; one that is not paused stays as it is. After something serious a surgeon's own PIN and reason are
 * needed: fails with `session/surgeon-needed`, or as `checkSurgeon` does.
 */
export async function resumeSession(
  context: ServiceContext,
  { sessionId, surgeon }: ResumeSession,
): Promise<Result<SessionView, Failure>> {
  const word = surgeon ? await checkSurgeon(context, surgeon, 'session/resume') : ok(null);
  if (!word.ok) return word;
  return write(context, async ({ trx, at, audit, changed }) => {
    const session = await readOpenSession(trx, sessionId);
    if (!session.ok) return session;
    const lasting = (await readPauses(trx, sessionId)).filter(({ resumption }) => resumption === null);
    if (word.value === null && lasting.some(({ needsSurgeon }) => needsSurgeon)) {
      return err({ code: 'session/surgeon-needed' });
    }
    const resumedAt = await momentFor(trx, session.value.opening, at);
    const resumption = { at: resumedAt, by: context.actor.id, ...wordOf(word.value) };
    for (const { id } of lasting) {
      await insertResumption(trx, id, resumption);
      const after = { pauseId: id, ...resumption };
      await audit({ action: 'session/resume', entity: 'session', entityId: sessionId, after });
    }
    if (lasting.length > 0) changed({ topic: 'session', id: sessionId });
    return sessionViewOf(trx, sessionId, at);
  });
}

function wordOf(word: LimitOverride | null): Pick<Resumption, 'surgeonId' | 'reason'> {
  return { surgeonId: word?.surgeonId ?? null, reason: word?.reason ?? '' };
}
