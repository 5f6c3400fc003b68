import type { Failure } from '../../../shared/contract/failure.ts';
import type { OpenSession } from '../../../shared/contract/session.ts';
import type { ContraindicationAcceptance } from '../../../shared/domain/session/session.ts';
import { mayDo, rolesFor } from '../../../shared/domain/staff/roles.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ServiceContext } from '../context.ts';

/** Checks the PIN behind each acceptance. Fails as `Pins.check` does, or with `forbidden` for somebody who is no surgeon. */
export async function checkAcceptances(
  { db, now, pins }: ServiceContext,
  offered: OpenSession['acceptances'],
): Promise<Result<readonly ContraindicationAcceptance[], Failure>> {
  const acceptances: ContraindicationAcceptance[] = [];
  for (const { contraindicationId, surgeonId, pin, reason } of offered) {
    const checked = await pins.check({ db, now, personId: surgeonId, pin });
    if (!checked.ok) return checked;
    if (!mayDo(checked.value.roles, 'contraindication/accept')) {
      return err({ code: 'forbidden', needs: rolesFor('contraindication/accept') });
    }
    acceptances.push({ contraindicationId, surgeonId, reason });
  }
  return ok(acceptances);
}
