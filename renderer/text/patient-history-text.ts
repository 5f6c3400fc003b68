import { veinLabel, type Leg, type Vein } from '../../shared/domain/leg-map/vein.ts';

/** Words of the patient's page beyond its forms: tabs, summary, timeline, session maps. */
export const historyText = {
  tabs: { overview: 'Overview', timeline: 'Timeline', doses: 'Doses', sessions: 'Sessions' },
  tabsLabel: 'The patient’s record',
  caseChoice: 'Case',
  allCases: 'All cases',
  loading: 'Loading …',
  filter: 'Show',
  all: 'Everything',
  noEvents: 'Nothing of this kind on record.',
  nothingYet: 'Nothing on record yet',
  nothingYetHint: 'Cases, sessions, reviews and everything else that happens will stand here.',
  earlier: (more: number) => `Show earlier (${String(more)} more)`,
  shown: (shown: number, all: number) => `${String(shown)} of ${String(all)}`,
  ofPatient: 'Patient',
  summary: 'At a glance',
  next: 'Next',
  open: 'Open',
  allergies: 'Allergies',
  lastResponse: 'Last response',
  nothingPlanned: 'No session planned',
  nothingOpen: 'Nothing left open',
  notReviewed: 'Not reviewed yet',
  noJudgement: 'improvement not judged',
  previous: 'Earlier session',
  following: 'Later session',
  noEarlier: 'This is the first session',
  noLater: 'This is the latest session',
  noSessions: 'No session held yet',
  noSessionsHint: 'Each session will be here with its map, and what was planned beside what was given.',
  map: 'Map of this session',
  larger: 'Larger',
  smaller: 'Smaller',
  mapHint: 'the legs as they were mapped at the end of that day',
  plannedGiven: 'Planned beside given',
  plannedHint: 'planned: as it stood when the session was opened',
  openRecord: 'Open the record',
  legendGiven: 'given',
  legendStruck: 'struck out',
  legendFree: 'free site',
  legendNotGiven: 'due, not given',
} as const;

/** The columns of what was planned beside what was given. */
export const PLANNED_GIVEN_COLUMNS = ['Vein', 'Planned', 'Given', 'Difference'] as const;

/** `12 injections`, `nothing given; not given: L3, L5` */
export function legGivenText(
  scene: {
    readonly given: Readonly<Record<Leg, number>>;
    readonly notGiven: readonly Pick<Vein, 'leg' | 'number'>[];
  },
  leg: Leg,
): string {
  const count = scene.given[leg];
  const given = count === 0 ? 'nothing given' : `${String(count)} injection${count === 1 ? '' : 's'}`;
  const left = scene.notGiven.filter((vein) => vein.leg === leg).map(veinLabel);
  return left.length === 0 ? given : `${given} · ${historyText.legendNotGiven}: ${left.join(', ')}`;
}
