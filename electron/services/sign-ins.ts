import { randomBytes } from 'node:crypto';
import { readPerson } from '../../db/repositories/people.ts';
import type { SignedIn, SignIn } from '../../shared/contract/clinic.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Person } from '../../shared/domain/staff/roles.ts';
import type { PersonId } from '../../shared/kernel/ids.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { PublicContext } from './context.ts';

/** Who is signed in at this computer, kept in memory only. */
export interface SignIns {
  /** Checks the PIN; wrong ones make the next try wait, longer each time. */
  signIn(context: PublicContext, input: SignIn): Promise<Result<SignedIn, Failure>>;
  /** The person behind a token, read afresh so that a change of roles counts at once; null if it is not valid. */
  personOf(context: PublicContext, token: string): Promise<Person | null>;
  signOut(token: string): void;
}

/** The sign-ins of one running program. */
export function createSignIns(): SignIns {
  const people = new Map<string, PersonId>();
  return {
    signIn: async (context, { personId, pin }) => {
      const checked = await context.pins.check({ db: context.db, now: context.now, personId, pin });
      if (!checked.ok) return checked;
      const token = randomBytes(32).toString('base64url');
      people.set(token, personId);
      return ok({ token, person: checked.value });
    },
    personOf: async (context, token) => {
      const id = people.get(token);
      const person = id ? await readPerson(context.db, id) : null;
      return person?.active ? person : null;
    },
    signOut: (token) => {
      people.delete(token);
    },
  };
}
