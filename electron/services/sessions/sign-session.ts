import { readEnding } from '../../../db/repositories/amendments.ts';
import { readInjections } from '../../../db/repositories/injections.ts';
import { insertSignature, readSignatures } from '../../../db/repositories/session-endings.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { SessionView, SignSession } from '../../../shared/contract/session.ts';
import { isCounted } from '../../../shared/domain/session/closing.ts';
import { err, type Result } from '../../../shared/kernel/result.ts';
import type { ServiceContext } from '../context.ts';
import { write } from '../write.ts';
import { readCurrentSession } from './current-session.ts';
import { sessionViewOf } from './read-session.ts';
import { momentFor } from './session-time.ts';

/**
 * Signs a closed session in a role that the person holds, with the person's own PIN. The first signature locks the record;
 * with a surgeon's it counts as signed, and a nurse may still add hers. Fails with `session/not-closed`,
 * `session/already-signed` for a role that has signed, `session/recount-needed` where an injection was struck out since the ampoules
 * were counted, `forbidden`, or as `Pins.check` does.
 */
export async function signSession(
  context: ServiceContext,
  { sessionId, role, pin }: SignSession,
): Promise<Result<SessionView, Failure>> {
  const { db, now, pins, actor } = context;
  if (!actor.roles.includes(role)) return err({ code: 'forbidden', needs: [role] });
  const purpose = 'session/sign';
  const checked = await pins.check({ db, now, actor, personId: actor.id, pin, purpose });
  if (!checked.ok) return checked;
  return write(context, async ({ trx, at, audit, changed }) => {
    const session = await readCurrentSession(trx, sessionId);
    if (!session.ok) return session;
    if (session.value.state === 'open') return err({ code: 'session/not-closed' });
    const signatures = await readSignatures(trx, sessionId);
    if (signatures.some((signature) => signature.role === role))
      return err({ code: 'session/already-signed' });
    const { closing } = await readEnding(trx, sessionId);
    if (!isCounted(closing?.ampoules ?? [], await readInjections(trx, sessionId)))
      return err({ code: 'session/recount-needed' });
    const signedAt = await momentFor(trx, session.value.opening, at);
    const signature = { role, signedAt, signedBy: actor.id };
    await insertSignature(trx, sessionId, signature);
    await audit({ action: 'session/sign', entity: 'session', entityId: sessionId, after: signature });
    changed({ topic: 'session', id: sessionId });
    changed({ topic: 'patient', id: session.value.opening.patientId });
    return sessionViewOf(trx, sessionId, at);
  });
}
