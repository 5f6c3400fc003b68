import { REGIONS, type Region } from '../leg-map/region.ts';
import { wilsonInterval, type ShareInterval } from './wilson.ts';

/** A response is counted from so many days after the last injection on: before that it can still change from week to week. */
export const COUNTED_AFTER_DAYS = 42;
/** A case that nobody has reviewed for twice the usual twelve weeks after its last session counts as lost to follow-up. */
export const LOST_AFTER_DAYS = 168;
/** With fewer veins a percentage would say more than is known. */
export const FEWEST_FOR_A_SHARE = 5;

export const COUNTED_OUTCOMES = ['cleared', 'better', 'same', 'worse'] as const;
export const UNCOUNTED_OUTCOMES = ['not-seen', 'not-rated', 'too-early', 'treated-since'] as const;
export const OUTCOMES = [...COUNTED_OUTCOMES, ...UNCOUNTED_OUTCOMES] as const;
/**
 * What became of a treated vein that a review has had before it: its latest response, or why none counts. `not-seen`: looked for
 * and not judged; `not-rated`: left out of the review; `too-early`: rated within six weeks alone; `treated-since`: injected again
 * after its last review.
 */
export type Outcome = (typeof OUTCOMES)[number];
export type CountedOutcome = (typeof COUNTED_OUTCOMES)[number];

export const DIMENSIONS = ['kind', 'diameter', 'preparation', 'dose', 'skin'] as const;
/** By what veins are told apart. */
export type Dimension = (typeof DIMENSIONS)[number];

/** A class of figures: it holds what is below (or, `upTo`, at most) its bound and is in no class before; the last has none. */
export interface FigureClass {
  readonly key: string;
  readonly below?: number;
  readonly upTo?: number;
}

/** Millimetres. At 1 and 3 mm the kinds end (telangiectasias up to 1 mm, reticular veins up to 3 mm). */
export const DIAMETER_CLASSES: readonly FigureClass[] = [
  { key: 'under-0.5', below: 0.5 },
  { key: '0.5-1', upTo: 1 },
  { key: '1-2', upTo: 2 },
  { key: '2-3', upTo: 3 },
  { key: 'over-3' },
];

/** Microlitres in each centimetre of vein. */
export const DOSE_CLASSES: readonly FigureClass[] = [
  { key: 'under-0.05', below: 50 },
  { key: '0.05-0.1', below: 100 },
  { key: '0.1-0.2', below: 200 },
  { key: '0.2-0.4', below: 400 },
  { key: '0.4-up' },
];

/** What is not known of a vein, or is not one thing: its own class, never left out. */
export const UNKNOWN = 'unknown';
export const SEVERAL = 'several';

export const LEG_PARTS = ['hip', 'thigh', 'knee', 'leg', 'ankle', 'foot'] as const;
/** A part of the leg from above downward; "leg" is the part between knee and ankle. */
export type LegPart = (typeof LEG_PARTS)[number];

/** The regions of a part of the leg. */
export function regionsOf(part: LegPart): readonly Region[] {
  return REGIONS.filter((region) => partOf(region) === part);
}

function partOf(region: Region): LegPart {
  const named = LEG_PARTS.find((part) => region.startsWith(`${part}-`));
  if (named) return named;
  switch (region) {
    case 'popliteal-fossa':
      return 'knee';
    case 'calf-posterior':
      return 'leg';
    case 'medial-malleolus':
    case 'lateral-malleolus':
      return 'ankle';
    case 'heel':
      return 'foot';
    default:
      return 'hip';
  }
}

/** How many veins of one class in each dimension had one outcome, and what was left beside them. */
export interface ResponseCell {
  readonly classes: Readonly<Record<Dimension, string>>;
  readonly outcome: Outcome;
  readonly veins: number;
  readonly matting: number;
  readonly pigmentation: number;
  readonly ulcer: number;
}

export const LEFT_BESIDE = ['matting', 'pigmentation', 'ulcer'] as const;

/** A line of a table: all veins of a class. */
export interface ResponseLine {
  readonly key: string;
  /** Veins whose response counts. */
  readonly n: number;
  readonly counts: Readonly<Record<CountedOutcome | (typeof LEFT_BESIDE)[number], number>>;
  /** Veins that are left out, by the reason. */
  readonly leftOut: Readonly<Record<(typeof UNCOUNTED_OUTCOMES)[number], number>>;
}

/** All cells as one line. */
export function responseLine(cells: readonly ResponseCell[], key: string): ResponseLine {
  const of = (outcome: Outcome) =>
    sum(cells.filter((cell) => cell.outcome === outcome).map(({ veins }) => veins));
  const counted = cells.filter(({ outcome }) => isCounted(outcome));
  const beside = (effect: (typeof LEFT_BESIDE)[number]) => sum(counted.map((cell) => cell[effect]));
  return {
    key,
    n: sum(counted.map(({ veins }) => veins)),
    counts: {
      cleared: of('cleared'),
      better: of('better'),
      same: of('same'),
      worse: of('worse'),
      matting: beside('matting'),
      pigmentation: beside('pigmentation'),
      ulcer: beside('ulcer'),
    },
    leftOut: {
      'not-seen': of('not-seen'),
      'not-rated': of('not-rated'),
      'too-early': of('too-early'),
      'treated-since': of('treated-since'),
    },
  };
}

/** A line for each class that has veins, in the order of the classes and never by their results. */
export function responseTable(cells: readonly ResponseCell[], dimension: Dimension): readonly ResponseLine[] {
  return classesIn(cells, dimension).map((key) =>
    responseLine(
      cells.filter(({ classes }) => classes[dimension] === key),
      key,
    ),
  );
}

/** The classes of a dimension that have veins, in their own order: small before large, weak before strong, unknown last. */
export function classesIn(cells: readonly ResponseCell[], dimension: Dimension): readonly string[] {
  const keys = [...new Set(cells.map(({ classes }) => classes[dimension]))];
  return keys.toSorted((a, b) => compare(placeOf(dimension, a), placeOf(dimension, b)));
}

const KINDS = ['telangiectasia', 'reticular', 'varicose'];
const SKINS = ['I', 'II', 'III', 'IV', 'V', 'VI'];
const LAST = Number.MAX_SAFE_INTEGER;

function placeOf(dimension: Dimension, key: string): number {
  if (key === UNKNOWN) return LAST;
  if (key === SEVERAL) return LAST - 1;
  switch (dimension) {
    case 'kind':
      return KINDS.indexOf(key);
    case 'diameter':
      return DIAMETER_CLASSES.findIndex((each) => each.key === key);
    case 'dose':
      return DOSE_CLASSES.findIndex((each) => each.key === key);
    case 'skin':
      return SKINS.indexOf(key);
    case 'preparation': {
      const [form, strength] = key.split(':');
      return Number(strength) + (form === 'foam' ? 1_000_000 : 0);
    }
  }
}

/** The share of a count with its interval; null where too few veins were counted for one. */
export function shareOf(count: number, n: number): ShareInterval | null {
  return n < FEWEST_FOR_A_SHARE ? null : wilsonInterval(count, n);
}

/** Whether an outcome is a response that counts. */
export function isCounted(outcome: Outcome): boolean {
  return COUNTED_OUTCOMES.some((counted) => counted === outcome);
}

const sum = (figures: readonly number[]) => figures.reduce((all, figure) => all + figure, 0);
const compare = (a: number, b: number) => a - b;
