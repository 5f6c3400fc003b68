import type { Failure } from '../../../shared/contract/failure.ts';
import type { OpenSession } from '../../../shared/contract/session.ts';
import type { CheckWaiver, ContraindicationAcceptance } from '../../../shared/domain/session/session.ts';
import { mayDo, rolesFor, type Action } from '../../../shared/domain/staff/roles.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ServiceContext } from '../context.ts';

/** What surgeons have said at the opening of a session, their PINs checked. */
export interface SurgeonsWords {
  readonly acceptances: readonly ContraindicationAcceptance[];
  readonly waivers: readonly CheckWaiver[];
}

/**
 * Checks the PIN behind each acceptance and each waiver. Fails as `Pins.check` does, or with `forbidden` for somebody who is no
 * surgeon.
 */
export async function checkAcceptances(
  context: ServiceContext,
  offered: Pick<OpenSession, 'acceptances' | 'waivers'>,
): Promise<Result<SurgeonsWords, Failure>> {
  const acceptances: ContraindicationAcceptance[] = [];
  for (const { pin, ...acceptance } of offered.acceptances) {
    const checked = await checkWord(context, { ...acceptance, pin }, 'contraindication/accept');
    if (!checked.ok) return checked;
    acceptances.push(acceptance);
  }
  const waivers: CheckWaiver[] = [];
  for (const { pin, ...waiver } of offered.waivers) {
    const checked = await checkWord(context, { ...waiver, pin }, 'check/waive');
    if (!checked.ok) return checked;
    waivers.push(waiver);
  }
  return ok({ acceptances, waivers });
}

async function checkWord(
  { db, now, pins, actor }: ServiceContext,
  { surgeonId, pin }: Pick<OpenSession['acceptances'][number], 'surgeonId' | 'pin'>,
  action: Action,
): Promise<Result<undefined, Failure>> {
  const checked = await pins.check({ db, now, actor, personId: surgeonId, pin, purpose: action });
  if (!checked.ok) return checked;
  return mayDo(checked.value.roles, action) ? ok() : err({ code: 'forbidden', needs: rolesFor(action) });
}
