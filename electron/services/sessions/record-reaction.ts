import type { Transaction } from 'kysely';
import { readInjection } from '../../../db/repositories/injections.ts';
import { readCurrentVein } from '../../../db/repositories/map.ts';
import { insertReaction, readReaction } from '../../../db/repositories/reactions.ts';
import { insertPause } from '../../../db/repositories/session-pauses.ts';
import { readBoxes } from '../../../db/repositories/stock.ts';
import type { Database } from '../../../db/schema.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { RecordReaction } from '../../../shared/contract/reactions.ts';
import type { SessionView } from '../../../shared/contract/session.ts';
import { isSerious, type Reaction } from '../../../shared/domain/session/reaction.ts';
import type { SessionOpening } from '../../../shared/domain/session/session.ts';
import { idOf } from '../../../shared/kernel/ids.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { ServiceContext } from '../context.ts';
import { invalid, notFound } from '../invalid.ts';
import { write, type Write } from '../write.ts';
import { readUnsignedSession } from './current-session.ts';
import { sessionViewOf } from './read-session.ts';
import { momentFor } from './session-time.ts';

/**
 * Records that something happened to the patient, until somebody signs. Something serious pauses a session that is open, in the
 * same transaction. Sent again with the same id and content it counts once. Fails with `session/locked`, `not-found`, or
 * `invalid-input` for a time in the future or before the opening, and for an id that belongs to another reaction.
 */
export function recordReaction(
  context: ServiceContext,
  input: RecordReaction,
): Promise<Result<SessionView, Failure>> {
  return write(context, async (writing) => {
    const { trx, at, audit, changed } = writing;
    const { sessionId } = input;
    const known = await readReaction(trx, input.reactionId);
    if (known) return isSame(known, input) ? sessionViewOf(trx, sessionId, at) : usedBefore();
    const session = await readUnsignedSession(trx, sessionId);
    if (!session.ok) return session;
    const { opening, state } = session.value;
    const recordedAt = await momentFor(trx, opening, at);
    const fits = await checkFacts(trx, opening, input, recordedAt);
    if (!fits.ok) return fits;
    const { reactionId: id, kind, grade, veinId, lotId, injectionId, note, done } = input;
    const reaction: Reaction = {
      ...{ id, sessionId, kind, grade, veinId, lotId, injectionId, note, done },
      happenedAt: input.happenedAt ?? recordedAt,
      recordedAt,
      recordedBy: context.actor.id,
      strikeOut: null,
    };
    await insertReaction(trx, reaction);
    await audit({
      action: 'session/record-reaction',
      entity: 'session',
      entityId: sessionId,
      after: reaction,
    });
    if (state === 'open' && isSerious(kind, grade)) await pauseFor(context, writing, reaction);
    changed({ topic: 'session', id: sessionId });
    changed({ topic: 'patient', id: opening.patientId });
    return sessionViewOf(trx, sessionId, at);
  });
}

/** The time is left out: "five minutes ago" is another moment when it is sent again. */
function isSame(known: Reaction, input: RecordReaction): boolean {
  return (
    known.sessionId === input.sessionId &&
    known.kind === input.kind &&
    known.grade === input.grade &&
    known.veinId === input.veinId &&
    known.lotId === input.lotId &&
    known.injectionId === input.injectionId &&
    known.note === input.note &&
    known.done === input.done
  );
}

const usedBefore = () => invalid('reactionId', 'used-before');

/** Whether vein, lot and injection belong to this session, and the time lies within it. */
async function checkFacts(
  trx: Transaction<Database>,
  opening: SessionOpening,
  { veinId, lotId, injectionId, happenedAt }: RecordReaction,
  now: Instant,
): Promise<Result<undefined, Failure>> {
  if (veinId !== null && !(await readCurrentVein(trx, opening.caseId, veinId))) return notFound('vein');
  if (lotId !== null && !(await readBoxes(trx, opening.id)).some(({ id }) => id === lotId)) {
    return notFound('lot');
  }
  const injection = injectionId === null ? null : await readInjection(trx, injectionId);
  if (injectionId !== null && injection?.sessionId !== opening.id) return notFound('injection');
  if (happenedAt !== null && happenedAt > now) return invalid('happenedAt', 'future');
  if (happenedAt !== null && happenedAt < opening.openedAt) return invalid('happenedAt', 'before-opening');
  return ok();
}

async function pauseFor(context: ServiceContext, { trx, audit }: Write, reaction: Reaction): Promise<void> {
  const pause = {
    id: idOf<'pause'>(context.newUuid()),
    since: reaction.recordedAt,
    by: context.actor.id,
    reason: '',
    reactionId: reaction.id,
    needsSurgeon: true,
  };
  await insertPause(trx, reaction.sessionId, pause);
  await audit({ action: 'session/pause', entity: 'session', entityId: reaction.sessionId, after: pause });
}
