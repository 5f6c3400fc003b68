import type { SignedIn, SignIn } from '../../shared/contract/clinic.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Person } from '../../shared/domain/staff/roles.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { PublicContext } from './context.ts';

/** Who is signed in at this computer, kept in memory only. */
export interface SignIns {
  /** Checks the PIN; wrong ones make the next try wait, longer each time. */
  signIn(context: PublicContext, input: SignIn): Promise<Result<SignedIn, Failure>>;
  /** The person behind a token, read afresh so that a change of roles counts at once; null if it is not valid. */
  personOf(context: PublicContext, token: string): Promise<Person | null>;
  signOut(token: string): void;
}
