import { insertBox } from '../../../db/repositories/sessions.ts';
import { readBoxes, readLot } from '../../../db/repositories/stock.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { Lot, OpenBox, SessionView } from '../../../shared/contract/session.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import type { ServiceContext } from '../context.ts';
import { notFound } from '../invalid.ts';
import { write } from '../write.ts';
import { readOpenSession } from './current-session.ts';
import { sessionViewOf } from './read-session.ts';
import { momentFor } from './session-time.ts';

/** Takes a box into an open session; a box that is in it already changes nothing. Fails with `lot/expired` or `lot/recalled`. */
export function openBox(context: ServiceContext, input: OpenBox): Promise<Result<SessionView, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    const { sessionId, lotId } = input;
    const session = await readOpenSession(trx, sessionId);
    if (!session.ok) return session;
    const lot = await readLot(trx, lotId);
    if (!lot) return notFound('lot');
    const usable = checkUsable(lot, context.today());
    if (!usable.ok) return usable;
    if (!(await readBoxes(trx, sessionId)).some(({ id }) => id === lotId)) {
      const openedAt = await momentFor(trx, session.value.opening, at);
      await insertBox(trx, { sessionId, lotId, openedAt, openedBy: context.actor.id });
      await audit({ action: 'session/open-box', entity: 'session', entityId: sessionId, after: { lotId } });
      changed({ topic: 'session', id: sessionId });
    }
    return sessionViewOf(trx, sessionId, at);
  });
}

/** Whether a lot may be given on a day; it still may on the day of its expiry. */
export function checkUsable(lot: Lot, today: CalendarDate): Result<undefined, Failure> {
  const { lotNumber, expiresOn } = lot;
  if (lot.recalledBecause !== null) return err({ code: 'lot/recalled', lotNumber });
  return expiresOn < today ? err({ code: 'lot/expired', lotNumber, expiresOn }) : ok();
}
