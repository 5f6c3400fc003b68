import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import type { Reaction, SessionClosing, SessionSignature } from '../../shared/domain/session/session.ts';
import { idOf, type SessionId } from '../../shared/kernel/ids.ts';
import { microlitres } from '../../shared/kernel/units.ts';
import type { Database } from '../schema.ts';
import { fromJson } from './json.ts';

const volume = z.int().min(0).transform(microlitres);
const Ampoules = z.array(
  z.strictObject({
    lotId: z.uuid().transform((text) => idOf<'lot'>(text)),
    ampoulesOpened: z.int().min(0),
    injectedUl: volume,
    wastedUl: volume,
  }),
);

/** How a session ended, or null while it is open. */
export async function readClosing(db: Kysely<Database>, id: SessionId): Promise<SessionClosing | null> {
  const row = await db
    .selectFrom('session_closings')
    .selectAll()
    .where('session_id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    ampoules: fromJson(Ampoules, row.ampoules),
    differenceReason: row.difference_reason,
    compressionClass: row.compression_class,
    compressionDays: row.compression_days,
    observedMinutes: row.observed_minutes,
    aftercareGiven: row.aftercare_given === 1,
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
      observed_minutes: closing.observedMinutes,
      aftercare_given: closing.aftercareGiven ? 1 : 0,
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

/** What happened in a session, in the order in which it was recorded. */
export async function readReactions(db: Kysely<Database>, id: SessionId): Promise<readonly Reaction[]> {
  const rows = await db
    .selectFrom('reactions')
    .selectAll()
    .where('session_id', '=', id)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    grade: row.grade,
    veinId: row.vein_id,
    note: row.note,
    happenedAt: row.happened_at,
    recordedBy: row.recorded_by,
  }));
}

export async function insertReaction(
  trx: Transaction<Database>,
  sessionId: SessionId,
  reaction: Reaction,
): Promise<void> {
  await trx
    .insertInto('reactions')
    .values({
      session_id: sessionId,
      kind: reaction.kind,
      grade: reaction.grade,
      vein_id: reaction.veinId,
      note: reaction.note,
      happened_at: reaction.happenedAt,
      recorded_by: reaction.recordedBy,
    })
    .execute();
}
