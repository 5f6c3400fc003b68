import type { VeinChange, VeinComparison } from '../../shared/domain/leg-map/compare-maps.ts';
import type { DayEvent, HistoryDay, LifeState, VeinOn } from '../../shared/domain/leg-map/timeline.ts';
import { daysBetween, type CalendarDate } from '../../shared/kernel/time.ts';
import type { Vein } from '../../shared/domain/leg-map/vein.ts';
import { dateText, dayMonthText, mlExactText, NBSP } from './format.ts';
import { ASPECT_WORDS, DEPTH_WORDS, veinWords } from './map-text.ts';

/** What is on a map on one day. */
export interface MapCounts {
  readonly veins: number;
  readonly injected: number;
  readonly cleared: number;
}

/** `Session 2`, `S2, review`, `review`, `mapped`: under a tick, so it has to be short. */
export function eventWords({ events }: HistoryDay): string {
  const treated = events.filter(({ kind }) => kind !== 'mapped');
  const [only, second] = treated;
  if (only === undefined) return 'mapped';
  return second === undefined
    ? wordOf(only, 'Session ')
    : treated.map((event) => wordOf(event, 'S')).join(', ');
}

function wordOf(event: DayEvent, session: string): string {
  return event.kind === 'session' ? `${session}${String(event.number)}` : event.kind;
}

/** `8 Oct`, with the year where the tick before it was in another one. */
export function tickDate(date: CalendarDate, before: CalendarDate | null): string {
  return before?.slice(0, 4) === date.slice(0, 4) ? dayMonthText(date) : dateText(date);
}

/** `8 Oct 2026, session 2, 14 veins, 3 injected`: what a screen reader says of a place on the slider. */
export function stopText(day: HistoryDay | null, counts: MapCounts): string {
  const { veins, injected, cleared } = counts;
  return [
    day === null ? 'Now' : dateText(day.onDate),
    ...(day === null ? [] : day.events.map((event) => wordOf(event, 'session '))),
    counted(veins, 'vein'),
    ...(injected === 0 ? [] : [`${String(injected)} injected`]),
    ...(cleared === 0 ? [] : [`${String(cleared)} cleared`]),
  ].join(', ');
}

/** `8 Oct 2026 · Session 2`: a day to choose. */
export function dayChoiceText(day: HistoryDay): string {
  return `${dateText(day.onDate)} · ${eventWords(day)}`;
}

/** `5 years`, `14 months`: a pause that is drawn short. Rounded down. */
export function pauseText(days: number): string {
  const years = Math.floor(days / 365.25);
  return years >= 2 ? `${String(years)} years` : `${String(Math.floor(days / 30.44))} months`;
}

/** `1 vein`, `14 veins`. */
export function counted(count: number, one: string): string {
  return `${String(count)} ${one}${count === 1 ? '' : 's'}`;
}

/** `12 weeks later`, `3 days later`. */
export function laterText(from: CalendarDate, to: CalendarDate): string {
  const days = daysBetween(from, to);
  if (days === 0) return 'the same day';
  if (days >= 730) return `${pauseText(days)} later`;
  return days >= 14 ? `${String(Math.floor(days / 7))} weeks later` : `${counted(days, 'day')} later`;
}

/** Says plainly that the map is one of the past. */
export function pastText(date: CalendarDate): string {
  return `As it was on ${dateText(date)}`;
}

export const TIME_WORDS = {
  slider: 'Map on',
  now: 'Now',
  play: 'Play the map through its dates',
  pause: 'Stop playing',
  next: 'Next date',
  earlier: 'Earlier date',
  later: 'Later date',
  backToNow: 'Back to now',
  readOnly: 'read only',
  loading: 'Loading the days of this map …',
  noPast: 'Nothing on this map yet: its days will stand here.',
  before: 'Before',
  after: 'After',
  compare: 'Compare two dates',
  compareShort: 'Compare',
  nothingToCompare: 'Only one day so far: a second one is needed to compare.',
  close: 'Close',
  lengthNote: 'Lengths by the scale of the later day; of a web its longer side.',
  noVeins: 'No such veins.',
} as const;

