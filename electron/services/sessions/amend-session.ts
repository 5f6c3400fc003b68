import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { canonicalJson } from '../../../db/audit/canonical-json.ts';
import {
  insertAmendment,
  insertCorrection,
  readAmendmentRequest,
  readEnding,
} from '../../../db/repositories/amendments.ts';
import {
  insertInjection,
  insertStrikeOut,
  readInjection,
  readInjections,
} from '../../../db/repositories/injections.ts';
import { insertMovement, readBoxes } from '../../../db/repositories/stock.ts';
import type { Database } from '../../../db/schema.ts';
import type { AmendSession } from '../../../shared/contract/closing.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { SessionView } from '../../../shared/contract/session.ts';
import { recounted } from '../../../shared/domain/session/closing.ts';
import { compressionUntil } from '../../../shared/domain/session/compression.ts';
import type { Injection, SessionClosing, StrikeOut } from '../../../shared/domain/session/session.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { ServiceContext } from '../context.ts';
import { invalid, notFound } from '../invalid.ts';
import { write } from '../write.ts';
import { buildAddition } from './added-injection.ts';
import { countAmpoules } from './count-ampoules.ts';
import { profileOf, readCurrentSession, type CurrentSession } from './current-session.ts';
import { explainedPoints } from './explained-points.ts';
import { sessionViewOf } from './read-session.ts';
import { momentFor } from './session-time.ts';

/**
 * Amends the record of a session that was closed, with the surgeon's own PIN: strikes injections out, adds others that had been given,
 * says anew how it ended, or remarks. What was signed stays to be seen. Sent again with the same id and content it counts once.
 * Fails with `session/not-closed`, `injection/already-struck-out`, `session/difference-unexplained` where the ampoules no longer
 * agree, as `buildAddition` does, or as `Pins.check` does; `invalid-input` where there is nothing to amend.
 */
export async function amendSession(
  context: ServiceContext,
  input: AmendSession,
): Promise<Result<SessionView, Failure>> {
  const { db, now, pins, actor } = context;
  const purpose = 'session/amend';
  const checked = await pins.check({ db, now, actor, personId: actor.id, pin: input.pin, purpose });
  if (!checked.ok) return checked;
  return write(context, async ({ trx, at, audit, changed }) => {
    const { amendmentId, sessionId } = input;
    const requestDigest = digestOf(input);
    const known = await readAmendmentRequest(trx, amendmentId);
    if (known) {
      const isSame = known.requestDigest === requestDigest;
      return isSame ? sessionViewOf(trx, sessionId, at) : invalid('amendmentId', 'used-before');
    }
    const session = await readCurrentSession(trx, sessionId);
    if (!session.ok) return session;
    const { closing: before, amendments } = await readEnding(trx, sessionId);
    if (!before) return err({ code: 'session/not-closed' });
    if (isEmpty(input)) return invalid('', 'nothing-to-amend');
    const { patientId } = session.value.opening;
    const madeAt = await momentFor(trx, session.value.opening, at);
    const number = amendments.length + 1;
    const { reason, remark } = input;
    const head = { id: amendmentId, sessionId, number, reason, remark, madeAt, madeBy: actor.id };
    await insertAmendment(trx, { ...head, requestDigest });
    const change: Change = { session: session.value, before, input, madeAt, context };
    const struckOut = await strikeOut(trx, change);
    if (!struckOut.ok) return struckOut;
    const added = await add(trx, change);
    if (!added.ok) return added;
    const after = await closingAfter(trx, change);
    if (!after.ok) return after;
    if (canonicalJson(after.value) !== canonicalJson(before)) {
      await insertCorrection(trx, amendmentId, after.value);
      await moveStock(trx, change, after.value);
    }
    await audit({
      action: 'session/amend',
      entity: 'session',
      entityId: sessionId,
      before: { closing: before },
      after: { ...head, strikeOut: input.strikeOut, added: added.value, closing: after.value },
    });
    changed({ topic: 'session', id: sessionId });
    changed({ topic: 'patient', id: patientId });
    changed({ topic: 'stock', id: sessionId });
    return sessionViewOf(trx, sessionId, at);
  });
}

