import type { StrengthRule } from '../label-profile.ts';
import { confirmed } from './sources.ts';
import { asFoam, LARGE_VARIX, MEDIUM_VARIX, onLinesAndWebs, SMALL_VARIX } from './strengths.ts';

const SMALL = confirmed(
  'German table: small varices 1 %, liquid or foam; sister label (SK): 1–3 mm, 0.1–0.3 mL',
);
const MEDIUM = confirmed(
  'German table: medium varices 2–3 %, liquid or foam; sister labels (SK, AT): 3–6 mm, first one injection of 0.5–1 mL, later up to 2 mL each',
);
const LARGE = confirmed(
  'German table: large varices 3 %, liquid or foam; sister label (SK): first one injection of 1 mL, later 2–3 of up to 2 mL',
);

/** Varices by their width, as the German table has them: from small ones up also with foam. */
export const GERMAN_VARICES: readonly StrengthRule[] = [
  ...onLinesAndWebs(SMALL_VARIX, [100], 100, SMALL),
  ...onLinesAndWebs(MEDIUM_VARIX, [200, 300], 200, MEDIUM),
  ...onLinesAndWebs(LARGE_VARIX, [300], 300, LARGE),
  ...onLinesAndWebs(asFoam(SMALL_VARIX, 500), [100], 100, SMALL),
  ...onLinesAndWebs(asFoam(MEDIUM_VARIX, 1_000), [200, 300], 200, MEDIUM),
  ...onLinesAndWebs(asFoam(LARGE_VARIX, 1_000), [300], 300, LARGE),
];

const SWISS_SMALL = confirmed('Swiss label 33273: small varices 1–3 mm, 0.1–0.3 mL of 1 %');
const SWISS_EITHER = confirmed(
  'Swiss label 33273: small varices 1–3 mm 1 %, medium ones from 2 mm up 2–3 %; in doubt the weaker',
);
const SWISS_MEDIUM = confirmed(
  'Swiss label 33273: medium varices from 2 mm up, 2–3 %, first one injection of 0.5–1 mL, later up to 2 mL each',
);

/** Varices by their width, as the Swiss label has them: between 2 and 3 mm they are small or medium. Liquid only. */
export const SWISS_VARICES: readonly StrengthRule[] = [
  ...onLinesAndWebs({ ...SMALL_VARIX, diameterMm: { over: 0, upTo: 2 } }, [100], 100, SWISS_SMALL),
  ...onLinesAndWebs({ ...SMALL_VARIX, diameterMm: { over: 2, upTo: 3 } }, [100, 200, 300], 100, SWISS_EITHER),
  ...onLinesAndWebs({ ...MEDIUM_VARIX, diameterMm: { over: 3, upTo: null } }, [200, 300], 200, SWISS_MEDIUM),
];
