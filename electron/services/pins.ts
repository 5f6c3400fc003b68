import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import { readCredentials } from '../../db/repositories/people.ts';
import type { Database } from '../../db/schema.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Person } from '../../shared/domain/staff/roles.ts';
import type { PersonId } from '../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { epochMs, type Instant } from '../../shared/kernel/time.ts';

/** Checks PINs for signing in, signing, overrides and acceptances alike, and makes guessing slow. */
export interface Pins {
  /** A salted hash, to be stored. */
  hash(pin: string): Promise<string>;
  /**
   * The active person whose PIN it is. Each wrong one doubles the wait until the next try counts, up to five minutes: by
   * the third it is 4 s. Fails with `auth/wrong-pin`, `auth/wait`, or `not-found` for somebody unknown or inactive.
   */
  check(question: PinQuestion): Promise<Result<Person, Failure>>;
}

export interface PinQuestion {
  readonly db: Kysely<Database>;
  readonly now: () => Instant;
  readonly personId: PersonId;
  readonly pin: string;
}

const LONGEST_WAIT_MS = 300_000;
const KEY_BYTES = 32;
const BLOCK = 8;

interface Failures {
  readonly count: number;
  readonly lastAt: number;
}

/** PIN checks of one running program; wrong tries are forgotten when it stops. `cost` is scrypt's N. */
export function createPins({ cost = 16_384 }: { readonly cost?: number } = {}): Pins {
  const failures = new Map<PersonId, Failures>();
  const queues = new Map<PersonId, Promise<unknown>>();

  async function tryOnce(question: PinQuestion): Promise<Result<Person, Failure>> {
    const { personId } = question;
    const known = failures.get(personId) ?? { count: 0, lastAt: 0 };
    const now = epochMs(question.now());
    const waitSeconds = secondsToWait(known, now);
    if (waitSeconds > 0) return err({ code: 'auth/wait', waitSeconds });
    const credentials = await readCredentials(question.db, personId);
    if (!credentials?.person.active) return err({ code: 'not-found', what: 'person' });
    if (await matches(question.pin, credentials.pinHash)) {
      failures.delete(personId);
      return ok(credentials.person);
    }
    const failed = { count: known.count + 1, lastAt: now };
    failures.set(personId, failed);
    return err({ code: 'auth/wrong-pin', waitSeconds: secondsToWait(failed, now) });
  }

  return {
    hash: (pin) => hashOf(pin, cost),
    // One try after the other: many at the same moment would all be checked before the first had failed.
    check: (question) => {
      const before = queues.get(question.personId) ?? Promise.resolve();
      const mine = before.then(() => tryOnce(question));
      const done = mine.catch(() => undefined);
      queues.set(question.personId, done);
      return mine;
    },
  };
}

/** A clock that was set back must not make the wait longer than it is. */
function secondsToWait({ count, lastAt }: Failures, now: number): number {
  if (count === 0) return 0;
  const wait = Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (count - 1));
  return Math.ceil(Math.min(wait, Math.max(0, lastAt + wait - now)) / 1000);
}

async function hashOf(pin: string, cost: number): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(pin, salt, cost);
  return `scrypt:${String(cost)}:${salt.toString('base64')}:${key.toString('base64')}`;
}

async function matches(pin: string, hash: string): Promise<boolean> {
  const [kind, cost, salt, key] = hash.split(':');
  if (kind !== 'scrypt' || !cost || !salt || !key) throw new Error('a PIN hash of an unknown kind');
  const expected = Buffer.from(key, 'base64');
  return timingSafeEqual(expected, await derive(pin, Buffer.from(salt, 'base64'), Number(cost)));
}

function derive(pin: string, salt: Buffer, cost: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, KEY_BYTES, { N: cost, r: BLOCK, p: 1 }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
