import type { Failure } from '../../shared/contract/failure.ts';
import type { Person } from '../../shared/domain/staff/roles.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Backups } from '../services/backups.ts';
import type { PublicContext } from '../services/context.ts';
import type { SignIns } from '../services/sign-ins.ts';

/** What a procedure is given with each request. */
export interface RequestContext {
  readonly public: PublicContext;
  readonly signIns: SignIns;
  readonly backups: Backups;
  readonly isDemo: boolean;
  /** Leaves this clinic for the demo clinic, or the other way round. */
  readonly switchClinic: (to: 'demo' | 'own') => Promise<Result<undefined, Failure>>;
  readonly actor: Person | null;
  readonly token: string | null;
}
