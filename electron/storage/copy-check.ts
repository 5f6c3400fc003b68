import { z } from 'zod';

/** What the thread that checks a copy is told. */
export const CopyToCheck = z.strictObject({ file: z.string(), key: z.instanceof(Uint8Array) });

/** What it answers: the audit head of a sound copy, or what is wrong with it. */
export const CopyCheck = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.string().nullable() }),
  z.strictObject({
    ok: z.literal(false),
    error: z.strictObject({
      code: z.enum(['storage/corrupt', 'storage/full', 'storage/unreadable', 'storage/busy']),
    }),
  }),
]);
