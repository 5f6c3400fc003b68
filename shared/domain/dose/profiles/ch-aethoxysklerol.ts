import { CLINIC_EXPECTATION, CLINIC_PACE } from './course.ts';
import type { LabelProfile } from '../label-profile.ts';
import { CLINIC_QUESTIONS, EU_ABSOLUTE, EU_RELATIVE, LABEL_ABSOLUTE, regraded } from './contraindications.ts';
import { firstSessionIfProne, foamVolumes, massIn24h, perInjection } from './limits.ts';
import { clinic, confirmed, derived, secondHand } from './sources.ts';
import {
  RETICULAR_LINE,
  RETICULAR_WEB,
  SPIDER_LINE,
  SPIDER_WEB,
  VARICOSE_LINE,
  VARICOSE_WEB,
  strengthRule,
} from './strengths.ts';

const SPIDER = confirmed('Swiss label 33273: spider veins 0.25–0.5 %');
const RETICULAR = confirmed('Swiss label 33273: reticular veins 0.25–0.5 %');
const VARICOSE = confirmed('Swiss label 33273: small varices 1 %, larger 2–3 %');

/** Aethoxysklerol (Switzerland, 33273): the German cap, weaker solutions into reticular veins, diabetes ruled out. */
export const CH_AETHOXYSKLEROL: LabelProfile = {
  id: 'ch-aethoxysklerol',
  version: 1,
  name: 'Aethoxysklerol (Switzerland)',
  summary:
    'At most 2 mg per kg in 24 hours. Spider and reticular veins 0.25–0.5 %. Diabetes is a contraindication.',
  limits: [
    massIn24h(confirmed('Swiss label 33273: at most 2 mg per kg of body weight and day')),
    ...foamVolumes(
      derived('German and Austrian labels of the same agent: 10 mL of foam per session and day'),
    ),
    firstSessionIfProne(
      confirmed('Swiss label 33273: prone to hypersensitivity, one injection the first time'),
    ),
    perInjection('telangiectasia', 200, confirmed('Swiss label 33273: spider veins 0.1–0.2 mL')),
    perInjection('reticular', 300, confirmed('Swiss label 33273: reticular veins 0.1–0.3 mL')),
    perInjection('varicose', 2_000, confirmed('Swiss label 33273: up to 2 mL per injection')),
  ],
  strengths: [
    strengthRule(SPIDER_LINE, [25, 50], 50, SPIDER),
    strengthRule(SPIDER_WEB, [25, 50], 50, SPIDER),
    strengthRule(RETICULAR_LINE, [25, 50], 50, RETICULAR),
    strengthRule(RETICULAR_WEB, [25, 50], 50, RETICULAR),
    strengthRule(VARICOSE_LINE, [100, 200, 300], 200, VARICOSE),
    strengthRule(VARICOSE_WEB, [100, 200, 300], 200, VARICOSE),
  ],
  contraindications: regraded(
    [...LABEL_ABSOLUTE, ...CLINIC_QUESTIONS, ...EU_ABSOLUTE, ...EU_RELATIVE],
    'diabetes',
    'absolute',
    secondHand('Swiss labels: diabetes mellitus is a contraindication'),
  ),
  interval: {
    minimumDays: 7,
    usualDays: 14,
    source: confirmed('Swiss label 33273: repeat every 1–2 weeks'),
  },
  observationMinutes: { value: 30, source: secondHand('Swiss practice: walk 30 minutes after the session') },
  compressionDays: {
    telangiectasia: 3,
    reticular: 7,
    source: clinic("The clinic's patient information: a few days to a week"),
  },
  breastfeedingPause: { hours: 72, source: derived('European leaflets of the same agent: 2–3 days') },
  expectation: CLINIC_EXPECTATION,
  pace: CLINIC_PACE,
};
