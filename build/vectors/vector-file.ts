import { z } from 'zod';
import { grams, microgramsPerMillilitre, microlitres } from '../../shared/kernel/units.ts';
import { LEGS, VEIN_KINDS } from '../../shared/domain/leg-map/vein.ts';

const whole = z.int().min(0);
/** Ten litres, pure substance and a tonne: no figure of a patient is beyond, and within them every product is exact. */
const volumeUl = whole.max(10_000_000).transform(microlitres);
const strengthUgPerMl = z.int().min(1).max(1_000_000).transform(microgramsPerMillilitre);
const gasParts = z.int().min(1).max(99);

const syringe = z.discriminatedUnion('form', [
  z.object({ form: z.literal('liquid'), strengthUgPerMl }),
  z.object({ form: z.literal('foam'), strengthUgPerMl, gasParts }),
]);
const injection = z.discriminatedUnion('form', [
  z.object({ form: z.literal('liquid'), strengthUgPerMl, volumeUl }),
  z.object({ form: z.literal('foam'), strengthUgPerMl, gasParts, volumeUl }),
]);

const frame = {
  name: z.string().min(1),
  profile: z.string().min(1),
  weightGrams: z.int().min(1).max(1_000_000).transform(grams),
};

const doseVector = z
  .object({
    ...frame,
    kind: z.undefined().optional(),
    earlierIn24h: z.array(injection),
    injections: z.array(injection),
    candidate: syringe.optional(),
    expect: z.object({
      totals: z.object({ massUg: whole, liquidUl: whole, foamUl: whole, injections: whole }).optional(),
      limits: z.record(
        z.string(),
        z.object({ cap: whole, used: whole, left: whole, state: z.enum(['ok', 'near', 'over']) }),
      ),
      next: z.object({ leftUl: whole, binds: z.string() }).optional(),
    }),
  })
  .refine(({ candidate, expect }) => expect.next === undefined || candidate !== undefined, {
    message: 'expects a next injection without a candidate',
    path: ['candidate'],
  });

const vein = z.intersection(
  injection,
  z.object({
    id: z.string().min(1),
    leg: z.enum(LEGS),
    kind: z.enum(VEIN_KINDS),
    feederId: z.string().nullish(),
  }),
);

const planVector = z.object({
  ...frame,
  kind: z.literal('plan'),
  /** Left out: both legs may share a session. */
  oneLegPerSession: z.boolean().default(false),
  veins: z.array(vein),
  expect: z.object({ sessions: whole }),
});

const vector = z.discriminatedUnion('kind', [planVector, doseVector]);

/** A file of cases, as the vectors' own description has it. What it says beyond that is read over. */
export const VectorFile = z.object({ format: z.literal(1), vectors: z.array(vector).min(1) });

export type DoseVector = z.output<typeof doseVector>;
export type PlanVector = z.output<typeof planVector>;
export type Vector = z.output<typeof vector>;