/** The maps of a review. */
export const REVIEW_MAP_WORDS = {
  layout: 'Maps',
  layouts: { one: 'As rated', 'side-by-side': 'Before and after', swiped: 'Swipe' },
  asRated: 'as rated',
  loading: 'Loading the map before treatment …',
} as const;

export const CHANGE_WORDS: Readonly<Record<VeinChange, string>> = {
  gone: 'Gone',
  changed: 'Changed',
  unchanged: 'Unchanged',
  new: 'New',
};

/** What became of a vein, beyond its class: `cleared`, `erased from the map`, `ø 0.4 → 0.8 mm`, `better`, `6 injections`. */
export function becameWords({ change, from, to }: VeinComparison): readonly string[] {
  if (change === 'gone') return [to === null ? 'erased from the map' : 'cleared'];
  if (from === null || to === null) return [];
  const since = to.injections - from.injections;
  return [
    ...(change === 'new' ? ['seen again'] : [...differences(from.vein, to.vein), ...responseWords(from, to)]),
    ...(since > 0 ? [counted(since, 'injection')] : []),
  ];
}

/** How a vein was judged on the later day, where that is another verdict: `better`, `worse`, `no longer better`. */
export function responseWords(from: VeinOn | null, to: VeinOn | null): readonly string[] {
  if (from === null || to === null || from.response === to.response) return [];
  if (to.response === 'better' || to.response === 'worse') return [to.response];
  return from.response === 'better' || from.response === 'worse' ? [`no longer ${from.response}`] : [];
}

function differences(a: Vein, b: Vein): readonly string[] {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  return [
    ...(a.aspect === b.aspect ? [] : [`${ASPECT_WORDS[a.aspect]} → ${ASPECT_WORDS[b.aspect]}`.toLowerCase()]),
    ...(a.kind === b.kind && a.pattern === b.pattern && a.colour === b.colour
      ? []
      : [`was ${veinWords(a).toLowerCase()}`]),
    ...(a.diameterMm === b.diameterMm
      ? []
      : [`ø ${a.diameterMm.toFixed(1)} → ${b.diameterMm.toFixed(1)} mm`]),
    ...(a.depth === b.depth ? [] : [DEPTH_WORDS[b.depth].toLowerCase()]),
    ...(same(a.path, b.path) && same(a.branches, b.branches) ? [] : ['drawn anew']),
  ];
}

const LIFE_WORDS: Readonly<Record<LifeState, string>> = {
  mapped: 'mapped',
  injected: 'injected',
  responding: 'better',
  cleared: 'cleared',
  recurred: 'seen again',
  new: 'new',
  'carried-over': 'carried over, to be confirmed',
};

/** `cleared · 2.7 mL, session 1`: where a vein stood in its life on a day, and what it had been given. */
export function lifeText({ state, injections, volumeUl, sessionNumbers, response }: VeinOn): string {
  const word = state === 'recurred' && response === 'worse' ? 'worse' : LIFE_WORDS[state];
  if (injections === 0) return word;
  const sessions = `session${sessionNumbers.length === 1 ? '' : 's'} ${sessionNumbers.join(', ')}`;
  return `${word} · ${mlExactText(volumeUl)}, ${sessions}`;
}

/** `297 mm`; `120 → 48 mm` where the length was another one and is still one. */
export function lengthsText({ fromMm, toMm }: { readonly fromMm: number; readonly toMm: number }): string {
  const both = fromMm !== toMm && fromMm > 0 && toMm > 0;
  return both ? `${String(fromMm)} → ${String(toMm)}${NBSP}mm` : `${String(Math.max(fromMm, toMm))}${NBSP}mm`;
}
