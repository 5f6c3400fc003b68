import { CLINIC_EXPECTATION, CLINIC_PACE, CLINIC_WEIGHING } from './course.ts';
import type { LabelProfile } from '../label-profile.ts';
import {
  CLINIC_QUESTIONS,
  CONSENSUS,
  EU_ABSOLUTE,
  EU_FOAM,
  EU_RELATIVE,
  LABEL_ABSOLUTE,
  oncePerId,
  US_WARNINGS,
} from './contraindications.ts';
import {
  anaphylaxisCaution,
  firstSessionIfProne,
  firstSessionVarices,
  firstVariceVolume,
  foamVolumes,
  massIn24h,
  perInjection,
  perInjectionOfSmallVarices,
  sessionVolume,
} from './limits.ts';
import { clinic, confirmed } from './sources.ts';
import {
  onLinesAndWebs,
  RETICULAR_LINE,
  SPIDER_LINE,
  SPIDER_WEB,
  strengthRule,
  upTo3Mm,
} from './strengths.ts';
import { GERMAN_VARICES } from './varices.ts';

const SPIDER = confirmed(
  'Asclera 0.5 %; German label 0.25–0.5 %, up to 1 % into central veins: the lower of the two',
);
const RETICULAR = confirmed('Asclera and German label: reticular veins 1 %');
const FIRST_VARIX = confirmed(
  'Sister labels (SK, AT): medium and large varices, in the first session one injection of 0.5–1 mL',
);

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
    firstSessionVarices(3, FIRST_VARIX),
    perInjection('telangiectasia', 200, confirmed('German label: spider veins 0.1–0.2 mL per injection')),
    perInjection('reticular', 300, confirmed('Asclera label: 0.1–0.3 mL per injection')),
    perInjectionOfSmallVarices(
      confirmed('Sister label (SK): small varices 1–3 mm, 0.1–0.3 mL per injection'),
    ),
    perInjection(
      'varicose',
      2_000,
      confirmed('Sister labels (SK, AT): up to 2 mL per injection, Asclera nothing above 3 mm'),
      'liquid',
    ),
    firstVariceVolume(3, FIRST_VARIX),
    perInjection(
      'varicose',
      2_000,
      confirmed('Sister label (AT): foam up to 2 mL into a perforator, the smallest figure for foam'),
      'foam',
    ),
    anaphylaxisCaution(confirmed('Asclera warning: severe allergy most frequent above 3 mL')),
  ],
  strengths: [
    strengthRule(upTo3Mm(SPIDER_LINE), [25, 50], 50, SPIDER),
    strengthRule(upTo3Mm(SPIDER_WEB), [25, 50], 50, SPIDER),
    ...onLinesAndWebs(upTo3Mm(RETICULAR_LINE), [100], 100, RETICULAR),
    ...GERMAN_VARICES,
  ],
  contraindications: oncePerId([
    ...LABEL_ABSOLUTE,
    ...CLINIC_QUESTIONS,
    ...EU_ABSOLUTE,
    ...EU_RELATIVE,
    ...US_WARNINGS,
    ...CONSENSUS,
    ...EU_FOAM,
  ]),
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
  weighing: CLINIC_WEIGHING,
  expectation: CLINIC_EXPECTATION,
  pace: CLINIC_PACE,
};
