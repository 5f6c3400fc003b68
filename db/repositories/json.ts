import type { z } from 'zod';

/** Reads a JSON column. A text that does not fit was not written by this program, so it throws. */
export function fromJson<T>(schema: z.ZodType<T, unknown>, text: string): T {
  return schema.parse(JSON.parse(text));
}
