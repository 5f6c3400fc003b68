import { z } from 'zod';
import type { CalendarDate, Instant } from '../kernel/time.ts';
import type { MapDiff, MapRecord } from '../document/map-document.ts';
import type { MapMark } from '../domain/leg-map/map-mark.ts';
import {
  ASPECTS,
  LEGS,
  VEIN_COLOURS,
  VEIN_DEPTHS,
  VEIN_KINDS,
  VEIN_PATTERNS,
  type PointMm,
  type Vein,
} from '../domain/leg-map/vein.ts';
import { date, id, note, requiredLine } from './primitives.ts';

const hundredth = (value: number) => Math.round(value * 100) / 100;

/** A point on the reference leg, kept to a hundredth of a millimetre. */
export const pointMm = z
  .tuple([z.number().min(-400).max(400), z.number().min(-50).max(1000)])
  .transform(([x, y]): PointMm => [hundredth(x), hundredth(y)]);

const stroke = z.array(pointMm).min(2).max(2000);

export const VeinInput = z
  .strictObject({
    id: id('vein'),
    leg: z.enum(LEGS),
    aspect: z.enum(ASPECTS),
    number: z.int().min(1).max(9999),
    kind: z.enum(VEIN_KINDS),
    pattern: z.enum(VEIN_PATTERNS),
    colour: z.enum(VEIN_COLOURS),
    diameterMm: z
      .number()
      .min(0.1)
      .max(20)
      .transform((mm) => Math.round(mm * 10) / 10),
    depth: z.enum(VEIN_DEPTHS),
    path: stroke,
    branches: z.array(stroke).max(60),
    feederId: id('vein').nullable(),
    note,
    carriedOverFrom: date.nullable(),
  })
  .refine((vein) => vein.pattern === 'line' || vein.path.length >= 3)
  .refine((vein) => vein.feederId !== vein.id) satisfies z.ZodType<Vein, unknown>;

const place = { leg: z.enum(LEGS), aspect: z.enum(ASPECTS) };

export const MarkInput = z.discriminatedUnion('mark', [
  z.strictObject({
    mark: z.literal('site'),
    id: id('mark'),
    ...place,
    point: pointMm,
    veinId: id('vein').nullable(),
    note,
  }),
  z.strictObject({
    mark: z.literal('note'),
    id: id('mark'),
    ...place,
    point: pointMm,
    text: note.refine((text) => text.length > 0),
    carriedOverFrom: date.nullable(),
  }),
  z.strictObject({
    mark: z.literal('scale'),
    id: id('mark'),
    ...place,
    from: pointMm,
    to: pointMm,
    distanceMm: z.int().min(10).max(1_500),
  }),
]) satisfies z.ZodType<MapMark, unknown>;

const RecordInput = z.union([VeinInput, MarkInput]) satisfies z.ZodType<MapRecord, unknown>;

/** One gesture of the map: what it did, on which version. Sent again with the same `gestureId`, it counts once. */
export const SaveGesture = z.strictObject({
  caseId: id('case'),
  gestureId: id('gesture'),
  baseVersion: z.int().min(0).max(10_000_000),
  label: requiredLine(60),
  diff: z.strictObject({
    added: z.array(RecordInput).max(5000),
    updated: z.array(z.tuple([RecordInput, RecordInput])).max(5000),
    removed: z.array(RecordInput).max(5000),
  }) satisfies z.ZodType<MapDiff, unknown>,
});
export type SaveGesture = Omit<z.output<typeof SaveGesture>, 'diff'> & { readonly diff: MapDiff };

export const MapAt = z.strictObject({ caseId: id('case'), onDate: date.nullable() });
export type MapAt = z.output<typeof MapAt>;

/** The map of a case. */
export interface MapView {
  /** Counts up with each gesture; 0 is the empty map. */
  readonly version: number;
  readonly veins: readonly Vein[];
  readonly marks: readonly MapMark[];
  /** The next free number of each leg; numbers of erased veins are not given again. */
  readonly nextNumber: { readonly right: number; readonly left: number };
  /** Days on which the map changed, the oldest first. */
  readonly dates: readonly CalendarDate[];
  /** Millimetres of the patient per millimetre of the reference leg: by the measured distance, else by body height, else 1. */
  readonly heightScale: number;
}

/** The answer to a saved gesture: it is in the database. */
export interface SavedGesture {
  readonly version: number;
  readonly savedAt: Instant;
}
