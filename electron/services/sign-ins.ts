import { randomBytes } from 'node:crypto';
import { readPerson } from '../../db/repositories/people.ts';
import type { SignedIn, SignIn, SignOut } from '../../shared/contract/clinic.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Person } from '../../shared/domain/staff/roles.ts';
import type { PersonId } from '../../shared/kernel/ids.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { PublicContext, ServiceContext } from './context.ts';
import type { PinPurpose } from './pin-question.ts';
import { writeAs } from './write.ts';

/** Who is signed in at this computer, kept in memory only; that they were is kept in the audit. */
export interface SignIns {
  /** Checks the PIN; wrong ones make the next try wait, longer each time. */
  signIn(context: PublicContext, input: SignIn): Promise<Result<SignedIn, Failure>>;
  /** Somebody else takes over at a screen where work goes on: the token of the one before is worth nothing from then on. */
  changePerson(context: ServiceContext, token: string, input: SignIn): Promise<Result<SignedIn, Failure>>;
  /** The person behind a token, read afresh so that a change of roles counts at once; null if it is not valid. */
  personOf(context: PublicContext, token: string): Promise<Person | null>;
  /** Ends a sign-in: the screen was locked. */
  signOut(context: ServiceContext, token: string, input: SignOut): Promise<void>;
}

/** The sign-ins of one running program. */
export function createSignIns(): SignIns {
  const people = new Map<string, PersonId>();

  async function admit(
    context: PublicContext & { readonly actor: Person | null },
    { personId, pin }: SignIn,
    purpose: PinPurpose,
  ): Promise<Result<SignedIn, Failure>> {
    const { db, now, actor, pins } = context;
    const checked = await pins.check({ db, now, actor, personId, pin, purpose });
    if (!checked.ok) return checked;
    const token = randomBytes(32).toString('base64url');
    people.set(token, personId);
    await told(context, personId, { action: purpose, after: actor && { from: actor.id } });
    return ok({ token, person: checked.value });
  }

  return {
    signIn: (context, input) => admit({ ...context, actor: null }, input, 'sign-in'),
    changePerson: async (context, token, input) => {
      const admitted = await admit(context, input, 'change-person');
      if (admitted.ok) people.delete(token);
      return admitted;
    },
    personOf: async (context, token) => {
      const id = people.get(token);
      const person = id ? await readPerson(context.db, id) : null;
      return person?.active ? person : null;
    },
    signOut: async (context, token, { because }) => {
      if (people.delete(token)) await told(context, context.actor.id, { action: 'lock', after: { because } });
    },
  };
}

/** A full disk keeps it out of the audit and nobody out of the records: what was given can still be read then. */
async function told(
  context: PublicContext,
  personId: PersonId,
  { action, after }: { readonly action: string; readonly after: unknown },
): Promise<void> {
  await writeAs(context, personId, async ({ audit }) => {
    await audit({ action: `screen/${action}`, entity: 'person', entityId: personId, after });
    return ok();
  });
}
