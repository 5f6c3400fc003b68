import { microgramsPerMillilitre } from '../../../kernel/units.ts';
import type { VeinKind, VeinPattern } from '../../leg-map/vein.ts';
import type { Source, StrengthRule } from '../label-profile.ts';
import type { Form } from '../ledger.ts';

/** Strengths as labels write them, in hundredths of a per cent (25 = 0.25 %), so that they stay whole numbers. */
type HundredthsOfPercent = 25 | 50 | 100 | 200 | 300;

const UG_PER_ML_PER_HUNDREDTH = 100;

/** How a kind and pattern is usually injected here: volume in one place, and one place per so many mm of line or mm² of web. */
interface Technique {
  readonly veinKind: VeinKind;
  readonly pattern: VeinPattern;
  readonly form: Form;
  readonly volumeUl: number;
  readonly punctureEvery: number;
}

/** 3 to 4 punctures of 0.1 mL on a line of 40 to 60 mm. */
export const SPIDER_LINE: Technique = {
  veinKind: 'telangiectasia',
  pattern: 'line',
  form: 'liquid',
  volumeUl: 100,
  punctureEvery: 15,
};
/** 8 punctures of 0.2 mL in an ellipse of 70 × 60 mm, 4 to 5 in one of 40 × 40 mm. */
export const SPIDER_WEB: Technique = {
  veinKind: 'telangiectasia',
  pattern: 'web',
  form: 'liquid',
  volumeUl: 200,
  punctureEvery: 415,
};
/** One puncture of 0.3 mL per 32 to 37 mm. */
export const RETICULAR_LINE: Technique = {
  veinKind: 'reticular',
  pattern: 'line',
  form: 'liquid',
  volumeUl: 300,
  punctureEvery: 35,
};
/** As dense as along lines that lie 25 mm apart. */
export const RETICULAR_WEB: Technique = {
  veinKind: 'reticular',
  pattern: 'web',
  form: 'liquid',
  volumeUl: 300,
  punctureEvery: 875,
};
/** Few punctures: the label begins with a single one of 0.5 to 1 mL. */
export const VARICOSE_LINE: Technique = {
  veinKind: 'varicose',
  pattern: 'line',
  form: 'liquid',
  volumeUl: 500,
  punctureEvery: 100,
};
export const VARICOSE_WEB: Technique = { ...VARICOSE_LINE, pattern: 'web', punctureEvery: 2_500 };
export const VARICOSE_FOAM_LINE: Technique = { ...VARICOSE_LINE, form: 'foam', volumeUl: 1_000 };
export const VARICOSE_FOAM_WEB: Technique = { ...VARICOSE_WEB, form: 'foam', volumeUl: 1_000 };

/** A rule of a profile: a technique, the strengths that the label has for it, and the one that is proposed. */
export function strengthRule(
  technique: Technique,
  allowed: readonly HundredthsOfPercent[],
  proposed: HundredthsOfPercent,
  source: Source,
): StrengthRule {
  const { veinKind, pattern, form, volumeUl, punctureEvery } = technique;
  const ugPerMl = (hundredths: number) => microgramsPerMillilitre(hundredths * UG_PER_ML_PER_HUNDREDTH);
  return {
    veinKind,
    pattern,
    form,
    strengthsUgPerMl: allowed.map(ugPerMl),
    proposedUgPerMl: ugPerMl(proposed),
    proposedVolumeUl: volumeUl,
    punctureEvery,
    source,
  };
}
