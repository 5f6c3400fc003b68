import { CLINIC_EXPECTATION, CLINIC_PACE } from './course.ts';
import type { LabelProfile } from '../label-profile.ts';
import {
  CLINIC_QUESTIONS,
  EU_ABSOLUTE,
  EU_RELATIVE,
  LABEL_ABSOLUTE,
  US_WARNINGS,
} from './contraindications.ts';
import {
  anaphylaxisCaution,
  firstSessionIfProne,
  foamVolumes,
  massIn24h,
  perInjection,
  sessionVolume,
} from './limits.ts';
import { clinic, confirmed } from './sources.ts';
import {
  RETICULAR_LINE,
  RETICULAR_WEB,
  SPIDER_LINE,
  SPIDER_WEB,
  VARICOSE_FOAM_LINE,
  VARICOSE_FOAM_WEB,
  VARICOSE_LINE,
  VARICOSE_WEB,
  strengthRule,
} from './strengths.ts';

const SPIDER = confirmed('Asclera 0.5 %; German label 0.25–0.5 %');
const RETICULAR = confirmed('Asclera and German label: reticular veins 1 %');
const VARICOSE = confirmed('German label: small varices 1 %, medium 2–3 %; Asclera has nothing above 3 mm');

const EU_RELATIVE_IDS = new Set(EU_RELATIVE.map(({ id }) => id));

/** Every limit of Asclera and of Aethoxysklerol (Germany) at once, the smaller figure where both have one. */
export const STRICTEST: LabelProfile = {
  id: 'strictest',
  version: 1,
  name: 'Strictest of both labels',
  summary:
    'At most 2 mg per kg in 24 hours and 10 mL in a session, whichever comes first, and the smaller volume per injection.',
  limits: [
    massIn24h(confirmed('German label: at most 2 mg per kg of body weight and day')),
    sessionVolume(confirmed('Asclera label: at most 10 mL per session')),
    ...foamVolumes(confirmed('German and Austrian labels: at most 10 mL of foam per session and day')),
    firstSessionIfProne(
      confirmed('European labels (PL, CH): prone to hypersensitivity, one injection in the first session'),
    ),
    perInjection('telangiectasia', 200, confirmed('German label: spider veins 0.1–0.2 mL per injection')),
    perInjection('reticular', 300, confirmed('Asclera label: 0.1–0.3 mL per injection')),
    perInjection('varicose', 2_000, confirmed('European labels (SK, AT): up to 2 mL per injection')),
    anaphylaxisCaution(confirmed('Asclera warning: severe allergy most frequent above 3 mL')),
  ],
  strengths: [
    strengthRule(SPIDER_LINE, [25, 50], 50, SPIDER),
    strengthRule(SPIDER_WEB, [25, 50], 50, SPIDER),
    strengthRule(RETICULAR_LINE, [100], 100, RETICULAR),
    strengthRule(RETICULAR_WEB, [100], 100, RETICULAR),
    strengthRule(VARICOSE_LINE, [100, 200, 300], 200, VARICOSE),
    strengthRule(VARICOSE_WEB, [100, 200, 300], 200, VARICOSE),
    strengthRule(VARICOSE_FOAM_LINE, [100, 200, 300], 200, VARICOSE),
    strengthRule(VARICOSE_FOAM_WEB, [100, 200, 300], 200, VARICOSE),
  ],
  contraindications: [
    ...LABEL_ABSOLUTE,
    ...CLINIC_QUESTIONS,
    ...EU_ABSOLUTE,
    ...US_WARNINGS.filter(({ id }) => !EU_RELATIVE_IDS.has(id)),
    ...EU_RELATIVE,
  ],
  interval: {
    minimumDays: 7,
    usualDays: 21,
    source: clinic("The clinic's patient information: a few weeks; Asclera label: 1–2 weeks"),
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
    hours: 72,
    source: confirmed('European leaflets: 2–3 days; Asclera label: up to 8 hours'),
  },
  expectation: CLINIC_EXPECTATION,
  pace: CLINIC_PACE,
};
