import type { VeinColour, VeinDepth, VeinKind } from './vein.ts';

/** Above this a vessel is no telangiectasia any more (CEAP 2020: intradermal, up to 1 mm). */
export const TELANGIECTASIA_MAX_MM = 1;
/** From here on a vessel is a varicose vein (CEAP 2020: reticular veins stay below 3 mm). */
export const RETICULAR_MAX_MM = 3;

/** The kind that fits a diameter and a colour; blue-green tells a small reticular vein from a telangiectasia. */
export function suggestKind(diameterMm: number, colour: VeinColour): VeinKind {
  if (diameterMm > RETICULAR_MAX_MM) return 'varicose';
  if (diameterMm > TELANGIECTASIA_MAX_MM) return 'reticular';
  return colour === 'blue-green' ? 'reticular' : 'telangiectasia';
}

/** Why a kind does not go with a diameter, or null where it does. Colour alone is no contradiction. */
export function kindDisagrees(kind: VeinKind, diameterMm: number): 'too-thick' | 'too-thin' | null {
  if (kind === 'telangiectasia') return diameterMm > TELANGIECTASIA_MAX_MM ? 'too-thick' : null;
  if (kind === 'reticular') return diameterMm > RETICULAR_MAX_MM ? 'too-thick' : null;
  return diameterMm <= RETICULAR_MAX_MM ? 'too-thin' : null;
}

/** The layer in which a kind of vein lies. */
export function depthOf(kind: VeinKind): VeinDepth {
  return ({ telangiectasia: 'intradermal', reticular: 'subdermal', varicose: 'subcutaneous' } as const)[kind];
}