interface Change {
  readonly session: CurrentSession;
  /** How the session ended, as it held until now. */
  readonly before: SessionClosing;
  readonly input: AmendSession;
  readonly madeAt: Instant;
  readonly context: ServiceContext;
}

/** SHA-256 of what is asked; a PIN is kept nowhere, not even so. */
function digestOf({ pin: _pin, ...asked }: AmendSession): string {
  return createHash('sha256').update(canonicalJson(asked)).digest('hex');
}

function isEmpty({ strikeOut: struck, add: added, closing, remark }: AmendSession): boolean {
  return struck.length === 0 && added.length === 0 && closing === null && remark === '';
}

async function strikeOut(
  trx: Transaction<Database>,
  { session, input, madeAt, context }: Change,
): Promise<Result<undefined, Failure>> {
  const strike: StrikeOut = { reason: input.reason, struckAt: madeAt, struckBy: context.actor.id };
  for (const injectionId of input.strikeOut) {
    const injection = await readInjection(trx, injectionId);
    if (injection?.sessionId !== session.opening.id) return notFound('injection');
    if (injection.strikeOut) return err({ code: 'injection/already-struck-out' });
    await insertStrikeOut(trx, injectionId, strike, input.amendmentId);
  }
  return ok();
}

/** One after the other, as they are given: each is held against those before it. */
async function add(
  trx: Transaction<Database>,
  { session, before, input }: Change,
): Promise<Result<readonly Injection[], Failure>> {
  const added: Injection[] = [];
  for (const [at, each] of input.add.entries()) {
    if (await readInjection(trx, each.injectionId)) {
      return invalid(`add.${String(at)}.injectionId`, 'used-before');
    }
    const built = await buildAddition(trx, { session, closedAt: before.closedAt, input: each, at });
    if (!built.ok) return built;
    const { injection, measured } = built.value;
    await insertInjection(trx, session.opening.patientId, injection, measured, input.amendmentId);
    added.push(injection);
  }
  return ok(added);
}

/** How the session ended by now: said anew, or as it was, with what the record says now was injected. */
async function closingAfter(
  trx: Transaction<Database>,
  { session, before, input }: Change,
): Promise<Result<SessionClosing, Failure>> {
  const { id: sessionId, onDate } = session.opening;
  const injections = await readInjections(trx, sessionId);
  const boxes = await readBoxes(trx, sessionId);
  const { closing } = input;
  if (!closing) {
    const ampoules = recounted(before.ampoules, injections);
    // A difference that was explained is explained while it is the same one.
    if (canonicalJson(ampoules) === canonicalJson(before.ampoules)) return ok(before);
    const recount = countAmpoules({ ampoules: [...ampoules], differenceReason: null }, boxes, injections);
    return recount.ok ? ok({ ...before, ...recount.value }) : recount;
  }
  const counted = countAmpoules(closing, boxes, injections);
  if (!counted.ok) return counted;
  const explained = explainedPoints(closing, await profileOf(trx, session));
  if (!explained.ok) return explained;
  return ok({
    ...before,
    ...counted.value,
    compressionClass: closing.compressionClass,
    compressionDays: closing.compressionDays,
    compressionUntil: compressionUntil(onDate, closing),
    fullLength: closing.fullLength,
    observedMinutes: closing.observedMinutes,
    aftercareGiven: closing.aftercareGiven,
    aftercareExplained: explained.value,
    note: closing.note,
  });
}

/** More ampoules were used up than was counted, or fewer: then the others are in stock after all. */
async function moveStock(
  trx: Transaction<Database>,
  { session, before, input, madeAt, context }: Change,
  after: SessionClosing,
): Promise<void> {
  const by = { movedAt: madeAt, movedBy: context.actor.id, reason: input.reason };
  for (const { lotId, ampoulesOpened } of after.ampoules) {
    const counted = before.ampoules.find((count) => count.lotId === lotId)?.ampoulesOpened ?? 0;
    const more = ampoulesOpened - counted;
    if (more > 0) {
      const sessionId = session.opening.id;
      await insertMovement(trx, { ...by, lotId, kind: 'used', ampoules: more, sessionId });
    }
    if (more < 0)
      await insertMovement(trx, { ...by, lotId, kind: 'found', ampoules: -more, sessionId: null });
  }
}
