import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { readCredentials } from '../../db/repositories/people.ts';
import { readWrongInARow } from '../../db/repositories/sign-in-attempts.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import { secondsToWait, type WrongTries } from '../../shared/domain/staff/pin-wait.ts';
import type { Person } from '../../shared/domain/staff/roles.ts';
import type { PersonId } from '../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { epochMs } from '../../shared/kernel/time.ts';
import { keepAttempt } from './keep-attempt.ts';
import type { PinQuestion } from './pin-question.ts';

/** Checks PINs for signing in, signing, overrides and acceptances alike, and makes guessing slow. */
export interface Pins {
  /** A salted hash, to be stored. */
  hash(pin: string): Promise<string>;
  /**
   * The active person whose PIN it is. Each try is kept, also when what it was for fails or the program ends; so it must not be
   * asked inside a transaction. Each wrong one doubles the wait until the next try counts, up to five minutes: by the third it is
   * 4 s. Fails with `auth/wrong-pin`, `auth/wait`, or `not-found` for somebody unknown or inactive.
   */
  check(question: PinQuestion): Promise<Result<Person, Failure>>;
  /** Counts from nothing again for somebody who was given a new PIN. */
  forget(personId: PersonId): void;
}

const KEY_BYTES = 32;
const BLOCK = 8;

/** PIN checks of one running program, on one database. `cost` is scrypt's N. */
export function createPins({ cost = 16_384 }: { readonly cost?: number } = {}): Pins {
  // What the database tells of the tries before, and those that could not be written because the disk was full.
  const known = new Map<PersonId, WrongTries>();
  const queues = new Map<PersonId, Promise<unknown>>();

  async function triesOf({ db, personId }: PinQuestion): Promise<WrongTries> {
    const remembered = known.get(personId);
    if (remembered) return remembered;
    const { count, lastAt } = await readWrongInARow(db, personId);
    return { count, lastAtMs: lastAt === null ? 0 : epochMs(lastAt) };
  }

  async function tryOnce(question: PinQuestion): Promise<Result<Person, Failure>> {
    const { personId } = question;
    const before = await triesOf(question);
    const now = question.now();
    const waitSeconds = secondsToWait(before, epochMs(now));
    if (waitSeconds > 0) return err({ code: 'auth/wait', waitSeconds, inARow: before.count });
    const credentials = await readCredentials(question.db, personId);
    if (!credentials?.person.active) return err({ code: 'not-found', what: 'person' });
    const isRight = await matches(question.pin, credentials.pinHash);
    const tries = isRight ? { count: 0, lastAtMs: 0 } : { count: before.count + 1, lastAtMs: epochMs(now) };
    known.set(personId, tries);
    await keepAttempt(question, { at: now, inARow: tries.count });
    return isRight
      ? ok(credentials.person)
      : err({
          code: 'auth/wrong-pin',
          waitSeconds: secondsToWait(tries, epochMs(now)),
          inARow: tries.count,
        });
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
    forget: (personId) => {
      known.delete(personId);
    },
  };
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
