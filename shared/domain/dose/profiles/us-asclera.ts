import { CLINIC_EXPECTATION, CLINIC_PACE, CLINIC_WEIGHING } from './course.ts';
import type { LabelProfile } from '../label-profile.ts';
import {
  CLINIC_QUESTIONS,
  CONSENSUS,
  EU_FOAM,
  LABEL_ABSOLUTE,
  oncePerId,
  US_WARNINGS,
} from './contraindications.ts';
import { anaphylaxisCaution, perInjection, sessionVolume } from './limits.ts';
import { confirmed } from './sources.ts';
import {
  onLinesAndWebs,
  RETICULAR_LINE,
  SPIDER_LINE,
  SPIDER_WEB,
  strengthRule,
  upTo3Mm,
} from './strengths.ts';

const SPIDER = confirmed('Asclera label: spider veins (up to 1 mm) 0.5 %; not studied above 3 mm');
const RETICULAR = confirmed('Asclera label: reticular veins (1–3 mm) 1 %; not studied above 3 mm');
const PER_INJECTION = confirmed('Asclera label: 0.1–0.3 mL per injection');

/** Asclera (polidocanol injection, USA): a cap on volume, none on mass; liquid into veins of up to 3 mm only. */
export const US_ASCLERA: LabelProfile = {
  id: 'us-asclera',
  version: 1,
  name: 'Asclera (USA)',
  summary:
    'At most 10 mL in a session. Spider veins 0.5 %, reticular veins 1 %. No foam, nothing above 3 mm.',
  limits: [
    sessionVolume(confirmed('Asclera label: at most 10 mL per session')),
    perInjection('telangiectasia', 300, PER_INJECTION),
    perInjection('reticular', 300, PER_INJECTION),
    anaphylaxisCaution(confirmed('Asclera warning: severe allergy most frequent above 3 mL')),
  ],
  strengths: [
    strengthRule(upTo3Mm(SPIDER_LINE), [50], 50, SPIDER),
    strengthRule(upTo3Mm(SPIDER_WEB), [50], 50, SPIDER),
    ...onLinesAndWebs(upTo3Mm(RETICULAR_LINE), [100], 100, RETICULAR),
  ],
  contraindications: oncePerId([
    ...LABEL_ABSOLUTE,
    ...CLINIC_QUESTIONS,
    ...US_WARNINGS,
    ...CONSENSUS,
    ...EU_FOAM,
  ]),
  interval: {
    minimumDays: 7,
    usualDays: 14,
    source: confirmed('Asclera label: 1–2 weeks between sessions'),
  },
  observationMinutes: {
    value: 20,
    source: confirmed('Asclera label: walk 15–20 minutes under observation'),
  },
  compressionDays: {
    telangiectasia: 3,
    reticular: 7,
    source: confirmed('Asclera label: spider veins 2–3 days, reticular veins 5–7 days'),
  },
  breastfeedingPause: {
    hours: 8,
    source: confirmed('Asclera label: consider interrupting for up to 8 hours'),
  },
  weighing: CLINIC_WEIGHING,
  expectation: CLINIC_EXPECTATION,
  pace: CLINIC_PACE,
};
