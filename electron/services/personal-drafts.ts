import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { PersonId } from '../../shared/kernel/ids.ts';
import type { ServiceContext } from './context.ts';

/** Half-filled forms that are kept for one person; whoever begins more loses the oldest. */
const MOST_FOR_ONE = 20;

/** Half-filled forms of one kind, by who fills them in and what they are about. */
export interface PersonalDrafts<Key, Draft> {
  /** What the acting person has filled in, or null. */
  read(context: ServiceContext, key: Key): Draft | null;
  /** Keeps it, in place of what was kept about the same; null: nothing any more. */
  keep(context: ServiceContext, key: Key, draft: Draft | null): void;
}

/**
 * Drafts in the memory of the core alone: so they outlive the lock and a page that is loaded again, and never lie on the disk. No
 * part of the record.
 */
export function personalDrafts<Key, Draft>(): PersonalDrafts<Key, Draft> {
  const clinics = new WeakMap<Kysely<Database>, Map<PersonId, Map<Key, Draft>>>();
  const draftsOf = ({ db, actor }: ServiceContext): Map<Key, Draft> => {
    const people = clinics.get(db) ?? new Map<PersonId, Map<Key, Draft>>();
    clinics.set(db, people);
    const drafts = people.get(actor.id) ?? new Map<Key, Draft>();
    people.set(actor.id, drafts);
    return drafts;
  };
  return {
    read: (context, key) => draftsOf(context).get(key) ?? null,
    keep: (context, key, draft) => {
      const drafts = draftsOf(context);
      drafts.delete(key);
      if (draft !== null) drafts.set(key, draft);
      const [oldest] = drafts.keys();
      if (drafts.size > MOST_FOR_ONE && oldest !== undefined) drafts.delete(oldest);
    },
  };
}
