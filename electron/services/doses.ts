import { readVeinDosesOf } from '../../db/repositories/usual-doses.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import { usualDoses, type UsualDose } from '../../shared/domain/dose/usual-dose.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { ServiceContext } from './context.ts';

/** What the person usually gives, or plans, to the length or area of each kind of vein; of the newest veins, exact. */
export async function readUsualDoses({
  db,
  actor,
}: ServiceContext): Promise<Result<readonly UsualDose[], Failure>> {
  return ok(usualDoses(await readVeinDosesOf(db, actor.id)));
}
