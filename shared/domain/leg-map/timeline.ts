import type { VeinId } from '../../kernel/ids.ts';
import type { CalendarDate } from '../../kernel/time.ts';
import type { DatedInjection, MapFacts } from './map-facts.ts';
import type { MapMark } from './map-mark.ts';
import { mapScale } from './measure.ts';
import { LEGS, type Vein } from './vein.ts';
import { livesOn, UNTOUCHED, type VeinCourse, type VeinLife } from './vein-life.ts';

/** What happened on a day. */
export type DayEvent =
  | { readonly kind: 'mapped' }
  | { readonly kind: 'session'; readonly number: number }
  | { readonly kind: 'review' };

/** A day on which something happened to the leg or to its map. */
export interface HistoryDay {
  readonly onDate: CalendarDate;
  /** The mapping first, then the sessions by number, then the review. */
  readonly events: readonly DayEvent[];
}

/** The days on which the map was changed, a session took place or a review was made, the oldest first. */
export function datesOf(facts: MapFacts): readonly HistoryDay[] {
  const mapped = new Set([...facts.veins, ...facts.marks].map(({ onDate }) => onDate));
  const reviewed = new Set(facts.reviews.map(({ onDate }) => onDate));
  const days = new Set([...mapped, ...facts.sessions.map(({ onDate }) => onDate), ...reviewed]);
  return [...days].toSorted().map((day) => ({
    onDate: day,
    events: [
      ...(mapped.has(day) ? [{ kind: 'mapped' } as const] : []),
      ...facts.sessions
        .filter(({ onDate }) => onDate === day)
        .map(({ number }) => ({ kind: 'session', number }) as const),
      ...(reviewed.has(day) ? [{ kind: 'review' } as const] : []),
    ],
  }));
}

/** Where a vein stands in its life on a day. What is planned is an intention and no part of it. */
export type LifeState =
  | VeinCourse
  /** Found at the last review before that day or since; before the first review: since the day of the first session. */
  | 'new'
  /** Taken from an older map and not confirmed since. Comes before all else: what is drawn there may not hold any more. */
  | 'carried-over';

/** A vein as it was mapped at the end of a day, and where it stood in its life then. */
export interface VeinOn extends Omit<VeinLife, 'course'> {
  readonly vein: Vein;
  readonly state: LifeState;
}

/** The map at the end of a day. */
export interface MapOn {
  readonly onDate: CalendarDate;
  /** By leg and number, erased ones left out. */
  readonly veins: readonly VeinOn[];
  readonly marks: readonly MapMark[];
  /** All up to that day, struck-out ones among them. */
  readonly injections: readonly DatedInjection[];
  /** Millimetres of the patient per millimetre of the reference leg, by what was measured up to that day. */
  readonly heightScale: number;
}

/** The leg at the end of a day: its veins as they were mapped then, each with its life up to then. */
export function mapOn(facts: MapFacts, date: CalendarDate): MapOn {
  const version = versionOn(facts, date);
  const lives = livesOn(facts, date);
  const isNew = newOn(facts, date);
  const veins = lastOf(facts.veins, version, ({ veinId }) => veinId).flatMap(({ vein }) => vein ?? []);
  const marks = lastOf(facts.marks, version, ({ markId }) => markId).flatMap(({ mark }) => mark ?? []);
  return {
    onDate: date,
    veins: veins.toSorted(byLegAndNumber).map((vein) => {
      const { course, ...life } = lives.get(vein.id) ?? UNTOUCHED;
      return { vein, ...life, state: stateOf(vein, course, isNew) };
    }),
    marks,
    injections: facts.injections.filter(({ onDate }) => onDate <= date),
    heightScale: mapScale({
      heightMm: facts.heightMm,
      scaleMark: marks.find((mark) => mark.mark === 'scale') ?? null,
    }),
  };
}

/** The highest version that was made up to the end of a day, as the core counts it; 0: nothing was mapped yet. */
function versionOn(facts: MapFacts, date: CalendarDate): number {
  return [...facts.veins, ...facts.marks].reduce(
    (highest, { onDate, version }) => (onDate <= date ? Math.max(highest, version) : highest),
    0,
  );
}

/** Of every vein or mark the last state up to a version. */
function lastOf<T extends { readonly version: number }>(
  versions: readonly T[],
  upTo: number,
  idOf: (version: T) => string,
): readonly T[] {
  const last = new Map<string, T>();
  for (const version of versions) {
    const before = last.get(idOf(version));
    if (version.version <= upTo && (!before || before.version <= version.version)) {
      last.set(idOf(version), version);
    }
  }
  return [...last.values()];
}

function byLegAndNumber(a: Vein, b: Vein): number {
  return LEGS.indexOf(a.leg) - LEGS.indexOf(b.leg) || a.number - b.number;
}

function stateOf(vein: Vein, course: VeinCourse, isNew: (id: VeinId) => boolean): LifeState {
  if (vein.carriedOverFrom !== null) return 'carried-over';
  if (course !== 'mapped') return course;
  return isNew(vein.id) ? 'new' : 'mapped';
}

/** Tells which veins are new on a day. A vein that came from an older map was never new. */
function newOn(facts: MapFacts, date: CalendarDate): (id: VeinId) => boolean {
  const review = facts.reviews.findLast(({ onDate }) => onDate < date)?.onDate;
  const [treatedFrom] = facts.sessions.map(({ onDate }) => onDate).toSorted();
  const firstSeen = new Map<VeinId, CalendarDate>();
  const carriedOver = new Set<VeinId>();
  for (const { veinId, onDate, vein } of facts.veins) {
    if (onDate > date) continue;
    if (!firstSeen.has(veinId)) firstSeen.set(veinId, onDate);
    if (vein !== null && vein.carriedOverFrom !== null) carriedOver.add(veinId);
  }
  return (id) => {
    const seen = firstSeen.get(id);
    if (seen === undefined || carriedOver.has(id)) return false;
    if (review !== undefined) return seen >= review;
    return treatedFrom !== undefined && seen > treatedFrom;
  };
}
