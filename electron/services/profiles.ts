import { readClinic } from '../../db/repositories/clinic.ts';
import {
  insertApproval,
  insertProfile,
  insertProfileChoice,
  isApproved,
  readApprovals,
  readChosenProfile,
  readNewestProfiles,
  readProfile,
  readProfileVersions,
} from '../../db/repositories/profiles.ts';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { ApproveProfile, ChooseProfile, ProfileView } from '../../shared/contract/clinic.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { LabelProfile } from '../../shared/domain/dose/label-profile.ts';
import { SHIPPED_PROFILES } from '../../shared/domain/dose/profiles/index.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { PublicContext, ServiceContext } from './context.ts';
import { write, writeAs } from './write.ts';

/** The newest version of each profile, and the one in use. */
export async function readProfiles({
  db,
}: Pick<ServiceContext, 'db'>): Promise<Result<readonly ProfileView[], Failure>> {
  const chosen = await readChosenProfile(db);
  const newest = await readNewestProfiles(db);
  const inUse = chosen ? await readProfile(db, chosen) : null;
  const isSame = (a: LabelProfile, b: LabelProfile | null) => a.id === b?.id && a.version === b.version;
  // A newer version of the profile in use is offered beside it until somebody chooses it.
  const profiles = inUse && !newest.some((profile) => isSame(profile, inUse)) ? [inUse, ...newest] : newest;
  const approvals = await readApprovals(db);
  return ok(
    profiles.map((profile) => {
      const approval = approvals.find(({ id, version }) => id === profile.id && version === profile.version);
      return {
        profile,
        approval: approval ? { by: approval.by, at: approval.at } : null,
        inUse: isSame(profile, inUse),
      };
    }),
  );
}

/** Makes the newest version of a profile the one in use, for sessions that are opened from now on. */
export function chooseProfile(
  context: ServiceContext,
  { profileId }: ChooseProfile,
): Promise<Result<readonly ProfileView[], Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    const profile = (await readNewestProfiles(trx)).find(({ id }) => id === profileId);
    if (!profile) return err({ code: 'profile/unknown' });
    const before = await readChosenProfile(trx);
    const { id, version } = profile;
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
