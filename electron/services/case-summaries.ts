import type { Kysely } from 'kysely';
import { readPlannedSessions, readReviewLines, readVeinCounts } from '../../db/repositories/case-counts.ts';
import { readCasesOf } from '../../db/repositories/cases.ts';
import { readSessionSummariesOf } from '../../db/repositories/session-summaries.ts';
import type { Database } from '../../db/schema.ts';
import type { CaseSummary } from '../../shared/contract/patient.ts';
import type { PatientId } from '../../shared/kernel/ids.ts';

/** The cases of a patient with what was done in them, the newest first: one question of a kind, however many cases there are. */
export async function readCaseSummaries(
  db: Kysely<Database>,
  patientId: PatientId,
): Promise<readonly CaseSummary[]> {
  const cases = await readCasesOf(db, patientId);
  const veins = await readVeinCounts(db, patientId);
  const planned = await readPlannedSessions(db, patientId);
  const sessions = await readSessionSummariesOf(db, patientId);
  const reviews = await readReviewLines(db, patientId);
  return cases.map((found) => {
    const held = new Set(sessions.get(found.id)?.map(({ number }) => number));
    const plannedSessions = planned.get(found.id) ?? [];
    const reviewed = reviews.get(found.id) ?? [];
    return {
      ...found,
      veins: veins.get(found.id) ?? 0,
      plannedSessions: plannedSessions.length,
      sessions: sessions.get(found.id) ?? [],
      reviews: reviewed.length,
      next: plannedSessions.find(({ number }) => !held.has(number)) ?? null,
      lastReview: reviewed[0] ?? null,
    };
  });
}
