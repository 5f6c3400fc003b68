import { z } from 'zod';
import type { DoseSlip } from '../../shared/domain/dose/dose-slip.ts';

const whole = z.int().min(0);

/** What an injection looked like before somebody confirmed its volume, as it stands in a JSON column. */
export const StoredSlip = z.strictObject({
  against: z.enum(['plan', 'usual']),
  direction: z.enum(['more', 'less']),
  volumeUl: whole,
  expectedUl: whole,
  samples: whole.nullable(),
}) satisfies z.ZodType<DoseSlip, unknown>;
