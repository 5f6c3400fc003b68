import type { Kysely } from 'kysely';
import { readScaleMark } from '../../../db/repositories/map-marks.ts';
import { readHeight } from '../../../db/repositories/patients.ts';
import type { Database } from '../../../db/schema.ts';
import { mapScale } from '../../../shared/domain/leg-map/measure.ts';
import type { TreatmentCase } from '../../../shared/domain/patient/patient.ts';

/** Millimetres of the patient per millimetre of the reference leg, on the map of a case as it is now. */
export async function readMapScale(
  db: Kysely<Database>,
  { id, patientId }: Pick<TreatmentCase, 'id' | 'patientId'>,
): Promise<number> {
  return mapScale({
    heightMm: (await readHeight(db, patientId))?.heightMm ?? null,
    scaleMark: await readScaleMark(db, id),
  });
}
