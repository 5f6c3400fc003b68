import { verifyAuditChain } from '../../db/audit/verify-audit-chain.ts';
import { readAuditLength, readAuditRows, type NamedAuditRecord } from '../../db/repositories/audit.ts';
import { readNamesOfThings, readOwners } from '../../db/repositories/audited-things.ts';
import type { AuditPage, AuditVerdict, ReadAudit } from '../../shared/contract/clinic.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { ServiceContext } from './context.ts';
import { momentsOf } from './wall-calendar.ts';

/** A row may hold a whole map; more ids than these are not looked up. */
const MOST_NAMES = 2_000;

/** Rows of the audit that fit the filters, the newest first, with what the ids in them stand for. */
export async function readAudit(
  { db }: ServiceContext,
  { onDate, limit, ...filters }: ReadAudit,
): Promise<Result<AuditPage, Failure>> {
  const within = onDate && momentsOf({ from: onDate, to: onDate });
  const found = await readAuditRows(db, { ...filters, within, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const owners = await readOwners(
    db,
    rows.map(({ entity_id }) => entity_id),
  );
  return ok({
    rows: rows.map((row) => ({
      seq: row.seq,
      at: row.at,
      by: row.by ?? '',
      action: row.action,
      entity: row.entity,
      entityId: row.entity_id,
      before: row.before,
      after: row.after,
      hash: row.hash,
      patient: owners.get(row.entity_id) ?? null,
    })),
    total: await readAuditLength(db),
    hasOlder: found.length > limit,
    names: await readNamesOfThings(db, idsIn(rows)),
  });
}

function idsIn(rows: readonly NamedAuditRecord[]): readonly string[] {
  const uuids = rows.flatMap(({ entity_id, before, after }) =>
    `${entity_id} ${before ?? ''} ${after ?? ''}`.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g),
  );
  return [...new Set(uuids.filter((uuid) => uuid !== null))].slice(0, MOST_NAMES);
}

/** Walks the whole chain. */
export async function verifyAudit({ db }: ServiceContext): Promise<Result<AuditVerdict, Failure>> {
  return ok(await verifyAuditChain(db));
}
