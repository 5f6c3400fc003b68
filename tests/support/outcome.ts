import type { Failure } from '../../shared/contract/failure.ts';
import type { Result } from '../../shared/kernel/result.ts';

/** The value of a result that must be one. */
export function valueOf<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(`unexpected failure ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The failure of a result that must be one. */
export function failureOf(result: Result<unknown, Failure>): Failure {
  if (result.ok) throw new Error('expected a failure');
  return result.error;
}
