import type { RecordInjection, SessionView } from '../../../shared/contract/session.ts';
import { isReason } from './is-reason.ts';
import type { RecordingModel } from './recording-model.ts';
import type { RecordingState } from './recording-state.ts';
import type { InjectionRequest } from './use-attempt.ts';

/** The request that records what is chosen; null while something is missing. */
export function injectionRequest(
  view: Pick<SessionView, 'opening' | 'injections'>,
  model: RecordingModel,
  state: RecordingState,
  override: RecordInjection['override'],
): InjectionRequest | null {
  const { syringe, volumeUl, vein, freeSite } = model;
  const place = freeSite ?? (vein && { leg: vein.leg, aspect: vein.aspect, point: null });
  if (!syringe || !volumeUl || !place) return null;
  // Past a hard and a soft limit at once, the surgeon's reason stands for both.
  const overrideReason = model.assessment.passed.soft.length > 0 ? override?.reason : undefined;
  const reason = isReason(state.reason) ? state.reason.trim() : (overrideReason ?? null);
  const aim = {
    veinId: freeSite ? null : (vein?.id ?? null),
    site: { leg: place.leg, aspect: place.aspect, point: place.point },
  };
  return {
    sessionId: view.opening.id,
    ...aim,
    lotId: syringe.lotId,
    preparation: syringe.preparation,
    volumeUl,
    needle: state.needle,
    volumeConfirmed: state.volumeConfirmed,
    seenInjections: seenAt(view, aim),
    reason,
    override,
  };
}

/** How many injections the screen shows into a vein, or into free sites of that side of the leg; struck-out ones among them. */
function seenAt(
  { injections }: Pick<SessionView, 'injections'>,
  { veinId, site }: Pick<RecordInjection, 'veinId' | 'site'>,
): number {
  return injections.filter(
    (given) =>
      given.veinId === veinId &&
      (veinId !== null || (given.site.leg === site.leg && given.site.aspect === site.aspect)),
  ).length;
}
