import type { MarkId, VeinId } from '../../kernel/ids.ts';
import type { CalendarDate } from '../../kernel/time.ts';
import type { LegView, PointMm } from './vein.ts';

/** A place where the surgeon wants the needle to go in. */
export interface SiteMark extends LegView {
  readonly mark: 'site';
  readonly id: MarkId;
  readonly point: PointMm;
  /** The vein that is meant; null: a free site. */
  readonly veinId: VeinId | null;
  readonly note: string;
}

/** Words pinned to a place. */
export interface NoteMark extends LegView {
  readonly mark: 'note';
  readonly id: MarkId;
  readonly point: PointMm;
  readonly text: string;
  /** The day of the earlier map that it comes from, until somebody has confirmed that it still holds; null: written here. */
  readonly carriedOverFrom: CalendarDate | null;
}

/** A distance that was measured on the patient. It sets the scale of the whole map; a map has at most one. */
export interface ScaleMark extends LegView {
  readonly mark: 'scale';
  readonly id: MarkId;
  readonly from: PointMm;
  readonly to: PointMm;
  /** As measured on the skin, in whole millimetres. */
  readonly distanceMm: number;
}

/** What stands on the map beside the veins. */
export type MapMark = SiteMark | NoteMark | ScaleMark;
