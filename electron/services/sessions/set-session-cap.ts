import { insertSessionCap, type SessionCap } from '../../../db/repositories/session-caps.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { SessionView, SetSessionCap } from '../../../shared/contract/session.ts';
import { capOf } from '../../../shared/domain/dose/assess-dose.ts';
import { isWider } from '../../../shared/domain/dose/tighter-caps.ts';
import { err, type Result } from '../../../shared/kernel/result.ts';
import type { ServiceContext } from '../context.ts';
import { invalid } from '../invalid.ts';
import { write } from '../write.ts';
import { checkSurgeon } from './check-surgeon.ts';
import { dosePatientOf, profileOf, readOpenSession, tighterCapsOf } from './current-session.ts';
import { sessionViewOf } from './read-session.ts';
import { momentFor } from './session-time.ts';

/**
 * Sets a tighter cap for a session that is open, from the next injection on; or gives a limit the profile's cap again. Every such
 * word of a surgeon stays in the record. Fails with `session/locked`, `dose/cap-wider`, or as `checkSurgeon` does.
 */
export async function setSessionCap(
  context: ServiceContext,
  input: SetSessionCap,
): Promise<Result<SessionView, Failure>> {
  const surgeon = await checkSurgeon(context, input, 'limit/tighten');
  if (!surgeon.ok) return surgeon;
  return write(context, async ({ trx, at, audit, changed }) => {
    const { sessionId, limitId, amount } = input;
    const session = await readOpenSession(trx, sessionId);
    if (!session.ok) return session;
    const { opening } = session.value;
    const limit = (await profileOf(trx, session.value)).limits.find(({ id }) => id === limitId);
    if (!limit) return invalid('limitId', 'unknown');
    const patient = await dosePatientOf(trx, opening);
    if (amount !== null && isWider(limit, amount, patient)) {
      return err({ code: 'dose/cap-wider', limit, most: capOf(limit, patient) });
    }
    const caps = await tighterCapsOf(trx, session.value);
    const before = caps.find((known) => known.limitId === limitId) ?? null;
    const { surgeonId: setBy, reason } = surgeon.value;
    const setAt = await momentFor(trx, opening, at);
    const cap: SessionCap = { limitId, amount, reason, setAt, setBy };
    await insertSessionCap(trx, sessionId, cap);
    await audit({ action: 'session/set-cap', entity: 'session', entityId: sessionId, before, after: cap });
    changed({ topic: 'session', id: sessionId });
    return sessionViewOf(trx, sessionId, at);
  });
}
