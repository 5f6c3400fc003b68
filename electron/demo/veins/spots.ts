import type { Aspect } from '../../../shared/domain/leg-map/vein.ts';
import type { Place } from './inside-leg.ts';

/** A place where C1 veins are found, as it lies on the left leg. */
export type Spot = { readonly aspect: Aspect } & (
  | { readonly shape: 'feeder' | 'line'; readonly guide: readonly Place[] }
  | { readonly shape: 'web'; readonly centre: Place; readonly sizeMm: readonly [number, number] }
  | { readonly shape: 'fan'; readonly apex: Place; readonly reachMm: number }
);

/** The classic fields: outer thigh and knee, hollow of the knee, back of the thigh, inner knee, ankle. */
export const SPOTS = {
  'outer thigh, long': {
    aspect: 'lateral',
    shape: 'feeder',
    guide: [
      [0.69, 658],
      [0.57, 612],
      [0.59, 566],
      [0.68, 514],
      [0.74, 456],
      [0.66, 418],
      [0.7, 384],
    ],
  },
  'outer thigh, front': {
    aspect: 'lateral',
    shape: 'feeder',
    guide: [
      [0.25, 625],
      [0.31, 578],
      [0.24, 533],
      [0.33, 488],
      [0.32, 460],
    ],
  },
  'outer leg': {
    aspect: 'lateral',
    shape: 'feeder',
    guide: [
      [0.5, 338],
      [0.4, 300],
      [0.48, 255],
      [0.42, 215],
    ],
  },
  'back of thigh': {
    aspect: 'posterior',
    shape: 'feeder',
    guide: [
      [0.68, 624],
      [0.74, 585],
      [0.66, 545],
      [0.74, 510],
      [0.7, 480],
    ],
  },
  'back of thigh, outer': {
    aspect: 'posterior',
    shape: 'feeder',
    guide: [
      [0.3, 650],
      [0.34, 600],
      [0.25, 552],
      [0.3, 510],
    ],
  },
  'hollow of the knee': {
    aspect: 'posterior',
    shape: 'feeder',
    guide: [
      [0.35, 486],
      [0.44, 458],
      [0.42, 421],
      [0.55, 386],
      [0.6, 350],
    ],
  },
  calf: {
    aspect: 'posterior',
    shape: 'feeder',
    guide: [
      [0.6, 262],
      [0.66, 225],
      [0.58, 190],
      [0.62, 155],
    ],
  },
  'inner thigh': {
    aspect: 'medial',
    shape: 'feeder',
    guide: [
      [0.6, 672],
      [0.66, 625],
      [0.57, 580],
      [0.6, 535],
    ],
  },
  'inner knee': {
    aspect: 'medial',
    shape: 'feeder',
    guide: [
      [0.38, 508],
      [0.45, 470],
      [0.34, 432],
      [0.42, 402],
      [0.48, 378],
    ],
  },
  'inner leg': {
    aspect: 'medial',
    shape: 'feeder',
    guide: [
      [0.66, 330],
      [0.56, 285],
      [0.62, 240],
      [0.57, 200],
    ],
  },
  'front of leg': {
    aspect: 'anterior',
    shape: 'feeder',
    guide: [
      [0.72, 330],
      [0.6, 300],
      [0.66, 265],
      [0.54, 230],
    ],
  },
  'front of thigh': {
    aspect: 'anterior',
    shape: 'feeder',
    guide: [
      [0.38, 660],
      [0.3, 612],
      [0.36, 565],
      [0.3, 530],
    ],
  },

  'web, outer thigh': { aspect: 'lateral', shape: 'web', centre: [0.79, 558], sizeMm: [42, 60] },
  'web, outer knee': { aspect: 'lateral', shape: 'web', centre: [0.4, 414], sizeMm: [60, 56] },
  'web, outer thigh, high': { aspect: 'lateral', shape: 'web', centre: [0.42, 640], sizeMm: [52, 46] },
  'web, outer leg': { aspect: 'lateral', shape: 'web', centre: [0.62, 250], sizeMm: [40, 52] },
  'web, outer ankle': { aspect: 'lateral', shape: 'fan', apex: [0.55, 112], reachMm: 55 },
  'web, back of thigh': { aspect: 'posterior', shape: 'web', centre: [0.46, 560], sizeMm: [46, 54] },
  'web, calf': { aspect: 'posterior', shape: 'web', centre: [0.42, 322], sizeMm: [50, 60] },
  'web, inner knee': { aspect: 'medial', shape: 'web', centre: [0.68, 440], sizeMm: [48, 66] },
  'web, inner thigh': { aspect: 'medial', shape: 'web', centre: [0.36, 590], sizeMm: [44, 58] },
  'web, inner leg': { aspect: 'medial', shape: 'web', centre: [0.42, 290], sizeMm: [42, 50] },
  'web, front of thigh': { aspect: 'anterior', shape: 'web', centre: [0.64, 537], sizeMm: [42, 50] },
  'web, front of leg': { aspect: 'anterior', shape: 'web', centre: [0.4, 250], sizeMm: [40, 44] },
  'fan, inner ankle': { aspect: 'medial', shape: 'fan', apex: [0.45, 104], reachMm: 73 },

  'line, front of thigh': {
    aspect: 'anterior',
    shape: 'line',
    guide: [
      [0.7, 602],
      [0.76, 577],
      [0.7, 552],
    ],
  },
  'line, front of knee': {
    aspect: 'anterior',
    shape: 'line',
    guide: [
      [0.22, 500],
      [0.3, 476],
      [0.24, 454],
    ],
  },
  'line, outer knee': {
    aspect: 'lateral',
    shape: 'line',
    guide: [
      [0.55, 452],
      [0.6, 430],
      [0.54, 406],
    ],
  },
  'line, calf': {
    aspect: 'posterior',
    shape: 'line',
    guide: [
      [0.68, 300],
      [0.76, 278],
      [0.7, 254],
    ],
  },
  'line, inner thigh': {
    aspect: 'medial',
    shape: 'line',
    guide: [
      [0.72, 560],
      [0.66, 536],
      [0.7, 510],
    ],
  },
} as const satisfies Record<string, Spot>;

export type SpotName = keyof typeof SPOTS;
