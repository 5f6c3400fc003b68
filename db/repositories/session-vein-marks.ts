import type { Kysely, Transaction } from 'kysely';
import type { LeftInSession } from '../../shared/contract/plan.ts';
import type { LeftForLater } from '../../shared/domain/session/vein-tasks.ts';
import type { CaseId, SessionId } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';

/** The veins that are left for another session now: of each vein the last word counts. */
export async function readLeftForLater(
  db: Kysely<Database>,
  id: SessionId,
): Promise<readonly LeftForLater[]> {
  const rows = await db
    .selectFrom('session_vein_marks')
    .selectAll()
    .where('session_id', '=', id)
    .orderBy('seq')
    .execute();
  const last = new Map(rows.map((row) => [row.vein_id, row] as const));
  return [...last.values()]
    .filter(({ later }) => later === 1)
    .map((row) => ({
      veinId: row.vein_id,
      reason: row.reason,
      leftAt: row.marked_at,
      leftBy: row.marked_by,
    }));
}

/** What is left for another session in all sessions of a case, by the last word on each vein in each of them. */
export async function readLeftInCase(
  db: Kysely<Database>,
  caseId: CaseId,
): Promise<readonly LeftInSession[]> {
  const rows = await db
    .selectFrom('session_vein_marks as mark')
    .innerJoin('sessions', 'sessions.id', 'mark.session_id')
    .select(['sessions.number', 'mark.vein_id', 'mark.later', 'mark.reason'])
    .where('sessions.case_id', '=', caseId)
    .orderBy('mark.seq')
    .execute();
  const last = new Map(rows.map((row) => [`${String(row.number)} ${row.vein_id}`, row] as const));
  return [...last.values()]
    .filter(({ later }) => later === 1)
    .map(({ number, vein_id, reason }) => ({ sessionNumber: number, veinId: vein_id, reason }));
}

/** Writes down that a vein is left for another session, or (`later` false) taken up again. */
export async function insertVeinMark(
  trx: Transaction<Database>,
  sessionId: SessionId,
  { veinId, reason, leftAt, leftBy }: LeftForLater,
  later: boolean,
): Promise<void> {
  await trx
    .insertInto('session_vein_marks')
    .values({
      session_id: sessionId,
      vein_id: veinId,
      later: later ? 1 : 0,
      reason,
      marked_at: leftAt,
      marked_by: leftBy,
    })
    .execute();
}
