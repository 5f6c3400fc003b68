import type { Kysely, Transaction } from 'kysely';
import { compressionUntil } from '../../shared/domain/session/compression.ts';
import type { SessionClosing, SessionSignature } from '../../shared/domain/session/session.ts';
import type { SessionId } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';
import { fromJson } from './json.ts';
import { StoredAftercare, StoredAmpoules } from './stored-closing.ts';

/** How a session was closed, before any amendment; null while it is open. */
export async function readFirstClosing(db: Kysely<Database>, id: SessionId): Promise<SessionClosing | null> {
  const row = await db
    .selectFrom('session_closings as closing')
    .innerJoin('sessions', 'sessions.id', 'closing.session_id')
    .selectAll('closing')
    .select('sessions.on_date')
    .where('closing.session_id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const worn = { compressionClass: row.compression_class, compressionDays: row.compression_days };
  return {
    ampoules: fromJson(StoredAmpoules, row.ampoules),
    differenceReason: row.difference_reason,
    ...worn,
    compressionUntil: row.compression_until ?? compressionUntil(row.on_date, worn),
    fullLength: row.full_length === 1,
    observedMinutes: row.observed_minutes,
    walkedMinutes: row.walked_minutes,
    aftercareGiven: row.aftercare_given === 1,
    aftercareExplained:
      row.aftercare_explained === null ? [] : fromJson(StoredAftercare, row.aftercare_explained),
    nextOn: row.next_on,
    note: row.note,
    closedAt: row.closed_at,
    closedBy: row.closed_by,
  };
}

export async function insertClosing(
  trx: Transaction<Database>,
  sessionId: SessionId,
  closing: SessionClosing,
): Promise<void> {
  await trx
    .insertInto('session_closings')
    .values({
      session_id: sessionId,
      ampoules: JSON.stringify(closing.ampoules),
      difference_reason: closing.differenceReason,
      compression_class: closing.compressionClass,
      compression_days: closing.compressionDays,
      compression_until: closing.compressionUntil,
      full_length: closing.fullLength ? 1 : 0,
      observed_minutes: closing.observedMinutes,
      walked_minutes: closing.walkedMinutes,
      aftercare_given: closing.aftercareGiven ? 1 : 0,
      aftercare_explained: JSON.stringify(closing.aftercareExplained),
      next_on: closing.nextOn,
      note: closing.note,
      closed_at: closing.closedAt,
      closed_by: closing.closedBy,
    })
    .execute();
}

/** The signatures under a session, the first one first. */
export async function readSignatures(
  db: Kysely<Database>,
  id: SessionId,
): Promise<readonly SessionSignature[]> {
  const rows = await db
    .selectFrom('session_signatures')
    .select(['role', 'signed_at', 'signed_by'])
    .where('session_id', '=', id)
    .orderBy('signed_at')
    .orderBy('role')
    .execute();
  return rows.map((row) => ({ role: row.role, signedAt: row.signed_at, signedBy: row.signed_by }));
}

export async function insertSignature(
  trx: Transaction<Database>,
  sessionId: SessionId,
  signature: SessionSignature,
): Promise<void> {
  await trx
    .insertInto('session_signatures')
    .values({
      session_id: sessionId,
      role: signature.role,
      signed_at: signature.signedAt,
      signed_by: signature.signedBy,
    })
    .execute();
}
