import type { SessionView } from '../../../shared/contract/session.ts';
import { liquidUlOf } from '../../../shared/domain/dose/arithmetic.ts';
import type { LabelProfile } from '../../../shared/domain/dose/label-profile.ts';
import type { LotId } from '../../../shared/kernel/ids.ts';
import { standing } from '../../../shared/domain/session/vein-tasks.ts';

/** What the nurse says about the ampoules of one box. */
export interface AmpouleEntry {
  readonly ampoulesOpened: number;
  /** Null: as reckoned from what was opened and injected. */
  readonly wastedUl: number | null;
}

/** One box at the end of a session; all in µL of liquid. */
export interface BoxReckoning {
  readonly box: SessionView['boxes'][number];
  readonly ampoulesOpened: number;
  readonly openedUl: number;
  readonly injectedUl: number;
  readonly wastedUl: number;
  /** Opened less injected and wasted; 0 where they agree. */
  readonly differenceUl: number;
}

/** The boxes of a session with what was opened, injected and thrown away. */
export function reckonBoxes(
  view: Pick<SessionView, 'boxes' | 'injections'>,
  entries: ReadonlyMap<LotId, AmpouleEntry>,
): readonly BoxReckoning[] {
  return view.boxes.map((box) => {
    const injectedUl = injectedOf(view, box.id);
    const { ampouleUl } = box.product;
    const entry = entries.get(box.id);
    const ampoulesOpened = entry?.ampoulesOpened ?? Math.ceil(injectedUl / ampouleUl);
    const openedUl = ampoulesOpened * ampouleUl;
    const wastedUl = entry?.wastedUl ?? Math.max(0, openedUl - injectedUl);
    return {
      box,
      ampoulesOpened,
      openedUl,
      injectedUl,
      wastedUl,
      differenceUl: openedUl - injectedUl - wastedUl,
    };
  });
}

/** The liquid of a lot that the record says was injected; of foam, its liquid part. */
export function injectedOf(view: Pick<SessionView, 'injections'>, lotId: LotId): number {
  return standing(view.injections)
    .filter((injection) => injection.lotId === lotId)
    .reduce((sum, { dose }) => sum + liquidUlOf(dose), 0);
}

/** How much is left in the ampoule in hand, if nothing was thrown away meanwhile: an aid, not a record. */
export function ampouleInHand(
  view: Pick<SessionView, 'injections'>,
  box: Pick<SessionView['boxes'][number], 'id' | 'product'>,
): { readonly number: number; readonly leftUl: number } {
  const injectedUl = injectedOf(view, box.id);
  const ofUl = box.product.ampouleUl;
  return {
    number: Math.floor(injectedUl / ofUl) + 1,
    leftUl: ofUl - (injectedUl % ofUl),
  };
}

/** Days of compression that the profile asks for after what was treated: the longest of them. */
export function proposedCompressionDays(
  view: Pick<SessionView, 'injections' | 'veins'>,
  profile: Pick<LabelProfile, 'compressionDays'>,
): number {
  const treated = new Set(standing(view.injections).map(({ veinId }) => veinId));
  const larger = view.veins.some((vein) => treated.has(vein.id) && vein.kind !== 'telangiectasia');
  return larger ? profile.compressionDays.reticular : profile.compressionDays.telangiectasia;
}

/** Minutes of observation that are still missing, 0 when there are enough. */
export function missingObservation(
  minutes: number,
  profile: Pick<LabelProfile, 'observationMinutes'>,
): number {
  return Math.max(0, profile.observationMinutes.value - minutes);
}
