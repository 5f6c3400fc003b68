import type { Transaction } from 'kysely';
import { countInjectionsInto, readAimedAt } from '../../../db/repositories/injections.ts';
import { readItemsOfVein } from '../../../db/repositories/plans.ts';
import { readVeinDosesOf } from '../../../db/repositories/usual-doses.ts';
import { readCurrentVein } from '../../../db/repositories/map.ts';
import { readBoxes, readLot } from '../../../db/repositories/stock.ts';
import type { Database } from '../../../db/schema.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { RecordInjection } from '../../../shared/contract/session.ts';
import { slipOfInjection, type DoseSlip } from '../../../shared/domain/dose/dose-slip.ts';
import { samePreparation } from '../../../shared/domain/dose/ledger.ts';
import { usualDoses } from '../../../shared/domain/dose/usual-dose.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { SessionOpening } from '../../../shared/domain/session/session.ts';
import { plannedPunctures, type PlannedPuncture } from '../../../shared/domain/session/vein-tasks.ts';
import type { PersonId, VeinId } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { notFound } from '../invalid.ts';
import { checkUsable } from './open-box.ts';

/** Whether the syringe holds what its box holds, and the box is open in this session and may be used today. */
export async function checkBox(
  trx: Transaction<Database>,
  { sessionId, lotId, preparation }: RecordInjection,
  today: CalendarDate,
): Promise<Result<undefined, Failure>> {
  const box = (await readBoxes(trx, sessionId)).find(({ id }) => id === lotId);
  if (!box) {
    const lot = await readLot(trx, lotId);
    return lot ? err({ code: 'lot/not-opened', lotNumber: lot.lotNumber }) : notFound('lot');
  }
  const usable = checkUsable(box, today);
  if (!usable.ok) return usable;
  return box.product.strengthUgPerMl === preparation.strengthUgPerMl
    ? ok()
    : err({ code: 'dose/strength-not-of-lot' });
}

/** The vein that is aimed at; null for a free site. */
export async function checkSite(
  trx: Transaction<Database>,
  opening: SessionOpening,
  { veinId, site }: RecordInjection,
): Promise<Result<Vein | null, Failure>> {
  const vein = veinId === null ? null : await readCurrentVein(trx, opening.caseId, veinId);
  if (veinId !== null && !vein) return notFound('vein');
  const isRightLeg = opening.legs.includes(site.leg) && (!vein || vein.leg === site.leg);
  return isRightLeg ? ok(vein) : err({ code: 'session/wrong-leg' });
}

/** What the plan means for the next puncture of a vein in this session, or null. */
export async function readPlannedPuncture(
  trx: Transaction<Database>,
  opening: SessionOpening,
  veinId: VeinId | null,
): Promise<PlannedPuncture | null> {
  if (veinId === null) return null;
  const { caseId, number: sessionNumber } = opening;
  const due = await readItemsOfVein(trx, { caseId, sessionNumber, veinId });
  const given = await countInjectionsInto(trx, opening.id, veinId);
  return plannedPunctures(due, veinId)[given] ?? null;
}

/** Another strength or form than the plan means for this puncture needs a reason, the surgeon's or the nurse's. */
export function checkPlanned(
  planned: PlannedPuncture | null,
  { preparation, reason, override }: RecordInjection,
): Result<undefined, Failure> {
  if (planned === null || reason !== null || override !== null) return ok();
  const isOther = !samePreparation(planned.preparation, preparation);
  return isOther ? err({ code: 'dose/planned-otherwise', planned: planned.preparation }) : ok();
}

/** The same question as on the screen; what somebody usually gives is read only where the plan says nothing. */
export async function findSlip(
  trx: Transaction<Database>,
  giver: PersonId,
  { input, vein, planned }: SlipFacts,
): Promise<DoseSlip | null> {
  const { volumeUl, preparation } = input;
  const usual = vein && !planned ? usualDoses(await readVeinDosesOf(trx, giver)) : [];
  return slipOfInjection({
    volumeUl,
    plannedUl: planned?.volumeUl ?? null,
    vein: vein && { veinKind: vein.kind, veinPattern: vein.pattern, form: preparation.form },
    usual,
  });
}

interface SlipFacts {
  readonly input: Pick<RecordInjection, 'volumeUl' | 'preparation'>;
  readonly vein: Vein | null;
  readonly planned: PlannedPuncture | null;
}

/**
 * Whether the sender had seen every injection into this vein, or into free sites of this side of the leg: two people at one patient
 * must not both give the puncture that each saw as the next one. Fails with `session/moved-on`.
 */
export async function checkSeen(
  trx: Transaction<Database>,
  { sessionId, veinId, site, seenInjections }: RecordInjection,
): Promise<Result<undefined, Failure>> {
  if (seenInjections === undefined) return ok();
  const { count, last } = await readAimedAt(trx, { sessionId, veinId, site });
  return count > seenInjections ? err({ code: 'session/moved-on', number: last }) : ok();
}
