import type { DoseWish } from '../steps/map-and-plan.ts';
import type { VeinWish } from '../veins/draw-leg.ts';

/** The shin, as it was years ago. */
export const SHIN: readonly VeinWish[] = [
  { at: 'front of leg', diameterMm: 1.4 },
  { at: 'web, front of leg', fedBy: 'front of leg' },
];

export const RIGHT: readonly VeinWish[] = [
  { at: 'outer thigh, long', diameterMm: 2 },
  { at: 'hollow of the knee', diameterMm: 1.8 },
  { at: 'web, outer thigh', fedBy: 'outer thigh, long' },
  { at: 'web, inner knee', sizeMm: [44, 54] },
  { at: 'web, outer knee', colour: 'purple', fedBy: 'outer thigh, long' },
  { at: 'line, front of thigh' },
];

export const LEFT: readonly VeinWish[] = [
  { at: 'outer thigh, long', diameterMm: 2.2 },
  { at: 'outer thigh, front', diameterMm: 1.8 },
  { at: 'web, outer knee', fedBy: 'outer thigh, long' },
  { at: 'web, outer thigh', colour: 'purple', fedBy: 'outer thigh, long' },
  { at: 'hollow of the knee', diameterMm: 2 },
  { at: 'back of thigh', diameterMm: 1.6 },
  { at: 'web, calf', colour: 'purple', fedBy: 'hollow of the knee' },
  { at: 'inner knee', diameterMm: 1.5 },
  { at: 'web, inner knee', diameterMm: 0.4, fedBy: 'inner knee' },
  { at: 'fan, inner ankle', note: 'Duplex: no reflux in the great or small saphenous vein.' },
  { at: 'line, front of thigh' },
  { at: 'web, front of thigh', diameterMm: 0.4, fedBy: 'outer thigh, front' },
];

const reticular = (punctures: number): DoseWish => ({ punctures, volumePerPunctureUl: 300 });
const web = (punctures: number): DoseWish => ({ punctures, volumePerPunctureUl: 200 });
const line = (punctures: number): DoseWish => ({ punctures, volumePerPunctureUl: 100 });

/** What the surgeon decided for each vein. */
export const DOSES: Readonly<Record<string, DoseWish>> = {
  R1: reticular(7),
  R2: reticular(5),
  R3: web(7),
  R4: web(6),
  R5: web(8),
  R6: line(4),
  L1: { ...reticular(9), locked: true },
  L2: reticular(5),
  L3: web(8),
  L4: web(7),
  L5: reticular(5),
  L6: reticular(4),
  L7: web(6),
  L8: reticular(4),
  L9: web(7),
  L10: { punctures: 6, volumePerPunctureUl: 100, strengthUgPerMl: 2_500 },
  L11: line(3),
  L12: web(5),
};
