import { z } from 'zod';
import { idOf } from '../kernel/ids.ts';
import { calendarDate, isCalendarDate } from '../kernel/time.ts';
import { grams, microgramsPerMillilitre, microlitres } from '../kernel/units.ts';

/** The id of one thing of a kind. */
export const id = <Kind extends string>(_kind: Kind) => z.uuid().transform((text) => idOf<Kind>(text));

/** A line of text without control characters, trimmed. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => text.trim())
    .refine((text) => !/\p{Cc}/u.test(text));

/** The same, and not empty. */
export const requiredLine = (max: number) => line(max).refine((text) => text.length > 0);

/** Free text of several lines, trimmed; may be empty. */
export const note = z
  .string()
  .max(2000)
  .transform((text) => text.trim());

/** Why something was done: at least three characters, so that a lone space or letter is no reason. */
export const reason = requiredLine(300).refine((text) => text.length >= 3);

/** A day between 1900 and 2100. */
export const date = z
  .string()
  .max(10)
  .refine((text) => isCalendarDate(text) && text >= '1900-01-01' && text <= '2100-12-31')
  .transform(calendarDate);

/** `HH:MM` of the clinic's clock. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Four to eight digits. */
export const pin = z.string().regex(/^\d{4,8}$/);

/** A volume of one injection in µL: at most what one 20 mL syringe holds. */
export const volumeUl = z.int().min(1).max(20_000).transform(microlitres);

/** A strength in µg/mL: 0.1 % to 5 %. */
export const strengthUgPerMl = z.int().min(1_000).max(50_000).transform(microgramsPerMillilitre);

/** A body weight in grams: 20 to 300 kg. */
export const weightG = z.int().min(20_000).max(300_000).transform(grams);

/** A body height in mm: 1 to 2.5 m. */
export const heightMm = z.int().min(1_000).max(2_500);

/** A cap on mass (µg), volume (µL) or injections: in whole units, far above what any label has. */
export const capAmount = z.int().min(0).max(1_000_000_000);

/** Liquid, or foam of 1 part liquid and 1 to 9 parts gas. */
export const preparation = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('liquid'), strengthUgPerMl }),
  z.strictObject({ form: z.literal('foam'), strengthUgPerMl, gasParts: z.int().min(1).max(9) }),
]);
