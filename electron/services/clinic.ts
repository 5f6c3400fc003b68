import type { Kysely } from 'kysely';
import { insertClinic, readClinic, updateLock } from '../../db/repositories/clinic.ts';
import { insertPerson, readPeople } from '../../db/repositories/people.ts';
import { insertProfile, insertProfileChoice } from '../../db/repositories/profiles.ts';
import { insertProduct } from '../../db/repositories/stock.ts';
import type { Database } from '../../db/schema.ts';
import type { ClinicStatus, FirstStart, SetLock } from '../../shared/contract/clinic.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Product } from '../../shared/contract/session.ts';
import { profileById, SHIPPED_PROFILES } from '../../shared/domain/dose/profiles/index.ts';
import type { Role } from '../../shared/domain/staff/roles.ts';
import { idOf, type PersonId } from '../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { microgramsPerMillilitre, microlitres } from '../../shared/kernel/units.ts';
import { readClockDoubt } from './clock-watch.ts';
import type { PublicContext, ServiceContext } from './context.ts';
import { invalid } from './invalid.ts';
import { profileInUse } from './profiles.ts';
import { write, writeAs, type Write } from './write.ts';

interface ClinicStatusOptions {
  readonly isDemo: boolean;
  readonly lastBackupAt: ClinicStatus['lastBackupAt'];
  readonly backupFailure: ClinicStatus['backupFailure'];
}

/** Before there is a clinic nothing lies open; the figure is the one that a new clinic begins with. */
const LOCK_AT_FIRST_MINUTES = 10;

/** What everybody at this computer may see: who works here, under which rules, and what day it is. */
export async function readStatus(
  context: PublicContext,
  { isDemo, lastBackupAt, backupFailure }: ClinicStatusOptions,
): Promise<Result<ClinicStatus, Failure>> {
  const clinic = await readClinic(context.db);
  return ok({
    state: clinic ? 'ready' : 'first-start',
    isDemo,
    clinicName: clinic?.name ?? '',
    now: context.now(),
    today: context.today(),
    people: await readPeople(context.db),
    profile: clinic ? await ruleOf(context.db) : null,
    lastBackupAt,
    backupFailure,
    clockDoubt: await readClockDoubt(context.db, context.now()),
    lockAfterMinutes: clinic?.lockAfterMinutes ?? LOCK_AT_FIRST_MINUTES,
  });
}

async function ruleOf(db: Kysely<Database>): Promise<ClinicStatus['profile']> {
  const { profile, approved } = await profileInUse(db);
  const { id, name, version } = profile;
  return { id, name, version, approved };
}

/**
 * Sets the clinic up, once: its name, its administrator, the shipped profiles with the one it goes by, and the usual
 * products. Fails with `clinic/already-set-up` or `profile/unknown`.
 */
export async function setUpClinic(
  context: PublicContext,
  input: FirstStart,
  { isDemo = false }: { readonly isDemo?: boolean } = {},
): Promise<Result<undefined, Failure>> {
  const profile = profileById(input.profileId);
  if (!profile) return err({ code: 'profile/unknown' });
  if (await readClinic(context.db)) return err({ code: 'clinic/already-set-up' });
  const pinHash = await context.pins.hash(input.administrator.pin);
  const personId = idOf<'person'>(context.newUuid());
  return writeAs(context, personId, async (writing) => {
    const { trx, at, audit, changed } = writing;
    if (await readClinic(trx)) return err({ code: 'clinic/already-set-up' });
    await insertClinic(trx, { name: input.clinicName, isDemo, createdAt: at });
    const { name, alsoRoles } = input.administrator;
    const roles: readonly Role[] = [...new Set<Role>(['administrator', ...alsoRoles])];
    await insertPerson(trx, { id: personId, name, roles, active: true, pinHash, createdAt: at });
    await audit({
      action: 'clinic/set-up',
      entity: 'clinic',
      entityId: '1',
      after: { name: input.clinicName, isDemo },
    });
    await audit({ action: 'person/add', entity: 'person', entityId: personId, after: { name, roles } });
    await storeProfiles(writing, { id: profile.id, version: profile.version, personId });
    await storeProducts(writing, usualProducts(context.newUuid));
    changed({ topic: 'clinic', id: '1' });
    return ok();
  });
}

/** Sets how soon an untouched screen locks, in minutes. `invalid-input` for never, outside the demo clinic. */
export function setLock(context: ServiceContext, { minutes }: SetLock): Promise<Result<undefined, Failure>> {
  return write(context, async ({ trx, audit, changed }) => {
    const clinic = await readClinic(trx);
    if (!clinic) return err({ code: 'clinic/not-set-up' });
    if (minutes === 0 && !clinic.isDemo) return invalid('minutes', 'too_small');
    await updateLock(trx, minutes);
    await audit({
      action: 'clinic/set-lock',
      entity: 'clinic',
      entityId: '1',
      before: { lockAfterMinutes: clinic.lockAfterMinutes },
      after: { lockAfterMinutes: minutes },
    });
    changed({ topic: 'clinic', id: '1' });
    return ok();
  });
}

async function storeProfiles(
  { trx, at, audit }: Write,
  chosen: { readonly id: string; readonly version: number; readonly personId: PersonId },
): Promise<void> {
  for (const profile of SHIPPED_PROFILES) await insertProfile(trx, profile, at);
  await insertProfileChoice(trx, { ...chosen, chosenAt: at, chosenBy: chosen.personId });
  await audit({
    action: 'profile/choose',
    entity: 'profile',
    entityId: chosen.id,
    after: { version: chosen.version, offered: SHIPPED_PROFILES.map(({ id, version }) => ({ id, version })) },
  });
}

async function storeProducts({ trx, audit }: Write, products: readonly Product[]): Promise<void> {
  for (const product of products) {
    await insertProduct(trx, product);
    await audit({ action: 'product/add', entity: 'product', entityId: product.id, after: product });
  }
}

/** Polidocanol as it is sold for these veins: 2 mL ampoules of five strengths. */
function usualProducts(newUuid: () => string): readonly Product[] {
  return [2_500, 5_000, 10_000, 20_000, 30_000].map((ugPerMl) => ({
    id: idOf<'product'>(newUuid()),
    name: 'Polidocanol',
    strengthUgPerMl: microgramsPerMillilitre(ugPerMl),
    ampouleUl: microlitres(2_000),
  }));
}
