import type { Preparation } from '../../../shared/domain/dose/ledger.ts';
import type { LegView, PointMm } from '../../../shared/domain/leg-map/vein.ts';
import type { Needle } from '../../../shared/domain/session/session.ts';
import type { LotId, VeinId } from '../../../shared/kernel/ids.ts';
import type { Microlitres } from '../../../shared/kernel/units.ts';

/** What is in the nurse's hand: drawn up from an opened box. */
export interface Syringe {
  readonly lotId: LotId;
  readonly preparation: Preparation;
}

/** A place that is no mapped vein. */
export interface FreeSite extends LegView {
  readonly point: PointMm | null;
}

/** What the nurse has chosen for the next injection. Everything else follows from the session. */
export interface RecordingState {
  /** The vein in hand; where it was not chosen by hand, the next due one follows it once it is done. */
  readonly inHand: VeinId | null;
  /** Chosen by hand: stays even if the vein has had all its punctures. */
  readonly isChosen: boolean;
  /** Set: the next injection goes to a place that is no mapped vein. */
  readonly freeSite: FreeSite | null;
  /** Null: as planned. */
  readonly volumeUl: Microlitres | null;
  /** Null: as last used. */
  readonly syringe: Syringe | null;
  readonly needle: Needle;
  /** Why a soft limit may be passed, or why the plan's strength is not used. */
  readonly reason: string;
  /** Somebody has looked at the volume again, which looks like a ten-fold slip, and says that it is right. */
  readonly volumeConfirmed: boolean;
}

/** The state at the beginning of a session. */
export function beginRecording(needle: Needle): RecordingState {
  return {
    inHand: null,
    isChosen: false,
    freeSite: null,
    volumeUl: null,
    syringe: null,
    needle,
    reason: '',
    volumeConfirmed: false,
  };
}

export type RecordingAction =
  | { readonly type: 'vein-chosen'; readonly veinId: VeinId }
  | { readonly type: 'site-chosen'; readonly site: FreeSite }
  | { readonly type: 'volume-chosen'; readonly volumeUl: Microlitres }
  | { readonly type: 'volume-confirmed' }
  /** The key that chose a volume was the first of a scan: all is as it was before it. */
  | { readonly type: 'key-taken-back'; readonly before: RecordingState }
  | { readonly type: 'syringe-changed'; readonly syringe: Syringe }
  | { readonly type: 'needle-chosen'; readonly needle: Needle }
  /** Somebody leaves veins for another session: what is in hand is taken from the rest. */
  | { readonly type: 'left-for-later'; readonly veinIds: readonly VeinId[] }
  | { readonly type: 'reason-given'; readonly reason: string }
  /** The core has answered that it is recorded. */
  | { readonly type: 'recorded'; readonly veinId: VeinId | null };

/** What a choice makes of the state. A new vein or site takes back the volume; a new vein, site, syringe or volume takes back the reason and the word that the volume is right. */
export function recordingStep(state: RecordingState, action: RecordingAction): RecordingState {
  const afresh = { ...state, volumeUl: null, reason: '', volumeConfirmed: false, freeSite: null };
  switch (action.type) {
    case 'vein-chosen':
      return { ...afresh, inHand: action.veinId, isChosen: true };
    case 'site-chosen':
      return { ...afresh, freeSite: action.site };
    case 'volume-chosen':
      return { ...state, volumeUl: action.volumeUl, reason: '', volumeConfirmed: false };
    case 'key-taken-back':
      return action.before;
    case 'volume-confirmed':
      return { ...state, volumeConfirmed: true };
    case 'syringe-changed':
      return { ...state, syringe: action.syringe, reason: '', volumeConfirmed: false };
    case 'needle-chosen':
      return { ...state, needle: action.needle };
    case 'left-for-later': {
      const dropped = state.inHand !== null && action.veinIds.includes(state.inHand);
      return dropped ? { ...afresh, isChosen: false } : state;
    }
    case 'reason-given':
      return { ...state, reason: action.reason };
    case 'recorded':
      return { ...afresh, inHand: action.veinId ?? state.inHand, isChosen: false };
  }
}
