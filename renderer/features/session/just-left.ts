import type { SessionView } from '../../../shared/contract/session.ts';
import type { PersonId, VeinId } from '../../../shared/kernel/ids.ts';

/** The veins that somebody has left last, without a reason, while nothing has been injected since: now it can be asked why. */
export function justLeft(
  { leftForLater, injections }: Pick<SessionView, 'leftForLater' | 'injections'>,
  me: PersonId,
): readonly VeinId[] {
  const at = leftForLater.map(({ leftAt }) => leftAt).toSorted();
  const last = at.at(-1);
  const isOver = injections.some(({ givenAt }) => last !== undefined && givenAt > last);
  return isOver
    ? []
    : leftForLater
        .filter(({ leftAt, leftBy, reason }) => leftAt === last && leftBy === me && reason === '')
        .map(({ veinId }) => veinId);
}
