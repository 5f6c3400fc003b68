import type { CaseId, SessionId } from '../../kernel/ids.ts';
import type { CalendarDate, Instant } from '../../kernel/time.ts';
import type {
  AllergyFact,
  AmendmentFact,
  AssessmentFact,
  CaseFact,
  ComplicationFact,
  ConsentFact,
  MapDayFact,
  MeasurementFact,
  OverrideFact,
  PatientFacts,
  PlanFact,
  ReactionFact,
  ReviewFact,
  SessionFact,
  SignatureFact,
} from './timeline-facts.ts';

/** What a person may ask to see alone. */
export const TIMELINE_TOPICS = [
  'sessions',
  'reviews',
  'reactions',
  'limits',
  'map-and-plan',
  'cases',
  'patient',
] as const;
export type TimelineTopic = (typeof TIMELINE_TOPICS)[number];

/** What happened, and what is known of it. */
export type TimelineContent =
  | { readonly kind: 'case'; readonly fact: CaseFact }
  | { readonly kind: 'assessment'; readonly fact: AssessmentFact; readonly isFirst: boolean }
  | { readonly kind: 'consent'; readonly fact: ConsentFact }
  | { readonly kind: 'map'; readonly fact: MapDayFact }
  /** The last version of a day; `versions` were saved on it. */
  | { readonly kind: 'plan'; readonly fact: PlanFact; readonly versions: number }
  | { readonly kind: 'session-opened'; readonly fact: SessionFact }
  | { readonly kind: 'session-closed'; readonly fact: SessionFact }
  | { readonly kind: 'session-signed'; readonly fact: SignatureFact }
  | { readonly kind: 'session-amended'; readonly fact: AmendmentFact }
  | { readonly kind: 'review'; readonly fact: ReviewFact }
  | { readonly kind: 'reaction'; readonly fact: ReactionFact }
  | { readonly kind: 'complication'; readonly fact: ComplicationFact }
  | { readonly kind: 'override'; readonly fact: OverrideFact }
  | { readonly kind: 'measurement'; readonly fact: MeasurementFact }
  | { readonly kind: 'allergies'; readonly fact: AllergyFact };

export interface TimelineEvent {
  /** One of a kind within the timeline. */
  readonly key: string;
  readonly topic: TimelineTopic;
  readonly onDate: CalendarDate;
  readonly at: Instant;
  readonly by: string;
  /** Null: it concerns the patient, whatever the case. */
  readonly caseId: CaseId | null;
  /** The session that it belongs to. */
  readonly session: { readonly id: SessionId; readonly number: number } | null;
  readonly content: TimelineContent;
}

/** What happened in one case, or to the patient, on one day. */
export interface TimelineBlock {
  readonly onDate: CalendarDate;
  readonly caseId: CaseId | null;
  /** The newest first. */
  readonly events: readonly TimelineEvent[];
}

/** Everything that happened to a patient, the newest first. `dayOf`: the day on the clinic's wall at a moment. */
export function patientTimeline(
  facts: PatientFacts,
  dayOf: (at: Instant) => CalendarDate,
): readonly TimelineEvent[] {
  const sessions = new Map(facts.sessions.map((fact) => [fact.sessionId, fact]));
  const inSession = (
    topic: TimelineTopic,
    content: Extract<TimelineContent, { readonly fact: { readonly sessionId: SessionId } }>,
    key: string,
  ): readonly TimelineEvent[] => {
    const of = sessions.get(content.fact.sessionId);
    if (!of) return [];
    const { at, by } = content.fact;
    const session = { id: of.sessionId, number: of.number };
    return [{ key, topic, onDate: dayOf(at), at, by, caseId: of.caseId, session, content }];
  };
  const events = [
    ...ofCases(facts, dayOf),
    ...ofSessions(facts.sessions, dayOf),
    ...facts.signatures.flatMap((fact) =>
      inSession('sessions', { kind: 'session-signed', fact }, `signed ${fact.sessionId} ${fact.role}`),
    ),
    ...facts.amendments.flatMap((fact) =>
      inSession('sessions', { kind: 'session-amended', fact }, `amended ${fact.id}`),
    ),
    ...facts.reactions.flatMap((fact) =>
      inSession('reactions', { kind: 'reaction', fact }, `reaction ${fact.id}`),
    ),
    ...facts.overrides.flatMap((fact) =>
      inSession('limits', { kind: 'override', fact }, `override ${fact.injectionId}`),
    ),
    ...ofPatient(facts, dayOf),
  ];
  return events.toSorted(newestFirst);
}

