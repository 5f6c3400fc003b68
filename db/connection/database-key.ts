import { createHmac } from 'node:crypto';

/** Length of the key of a database, in bytes. */
export const KEY_BYTES = 32;

/**
 * Sixteen bytes that stand in clear at the front of every file made with this key. The cipher keeps its salt there, which
 * a random key does not need; so the place tells, before anything is decrypted, whether a key belongs to a file.
 */
export function keyFingerprint(key: Uint8Array): Buffer {
  return createHmac('sha256', key).update('phleboplan database').digest().subarray(0, 16);
}

/** The key as the cipher takes it without deriving anything from it. Throws on a key of any other length. */
export function keyPragma(key: Uint8Array): string {
  if (key.length !== KEY_BYTES) throw new RangeError(`a key has ${String(KEY_BYTES)} bytes`);
  return `key='raw:${Buffer.from(key).toString('hex')}${keyFingerprint(key).toString('hex')}'`;
}
