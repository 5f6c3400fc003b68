import { z } from 'zod';
import type { DoseAssessment } from '../../shared/domain/dose/assess-dose.ts';
import { SEVERITIES } from '../../shared/domain/dose/label-profile.ts';
import { microlitres } from '../../shared/kernel/units.ts';
import { StoredLimit } from './stored-profile.ts';

const whole = z.int().min(0);
const state = z.enum(['ok', 'near', 'over']);
const maybeVolume = z
  .int()
  .min(0)
  .nullable()
  .transform((value) => (value === null ? null : microlitres(value)));

/** The gauges at the moment of an injection as they stand in a JSON column. */
export const StoredDoseAssessment = z.strictObject({
  gauges: z.array(
    z.strictObject({
      limit: StoredLimit,
      cap: whole,
      used: whole,
      projected: whole,
      left: whole,
      leftOfSyringeUl: maybeVolume,
      usedState: state,
      projectedState: state,
    }),
  ),
  bindingLimitId: z.string().nullable(),
  leftOfSyringeUl: maybeVolume,
  passed: z.strictObject({
    caution: z.array(z.string()),
    soft: z.array(z.string()),
    hard: z.array(z.string()),
  }),
  verdict: z.enum(['clear', ...SEVERITIES]),
}) satisfies z.ZodType<DoseAssessment, unknown>;
