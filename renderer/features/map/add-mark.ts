import { pointAtPlace } from '../../../shared/domain/leg-map/leg-place.ts';
import { isPlausibleScale } from '../../../shared/domain/leg-map/measure.ts';
import type { MapMark } from '../../../shared/domain/leg-map/map-mark.ts';
import type { Aspect, Leg, LegView, PointMm } from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { heightRange } from './add-vein.ts';
import type { NewMark } from './edit-marks.ts';
import { figureOf } from './figure-entry.ts';
import { MEASURED_MM } from './measure-entry.ts';

/** A mark as it is typed. Millimetres are those of the patient. */
export interface MarkDraft {
  readonly what: MapMark['mark'];
  readonly leg: Leg;
  readonly aspect: Aspect;
  /** Of a measured distance: its upper end. */
  readonly height: string;
  readonly lower: string;
  readonly across: string;
  readonly veinId: VeinId | null;
  readonly text: string;
  readonly distance: string;
}

export type MarkFigure = 'height' | 'lower' | 'across' | 'distance' | 'text';

/** Which field is at fault, and whether the figure itself is right but cannot be. */
export interface MarkFault {
  readonly field: MarkFigure;
  readonly implausible: boolean;
}

/** What stands in the form at first. */
export function firstMarkDraft({ leg, aspect }: LegView, scale: number): MarkDraft {
  const figure = (mm: number) => String(Math.round(mm * scale));
  return {
    what: 'note',
    leg,
    aspect,
    height: figure(400),
    lower: figure(200),
    across: '50',
    veinId: null,
    text: '',
    distance: '',
  };
}

/** The mark that a draft describes, on a leg of a scale; else the first field at fault. */
export function markOfDraft(draft: MarkDraft, scale: number): Result<NewMark, MarkFault> {
  const fault = (field: MarkFigure, implausible = false) => err({ field, implausible });
  const { leg, aspect, what, veinId } = draft;
  const { min, max } = heightRange(scale);
  const pointAt = (height: number, acrossPercent: number): PointMm =>
    hundredths(pointAtPlace(draft, { heightMm: height / scale, acrossPercent }));
  const [height, across] = [figureOf(draft.height, min, max), figureOf(draft.across, 0, 100)];
  if (height === null) return fault('height');
  if (across === null) return fault('across');
  const point = pointAt(height, across);
  const text = draft.text.trim();
  if (what === 'site') return ok({ mark: what, leg, aspect, point, veinId, note: text });
  if (what === 'note')
    return text === '' ? fault('text') : ok({ mark: what, leg, aspect, point, text, carriedOverFrom: null });
  const lower = figureOf(draft.lower, min, max);
  if (lower === null || lower >= height) return fault('lower');
  const distanceMm = figureOf(draft.distance, MEASURED_MM.min, MEASURED_MM.max);
  if (distanceMm === null) return fault('distance');
  const scaleMark = { mark: what, leg, aspect, from: point, to: pointAt(lower, across), distanceMm };
  return isPlausibleScale(scaleMark) ? ok(scaleMark) : fault('distance', true);
}

function hundredths([x, y]: PointMm): PointMm {
  return [Math.round(x * 100) / 100, Math.round(y * 100) / 100];
}
