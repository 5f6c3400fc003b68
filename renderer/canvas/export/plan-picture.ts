import type { Leg, LegView, Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import type { VeinMark } from '../vein-mark.ts';
import type { SheetSize, SheetVariant } from './map-sheet.ts';

export const A4_PORTRAIT: SheetSize = { widthMm: 210, heightMm: 297, dotsPerInch: 200 };

/** A session as the patient reads of it. */
export interface PictureSession {
  readonly number: number;
  readonly onDate: CalendarDate;
  /** `HH:MM`, or null while it has no time. */
  readonly atTime: string | null;
  /** `begun`: open now. `overdue`: its day went by and it has not taken place. */
  readonly state: 'done' | 'begun' | 'coming' | 'overdue';
  readonly legs: readonly Leg[];
  readonly veins: number;
}

/** What was done to a vein and what is left. A vein without an entry is not part of the plan. */
export interface VeinSteps {
  readonly isTreated: boolean;
  /** Sessions that still have something to do there, the next one first. */
  readonly due: readonly number[];
}

/** Whose plan it is, and which. The names are text that somebody typed. */
export interface PictureTitle {
  /** Null: left out. */
  readonly person: { readonly name: string; readonly birthDate: CalendarDate } | null;
  readonly recordNumber: string;
  readonly clinicName: string;
  readonly isDemo: boolean;
  /** The day of the picture. */
  readonly onDate: CalendarDate;
  readonly planVersion: number;
  readonly profile: { readonly name: string; readonly version: number; readonly isApproved: boolean };
}

/** A heading with what is said under it, point by point. */
export interface LeafletPart {
  readonly heading: string;
  readonly points: readonly string[];
}

/** Everything that the one page for the patient says. */
export interface PlanPicture {
  readonly views: readonly LegView[];
  /** Those on other views are left out. */
  readonly veins: readonly Vein[];
  readonly marks: ReadonlyMap<VeinId, VeinMark>;
  readonly steps: ReadonlyMap<VeinId, VeinSteps>;
  /** By number. */
  readonly sessions: readonly PictureSession[];
  /** How many sessions there are, done and to come, and what that means. */
  readonly summary: readonly string[];
  readonly leaflet: readonly LeafletPart[];
  readonly title: PictureTitle;
  readonly variant: SheetVariant;
}