/** The same in blocks: each day, and within it each case, by itself. */
export function timelineBlocks(events: readonly TimelineEvent[]): readonly TimelineBlock[] {
  const blocks = Map.groupBy(events, ({ onDate, caseId }) => `${onDate} ${caseId ?? ''}`);
  return [...blocks.values()].flatMap((ofBlock) => {
    const [first] = ofBlock;
    return first ? [{ onDate: first.onDate, caseId: first.caseId, events: ofBlock }] : [];
  });
}

function ofCases(facts: PatientFacts, dayOf: (at: Instant) => CalendarDate): readonly TimelineEvent[] {
  const event = (
    topic: TimelineTopic,
    onDate: CalendarDate,
    key: string,
    content: Extract<TimelineContent, { readonly fact: { readonly caseId: CaseId } }>,
  ): TimelineEvent => {
    const { at, by, caseId } = content.fact;
    return { key, topic, onDate, at, by, caseId, session: null, content };
  };
  const assessed = new Set<CaseId>();
  return [
    ...facts.cases.map((fact) => event('cases', fact.onDate, `case ${fact.caseId}`, { kind: 'case', fact })),
    ...facts.assessments
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))
      .map((fact) => {
        const isFirst = !assessed.has(fact.caseId);
        assessed.add(fact.caseId);
        const key = `assessment ${fact.caseId} ${fact.at}`;
        return event('cases', dayOf(fact.at), key, { kind: 'assessment', fact, isFirst });
      }),
    ...facts.consents.map((fact) =>
      event('cases', fact.onDate, `consent ${fact.caseId} ${fact.at}`, { kind: 'consent', fact }),
    ),
    ...facts.mapDays.map((fact) =>
      event('map-and-plan', fact.onDate, `map ${fact.caseId} ${fact.onDate}`, { kind: 'map', fact }),
    ),
    ...lastPlansOfDays(facts.plans, dayOf).map(({ fact, versions, onDate }) =>
      event('map-and-plan', onDate, `plan ${fact.caseId} ${onDate}`, { kind: 'plan', fact, versions }),
    ),
    ...facts.complications.map((fact) =>
      event('reactions', fact.onDate, `complication ${fact.id}`, { kind: 'complication', fact }),
    ),
    ...facts.reviews.map((fact) =>
      event('reviews', fact.onDate, `review ${fact.reviewId}`, { kind: 'review', fact }),
    ),
  ];
}

/** A day of planning has many versions, of which the last one counts. */
function lastPlansOfDays(plans: readonly PlanFact[], dayOf: (at: Instant) => CalendarDate) {
  const days = Map.groupBy(
    plans.toSorted((a, b) => a.version - b.version),
    ({ caseId, at }) => `${caseId} ${dayOf(at)}`,
  );
  return [...days.values()].flatMap((ofDay) => {
    const fact = ofDay.at(-1);
    return fact ? [{ fact, versions: ofDay.length, onDate: dayOf(fact.at) }] : [];
  });
}

function ofSessions(
  sessions: readonly SessionFact[],
  dayOf: (at: Instant) => CalendarDate,
): readonly TimelineEvent[] {
  return sessions.flatMap((fact): TimelineEvent[] => {
    const { sessionId, number, caseId, closed } = fact;
    const base = { topic: 'sessions', caseId, session: { id: sessionId, number } } as const;
    const opened: TimelineEvent = {
      ...base,
      key: `opened ${sessionId}`,
      onDate: fact.onDate,
      at: fact.at,
      by: fact.by,
      content: { kind: 'session-opened', fact },
    };
    if (!closed) return [opened];
    const { at, by } = closed;
    const content = { kind: 'session-closed', fact } as const;
    return [opened, { ...base, key: `closed ${sessionId}`, onDate: dayOf(at), at, by, content }];
  });
}

function ofPatient(
  { measurements, allergies }: PatientFacts,
  dayOf: (at: Instant) => CalendarDate,
): readonly TimelineEvent[] {
  const base = { topic: 'patient', caseId: null, session: null } as const;
  return [
    ...measurements.map((fact): TimelineEvent => {
      const { at, by, onDate, seq } = fact;
      const content = { kind: 'measurement', fact } as const;
      return { ...base, key: `measurement ${String(seq)}`, onDate, at, by, content };
    }),
    ...allergies.map((fact): TimelineEvent => {
      const { at, by, seq } = fact;
      const content = { kind: 'allergies', fact } as const;
      return { ...base, key: `allergies ${String(seq)}`, onDate: dayOf(at), at, by, content };
    }),
  ];
}

/** By day, then by moment; what was recorded at one moment stands in a fixed order. */
function newestFirst(a: TimelineEvent, b: TimelineEvent): number {
  if (a.onDate !== b.onDate) return a.onDate < b.onDate ? 1 : -1;
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return a.key < b.key ? 1 : -1;
}
