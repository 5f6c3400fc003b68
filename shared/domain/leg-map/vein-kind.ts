import type { VeinColour, VeinDepth, VeinKind } from './vein.ts';

/** Up to this a vessel is a telangiectasia, above it no more (clinic and labels: up to 1 mm; CEAP 2020: below 1 mm). */
export const TELANGIECTASIA_MAX_MM = 1;
/** Up to this a vessel is reticular, above it varicose (clinic and labels: up to 3 mm; CEAP 2020: below 3 mm). */
export const RETICULAR_MAX_MM = 3;

/** The kind that fits a diameter and a colour; blue-green tells a small reticular vein from a telangiectasia. */
export function suggestKind(diameterMm: number, colour: VeinColour): VeinKind {
  if (diameterMm > RETICULAR_MAX_MM) return 'varicose';
  if (diameterMm > TELANGIECTASIA_MAX_MM) return 'reticular';
  return colour === 'blue-green' ? 'reticular' : 'telangiectasia';
}

/** In which way a diameter does not go with something. */
export type DiameterDoubt = 'too-thick' | 'too-thin';

/**
 * Why a kind does not go with a diameter, or null where it does. A vessel below 1 mm is too thin for a reticular vein unless it
 * is blue-green; without a colour that is not asked.
 */
export function kindDisagrees(
  kind: VeinKind,
  diameterMm: number,
  colour: VeinColour = 'blue-green',
): DiameterDoubt | null {
  if (kind === 'telangiectasia') return diameterMm > TELANGIECTASIA_MAX_MM ? 'too-thick' : null;
  if (kind === 'varicose') return diameterMm <= RETICULAR_MAX_MM ? 'too-thin' : null;
  if (diameterMm > RETICULAR_MAX_MM) return 'too-thick';
  return diameterMm < TELANGIECTASIA_MAX_MM && colour !== 'blue-green' ? 'too-thin' : null;
}

/**
 * What diameters a colour goes with. Red is that of telangiectasias, up to 1 mm; blue-green that of reticular veins, which
 * begin at 1 mm (the clinic's text, CEAP 2020); purple reaches into venulectasias, up to 2 mm (older sub-classes). Blue is
 * found at every diameter.
 */
const DIAMETERS_MM: Readonly<Record<VeinColour, { readonly min: number; readonly max: number }>> = {
  red: { min: 0, max: 1 },
  purple: { min: 0, max: 2 },
  blue: { min: 0, max: Infinity },
  'blue-green': { min: 1, max: Infinity },
};

/** Why a diameter does not go with a colour, or null where it does: one of the two wants a second look. */
export function colourDisagrees(diameterMm: number, colour: VeinColour): DiameterDoubt | null {
  const { min, max } = DIAMETERS_MM[colour];
  if (diameterMm > max) return 'too-thick';
  return diameterMm < min ? 'too-thin' : null;
}

/** The layer in which a kind of vein lies. */
export function depthOf(kind: VeinKind): VeinDepth {
  return ({ telangiectasia: 'intradermal', reticular: 'subdermal', varicose: 'subcutaneous' } as const)[kind];
}
