import type { Kysely } from 'kysely';
import { readClinic } from '../../db/repositories/clinic.ts';
import {
  insertApproval,
  insertProfile,
  insertProfileChoice,
  isApproved,
  readApprovals,
  readChosenProfile,
  readKeptProfiles,
  readProfile,
  readProfileVersions,
  type KeptApproval,
  type KeptProfile,
  type ProfileVersion,
} from '../../db/repositories/profiles.ts';
import type { Database } from '../../db/schema.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type {
  ApproveProfile,
  ChooseProfile,
  CopyProfile,
  ProfileHistory,
  ProfileHistoryOf,
  ProfileView,
  SaveProfile,
} from '../../shared/contract/profiles.ts';
import { checkProfile } from '../../shared/domain/dose/check-profile.ts';
import { compareProfiles } from '../../shared/domain/dose/compare-profiles.ts';
import type { LabelProfile } from '../../shared/domain/dose/label-profile.ts';
import { SHIPPED_PROFILES } from '../../shared/domain/dose/profiles/index.ts';
import { settleSources } from '../../shared/domain/dose/settle-sources.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { PublicContext, ServiceContext } from './context.ts';
import { notFound } from './invalid.ts';
import { profileIdFor } from './profile-id.ts';
import { write, writeAs } from './write.ts';

/** The newest version of each profile, and the one in use. */
export async function readProfiles({
  db,
}: Pick<ServiceContext, 'db'>): Promise<Result<readonly ProfileView[], Failure>> {
  const views = await viewsOf(db, await readKeptProfiles(db));
  const newest = new Map(views.toReversed().map(({ profile }) => [profile.id, profile.version]));
  // A newer version of the profile in use is offered beside it until somebody chooses it.
  return ok(views.filter(({ profile, inUse }) => inUse || profile.version === newest.get(profile.id)));
}

/** Every version of a profile, the newest first, and the label it was copied from. Fails with `not-found`. */
export async function readProfileHistory(
  { db }: Pick<ServiceContext, 'db'>,
  { profileId }: ProfileHistoryOf,
): Promise<Result<ProfileHistory, Failure>> {
  const versions = await viewsOf(db, await readKeptProfiles(db, profileId));
  const [newest] = versions;
  if (!newest) return notFound('profile');
  const { copiedFrom } = newest.profile;
  return ok({ versions, label: copiedFrom ? await readProfile(db, copiedFrom) : null });
}

/** Makes a version of a profile, an older one too, the one in use for sessions that are opened from now on. */
export function chooseProfile(
  context: ServiceContext,
  { profileId, version }: ChooseProfile,
): Promise<Result<readonly ProfileView[], Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    const id = profileId;
    if (!(await readProfile(trx, { id, version }))) return err({ code: 'profile/unknown' });
    const before = await readChosenProfile(trx);
    await insertProfileChoice(trx, { id, version, chosenAt: at, chosenBy: context.actor.id });
    await audit({
      action: 'profile/choose',
      entity: 'profile',
      entityId: id,
      before,
      after: { id, version },
    });
    changed({ topic: 'clinic', id: '1' });
    return readProfiles({ db: trx });
  });
}

/** Records that a clinician of the clinic has approved a version of a profile. */
export function approveProfile(
  context: ServiceContext,
  { profileId: id, version, comment }: ApproveProfile,
): Promise<Result<readonly ProfileView[], Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    if (!(await readProfile(trx, { id, version }))) return err({ code: 'profile/unknown' });
    await insertApproval(trx, { id, version, comment, approvedAt: at, approvedBy: context.actor.id });
    await audit({ action: 'profile/approve', entity: 'profile', entityId: id, after: { version, comment } });
    changed({ topic: 'clinic', id: '1' });
    return readProfiles({ db: trx });
  });
}

/**
 * Copies a version under a name of the clinic, unchanged, unapproved and not in use. A copy of a copy goes back to the same label.
 * Fails with `profile/unknown` or `profile/name-taken`.
 */
export function copyProfile(
  context: ServiceContext,
  { profileId, version, name }: CopyProfile,
): Promise<Result<ProfileView, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    const original = await readProfile(trx, { id: profileId, version });
    if (!original) return err({ code: 'profile/unknown' });
    const kept = (await readKeptProfiles(trx)).map(({ profile }) => profile);
    const isSameName = (other: string) => other.toLocaleLowerCase() === name.toLocaleLowerCase();
    if (kept.some((profile) => isSameName(profile.name))) return err({ code: 'profile/name-taken' });
    const copy: LabelProfile = {
      ...original,
      id: profileIdFor(name, new Set(kept.map(({ id }) => id))),
      version: 1,
      name,
      copiedFrom: original.copiedFrom ?? { id: original.id, version: original.version },
    };
    await insertProfile(trx, copy, at, context.actor.id);
    await audit({
      action: 'profile/copy',
      entity: 'profile',
      entityId: copy.id,
      after: { name, version: 1, from: { id: profileId, version } },
    });
    changed({ topic: 'clinic', id: '1' });
    return viewOf(trx, copy);
  });
}

