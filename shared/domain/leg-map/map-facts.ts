import type { InjectionId, MarkId, VeinId } from '../../kernel/ids.ts';
import type { CalendarDate, Instant } from '../../kernel/time.ts';
import type { Dose } from '../dose/ledger.ts';
import type { Response } from '../outcome/review.ts';
import type { InjectionSite } from '../session/session.ts';
import type { MapMark } from './map-mark.ts';
import type { Vein } from './vein.ts';

/** How a vein stood on the map at the end of a day on which it was changed. */
export interface VeinVersion {
  readonly veinId: VeinId;
  /** The version of the map that left it so. */
  readonly version: number;
  readonly onDate: CalendarDate;
  /** Null: erased. */
  readonly vein: Vein | null;
}

/** The same of a site, a note or the measured distance. */
export interface MarkVersion {
  readonly markId: MarkId;
  readonly version: number;
  readonly onDate: CalendarDate;
  readonly mark: MapMark | null;
}

/** An injection of the case, as far as the map shows it. */
export interface DatedInjection {
  readonly id: InjectionId;
  readonly sessionNumber: number;
  /** The day of its session. */
  readonly onDate: CalendarDate;
  readonly givenAt: Instant;
  /** Counts up within the session. */
  readonly number: number;
  /** Null: a free site. */
  readonly veinId: VeinId | null;
  readonly site: InjectionSite;
  readonly dose: Dose;
  /** Recorded by mistake: it is shown as such and counts on no day. */
  readonly isStruckOut: boolean;
}

/** How the veins of a case looked on the day of a review. */
export interface DatedReview {
  readonly onDate: CalendarDate;
  readonly recordedAt: Instant;
  readonly responses: readonly { readonly veinId: VeinId; readonly response: Response }[];
}

/** Everything dated that the map of a case can show: from this alone follows the leg on any day. */
export interface MapFacts {
  /** The lowest version first; of several in one day the last. */
  readonly veins: readonly VeinVersion[];
  readonly marks: readonly MarkVersion[];
  /** The sessions that took place or are open, by number. */
  readonly sessions: readonly { readonly number: number; readonly onDate: CalendarDate }[];
  /** In the order in which they were given. */
  readonly injections: readonly DatedInjection[];
  /** The oldest first. */
  readonly reviews: readonly DatedReview[];
  /** Body height as it is known now; null: unknown. */
  readonly heightMm: number | null;
}
