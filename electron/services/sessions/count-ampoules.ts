import type { Failure } from '../../../shared/contract/failure.ts';
import type { CorrectClosing } from '../../../shared/contract/closing.ts';
import type { Lot } from '../../../shared/contract/session.ts';
import { firstDifferenceUl, recounted } from '../../../shared/domain/session/closing.ts';
import type { Injection, SessionClosing } from '../../../shared/domain/session/session.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { invalid } from '../invalid.ts';

type Counts = Pick<CorrectClosing, 'ampoules' | 'differenceReason'>;

/**
 * The ampoules of every box that was opened, with what was injected from it. Fails with `invalid-input` where a box is missing,
 * foreign or counted twice, and with `session/difference-unexplained` where they do not agree and no reason is given.
 */
export function countAmpoules(
  { ampoules, differenceReason }: Counts,
  boxes: readonly Lot[],
  injections: readonly Injection[],
): Result<Pick<SessionClosing, 'ampoules' | 'differenceReason'>, Failure> {
  const foreign = ampoules.findIndex(({ lotId }) => !boxes.some(({ id }) => id === lotId));
  if (foreign >= 0) return invalid(`ampoules.${String(foreign)}.lotId`, 'not-opened');
  if (new Set(ampoules.map(({ lotId }) => lotId)).size < ampoules.length) return invalid('ampoules', 'twice');
  if (ampoules.length < boxes.length) return invalid('ampoules', 'missing');
  const counted = recounted(ampoules, injections);
  const differenceUl = firstDifferenceUl(counted, boxes);
  if (differenceUl !== 0 && differenceReason === null) {
    return err({ code: 'session/difference-unexplained', differenceUl });
  }
  return ok({ ampoules: counted, differenceReason: differenceUl === 0 ? null : differenceReason });
}
