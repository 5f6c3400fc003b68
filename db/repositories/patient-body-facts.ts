import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { AllergyFact, MeasurementFact } from '../../shared/domain/patient/timeline-facts.ts';
import type { PatientId } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';
import { fromJson } from './json.ts';

/** Every weight and height of a patient. */
export async function readMeasurementFacts(
  db: Kysely<Database>,
  id: PatientId,
): Promise<readonly MeasurementFact[]> {
  const rows = await db
    .selectFrom('measurements')
    .innerJoin('people', 'people.id', 'measurements.recorded_by')
    .select([
      'measurements.seq',
      'measurements.on_date',
      'measurements.weight_g',
      'measurements.height_mm',
      'measurements.recorded_at',
      'people.name',
    ])
    .where('measurements.patient_id', '=', id)
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    onDate: row.on_date,
    weightG: row.weight_g,
    heightMm: row.height_mm,
    at: row.recorded_at,
    by: row.name,
  }));
}

const Substances = z.array(z.string());

/** Every statement about allergies. */
export async function readAllergyFacts(db: Kysely<Database>, id: PatientId): Promise<readonly AllergyFact[]> {
  const rows = await db
    .selectFrom('allergy_statements as said')
    .innerJoin('people', 'people.id', 'said.stated_by')
    .select([
      'said.seq',
      'said.substances',
      'said.polidocanol',
      'said.prone',
      'said.stated_at',
      'people.name',
    ])
    .where('said.patient_id', '=', id)
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    substances: fromJson(Substances, row.substances),
    polidocanol: row.polidocanol === 1,
    proneToHypersensitivity: row.prone === 1,
    at: row.stated_at,
    by: row.name,
  }));
}
