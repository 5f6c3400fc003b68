import { microgramsPerMillilitre } from '../../../kernel/units.ts';
import type { VeinKind, VeinPattern } from '../../leg-map/vein.ts';
import type { DiameterRange, Source, StrengthRule } from '../label-profile.ts';
import type { Form } from '../ledger.ts';

/** Strengths as labels write them, in hundredths of a per cent (25 = 0.25 %), so that they stay whole numbers. */
type HundredthsOfPercent = 25 | 50 | 100 | 200 | 300;

const UG_PER_ML_PER_HUNDREDTH = 100;

/** How a kind and pattern is usually injected here: volume in one place, and one place per so many mm of line or mm² of web. */
interface Technique {
  readonly veinKind: VeinKind;
  readonly pattern: VeinPattern;
  readonly form: Form;
  readonly diameterMm?: DiameterRange;
  readonly centralVeinOnly?: boolean;
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
/** Into the vein that a spider's threads come from, as a label has it: no more in one place than into the threads. */
export const CENTRAL_LINE: Technique = { ...SPIDER_LINE, centralVeinOnly: true };
/** Up to 3 mm: as a reticular vein. */
export const SMALL_VARIX: Technique = {
  veinKind: 'varicose',
  pattern: 'line',
  form: 'liquid',
  diameterMm: { over: 0, upTo: 3 },
  volumeUl: 300,
  punctureEvery: 35,
};
/** Few punctures: the label begins with a single one of 0.5 to 1 mL. */
export const MEDIUM_VARIX: Technique = {
  ...SMALL_VARIX,
  diameterMm: { over: 3, upTo: 6 },
  volumeUl: 500,
  punctureEvery: 100,
};
/** The label begins with a single one of 1 mL and goes on with two or three. */
export const LARGE_VARIX: Technique = {
  ...SMALL_VARIX,
  diameterMm: { over: 6, upTo: null },
  volumeUl: 1_000,
  punctureEvery: 200,
};

/** The same, but for vessels of up to 3 mm only. */
export function upTo3Mm(technique: Technique): Technique {
  return { ...technique, diameterMm: { over: 0, upTo: 3 } };
}

/** The same in a web, as dense as along lines that lie 25 mm apart. */
export function asWeb(technique: Technique): Technique {
  return { ...technique, pattern: 'web', punctureEvery: technique.punctureEvery * 25 };
}

/** The same with foam: its volume is that of the foam. */
export function asFoam(technique: Technique, volumeUl: number): Technique {
  return { ...technique, form: 'foam', volumeUl, punctureEvery: 100 };
}

/** A rule for lines and the same for webs. */
export function onLinesAndWebs(
  technique: Technique,
  allowed: readonly HundredthsOfPercent[],
  proposed: HundredthsOfPercent,
  source: Source,
): readonly StrengthRule[] {
  return [technique, asWeb(technique)].map((each) => strengthRule(each, allowed, proposed, source));
}

/** A rule of a profile: a technique, the strengths that the label has for it, and the one that is proposed. */
export function strengthRule(
  technique: Technique,
  allowed: readonly HundredthsOfPercent[],
  proposed: HundredthsOfPercent,
  source: Source,
): StrengthRule {
  const { volumeUl, punctureEvery, ...vessel } = technique;
  const ugPerMl = (hundredths: number) => microgramsPerMillilitre(hundredths * UG_PER_ML_PER_HUNDREDTH);
  return {
    ...vessel,
    strengthsUgPerMl: allowed.map(ugPerMl),
    proposedUgPerMl: ugPerMl(proposed),
    proposedVolumeUl: volumeUl,
    punctureEvery,
    source,
  };
}
