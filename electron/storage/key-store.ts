import type { Failure } from '../../shared/contract/failure.ts';
import type { Result } from '../../shared/kernel/result.ts';

/** Where the 32 bytes that open a clinic's database are kept: the system's keychain, or a file of its user alone. */
export interface KeyStore {
  /** The key, or null where none was saved yet. */
  load(): Promise<Result<Uint8Array | null, Failure>>;
  /** Keeps the key; whoever gets `ok` can load it again. */
  save(key: Uint8Array): Promise<Result<undefined, Failure>>;
}