/**
 * Saves the next version of a profile of the clinic's own; what was judged before stays judged by its own version. Fails with
 * `profile/unknown`, `profile/shipped`, `conflict`, `profile/unchanged`, or `invalid-input` at each field that cannot stand.
 */
export function saveProfile(
  context: ServiceContext,
  { profileId, baseVersion, content }: SaveProfile,
): Promise<Result<ProfileView, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    const before = (await readKeptProfiles(trx, profileId))[0]?.profile;
    if (!before) return err({ code: 'profile/unknown' });
    const { id, name, version, copiedFrom } = before;
    const label = copiedFrom ? await readProfile(trx, copiedFrom) : null;
    if (!copiedFrom || !label) return err({ code: 'profile/shipped' });
    if (version !== baseVersion) return err({ code: 'conflict', what: 'profile', currentVersion: version });
    const settled = settleSources(content, label);
    const faults = checkProfile(settled);
    if (faults.length > 0) return err({ code: 'invalid-input', issues: faults });
    const changes = compareProfiles(before, settled);
    if (changes.length === 0 && before.summary === settled.summary) return err({ code: 'profile/unchanged' });
    const next: LabelProfile = { ...settled, id, name, version: version + 1, copiedFrom };
    await insertProfile(trx, next, at, context.actor.id);
    await audit({
      action: 'profile/save',
      entity: 'profile',
      entityId: id,
      before: { version, figures: changes.flatMap((change) => change.before ?? []) },
      after: { version: next.version, figures: changes.flatMap((change) => change.after ?? []) },
    });
    changed({ topic: 'clinic', id: '1' });
    return viewOf(trx, next);
  });
}

/** Takes in profile versions that came with a newer program. What is in use stays in use. */
export function addNewShippedProfiles(context: PublicContext): Promise<Result<undefined, Failure>> {
  return writeAs(context, null, async ({ trx, at, audit }) => {
    if (!(await readClinic(trx))) return ok();
    const known = await readProfileVersions(trx);
    for (const profile of SHIPPED_PROFILES) {
      const { id, version } = profile;
      if (known.some((other) => other.id === id && other.version === version)) continue;
      await insertProfile(trx, profile, at);
      await audit({ action: 'profile/add', entity: 'profile', entityId: id, after: { version } });
    }
    return ok();
  });
}

/** The profile in use and whether it is approved. Throws before the clinic is set up. */
export async function profileInUse(
  db: Kysely<Database>,
): Promise<{ readonly profile: LabelProfile; readonly approved: boolean }> {
  const chosen = await readChosenProfile(db);
  const profile = chosen ? await readProfile(db, chosen) : null;
  if (!profile) throw new Error('no label profile is in use');
  return { profile, approved: await isApproved(db, profile) };
}

async function viewOf(
  db: Kysely<Database>,
  { id, version }: ProfileVersion,
): Promise<Result<ProfileView, Failure>> {
  const views = await viewsOf(db, await readKeptProfiles(db, id));
  const view = views.find(({ profile }) => profile.version === version);
  return view ? ok(view) : err({ code: 'profile/unknown' });
}

async function viewsOf(db: Kysely<Database>, kept: readonly KeptProfile[]): Promise<readonly ProfileView[]> {
  const chosen = await readChosenProfile(db);
  const approvals = await readApprovals(db);
  return kept.map((version) => ({
    profile: version.profile,
    approval: approvalOf(version, approvals),
    inUse: isVersion(version.profile, chosen),
    savedBy: version.savedBy?.name ?? null,
    savedAt: version.savedAt,
  }));
}

function approvalOf(
  { profile, savedBy }: KeptProfile,
  all: readonly KeptApproval[],
): ProfileView['approval'] {
  const approvals = all
    .filter((approval) => isVersion(profile, approval))
    .map(({ by, byId, at, comment }) => ({ by, at, comment, isOwnWork: byId === savedBy?.id }));
  return approvals.find(({ isOwnWork }) => !isOwnWork) ?? approvals[0] ?? null;
}

function isVersion(profile: ProfileVersion, named: ProfileVersion | null): boolean {
  return profile.id === named?.id && profile.version === named.version;
}
