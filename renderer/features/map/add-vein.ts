import { PLACE_HEIGHTS_MM } from '../../../shared/domain/leg-map/leg-place.ts';
import { placeLine, placeWeb, type NoRoom, type VeinRun } from '../../../shared/domain/leg-map/place-vein.ts';
import type { Aspect, Leg, LegView, PointMm, VeinPattern } from '../../../shared/domain/leg-map/vein.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { parseDiameter } from './diameter-entry.ts';
import { figureOf } from './figure-entry.ts';
import type { NewVein, Pen } from './map-editor.ts';

/** A vein as it is typed. Millimetres are those of the patient. */
export interface VeinDraft extends Omit<Pen, 'diameterMm'> {
  readonly leg: Leg;
  readonly aspect: Aspect;
  readonly pattern: VeinPattern;
  readonly run: VeinRun;
  readonly height: string;
  readonly across: string;
  /** Of a line. */
  readonly length: string;
  readonly webAcross: string;
  readonly webDown: string;
  readonly diameter: string;
}

export type DraftFigure = 'height' | 'across' | 'length' | 'webAcross' | 'webDown' | 'diameter';

/** Which field is at fault; `atMostMm` where there is too little room on the leg, in millimetres of the patient. */
export interface DraftFault {
  readonly field: DraftFigure;
  readonly atMostMm: number | null;
}

const FIRST_HEIGHT_MM = 300;
export const LENGTHS_MM = { min: 3, max: 900 } as const;

/** The heights that can be typed, in whole millimetres of the patient. */
export function heightRange(scale: number): { readonly min: number; readonly max: number } {
  return { min: Math.ceil(PLACE_HEIGHTS_MM.min * scale), max: Math.floor(PLACE_HEIGHTS_MM.max * scale) };
}

/** What stands in the form at first: a short line like the last one, in the middle of the calf of a view. */
export function firstDraft({ leg, aspect }: LegView, { diameterMm, ...pen }: Pen, scale: number): VeinDraft {
  const figure = (mm: number) => String(Math.round(mm * scale));
  return {
    ...pen,
    leg,
    aspect,
    diameter: diameterMm.toFixed(1),
    pattern: 'line',
    run: 'down',
    height: figure(FIRST_HEIGHT_MM),
    across: '50',
    length: '60',
    webAcross: '40',
    webDown: '50',
  };
}

/** The vein that a draft describes, on a leg of a scale; else the first field at fault. */
export function veinOfDraft(draft: VeinDraft, scale: number): Result<NewVein, DraftFault> {
  const fault = (field: DraftFigure) => err({ field, atMostMm: null });
  const heights = heightRange(scale);
  const height = figureOf(draft.height, heights.min, heights.max);
  if (height === null) return fault('height');
  const across = figureOf(draft.across, 0, 100);
  if (across === null) return fault('across');
  const diameter = parseDiameter(draft.diameter);
  if (!diameter.ok) return fault('diameter');
  const sizes = sizesOf(draft);
  if (!sizes.ok) return fault(sizes.error);
  const path = courseOf(draft, { heightMm: height / scale, acrossPercent: across }, sizes.value, scale);
  if (!path.ok)
    return err({
      field: draft.pattern === 'line' ? 'length' : 'webAcross',
      atMostMm: Math.floor(path.error.atMostMm * scale),
    });
  const { leg, aspect, pattern, kind, colour, depth } = draft;
  const rest = { branches: [], feederId: null, note: '' };
  return ok({
    leg,
    aspect,
    pattern,
    kind,
    colour,
    depth,
    diameterMm: diameter.value,
    path: path.value,
    ...rest,
  });
}

type Sizes = readonly [first: number, second: number];

function sizesOf(draft: VeinDraft): Result<Sizes, DraftFigure> {
  const figure = (text: string) => figureOf(text, LENGTHS_MM.min, LENGTHS_MM.max);
  if (draft.pattern === 'line') {
    const length = figure(draft.length);
    return length === null ? err('length') : ok([length, 0]);
  }
  const [across, down] = [figure(draft.webAcross), figure(draft.webDown)];
  if (across === null) return err('webAcross');
  return down === null ? err('webDown') : ok([across, down]);
}

function courseOf(
  { leg, aspect, pattern, run }: VeinDraft,
  place: { readonly heightMm: number; readonly acrossPercent: number },
  [first, second]: Sizes,
  scale: number,
): Result<readonly PointMm[], NoRoom> {
  const view = { leg, aspect };
  return pattern === 'line'
    ? placeLine(view, { ...place, lengthMm: first / scale, run })
    : placeWeb(view, { ...place, acrossMm: first / scale, downMm: second / scale });
}
