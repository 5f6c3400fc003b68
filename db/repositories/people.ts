import type { Kysely, Selectable, Transaction } from 'kysely';
import { z } from 'zod';
import { ROLES, type Person } from '../../shared/domain/staff/roles.ts';
import type { PersonId } from '../../shared/kernel/ids.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';
import { fromJson } from './json.ts';

const Roles = z.array(z.enum(ROLES));

type PersonRow = Pick<Selectable<Database['people']>, 'id' | 'name' | 'roles' | 'active'>;

const COLUMNS = ['id', 'name', 'roles', 'active'] as const;

/** Everybody who works or worked in the clinic, by name. */
export async function readPeople(db: Kysely<Database>): Promise<readonly Person[]> {
  const rows = await db.selectFrom('people').select(COLUMNS).orderBy('name').orderBy('id').execute();
  return rows.map(personOf);
}

export async function readPerson(db: Kysely<Database>, id: PersonId): Promise<Person | null> {
  const row = await db.selectFrom('people').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row ? personOf(row) : null;
}

/** A person with the hash of the PIN, for checking it. */
export async function readCredentials(
  db: Kysely<Database>,
  id: PersonId,
): Promise<{ readonly person: Person; readonly pinHash: string } | null> {
  const row = await db
    .selectFrom('people')
    .select([...COLUMNS, 'pin_hash'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { person: personOf(row), pinHash: row.pin_hash } : null;
}

/** The names of all people by their ids. */
export async function readNames(db: Kysely<Database>): Promise<Readonly<Record<string, string>>> {
  const rows = await db.selectFrom('people').select(['id', 'name']).execute();
  return Object.fromEntries(rows.map((row) => [row.id, row.name]));
}

export async function insertPerson(
  trx: Transaction<Database>,
  person: Person & { readonly pinHash: string; readonly createdAt: Instant },
): Promise<void> {
  await trx
    .insertInto('people')
    .values({
      id: person.id,
      name: person.name,
      roles: JSON.stringify(person.roles),
      active: person.active ? 1 : 0,
      pin_hash: person.pinHash,
      created_at: person.createdAt,
    })
    .execute();
}

/** Changes roles and activity, and the PIN where a new hash is given. */
export async function updatePerson(
  trx: Transaction<Database>,
  person: Person & { readonly pinHash: string | null },
): Promise<void> {
  await trx
    .updateTable('people')
    .set({
      roles: JSON.stringify(person.roles),
      active: person.active ? 1 : 0,
      ...(person.pinHash === null ? {} : { pin_hash: person.pinHash }),
    })
    .where('id', '=', person.id)
    .execute();
}

function personOf(row: PersonRow): Person {
  return { id: row.id, name: row.name, roles: fromJson(Roles, row.roles), active: row.active === 1 };
}
