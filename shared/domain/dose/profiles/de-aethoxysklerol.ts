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
} from './contraindications.ts';
import {
  firstSessionIfProne,
  firstSessionVarices,
  firstVariceVolume,
  foamVolumes,
  massIn24h,
  perInjection,
  perInjectionOfSmallVarices,
} from './limits.ts';
import { clinic, confirmed, derived } from './sources.ts';
import {
  CENTRAL_LINE,
  onLinesAndWebs,
  RETICULAR_LINE,
  SPIDER_LINE,
  SPIDER_WEB,
  strengthRule,
} from './strengths.ts';
import { GERMAN_VARICES } from './varices.ts';

const SPIDER = confirmed('German table: spider veins 0.25–0.5 %, liquid, 0.1–0.2 mL per injection');
const CENTRAL = confirmed(
  'German table: central veins of spider veins 0.25–1 %, liquid; sister label (SK): 0.1–0.2 mL; in doubt the weaker',
);
const RETICULAR = confirmed('German table: reticular veins 1 %, liquid; sister label (SK): 0.1–0.3 mL');
const FIRST_VARIX = confirmed(
  'Sister labels (SK, AT): medium and large varices, in the first session one injection of 0.5–1 mL',
);

/** Aethoxysklerol (Germany, with its sister labels in AT, PL, SK): a cap on mass by weight; foam from small varices up. */
export const DE_AETHOXYSKLEROL: LabelProfile = {
  id: 'de-aethoxysklerol',
  version: 1,
  name: 'Aethoxysklerol (Germany)',
  summary:
    'At most 2 mg per kg in 24 hours, and 10 mL of foam. Spider veins 0.25–0.5 %, reticular veins 1 %, varices by width 1–3 %, foam into varices only.',
  limits: [
    massIn24h(confirmed('German label: at most 2 mg per kg of body weight and day')),
    ...foamVolumes(
      confirmed('German and Austrian labels: at most 10 mL of foam per session and day, whatever the weight'),
    ),
    firstSessionIfProne(
      confirmed('Sister labels (PL, CH): prone to hypersensitivity, one injection in the first session'),
    ),
    firstSessionVarices(3, FIRST_VARIX),
    perInjection('telangiectasia', 200, confirmed('German label: spider veins 0.1–0.2 mL per injection')),
    perInjection('reticular', 300, confirmed('Sister label (SK): reticular veins 0.1–0.3 mL per injection')),
    perInjectionOfSmallVarices(
      confirmed('Sister label (SK): small varices 1–3 mm, 0.1–0.3 mL per injection'),
    ),
    perInjection(
      'varicose',
      2_000,
      confirmed('Sister labels (SK, AT): medium and large varices, later up to 2 mL per injection'),
      'liquid',
    ),
    firstVariceVolume(3, FIRST_VARIX),
    perInjection(
      'varicose',
      4_000,
      confirmed('Sister label (AT): foam up to 4 mL per puncture of a saphenous vein, perforators 2 mL'),
      'foam',
    ),
  ],
  strengths: [
    strengthRule(CENTRAL_LINE, [25, 50, 100], 50, CENTRAL),
    strengthRule(SPIDER_LINE, [25, 50], 50, SPIDER),
    strengthRule(SPIDER_WEB, [25, 50], 50, SPIDER),
    ...onLinesAndWebs(RETICULAR_LINE, [100], 100, RETICULAR),
    ...GERMAN_VARICES,
  ],
  contraindications: oncePerId([
    ...LABEL_ABSOLUTE,
    ...CLINIC_QUESTIONS,
    ...EU_ABSOLUTE,
    ...EU_RELATIVE,
    ...CONSENSUS,
    ...EU_FOAM,
  ]),
  interval: {
    minimumDays: 7,
    usualDays: 14,
    source: derived('Sister label (CH): repeat every 1–2 weeks; the German text seen has no figure'),
  },
  observationMinutes: {
    value: 15,
    source: clinic("The clinic's patient information: walk 10–15 minutes at once"),
  },
  compressionDays: {
    telangiectasia: 3,
    reticular: 7,
    source: clinic("The clinic's patient information: a few days to a week"),
  },
  breastfeedingPause: { hours: 72, source: confirmed('European leaflets (ES, DE): 2–3 days') },
  weighing: CLINIC_WEIGHING,
  expectation: CLINIC_EXPECTATION,
  pace: CLINIC_PACE,
};
