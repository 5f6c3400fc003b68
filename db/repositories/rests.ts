import type { Kysely } from 'kysely';
import type { PatientIdentity } from '../../shared/domain/patient/patient.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';
import { IDENTITY_COLUMNS, identityOf } from './patients.ts';

/** Veins of a case that were left to rest until a day. */
export interface EndingRest {
  readonly caseId: CaseId;
  readonly patient: PatientIdentity;
  readonly restUntil: CalendarDate;
}

/** The rests that end in a stretch of days, where nobody has treated or reviewed the case since: the last so many, the latest first. */
export async function readRestsEnding(
  db: Kysely<Database>,
  { from, to, limit }: { readonly from: CalendarDate; readonly to: CalendarDate; readonly limit: number },
): Promise<readonly EndingRest[]> {
  const rows = await db
    .selectFrom('reviews')
    .innerJoin('cases', 'cases.id', 'reviews.case_id')
    .innerJoin('patients', 'patients.id', 'cases.patient_id')
    .select(IDENTITY_COLUMNS)
    .select(['reviews.case_id', 'reviews.rest_until'])
    .where('reviews.rest_until', '>=', from)
    .where('reviews.rest_until', '<=', to)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reviews as later')
            .select('later.id')
            .whereRef('later.case_id', '=', 'reviews.case_id')
            .where((eb) =>
              eb.or([
                eb('later.on_date', '>', eb.ref('reviews.on_date')),
                eb('later.replaces_id', '=', eb.ref('reviews.id')),
              ]),
            ),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('sessions as later')
            .select('later.id')
            .whereRef('later.case_id', '=', 'reviews.case_id')
            .whereRef('later.on_date', '>', 'reviews.on_date'),
        ),
      ),
    )
    .orderBy('reviews.rest_until', 'desc')
    .limit(limit)
    .$narrowType<{ rest_until: CalendarDate }>()
    .execute();
  return rows.map((row) => ({
    caseId: row.case_id,
    patient: identityOf(row),
    restUntil: row.rest_until,
  }));
}
