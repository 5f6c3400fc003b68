import type { Kysely } from 'kysely';
import { readCasesOf } from '../../db/repositories/cases.ts';
import { readMappedVeinIds } from '../../db/repositories/map.ts';
import { countPlannedSessions } from '../../db/repositories/plans.ts';
import { countReviews } from '../../db/repositories/reviews.ts';
import { readSessionSummaries } from '../../db/repositories/session-summaries.ts';
import type { Database } from '../../db/schema.ts';
import type { CaseSummary } from '../../shared/contract/patient.ts';
import type { PatientId } from '../../shared/kernel/ids.ts';

/** The cases of a patient with what was done in them, the newest first. */
export async function readCaseSummaries(
  db: Kysely<Database>,
  patientId: PatientId,
): Promise<readonly CaseSummary[]> {
  const summaries: CaseSummary[] = [];
  for (const found of await readCasesOf(db, patientId)) {
    summaries.push({
      ...found,
      veins: (await readMappedVeinIds(db, found.id)).size,
      plannedSessions: await countPlannedSessions(db, found.id),
      sessions: await readSessionSummaries(db, found.id),
      reviews: await countReviews(db, found.id),
    });
  }
  return summaries;
}
