import { readSessionLedger, type LotEntry } from '../../../db/repositories/ledger.ts';
import { insertClosing } from '../../../db/repositories/session-endings.ts';
import { insertMovement, readBoxes } from '../../../db/repositories/stock.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { CloseSession, Lot, SessionView } from '../../../shared/contract/session.ts';
import { liquidUlOf } from '../../../shared/domain/dose/arithmetic.ts';
import type { AmpouleCount, SessionClosing } from '../../../shared/domain/session/session.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { microlitres } from '../../../shared/kernel/units.ts';
import type { ServiceContext } from '../context.ts';
import { invalid } from '../invalid.ts';
import { write } from '../write.ts';
import { readOpenSession } from './current-session.ts';
import { sessionViewOf } from './read-session.ts';

/**
 * Closes a session: nothing more is injected. Of every box that was opened in it the ampoules are counted. Fails with
 * `session/difference-unexplained` where what was opened is not what was injected and wasted, and no reason is given.
 */
export function closeSession(
  context: ServiceContext,
  input: CloseSession,
): Promise<Result<SessionView, Failure>> {
  return write(context, async ({ trx, at, audit, changed }) => {
    const { sessionId } = input;
    const session = await readOpenSession(trx, sessionId);
    if (!session.ok) return session;
    const boxes = await readBoxes(trx, sessionId);
    const counted = countAmpoules(input, boxes, await readSessionLedger(trx, sessionId));
    if (!counted.ok) return counted;
    const differenceUl = firstDifferenceUl(counted.value, boxes);
    if (differenceUl !== 0 && input.differenceReason === null) {
      return err({ code: 'session/difference-unexplained', differenceUl });
    }
    const closing: SessionClosing = {
      ampoules: counted.value,
      differenceReason: differenceUl === 0 ? null : input.differenceReason,
      compressionClass: input.compressionClass,
      compressionDays: input.compressionDays,
      observedMinutes: input.observedMinutes,
      aftercareGiven: input.aftercareGiven,
      note: input.note,
      closedAt: at,
      closedBy: context.actor.id,
    };
    await insertClosing(trx, sessionId, closing);
    for (const { lotId, ampoulesOpened } of closing.ampoules) {
      const used = { kind: 'used', sessionId, reason: '', movedAt: at, movedBy: context.actor.id } as const;
      if (ampoulesOpened > 0) await insertMovement(trx, { ...used, lotId, ampoules: ampoulesOpened });
    }
    await audit({ action: 'session/close', entity: 'session', entityId: sessionId, after: closing });
    changed({ topic: 'session', id: sessionId });
    changed({ topic: 'patient', id: session.value.opening.patientId });
    changed({ topic: 'stock', id: sessionId });
    return sessionViewOf(trx, sessionId, at);
  });
}

function countAmpoules(
  { ampoules }: CloseSession,
  boxes: readonly Lot[],
  given: readonly LotEntry[],
): Result<readonly AmpouleCount[], Failure> {
  const foreign = ampoules.findIndex(({ lotId }) => !boxes.some(({ id }) => id === lotId));
  if (foreign >= 0) return invalid(`ampoules.${String(foreign)}.lotId`, 'not-opened');
  if (new Set(ampoules.map(({ lotId }) => lotId)).size < ampoules.length) return invalid('ampoules', 'twice');
  if (ampoules.length < boxes.length) return invalid('ampoules', 'missing');
  return ok(
    ampoules.map(({ lotId, ampoulesOpened, wastedUl }) => ({
      lotId,
      ampoulesOpened,
      injectedUl: microlitres(
        given.filter((entry) => entry.lotId === lotId).reduce((sum, entry) => sum + liquidUlOf(entry), 0),
      ),
      wastedUl: microlitres(wastedUl),
    })),
  );
}

/** Opened minus injected and wasted, of the first box where it is not 0. */
function firstDifferenceUl(counts: readonly AmpouleCount[], boxes: readonly Lot[]): number {
  for (const { lotId, ampoulesOpened, injectedUl, wastedUl } of counts) {
    const ampouleUl = boxes.find(({ id }) => id === lotId)?.product.ampouleUl ?? 0;
    const difference = ampoulesOpened * ampouleUl - injectedUl - wastedUl;
    if (difference !== 0) return difference;
  }
  return 0;
}
