import { ARITHMETIC, LEDGER } from './arithmetic.ts';
import { ASSESS_DOSE } from './assess-dose.ts';
import type { Mutant } from './mutant.ts';
import { LABEL_PROFILE, OFF_LABEL } from './off-label.ts';
import { CH, DE, FIRST_SESSION, LIMITS, STRENGTHS, STRICTEST, US } from './profiles.ts';
import { CLOSING, COUNTING, PAUSES } from './session.ts';
import { SLIPS, TIGHTER_CAPS } from './slips.ts';
import { AMENDMENTS, RECALL, WINDOW } from './sums.ts';
import { VOLUME_ENTRY } from './volume-entry.ts';

/** Every fault that the tests must notice. What changes nothing that anybody could see is none. */
export const MUTANTS: readonly Mutant[] = [
  ...ARITHMETIC,
  ...LEDGER,
  ...ASSESS_DOSE,
  ...OFF_LABEL,
  ...LABEL_PROFILE,
  ...VOLUME_ENTRY,
  ...SLIPS,
  ...TIGHTER_CAPS,
  ...LIMITS,
  ...FIRST_SESSION,
  ...STRENGTHS,
  ...STRICTEST,
  ...DE,
  ...US,
  ...CH,
  ...CLOSING,
  ...COUNTING,
  ...PAUSES,
  ...AMENDMENTS,
  ...WINDOW,
  ...RECALL,
];
