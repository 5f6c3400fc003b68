import { appendAudit } from '../../db/audit/append-audit.ts';
import { inTransaction } from '../../db/connection/in-transaction.ts';
import { insertAttempt } from '../../db/repositories/sign-in-attempts.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { PinQuestion } from './pin-question.ts';

interface Tried {
  readonly at: Instant;
  /** Wrong ones in a row with this one; 0: it was right. */
  readonly inARow: number;
}

/**
 * Keeps that a PIN was tried, a wrong one in the audit too, in a transaction of its own: what the PIN was for may fail. Where the
 * disk is full nothing can be kept, and whoever knows the PIN must still be able to read what was given.
 */
export async function keepAttempt(
  { db, personId, purpose, actor }: PinQuestion,
  { at, inARow }: Tried,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const isRight = inARow === 0;
    await insertAttempt(trx, { personId, purpose, outcome: isRight ? 'right' : 'wrong', at });
    if (!isRight)
      await appendAudit(trx, {
        at,
        personId: actor?.id ?? null,
        action: 'pin/wrong',
        entity: 'person',
        entityId: personId,
        after: { purpose, inARow },
      });
    return ok();
  });
}
