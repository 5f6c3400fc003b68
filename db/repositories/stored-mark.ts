import { z } from 'zod';
import type { MapMark } from '../../shared/domain/leg-map/map-mark.ts';
import { ASPECTS, LEGS } from '../../shared/domain/leg-map/vein.ts';
import { idOf } from '../../shared/kernel/ids.ts';
import { calendarDate } from '../../shared/kernel/time.ts';

const id = z.string().transform((text) => idOf<'mark'>(text));
const veinId = z.string().transform((text) => idOf<'vein'>(text));
const place = { leg: z.enum(LEGS), aspect: z.enum(ASPECTS) };
const point = z.tuple([z.number(), z.number()]);

/** A mark as it stands in a JSON column. */
export const StoredMark = z.discriminatedUnion('mark', [
  z.strictObject({
    mark: z.literal('site'),
    id,
    ...place,
    point,
    veinId: veinId.nullable(),
    note: z.string(),
  }),
  z.strictObject({
    mark: z.literal('note'),
    id,
    ...place,
    point,
    text: z.string(),
    // Notes from before it was kept say nothing.
    carriedOverFrom: z
      .string()
      .transform((text) => calendarDate(text))
      .nullable()
      .default(null),
  }),
  z.strictObject({ mark: z.literal('scale'), id, ...place, from: point, to: point, distanceMm: z.int() }),
]) satisfies z.ZodType<MapMark, unknown>;
