import type { MapMark } from '../../shared/domain/leg-map/map-mark.ts';
import type { PlanItem } from '../../shared/domain/plan/plan.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import type { Aspect, Leg } from '../../shared/domain/leg-map/vein.ts';
import { dateText, legWord, mlEnteredText, preparationText } from './format.ts';
import { ASPECT_WORDS } from './map-text.ts';

/** The list beside the map. */
export const LIST_WORDS = {
  veins: 'Veins',
  marks: 'Marks',
  what: 'What is listed',
  columns: {
    number: 'No.',
    kind: 'Kind',
    region: 'Region',
    size: 'Size mm',
    diameter: 'ø mm',
    session: 'Plan',
  },
  sortBy: 'Columns',
  sortByColumn: {
    number: 'Sort by number',
    kind: 'Sort by kind',
    region: 'Sort by region, from the thigh down',
    size: 'Sort by length, or by the longer side of a web',
    diameter: 'Sort by diameter',
    session: 'Sort by planned session',
  },
  filter: 'Filter the list',
  filterText: 'Find in the list',
  filterHint: 'Label, kind, region or note',
  anyKind: 'Every kind',
  anyRegion: 'Every region',
  anySession: 'Planned or not',
  session: (number: number) => `Session ${String(number)}`,
  notPlanned: 'not planned',
  notPlannedOption: 'Not planned',
  onlyToConfirm: 'Only to be confirmed',
  showAll: 'Show all',
  shownOf: (shown: number, all: number) => `${String(shown)} of ${String(all)} shown`,
  hiddenSelected: (count: number) => `${String(count)} selected but hidden by the filter`,
  toConfirm: (count: number) => `${String(count)} to confirm`,
  toBeConfirmed: 'to be confirmed',
  confirmViews: 'Seen now, all of:',
  confirmView: (leg: Leg, aspect: Aspect, count: number) =>
    `${legWord(leg)}, ${ASPECT_WORDS[aspect]} (${String(count)})`,
  treated: 'treated',
  treatedOnly: 'Treated; nothing more planned',
  carriedOver: (date: CalendarDate) => `Carried over from ${dateText(date)}, to be confirmed`,
  noVeins: 'No veins mapped here yet.',
  noVeinsYet: 'No veins mapped here yet. Press L to draw a line vein, W for a web, A to add one by figures.',
  noneFound: 'No vein passes the filter.',
  noMarks: 'No sites, notes or measured distance here yet.',
  add: 'Add',
  byFigures: { veins: 'a vein by figures', marks: 'a mark by figures' },
} as const;

/** `Site on L3`, `Free site`, `Note: varicose below`, `Measured 182 mm`: a mark in a line. */
export function markWords(mark: MapMark, veinLabel: string | null): string {
  if (mark.mark === 'note')
    return `Note: ${mark.text}${mark.carriedOverFrom === null ? '' : ` (from ${dateText(mark.carriedOverFrom)})`}`;
  if (mark.mark === 'scale') return `Measured ${String(mark.distanceMm)} mm`;
  const site = veinLabel === null ? 'Free site' : `Site on ${veinLabel}`;
  return mark.note === '' ? site : `${site}: ${mark.note}`;
}

/** The fields of a vein, a mark, or of a vein that is added. */
export const FIELD_WORDS = {
  leg: 'Leg',
  view: 'View',
  pattern: 'Pattern',
  region: 'Region',
  height: 'Above sole mm',
  across: (zero: string) => `From ${zero} %`,
  length: 'Length mm',
  webAcross: 'Width mm',
  webDown: 'Height mm',
  run: 'Runs',
  runs: {
    down: 'Down',
    'down-inwards': (zero: string) => `To ${zero}`,
    'down-outwards': (hundred: string) => `To ${hundred}`,
    across: 'Across',
  },
  kind: 'Kind',
  colour: 'Colour',
  diameter: 'Diameter mm',
  depth: 'Depth',
  feeder: 'Fed by',
  noFeeder: 'no feeder',
  note: 'Note',
  text: 'Text',
  site: 'Belongs to',
  freeSite: 'no vein: free site',
  distance: 'On the patient mm',
  mixed: 'several',
  what: 'What',
  marks: { note: 'Note', site: 'Injection site', scale: 'Distance' },
  upperEnd: 'Upper end mm',
  lowerEnd: 'Lower end mm',
} as const;

/** What is wrong with a figure that was typed. */
export const FIGURE_PROBLEMS = {
  diameter: '0.1 to 20 mm, in tenths',
  range: (min: number, max: number) => `${String(min)} to ${String(max)}, a whole number`,
  atMost: (mm: number) => `There is room for ${String(mm)} mm here.`,
  noRoom: 'There is no room for it here.',
  lower: 'Lower than the upper end, above the sole.',
  noWords: 'A note needs words.',
  offLeg: 'Part of it would not lie on the leg.',
  implausible: 'No leg differs so much: measure again, or draw the distance again.',
} as const;

type PlannedDose = Pick<PlanItem, 'punctures' | 'volumePerPunctureUl' | 'preparation'>;

