import type { Kysely, Transaction } from 'kysely';
import type { Resumption, SessionPause } from '../../shared/domain/session/reaction.ts';
import type { PauseId, SessionId } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';

/** The pauses of a session, the first one first; those that last have no resumption. */
export async function readPauses(db: Kysely<Database>, id: SessionId): Promise<readonly SessionPause[]> {
  const rows = await db
    .selectFrom('session_pauses')
    .leftJoin('session_resumptions as resumed', 'resumed.pause_id', 'session_pauses.id')
    .selectAll('session_pauses')
    .select(['resumed.surgeon_id', 'resumed.reason as resumed_because'])
    .select(['resumed.resumed_at', 'resumed.resumed_by'])
    .where('session_id', '=', id)
    .orderBy('paused_at')
    .orderBy('session_pauses.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    since: row.paused_at,
    by: row.paused_by,
    reason: row.reason,
    reactionId: row.reaction_id,
    needsSurgeon: row.needs_surgeon === 1,
    resumption:
      row.resumed_at === null || row.resumed_by === null
        ? null
        : {
            at: row.resumed_at,
            by: row.resumed_by,
            surgeonId: row.surgeon_id,
            reason: row.resumed_because ?? '',
          },
  }));
}

export async function insertPause(
  trx: Transaction<Database>,
  sessionId: SessionId,
  pause: Omit<SessionPause, 'resumption'>,
): Promise<void> {
  await trx
    .insertInto('session_pauses')
    .values({
      id: pause.id,
      session_id: sessionId,
      reaction_id: pause.reactionId,
      needs_surgeon: pause.needsSurgeon ? 1 : 0,
      reason: pause.reason,
      paused_at: pause.since,
      paused_by: pause.by,
    })
    .execute();
}

export async function insertResumption(
  trx: Transaction<Database>,
  pauseId: PauseId,
  resumption: Resumption,
): Promise<void> {
  await trx
    .insertInto('session_resumptions')
    .values({
      pause_id: pauseId,
      surgeon_id: resumption.surgeonId,
      reason: resumption.reason,
      resumed_at: resumption.at,
      resumed_by: resumption.by,
    })
    .execute();
}
