import type { Kysely, Transaction } from 'kysely';
import type { ArrangeSession, Room } from '../../shared/contract/day.ts';
import type { CaseId, PersonId, RoomId } from '../../shared/kernel/ids.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';
import { inBatches } from './batches.ts';

/** All rooms, those in use first, by name. */
export async function readRooms(db: Kysely<Database>): Promise<readonly Room[]> {
  const rows = await db
    .selectFrom('rooms')
    .select(['id', 'name', 'in_use'])
    .orderBy('in_use', 'desc')
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ id: row.id, name: row.name, inUse: row.in_use === 1 }));
}

export async function insertRoom(
  trx: Transaction<Database>,
  room: Room & { readonly createdAt: Instant },
): Promise<void> {
  const { id, name, inUse, createdAt } = room;
  await trx
    .insertInto('rooms')
    .values({ id, name, in_use: inUse ? 1 : 0, created_at: createdAt })
    .execute();
}

export async function updateRoom(trx: Transaction<Database>, { id, name, inUse }: Room): Promise<void> {
  await trx
    .updateTable('rooms')
    .set({ name, in_use: inUse ? 1 : 0 })
    .where('id', '=', id)
    .execute();
}

/** Where and by whom a session is to be held. */
export interface SessionPlace {
  readonly caseId: CaseId;
  readonly number: number;
  readonly roomId: RoomId | null;
  /** The room's name. */
  readonly room: string | null;
  readonly personId: PersonId | null;
}

/** The places of the sessions of some cases, as they were last said. */
export async function readPlaces(
  db: Kysely<Database>,
  caseIds: readonly CaseId[],
): Promise<readonly SessionPlace[]> {
  const places: SessionPlace[] = [];
  for (const batch of inBatches(caseIds)) {
    const last = db
      .selectFrom('session_places')
      .select((eb) => eb.fn.max('seq').as('seq'))
      .where('case_id', 'in', batch)
      .groupBy(['case_id', 'number']);
    const rows = await db
      .selectFrom('session_places as place')
      .leftJoin('rooms', 'rooms.id', 'place.room_id')
      .select(['place.case_id', 'place.number', 'place.room_id', 'place.person_id', 'rooms.name'])
      .where('place.seq', 'in', last)
      .execute();
    for (const row of rows)
      places.push({
        caseId: row.case_id,
        number: row.number,
        roomId: row.room_id,
        room: row.name,
        personId: row.person_id,
      });
  }
  return places;
}

export async function insertPlace(
  trx: Transaction<Database>,
  place: ArrangeSession & { readonly setAt: Instant; readonly setBy: PersonId },
): Promise<void> {
  await trx
    .insertInto('session_places')
    .values({
      case_id: place.caseId,
      number: place.number,
      room_id: place.roomId,
      person_id: place.personId,
      set_at: place.setAt,
      set_by: place.setBy,
    })
    .execute();
}
