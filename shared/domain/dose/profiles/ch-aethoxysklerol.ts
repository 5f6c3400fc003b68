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
  SWISS_ABSOLUTE,
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
import { clinic, confirmed, derived, secondHand } from './sources.ts';
import {
  CENTRAL_LINE,
  onLinesAndWebs,
  RETICULAR_LINE,
  SPIDER_LINE,
  SPIDER_WEB,
  strengthRule,
} from './strengths.ts';
import { SWISS_VARICES } from './varices.ts';

const SPIDER = confirmed('Swiss label 33273: spider veins 0.1–0.2 mL of 0.25 or 0.5 %');
const CENTRAL = confirmed(
  'Swiss label 33273: central vein of spider veins 0.1–0.2 mL of 1 %; 0.25 or 0.5 % beside it if it cannot be entered',
);
const RETICULAR = confirmed('Swiss label 33273: reticular veins 0.1–0.3 mL of 0.25 or 0.5 %');
const FIRST_VARIX = confirmed(
  'Swiss label 33273: medium varices from 2 mm up, in the first session one injection of 0.5–1 mL',
);

/** Aethoxysklerol (Switzerland, 33273): the German cap, weaker solutions into reticular veins, more that is ruled out, no foam. */
export const CH_AETHOXYSKLEROL: LabelProfile = {
  id: 'ch-aethoxysklerol',
  version: 1,
  name: 'Aethoxysklerol (Switzerland)',
  summary:
    'At most 2 mg per kg in 24 hours. Spider and reticular veins 0.25–0.5 %, their central veins 1 %, varices by width. No foam. Diabetes is a contraindication.',
  limits: [
    massIn24h(confirmed('Swiss label 33273: at most 2 mg per kg of body weight and day')),
    ...foamVolumes(
      derived('German and Austrian labels of the same agent: 10 mL of foam per session and day'),
    ),
    firstSessionIfProne(
      confirmed('Swiss label 33273: prone to hypersensitivity, one injection the first time'),
    ),
    firstSessionVarices(2, FIRST_VARIX),
    perInjection('telangiectasia', 200, confirmed('Swiss label 33273: spider veins 0.1–0.2 mL')),
    perInjection('reticular', 300, confirmed('Swiss label 33273: reticular veins 0.1–0.3 mL')),
    perInjectionOfSmallVarices(confirmed('Swiss label 33273: small varices 1–3 mm, 0.1–0.3 mL')),
    perInjection(
      'varicose',
      2_000,
      confirmed('Swiss label 33273: medium varices, later up to 2 mL per injection'),
    ),
    firstVariceVolume(2, FIRST_VARIX),
  ],
  strengths: [
    strengthRule(CENTRAL_LINE, [100], 100, CENTRAL),
    strengthRule(SPIDER_LINE, [25, 50], 50, SPIDER),
    strengthRule(SPIDER_WEB, [25, 50], 50, SPIDER),
    ...onLinesAndWebs(RETICULAR_LINE, [25, 50], 50, RETICULAR),
    ...SWISS_VARICES,
  ],
  contraindications: oncePerId([
    ...SWISS_ABSOLUTE,
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
    source: confirmed('Swiss label 33273: repeat every 1–2 weeks'),
  },
  observationMinutes: { value: 30, source: secondHand('Swiss practice: walk 30 minutes after the session') },
  compressionDays: {
    telangiectasia: 3,
    reticular: 7,
    source: clinic(
      "The clinic's patient information: a few days to a week (Sclerovein, another Swiss label: 6–8 weeks)",
    ),
  },
  breastfeedingPause: { hours: 72, source: derived('European leaflets of the same agent: 2–3 days') },
  weighing: CLINIC_WEIGHING,
  expectation: CLINIC_EXPECTATION,
  pace: CLINIC_PACE,
};
