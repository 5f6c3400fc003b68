import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Amendment } from '../../shared/domain/session/amendment.ts';
import type { SessionClosing } from '../../shared/domain/session/session.ts';
import type { AmendmentId, SessionId } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';
import { fromJson } from './json.ts';
import { readFirstClosing } from './session-endings.ts';
import { StoredAftercare, StoredAmpoules } from './stored-closing.ts';

/** An amendment as it is written: what it did to injections and to the closing is written beside it. */
export type AmendmentHead = Pick<
  Amendment,
  'id' | 'sessionId' | 'number' | 'reason' | 'remark' | 'madeAt' | 'madeBy'
> & { readonly requestDigest: string };

/** How a session ended, as it holds now, and every amendment of it, the oldest first. */
export interface AmendedEnding {
  /** Null while the session is open. */
  readonly closing: SessionClosing | null;
  readonly amendments: readonly Amendment[];
}

export async function readEnding(db: Kysely<Database>, id: SessionId): Promise<AmendedEnding> {
  const first = await readFirstClosing(db, id);
  if (!first) return { closing: null, amendments: [] };
  const rows = await db
    .selectFrom('session_amendments')
    .selectAll()
    .where('session_id', '=', id)
    .orderBy('number')
    .execute();
  if (rows.length === 0) return { closing: first, amendments: [] };
  const changes = await readChanges(db, id);
  let closing = first;
  const amendments: Amendment[] = [];
  for (const row of rows) {
    const correction = changes.corrections.find(({ amendment_id }) => amendment_id === row.id);
    const before = closing;
    if (correction) closing = corrected(before, correction);
    amendments.push({
      id: row.id,
      sessionId: row.session_id,
      number: row.number,
      reason: row.reason,
      remark: row.remark,
      madeAt: row.made_at,
      madeBy: row.made_by,
      struckOut: changes.struckOut
        .filter(({ amendment_id }) => amendment_id === row.id)
        .map(({ id: of }) => of),
      added: changes.added.filter(({ amendment_id }) => amendment_id === row.id).map(({ id: of }) => of),
      closing: correction ? { before, after: closing } : null,
    });
  }
  return { closing, amendments };
}

/** Everything that amendments of a session did, by the amendment. */
async function readChanges(db: Kysely<Database>, id: SessionId) {
  const struckOut = await db
    .selectFrom('injection_strike_outs as strike')
    .innerJoin('injections', 'injections.id', 'strike.injection_id')
    .select(['injections.id', 'strike.amendment_id'])
    .where('injections.session_id', '=', id)
    .where('strike.amendment_id', 'is not', null)
    .orderBy('injections.number')
    .execute();
  const added = await db
    .selectFrom('injections')
    .select(['id', 'amendment_id'])
    .where('session_id', '=', id)
    .where('amendment_id', 'is not', null)
    .orderBy('number')
    .execute();
  const corrections = await db
    .selectFrom('closing_corrections as correction')
    .innerJoin('session_amendments', 'session_amendments.id', 'correction.amendment_id')
    .selectAll('correction')
    .where('session_amendments.session_id', '=', id)
    .execute();
  return { struckOut, added, corrections };
}

/** Who closed it and when stays, and so do the walk and the next date: an amendment says nothing of them. */
function corrected(before: SessionClosing, row: Selectable<Database['closing_corrections']>): SessionClosing {
  return {
    ...before,
    ampoules: fromJson(StoredAmpoules, row.ampoules),
    differenceReason: row.difference_reason,
    compressionClass: row.compression_class,
    compressionDays: row.compression_days,
    compressionUntil: row.compression_until,
    fullLength: row.full_length === 1,
    observedMinutes: row.observed_minutes,
    aftercareGiven: row.aftercare_given === 1,
    aftercareExplained: fromJson(StoredAftercare, row.aftercare_explained),
    note: row.note,
  };
}

/** The session of an amendment and the digest of what was asked, or null. */
export async function readAmendmentRequest(
  db: Kysely<Database>,
  id: AmendmentId,
): Promise<{ readonly sessionId: SessionId; readonly requestDigest: string } | null> {
  const row = await db
    .selectFrom('session_amendments')
    .select(['session_id', 'request_digest'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { sessionId: row.session_id, requestDigest: row.request_digest } : null;
}

export async function insertAmendment(trx: Transaction<Database>, head: AmendmentHead): Promise<void> {
  await trx
    .insertInto('session_amendments')
    .values({
      id: head.id,
      session_id: head.sessionId,
      number: head.number,
      reason: head.reason,
      remark: head.remark,
      request_digest: head.requestDigest,
      made_at: head.madeAt,
      made_by: head.madeBy,
    })
    .execute();
}

export async function insertCorrection(
  trx: Transaction<Database>,
  amendmentId: AmendmentId,
  closing: SessionClosing,
): Promise<void> {
  await trx
    .insertInto('closing_corrections')
    .values({
      amendment_id: amendmentId,
      ampoules: JSON.stringify(closing.ampoules),
      difference_reason: closing.differenceReason,
      compression_class: closing.compressionClass,
      compression_days: closing.compressionDays,
      compression_until: closing.compressionUntil,
      full_length: closing.fullLength ? 1 : 0,
      observed_minutes: closing.observedMinutes,
      aftercare_given: closing.aftercareGiven ? 1 : 0,
      aftercare_explained: JSON.stringify(closing.aftercareExplained),
      note: closing.note,
    })
    .execute();
}
