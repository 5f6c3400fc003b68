import type { VeinWish } from '../veins/draw-leg.ts';

/** Veins that are often found together, each set with its feeder first. */
export const OUTER_THIGH: readonly VeinWish[] = [
  { at: 'outer thigh, long', diameterMm: 2.1 },
  { at: 'web, outer knee', fedBy: 'outer thigh, long' },
  { at: 'web, outer thigh', colour: 'purple', fedBy: 'outer thigh, long' },
];

export const OUTER_THIGH_FRONT: readonly VeinWish[] = [
  { at: 'outer thigh, front', diameterMm: 1.8 },
  { at: 'web, front of thigh', fedBy: 'outer thigh, front' },
];

export const HOLLOW_OF_KNEE: readonly VeinWish[] = [
  { at: 'hollow of the knee', diameterMm: 2 },
  { at: 'web, calf', colour: 'purple', fedBy: 'hollow of the knee' },
];

export const BACK_OF_THIGH: readonly VeinWish[] = [
  { at: 'back of thigh', diameterMm: 1.6 },
  { at: 'web, back of thigh', fedBy: 'back of thigh' },
];

export const INNER_KNEE: readonly VeinWish[] = [
  { at: 'inner knee', diameterMm: 1.5 },
  { at: 'web, inner knee', diameterMm: 0.4, fedBy: 'inner knee' },
];

export const INNER_THIGH: readonly VeinWish[] = [
  { at: 'inner thigh', diameterMm: 1.5 },
  { at: 'web, inner thigh', fedBy: 'inner thigh' },
];

export const INNER_ANKLE: readonly VeinWish[] = [
  { at: 'fan, inner ankle', note: 'Corona-like fan: duplex done, no reflux in the saphenous veins.' },
];
