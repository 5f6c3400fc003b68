import { CLINIC_EXPECTATION, CLINIC_PACE } from './course.ts';
import type { LabelProfile } from '../label-profile.ts';
import { CLINIC_QUESTIONS, EU_ABSOLUTE, EU_RELATIVE, LABEL_ABSOLUTE } from './contraindications.ts';
import { firstSessionIfProne, foamVolumes, massIn24h, perInjection } from './limits.ts';
import { clinic, confirmed, derived } from './sources.ts';
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

const SPIDER = confirmed('German label: spider veins 0.25–0.5 %, liquid');
const RETICULAR = confirmed('German label: reticular veins 1 %, liquid');
const VARICOSE = confirmed('German label: small varices 1 %, medium 2–3 %, large 3 %');

/** Aethoxysklerol (Germany, with its sister labels in AT, PL, SK): a cap on mass by weight; foam from small varices up. */
export const DE_AETHOXYSKLEROL: LabelProfile = {
  id: 'de-aethoxysklerol',
  version: 1,
  name: 'Aethoxysklerol (Germany)',
  summary:
    'At most 2 mg per kg in 24 hours, and 10 mL of foam. Spider veins 0.25–0.5 %, reticular veins 1 %, foam into varices only.',
  limits: [
    massIn24h(confirmed('German label: at most 2 mg per kg of body weight and day')),
    ...foamVolumes(confirmed('German and Austrian labels: at most 10 mL of foam per session and day')),
    firstSessionIfProne(
      confirmed('Sister labels (PL, CH): prone to hypersensitivity, one injection in the first session'),
    ),
    perInjection('telangiectasia', 200, confirmed('German label: spider veins 0.1–0.2 mL per injection')),
    perInjection('reticular', 300, confirmed('Sister label (SK): reticular veins 0.1–0.3 mL per injection')),
    perInjection('varicose', 2_000, confirmed('Sister label (SK): up to 2 mL per injection'), 'liquid'),
    perInjection(
      'varicose',
      4_000,
      confirmed('Sister label (AT): foam up to 4 mL per puncture, perforators 2 mL'),
      'foam',
    ),
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
  contraindications: [...LABEL_ABSOLUTE, ...CLINIC_QUESTIONS, ...EU_ABSOLUTE, ...EU_RELATIVE],
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
  breastfeedingPause: { hours: 72, source: confirmed('European leaflets: 2–3 days') },
  expectation: CLINIC_EXPECTATION,
  pace: CLINIC_PACE,
};
