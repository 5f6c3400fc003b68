import { insertPerson, readPeople, readPerson, updatePerson } from '../../db/repositories/people.ts';
import { insertAttempt, readLastSignIn, readWrongInARow } from '../../db/repositories/sign-in-attempts.ts';
import type { AddPerson, ChangePerson, PinUse } from '../../shared/contract/clinic.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import { secondsToWait } from '../../shared/domain/staff/pin-wait.ts';
import type { Person } from '../../shared/domain/staff/roles.ts';
import { idOf } from '../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { epochMs } from '../../shared/kernel/time.ts';
import type { ServiceContext } from './context.ts';
import { notFound } from './invalid.ts';
import type { PinPurpose } from './pin-question.ts';
import { write } from './write.ts';

/** Adds somebody who works in the clinic. Fails with `staff/name-taken`: tiles with one name could not be told apart. */
export async function addPerson(context: ServiceContext, input: AddPerson): Promise<Result<Person, Failure>> {
  const pinHash = await context.pins.hash(input.pin);
  return write(context, async ({ trx, at, audit, changed }) => {
    const person: Person = {
      id: idOf<'person'>(context.newUuid()),
      name: input.name,
      roles: [...new Set(input.roles)],
      active: true,
    };
    const others = await readPeople(trx);
    if (others.some((other) => sameName(other, person))) return err({ code: 'staff/name-taken' });
    await insertPerson(trx, { ...person, pinHash, createdAt: at });
    await audit({ action: 'person/add', entity: 'person', entityId: person.id, after: person });
    changed({ topic: 'people', id: person.id });
    return ok(person);
  });
}

function sameName(a: Person, b: Person): boolean {
  return a.name.toLocaleLowerCase('en') === b.name.toLocaleLowerCase('en');
}

/** Changes roles, activity or PIN; with a new PIN wrong ones count from nothing again. Fails with `staff/last-administrator` where nobody would be left to manage people. */
export async function changePerson(
  context: ServiceContext,
  input: ChangePerson,
): Promise<Result<Person, Failure>> {
  const pinHash = input.pin === null ? null : await context.pins.hash(input.pin);
  const done = await write(context, async ({ trx, at, audit, changed }) => {
    const before = await readPerson(trx, input.personId);
    if (!before) return notFound('person');
    const person: Person = { ...before, roles: [...new Set(input.roles)], active: input.active };
    const others = (await readPeople(trx)).filter(({ id }) => id !== person.id);
    if (![...others, person].some(isAdministrator)) return err({ code: 'staff/last-administrator' });
    await updatePerson(trx, { ...person, pinHash });
    if (pinHash !== null)
      await insertAttempt(trx, { personId: person.id, purpose: 'people/manage', outcome: 'reset', at });
    await audit({
      action: 'person/change',
      entity: 'person',
      entityId: person.id,
      before: { roles: before.roles, active: before.active },
      after: { roles: person.roles, active: person.active, newPin: pinHash !== null },
    });
    changed({ topic: 'people', id: person.id });
    return ok(person);
  });
  if (done.ok && pinHash !== null) context.pins.forget(input.personId);
  return done;
}

const BEGINNINGS: readonly PinPurpose[] = ['sign-in', 'change-person'];

/** How the PIN of each person has been used: who is kept waiting after wrong ones, and who was last here when. */
export async function readPinUse({ db, now }: ServiceContext): Promise<Result<readonly PinUse[], Failure>> {
  const nowMs = epochMs(now());
  const uses: PinUse[] = [];
  for (const { id: personId } of await readPeople(db)) {
    const { count, lastAt } = await readWrongInARow(db, personId);
    uses.push({
      personId,
      wrongInARow: count,
      lastWrongAt: lastAt,
      waitSeconds: lastAt === null ? 0 : secondsToWait({ count, lastAtMs: epochMs(lastAt) }, nowMs),
      lastSignInAt: await readLastSignIn(db, personId, BEGINNINGS),
    });
  }
  return ok(uses);
}

function isAdministrator({ active, roles }: Person): boolean {
  return active && roles.includes('administrator');
}
