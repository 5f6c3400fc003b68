import type { FailureOf } from '../../shared/contract/failure.ts';
import { err } from '../../shared/kernel/result.ts';

/** The failure of an input that has the right shape but breaks a rule at one field. */
export function invalid(
  path: string,
  rule: string,
): {
  readonly ok: false;
  readonly error: FailureOf<'invalid-input'>;
} {
  return err({ code: 'invalid-input', issues: [{ path, rule }] });
}

/** The failure of an id that names nothing. */
export function notFound(what: string): { readonly ok: false; readonly error: FailureOf<'not-found'> } {
  return err({ code: 'not-found', what });
}
