import { insertStrikeOut, readInjection } from '../../../db/repositories/injections.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { StrikeOutInjection } from '../../../shared/contract/session.ts';
import type { Injection, StrikeOut } from '../../../shared/domain/session/session.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ServiceContext } from '../context.ts';
import { notFound } from '../invalid.ts';
import { write } from '../write.ts';
import { readUnsignedSession } from './current-session.ts';
import { momentFor } from './session-time.ts';

/** Says that an injection was recorded by mistake: it stays, and counts no more. Until somebody signs, also once it is closed. */
export function strikeOutInjection(
  context: ServiceContext,
  { injectionId, reason }: StrikeOutInjection,
): Promise<Result<Injection, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    const injection = await readInjection(trx, injectionId);
    if (!injection) return notFound('injection');
    const session = await readUnsignedSession(trx, injection.sessionId);
    if (!session.ok) return session;
    if (injection.strikeOut) return err({ code: 'injection/already-struck-out' });
    const struckAt = await momentFor(trx, session.value.opening, at);
    const strikeOut: StrikeOut = { reason, struckAt, struckBy: context.actor.id };
    await insertStrikeOut(trx, injectionId, strikeOut);
    await audit({
      action: 'injection/strike-out',
      entity: 'injection',
      entityId: injectionId,
      before: { strikeOut: null },
      after: { strikeOut },
    });
    changed({ topic: 'session', id: injection.sessionId });
    return ok({ ...injection, strikeOut });
  });
}
