import type { SessionView } from '../../../shared/contract/session.ts';
import { injectedFrom } from '../../../shared/domain/session/closing.ts';
import type { ClosingSoFar } from '../../../shared/domain/session/completeness.ts';
import { compressionUntil, proposeCompression } from '../../../shared/domain/session/compression.ts';
import type { CompressionClass } from '../../../shared/domain/session/session.ts';
import { walkedMinutes, walkThatCounts } from '../../../shared/domain/session/walk.ts';
import type { LotId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate, Instant } from '../../../shared/kernel/time.ts';
import { microlitres } from '../../../shared/kernel/units.ts';
import type { ClosingDraft } from './closing-draft.ts';
import { isReason } from './is-reason.ts';

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
  entries: ReadonlyMap<string, AmpouleEntry>,
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
  return injectedFrom(lotId, view.injections);
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

type EndingView = Pick<
  SessionView,
  'boxes' | 'injections' | 'profile' | 'walks' | 'opening' | 'upcoming' | 'reactions'
>;

/** The end of a session as it stands by now: what was said, and where nothing was, what is proposed. */
export interface Ending {
  readonly boxes: readonly BoxReckoning[];
  readonly differs: boolean;
  readonly differenceReason: string | null;
  readonly compressionClass: CompressionClass | null;
  readonly compressionDays: number;
  readonly fullLength: boolean;
  /** Null while it is not known whether there is any. */
  readonly compressionUntil: CalendarDate | null;
  readonly observedMinutes: number | null;
  /** The minutes come from the walk by the clock. */
  readonly isObservedByClock: boolean;
}

/** Works the ending out at a moment. */
export function endingOf(view: EndingView, draft: ClosingDraft, now: Instant): Ending {
  const entries = new Map(draft.ampoules.map(({ lotId, ...entry }) => [lotId, entry]));
  const boxes = reckonBoxes(view, entries);
  const differs = boxes.some(({ differenceUl }) => differenceUl !== 0);
  const proposed = proposeCompression(view.injections, view.profile);
  const compressionClass = draft.compressionClass ?? proposed.compressionClass;
  const compressionDays = compressionClass === 'none' ? 0 : (draft.compressionDays ?? proposed.days);
  const walk = walkThatCounts(view.walks, view.injections);
  return {
    boxes,
    differs,
    differenceReason: differs && isReason(draft.differenceReason) ? draft.differenceReason.trim() : null,
    compressionClass,
    compressionDays,
    fullLength: compressionClass !== 'none' && (draft.fullLength ?? proposed.fullLength),
    compressionUntil:
      compressionClass && compressionUntil(view.opening.onDate, { compressionClass, compressionDays }),
    observedMinutes: draft.observedMinutes ?? (walk && Math.min(600, walkedMinutes(walk, now))),
    isObservedByClock: draft.observedMinutes === null && walk !== null,
  };
}

/** The same for the light. */
export function closingSoFar(ending: Ending, draft: ClosingDraft): ClosingSoFar {
  const { differenceReason, compressionClass, observedMinutes } = ending;
  const { aftercareGiven, aftercareExplained, nextOn } = draft;
  return {
    ampoules: ampoulesOf(ending),
    differenceReason,
    compressionClass,
    observedMinutes,
    aftercareGiven,
    aftercareExplained,
    nextOn,
  };
}

/** What goes to the core, but for the session and the next date; null while something has to be said first. */
export function endingRequest(ending: Ending, draft: ClosingDraft) {
  const { compressionClass, compressionDays, fullLength, observedMinutes, differenceReason } = ending;
  const { aftercareGiven, aftercareExplained, note } = draft;
  if (compressionClass === null || observedMinutes === null || aftercareGiven === null) return null;
  if (ending.differs && differenceReason === null) return null;
  return {
    ampoules: ampoulesOf(ending),
    differenceReason,
    compressionClass,
    compressionDays,
    fullLength,
    observedMinutes,
    aftercareGiven,
    aftercareExplained,
    note,
  };
}

function ampoulesOf({ boxes }: Ending) {
  return boxes.map(({ box, ampoulesOpened, wastedUl }) => ({
    lotId: box.id,
    ampoulesOpened,
    wastedUl: microlitres(wastedUl),
  }));
}

/** What is still to be said before it can be sent; null: nothing. */
export function stillToSay(ending: Ending, draft: ClosingDraft): string | null {
  const missing = [
    ending.differs && ending.differenceReason === null ? 'why the ampoules do not add up' : null,
    ending.compressionClass === null ? 'the compression' : null,
    ending.observedMinutes === null ? 'the minutes observed' : null,
    draft.aftercareGiven === null ? 'whether the aftercare leaflet was given' : null,
  ].filter((what) => what !== null);
  return missing.length === 0 ? null : `Still to say: ${missing.join(', ')}.`;
}
