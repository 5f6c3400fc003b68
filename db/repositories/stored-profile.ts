import { z } from 'zod';
import {
  CONTRAINDICATION_GRADES,
  QUANTITIES,
  SEVERITIES,
  SOURCE_MARKS,
  WINDOWS,
  type LabelProfile,
  type Limit,
} from '../../shared/domain/dose/label-profile.ts';
import { FORMS } from '../../shared/domain/dose/ledger.ts';
import { VEIN_KINDS, VEIN_PATTERNS } from '../../shared/domain/leg-map/vein.ts';
import { microgramsPerMillilitre } from '../../shared/kernel/units.ts';

const whole = z.int().min(0);
const strength = z.int().min(1).transform(microgramsPerMillilitre);
const range = z.strictObject({ from: whole, to: whole });
const diameters = z.strictObject({ over: z.number(), upTo: z.number().nullable() });
const source = z.strictObject({ text: z.string(), mark: z.enum(SOURCE_MARKS) });

/** A limit as it stands in a JSON column. */
export const StoredLimit = z.strictObject({
  id: z.string(),
  quantity: z.enum(QUANTITIES),
  window: z.enum(WINDOWS),
  cap: z.discriminatedUnion('per', [
    z.strictObject({ per: z.literal('person'), amount: whole }),
    z.strictObject({ per: z.literal('kilogram'), amount: whole }),
  ]),
  scope: z.strictObject({
    veinKinds: z.array(z.enum(VEIN_KINDS)).optional(),
    diameterMm: diameters.optional(),
    form: z.enum(FORMS).optional(),
    firstSessionIfProne: z.boolean().optional(),
    firstSession: z.boolean().optional(),
  }),
  severity: z.enum(SEVERITIES),
  source,
}) satisfies z.ZodType<Limit, unknown>;

/** A label profile as it stands in a JSON column. */
export const StoredProfile = z.strictObject({
  id: z.string(),
  version: z.int().min(1),
  name: z.string(),
  summary: z.string(),
  copiedFrom: z.strictObject({ id: z.string(), version: z.int().min(1) }).optional(),
  limits: z.array(StoredLimit),
  strengths: z.array(
    z.strictObject({
      veinKind: z.enum(VEIN_KINDS),
      pattern: z.enum([...VEIN_PATTERNS, 'any']),
      form: z.enum(FORMS),
      diameterMm: diameters.optional(),
      centralVeinOnly: z.boolean().optional(),
      strengthsUgPerMl: z.array(strength),
      proposedUgPerMl: strength,
      proposedVolumeUl: whole,
      punctureEvery: z.number(),
      source,
    }),
  ),
  contraindications: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      grade: z.enum(CONTRAINDICATION_GRADES),
      askEachSession: z.boolean(),
      foamOnly: z.boolean(),
      source,
    }),
  ),
  interval: z.strictObject({ minimumDays: whole, usualDays: whole, source }),
  observationMinutes: z.strictObject({ value: whole, source }),
  compressionDays: z.strictObject({ telangiectasia: whole, reticular: whole, source }),
  // Versions that were stored before these were asked have nothing here.
  breastfeedingPause: z.strictObject({ hours: whole, source }).nullable().default(null),
  weighing: z.strictObject({ confirmAfterDays: whole, confirmChangePercent: whole, source }).optional(),
  aftercare: z
    .strictObject({
      points: z.array(
        z.strictObject({
          id: z.string(),
          text: z.string(),
          days: whole.nullable(),
          foamOnly: z.boolean(),
        }),
      ),
      source,
    })
    .optional(),
  expectation: z
    .strictObject({ sessions: range, improvementPercent: range, monthsToResult: whole, source })
    .nullable()
    .default(null),
  pace: z
    .strictObject({
      secondsPerPuncture: whole,
      sessionMinutes: z.strictObject({ usual: whole, most: whole }),
      source,
    })
    .nullable()
    .default(null),
}) satisfies z.ZodType<LabelProfile, unknown>;
