import { z } from 'zod';
import {
  ASPECTS,
  LEGS,
  VEIN_COLOURS,
  VEIN_DEPTHS,
  VEIN_KINDS,
  VEIN_PATTERNS,
  type Vein,
} from '../../shared/domain/leg-map/vein.ts';
import { idOf } from '../../shared/kernel/ids.ts';
import { calendarDate } from '../../shared/kernel/time.ts';

const veinId = z.string().transform((text) => idOf<'vein'>(text));
/** Rounded when it was saved: a map has tens of thousands of points, and nothing is done to them again. */
const point = z.tuple([z.number(), z.number()]);
const stroke = z.array(point);

/** A vein as it stands in a JSON column. */
export const StoredVein = z.strictObject({
  id: veinId,
  leg: z.enum(LEGS),
  aspect: z.enum(ASPECTS),
  number: z.int(),
  kind: z.enum(VEIN_KINDS),
  pattern: z.enum(VEIN_PATTERNS),
  colour: z.enum(VEIN_COLOURS),
  diameterMm: z.number(),
  depth: z.enum(VEIN_DEPTHS),
  path: stroke,
  branches: z.array(stroke),
  feederId: veinId.nullable(),
  note: z.string(),
  carriedOverFrom: z
    .string()
    .transform((text) => calendarDate(text))
    .nullable(),
}) satisfies z.ZodType<Vein, unknown>;
