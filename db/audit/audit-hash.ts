import { createHash } from 'node:crypto';
import type { Database } from '../schema.ts';
import type { Selectable } from 'kysely';
import { canonicalJson } from './canonical-json.ts';

/** A row of the chain as it is stored. */
export type AuditRecord = Selectable<Database['audit']>;

/** What the first row takes for the hash before it. */
export const FIRST_PREVIOUS_HASH = '0'.repeat(64);

/** SHA-256, in hex, over everything in the row but its own hash; so each hash stands for all rows up to its own. */
export function auditHash(row: Omit<AuditRecord, 'hash'>): string {
  const content = [
    row.previous_hash,
    row.seq,
    row.at,
    row.person_id,
    row.action,
    row.entity,
    row.entity_id,
    row.before,
    row.after,
  ];
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
