import type { Kysely, Transaction } from 'kysely';
import type { SessionWalk, WalkEnd } from '../../shared/domain/session/walk.ts';
import type { PersonId, SessionId } from '../../shared/kernel/ids.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';

/** The observed walks of a session, the first one first. */
export async function readWalks(db: Kysely<Database>, id: SessionId): Promise<readonly SessionWalk[]> {
  const rows = await db
    .selectFrom('session_walks as walk')
    .leftJoin('session_walk_ends as ending', 'ending.walk', 'walk.seq')
    .select(['walk.started_at', 'walk.started_by', 'ending.ended_at', 'ending.ended_by', 'ending.reason'])
    .where('walk.session_id', '=', id)
    .orderBy('walk.seq')
    .execute();
  return rows.map((row) => ({
    startedAt: row.started_at,
    startedBy: row.started_by,
    end:
      row.ended_at === null || row.ended_by === null
        ? null
        : { endedAt: row.ended_at, endedBy: row.ended_by, reason: row.reason },
  }));
}

export async function insertWalk(
  trx: Transaction<Database>,
  walk: { readonly sessionId: SessionId; readonly startedAt: Instant; readonly startedBy: PersonId },
): Promise<void> {
  await trx
    .insertInto('session_walks')
    .values({ session_id: walk.sessionId, started_at: walk.startedAt, started_by: walk.startedBy })
    .execute();
}

/** Ends the last walk of a session. */
export async function insertWalkEnd(
  trx: Transaction<Database>,
  sessionId: SessionId,
  end: WalkEnd,
): Promise<void> {
  const { seq } = await trx
    .selectFrom('session_walks')
    .select('seq')
    .where('session_id', '=', sessionId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('session_walk_ends')
    .values({ walk: seq, reason: end.reason, ended_at: end.endedAt, ended_by: end.endedBy })
    .execute();
}
