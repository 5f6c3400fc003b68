import type { Kysely, Transaction } from 'kysely';
import type { PersonId } from '../../shared/kernel/ids.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';

/** What came of a PIN that was tried; `reset`: a new one was set, and what was wrong before counts no more. */
export interface Attempt {
  readonly personId: PersonId;
  readonly purpose: string;
  readonly outcome: 'right' | 'wrong' | 'reset';
  readonly at: Instant;
}

/** Wrong PINs in a row. */
export interface WrongInARow {
  readonly count: number;
  readonly lastAt: Instant | null;
}

/** More of them change nothing any more: the wait has its full length long before. */
const MOST_COUNTED = 30;

export async function insertAttempt(
  trx: Transaction<Database>,
  { personId, purpose, outcome, at }: Attempt,
): Promise<void> {
  await trx
    .insertInto('sign_in_attempts')
    .values({ person_id: personId, purpose, outcome, tried_at: at })
    .execute();
}

/** The wrong PINs of a person since the last right one; at most thirty are counted. */
export async function readWrongInARow(db: Kysely<Database>, personId: PersonId): Promise<WrongInARow> {
  const rows = await db
    .selectFrom('sign_in_attempts')
    .select(['outcome', 'tried_at'])
    .where('person_id', '=', personId)
    .orderBy('seq', 'desc')
    .limit(MOST_COUNTED)
    .execute();
  const other = rows.findIndex(({ outcome }) => outcome !== 'wrong');
  return {
    count: other === -1 ? rows.length : other,
    lastAt: other === 0 ? null : (rows[0]?.tried_at ?? null),
  };
}

/** When a person last signed in, or took over from somebody, with the right PIN; null: never. */
export async function readLastSignIn(
  db: Kysely<Database>,
  personId: PersonId,
  purposes: readonly string[],
): Promise<Instant | null> {
  const row = await db
    .selectFrom('sign_in_attempts')
    .select('tried_at')
    .where('person_id', '=', personId)
    .where('outcome', '=', 'right')
    .where('purpose', 'in', purposes)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.tried_at ?? null;
}
