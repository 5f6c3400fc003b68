import type { Kysely, Transaction } from 'kysely';
import type { LabelProfile } from '../../shared/domain/dose/label-profile.ts';
import type { PersonId } from '../../shared/kernel/ids.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Database } from '../schema.ts';
import { fromJson } from './json.ts';
import { StoredProfile } from './stored-profile.ts';

/** Names one version of a profile. */
export interface ProfileVersion {
  readonly id: string;
  readonly version: number;
}

/** A version with who stored it, and when. */
export interface KeptProfile {
  readonly profile: LabelProfile;
  readonly savedAt: Instant;
  /** Null: it came with the program. */
  readonly savedBy: { readonly id: PersonId; readonly name: string } | null;
}

export interface KeptApproval extends ProfileVersion {
  readonly by: string;
  readonly byId: PersonId;
  readonly at: Instant;
  readonly comment: string;
}

/** A version of a profile, or null if it was never stored. */
export async function readProfile(
  db: Kysely<Database>,
  { id, version }: ProfileVersion,
): Promise<LabelProfile | null> {
  const row = await db
    .selectFrom('label_profiles')
    .select('content')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row ? profileOf(row.content) : null;
}

/** Every version of every profile, or of one: in the order of their ids, the newest version first. */
export async function readKeptProfiles(db: Kysely<Database>, id?: string): Promise<readonly KeptProfile[]> {
  const rows = await db
    .selectFrom('label_profiles as profile')
    .leftJoin('people', 'people.id', 'profile.added_by')
    .select(['profile.content', 'profile.added_at', 'profile.added_by', 'people.name'])
    .$if(id !== undefined, (query) => query.where('profile.id', '=', id ?? ''))
    .orderBy('profile.id')
    .orderBy('profile.version', 'desc')
    .execute();
  return rows.map(({ content, added_at, added_by, name }) => ({
    profile: profileOf(content),
    savedAt: added_at,
    savedBy: added_by !== null && name !== null ? { id: added_by, name } : null,
  }));
}

export async function readProfileVersions(db: Kysely<Database>): Promise<readonly ProfileVersion[]> {
  return db.selectFrom('label_profiles').select(['id', 'version']).execute();
}

/** Stores a version, on behalf of somebody or, for null, of the program itself. */
export async function insertProfile(
  trx: Transaction<Database>,
  profile: LabelProfile,
  addedAt: Instant,
  addedBy: PersonId | null = null,
): Promise<void> {
  await trx
    .insertInto('label_profiles')
    .values({
      id: profile.id,
      version: profile.version,
      content: JSON.stringify(profile),
      added_at: addedAt,
      added_by: addedBy,
    })
    .execute();
}

/** The profile in use, or null before the clinic is set up. */
export async function readChosenProfile(db: Kysely<Database>): Promise<ProfileVersion | null> {
  const row = await db
    .selectFrom('profile_choices')
    .select(['profile_id', 'profile_version'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { id: row.profile_id, version: row.profile_version } : null;
}

export async function insertProfileChoice(
  trx: Transaction<Database>,
  choice: ProfileVersion & { readonly chosenAt: Instant; readonly chosenBy: PersonId },
): Promise<void> {
  await trx
    .insertInto('profile_choices')
    .values({
      profile_id: choice.id,
      profile_version: choice.version,
      chosen_at: choice.chosenAt,
      chosen_by: choice.chosenBy,
    })
    .execute();
}

/** All approvals, the newest first. */
export async function readApprovals(db: Kysely<Database>): Promise<readonly KeptApproval[]> {
  const rows = await db
    .selectFrom('profile_approvals as approval')
    .innerJoin('people', 'people.id', 'approval.approved_by')
    .select([
      'approval.profile_id',
      'approval.profile_version',
      'approval.approved_at',
      'approval.comment',
      'people.id',
      'people.name',
    ])
    .orderBy('approval.seq', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.profile_id,
    version: row.profile_version,
    by: row.name,
    byId: row.id,
    at: row.approved_at,
    comment: row.comment,
  }));
}

export async function isApproved(db: Kysely<Database>, { id, version }: ProfileVersion): Promise<boolean> {
  const row = await db
    .selectFrom('profile_approvals')
    .select('seq')
    .where('profile_id', '=', id)
    .where('profile_version', '=', version)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertApproval(
  trx: Transaction<Database>,
  approval: ProfileVersion & {
    readonly comment: string;
    readonly approvedAt: Instant;
    readonly approvedBy: PersonId;
  },
): Promise<void> {
  await trx
    .insertInto('profile_approvals')
    .values({
      profile_id: approval.id,
      profile_version: approval.version,
      comment: approval.comment,
      approved_at: approval.approvedAt,
      approved_by: approval.approvedBy,
    })
    .execute();
}

/** Profiles never change once they are stored, and one is read for every injection. */
const parsed = new Map<string, LabelProfile>();

function profileOf(content: string): LabelProfile {
  const profile = parsed.get(content) ?? fromJson(StoredProfile, content);
  parsed.set(content, profile);
  return profile;
}
