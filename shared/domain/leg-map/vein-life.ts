import { microlitres, type Microlitres } from '../../kernel/units.ts';
import type { VeinId } from '../../kernel/ids.ts';
import type { CalendarDate, Instant } from '../../kernel/time.ts';
import type { Response } from '../outcome/review.ts';
import type { MapFacts } from './map-facts.ts';

/** What happened to a vein, told by what was done and seen since it was mapped. */
export type VeinCourse =
  | 'mapped'
  | 'injected'
  /** Better at a review. */
  | 'responding'
  | 'cleared'
  /** Seen again after it had cleared, or worse than before the treatment. */
  | 'recurred';

/** What a vein's life is told by. */
export type TreatmentFacts = Pick<MapFacts, 'injections' | 'reviews'>;

/** What was done to a vein up to a day, and how it looked. */
export interface VeinLife {
  readonly course: VeinCourse;
  /** Injections that count, and their volume. */
  readonly injections: number;
  readonly volumeUl: Microlitres;
  /** The sessions that gave them, by number. */
  readonly sessionNumbers: readonly number[];
  /** As it looked at the last review that saw it. */
  readonly response: Response | null;
}

export const UNTOUCHED: VeinLife = {
  course: 'mapped',
  injections: 0,
  volumeUl: microlitres(0),
  sessionNumbers: [],
  response: null,
};

/**
 * The life of every vein that was injected or reviewed, up to the end of a day. An injection makes any vein `injected`, whatever
 * it was. `cleared` says so at once. `better` makes it `responding`; `worse` makes it `recurred`; `better` or `same` after
 * `cleared` makes it `recurred`, because it can be seen again, and it stays that until it is injected again or clears. `same`
 * otherwise changes nothing, and `not-seen` says nothing.
 */
export function livesOn(facts: TreatmentFacts, date: CalendarDate): ReadonlyMap<VeinId, VeinLife> {
  const lives = new Map<VeinId, VeinLife>();
  for (const { veinId, happened } of happeningsUntil(facts, date)) {
    lives.set(veinId, happened(lives.get(veinId) ?? UNTOUCHED));
  }
  return lives;
}

interface Happening {
  readonly veinId: VeinId;
  readonly onDate: CalendarDate;
  readonly at: Instant;
  readonly happened: (life: VeinLife) => VeinLife;
}

/** By day; within a day in the order in which they were recorded. */
function happeningsUntil(facts: TreatmentFacts, date: CalendarDate): readonly Happening[] {
  const injections = facts.injections.flatMap((injection): Happening[] => {
    const { veinId, onDate, givenAt: at, sessionNumber, isStruckOut } = injection;
    if (veinId === null || isStruckOut) return [];
    const happened = (life: VeinLife) => injected(life, sessionNumber, injection.dose.volumeUl);
    return [{ veinId, onDate, at, happened }];
  });
  const reviews = facts.reviews.flatMap(({ onDate, recordedAt: at, responses }) =>
    responses.map(({ veinId, response }): Happening => {
      return { veinId, onDate, at, happened: (life) => seen(life, response) };
    }),
  );
  return [...injections, ...reviews]
    .filter(({ onDate }) => onDate <= date)
    .toSorted((a, b) => compare(a.onDate, b.onDate) || compare(a.at, b.at));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function injected(life: VeinLife, sessionNumber: number, volumeUl: Microlitres): VeinLife {
  return {
    ...life,
    course: 'injected',
    injections: life.injections + 1,
    volumeUl: microlitres(life.volumeUl + volumeUl),
    sessionNumbers: [...new Set([...life.sessionNumbers, sessionNumber])].toSorted((a, b) => a - b),
  };
}

function seen(life: VeinLife, response: Response): VeinLife {
  return response === 'not-seen' ? life : { ...life, response, course: courseAfter(life.course, response) };
}

function courseAfter(course: VeinCourse, response: Exclude<Response, 'not-seen'>): VeinCourse {
  if (response === 'cleared') return 'cleared';
  if (response === 'worse' || course === 'cleared' || course === 'recurred') return 'recurred';
  return response === 'better' ? 'responding' : course;
}
