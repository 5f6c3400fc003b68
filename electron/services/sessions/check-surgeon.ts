import type { Failure } from '../../../shared/contract/failure.ts';
import type { LimitOverride } from '../../../shared/domain/session/session.ts';
import { mayDo, type Action } from '../../../shared/domain/staff/roles.ts';
import type { PersonId } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ServiceContext } from '../context.ts';

interface SurgeonsWord {
  readonly surgeonId: PersonId;
  readonly pin: string;
  readonly reason: string;
}

/**
 * A surgeon's word counts only with the surgeon's own PIN, whoever is signed in. It is checked before the database is held for a
 * write. Fails with `dose/override-refused`, or `auth/wait` after too many wrong PINs.
 */
export async function checkSurgeon(
  { db, now, pins, actor }: ServiceContext,
  { surgeonId, pin, reason }: SurgeonsWord,
  action: Action,
): Promise<Result<LimitOverride, Failure>> {
  const checked = await pins.check({ db, now, actor, personId: surgeonId, pin, purpose: action });
  if (!checked.ok) {
    const isWrong = checked.error.code === 'auth/wrong-pin';
    return isWrong ? err({ code: 'dose/override-refused', because: 'wrong-pin' }) : checked;
  }
  return mayDo(checked.value.roles, action)
    ? ok({ surgeonId, reason })
    : err({ code: 'dose/override-refused', because: 'not-a-surgeon' });
}