/** The panel under the list. */
export const PANEL_WORDS = {
  vein: (label: string) => `Vein ${label}`,
  erase: (what: string) => `Erase ${what}`,
  given: (volume: string) => `given ${volume}`,
  notPlanned: 'not planned',
  session: (number: number) => `Session ${String(number)}`,
  region: 'Region',
  size: 'Size',
  length: 'Length',
  area: 'Area',
  feeds: 'Feeds',
  planned: 'Planned',
  plannedDose: ({ punctures, volumePerPunctureUl, preparation }: PlannedDose) =>
    `${String(punctures)} × ${mlEnteredText(volumePerPunctureUl)} of ${preparationText(preparation)}`,
  carriedOver: (date: CalendarDate) => `Carried over from the map of ${dateText(date)}, not seen again yet.`,
  confirm: 'Confirm: seen now',
  noteCarriedOver: (date: CalendarDate) => `From the map of ${dateText(date)}. Does it still hold?`,
  confirmNote: 'Yes, it still holds',
  confirmAll: (count: number) =>
    count === 1
      ? 'Confirm the carried-over one: seen now'
      : `Confirm the ${String(count)} carried-over ones: seen now`,
  lastState: (state: string) => `At the end of the earlier case: ${state}.`,
  place: 'Place and length',
  points: (count: number) => `Points of the course (${String(count)})`,
  pointHeight: (number: number) => `Point ${String(number)}, height mm`,
  pointAcross: (number: number) => `Point ${String(number)}, across %`,
  addPoint: (number: number) => `Add a point after point ${String(number)}`,
  removePoint: (number: number) => `Remove point ${String(number)}`,
  manyPoints: (count: number, shown: number) =>
    `The first ${String(shown)} of ${String(count)} points. All can be moved on the map.`,
  branches: (count: number) => `${String(count)} side ${count === 1 ? 'branch' : 'branches'}`,
  removeBranch: 'Remove the last one',
  next: (pattern: string) => `Next ${pattern}`,
  several: (count: number) => `${String(count)} selected`,
  severalName: 'Several veins',
  counts: (veins: number, marks: number) =>
    [
      veins > 0 ? `${String(veins)} ${veins === 1 ? 'vein' : 'veins'}` : '',
      marks > 0 ? `${String(marks)} ${marks === 1 ? 'mark' : 'marks'}` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  totalLength: 'Lines, together',
  totalArea: 'Webs, together',
  forAll: 'For all of them',
  actions: {
    join: 'Join',
    mirror: 'Mirror',
    duplicate: 'Duplicate',
    copy: 'Copy',
    'erase-selected': 'Erase',
  },
  addTitle: 'Add a vein by figures',
  addNow: 'Add vein',
  addMarkTitle: 'Add a mark by figures',
  addMarkNow: 'Add mark',
  cancel: 'Cancel',
  scale: 'Scale',
  site: 'Site',
  noteTitle: 'Note',
  removeScale: 'Remove the measured distance',
  scaleSays: (measured: number, factor: string) =>
    `Scale: measured ${String(measured)} mm = ${factor} × reference`,
  scaleByHeight: 'Without it the map follows the body height.',
  measureTitle: 'Measured distance',
  measureHint: (drawn: number) => `The line is ${String(drawn)} mm on the map as it is scaled now.`,
  measureTake: 'Set the scale',
} as const;

/** The menu of the layers. */
export const LAYER_WORDS = {
  title: 'Layers',
  button: (on: number, all: number) => (on === all ? 'Layers' : `Layers ${String(on)} of ${String(all)}`),
  names: {
    veins: 'Veins',
    plan: 'Plan',
    injections: 'Injections',
    response: 'Response',
    notes: 'Sites and notes',
    regions: 'Regions',
  },
  strength: (layer: string) => `Strength of ${layer}`,
  onOff: (layer: string) => `Layer on or off: ${layer}`,
  showAll: 'Show all layers in full',
} as const;

/** What of the legs is looked at. */
export const LOOK_WORDS = {
  count: 'How many views',
  views: 'Views',
  counts: { 1: '1', 2: '2', 4: '4', 8: '8' },
  one: '1 view',
  two: '2 views',
  four: '4 views: one leg',
  eight: '8 views: both legs',
  all: (count: number) => `${String(count)} views`,
  only: (aspect: string) => `${aspect} only`,
  pair: (first: string, second: string) => `${first} + ${second.toLowerCase()}`,
  open: (view: string) => `Fill the screen with ${view}`,
  goBack: 'Back to the views before',
  bothLegs: 'Look at both legs',
  leg: (leg: string) => `Look at the ${leg} leg`,
} as const;

/** The signs on the map. */
export const LEGEND_WORDS = {
  title: 'Legend',
  nothing: 'No veins mapped on this leg yet',
  hidden: 'Veins are switched off',
  plannedSession: 'planned',
  injected: 'Injected',
  responding: 'Responding',
  cleared: 'Cleared',
  recurred: 'Recurred',
  new: 'New',
  carriedOver: 'Carried over',
  site: 'Site',
  note: 'Note',
  scale: 'Measured',
} as const;

/** The switch below the tools. */
export const PEN_MODE_WORDS = {
  short: 'Pen',
  on: 'Only a pen draws; fingers move the view. Press to draw with fingers again.',
  off: 'Let only a pen draw; fingers move the view',
} as const;
