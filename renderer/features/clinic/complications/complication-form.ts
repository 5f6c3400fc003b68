import type { ComplicationChoices, RecordComplication } from '../../../../shared/contract/complications.ts';
import type {
  ComplicationGrade,
  ComplicationId,
  ComplicationKind,
  ComplicationOrigin,
  ComplicationState,
  CourseEntryId,
} from '../../../../shared/domain/outcome/complication.ts';
import { idOf, type CaseId, type LotId, type SessionId, type VeinId } from '../../../../shared/kernel/ids.ts';
import {
  addDays,
  calendarDate,
  daysBetween,
  isCalendarDate,
  type CalendarDate,
} from '../../../../shared/kernel/time.ts';
import { complicationRuleText } from '../../../text/complication-text.ts';

/** How a complication stands, as it is being entered. */
export interface EntryDraft {
  readonly lookedOn: string;
  readonly state: ComplicationState;
  readonly grade: ComplicationGrade | null;
  /** Null: not answered yet. */
  readonly serious: boolean | null;
  readonly treatment: string;
  readonly note: string;
}

/** A complication as it is being entered. */
export interface ComplicationDraft extends EntryDraft {
  readonly caseId: CaseId | null;
  readonly kind: ComplicationKind | null;
  readonly onsetOn: string;
  readonly sessionId: SessionId | null;
  readonly lotId: LotId | null;
  readonly veinIds: readonly VeinId[];
  readonly description: string;
}

/** What is known of it before somebody enters anything. */
export interface ComplicationPreset {
  readonly origin?: ComplicationOrigin;
  readonly caseId?: CaseId;
  readonly kind?: ComplicationKind;
  readonly onsetOn?: CalendarDate;
  readonly sessionId?: SessionId | null;
  readonly lotId?: LotId | null;
  readonly veinIds?: readonly VeinId[];
  readonly description?: string;
  readonly grade?: ComplicationGrade | null;
  readonly treatment?: string;
}

export type ChoiceOfCase = ComplicationChoices['cases'][number];

/** The entry to begin with: as of today, going on, nothing judged. */
export function emptyEntry(today: CalendarDate): EntryDraft {
  return { lookedOn: today, state: 'ongoing', grade: null, serious: null, treatment: '', note: '' };
}

/** Begins with the newest case and its last session, unless something else is known. */
export function beginDraft(
  cases: readonly ChoiceOfCase[],
  preset: ComplicationPreset,
  today: CalendarDate,
): ComplicationDraft {
  const chosen = cases.find(({ id }) => id === preset.caseId) ?? cases[0] ?? null;
  const onsetOn = preset.onsetOn ?? today;
  const session = chosen?.sessions.find(({ onDate }) => onDate <= onsetOn) ?? null;
  const sessionId = preset.sessionId === undefined ? (session?.id ?? null) : preset.sessionId;
  return {
    ...emptyEntry(today),
    grade: preset.grade ?? null,
    treatment: preset.treatment ?? '',
    caseId: chosen?.id ?? null,
    kind: preset.kind ?? null,
    onsetOn,
    sessionId,
    lotId: preset.lotId === undefined ? onlyLot(chosen, sessionId) : preset.lotId,
    veinIds: preset.veinIds ?? [],
    description: preset.description ?? '',
  };
}

/** The session chosen: its lot follows where there is one only. */
export function withSession(
  draft: ComplicationDraft,
  chosen: ChoiceOfCase | null,
  sessionId: SessionId | null,
): ComplicationDraft {
  return { ...draft, sessionId, lotId: onlyLot(chosen, sessionId) };
}

/** Another case: nothing of the first one's veins, sessions and lots stays. */
export function withCase(draft: ComplicationDraft, chosen: ChoiceOfCase): ComplicationDraft {
  const session = chosen.sessions.find(({ onDate }) => onDate <= draft.onsetOn) ?? null;
  return withSession({ ...draft, caseId: chosen.id, veinIds: [] }, chosen, session?.id ?? null);
}

/** Whole days from the session to the onset, as text; empty where one of them is not known. */
export function daysAfter(draft: ComplicationDraft, chosen: ChoiceOfCase | null): string {
  const session = chosen?.sessions.find(({ id }) => id === draft.sessionId);
  return session && isCalendarDate(draft.onsetOn) ? String(daysBetween(session.onDate, draft.onsetOn)) : '';
}

/** The onset by days after the session. What is no such number leaves it as it is. */
export function withDaysAfter(
  draft: ComplicationDraft,
  chosen: ChoiceOfCase | null,
  text: string,
): ComplicationDraft {
  const session = chosen?.sessions.find(({ id }) => id === draft.sessionId);
  return session && /^\d{1,4}$/.test(text)
    ? { ...draft, onsetOn: addDays(session.onDate, Number(text)) }
    : draft;
}

type Faults<Draft> = Readonly<Partial<Record<keyof Draft & string, string>>>;

/** The faults of an entry, in words, each at its field. */
export function entryFaults(draft: EntryDraft, onsetOn: string, today: CalendarDate): Faults<EntryDraft> {
  return {
    ...fault(
      'lookedOn',
      dayRule(draft.lookedOn, today) ?? (draft.lookedOn < onsetOn ? 'before-onset' : null),
    ),
    ...fault('grade', draft.state === 'ongoing' && draft.grade === null ? 'not-chosen' : null),
    ...fault('serious', draft.serious === null ? 'not-answered' : null),
  };
}

/** The faults of the whole form. */
export function complicationFaults(
  draft: ComplicationDraft,
  chosen: ChoiceOfCase | null,
  today: CalendarDate,
): Faults<ComplicationDraft> {
  const isUndescribed = draft.kind === 'other' && draft.description.trim() === '';
  return {
    ...entryFaults(draft, draft.onsetOn, today),
    ...fault('kind', draft.kind === null ? 'not-chosen' : null),
    ...fault('onsetOn', dayRule(draft.onsetOn, today) ?? onsetRule(draft, chosen)),
    ...fault('description', isUndescribed ? 'needed' : null),
  };
}

function onsetRule({ onsetOn, sessionId }: ComplicationDraft, chosen: ChoiceOfCase | null): string | null {
  const session = chosen?.sessions.find(({ id }) => id === sessionId);
  if (session && onsetOn < session.onDate) return 'before-session';
  return chosen && onsetOn < chosen.openedOn ? 'before-case' : null;
}

function dayRule(text: string, today: CalendarDate): string | null {
  if (!isCalendarDate(text)) return 'not-a-day';
  return text > today ? 'in-future' : null;
}

function fault<Field extends string>(field: Field, rule: string | null): Readonly<Record<string, string>> {
  return rule === null ? {} : { [field]: complicationRuleText(rule) };
}

/** The ids of a request: made once, so that one sent twice counts once. */
export interface RequestIds {
  readonly complicationId: ComplicationId;
  readonly entryId: CourseEntryId;
}

export function newRequestIds(newUuid: () => string): RequestIds {
  return { complicationId: idOf<'complication'>(newUuid()), entryId: idOf<'course-entry'>(newUuid()) };
}

/** The entry to be sent; null while it has a fault. */
export function entryRequest(draft: EntryDraft, entryId: CourseEntryId): RecordComplication['first'] | null {
  const { lookedOn, serious, state, grade, treatment, note } = draft;
  if (!isCalendarDate(lookedOn) || serious === null || (state === 'ongoing' && grade === null)) return null;
  return { entryId, onDate: lookedOn, state, grade, serious, treatment, note };
}

/** What is to be sent; null while it has a fault. */
export function complicationRequest(
  draft: ComplicationDraft,
  { complicationId, entryId }: RequestIds,
  origin: ComplicationOrigin | null,
): RecordComplication | null {
  const first = entryRequest(draft, entryId);
  const { caseId, kind, onsetOn, sessionId, lotId, veinIds, description } = draft;
  if (first === null || caseId === null || kind === null || !isCalendarDate(onsetOn)) return null;
  return {
    complicationId,
    caseId,
    kind,
    onsetOn: calendarDate(onsetOn),
    veinIds: [...veinIds],
    sessionId,
    lotId,
    description,
    origin,
    first,
  };
}

function onlyLot(chosen: ChoiceOfCase | null, sessionId: SessionId | null): LotId | null {
  const lots = chosen?.sessions.find(({ id }) => id === sessionId)?.lots ?? [];
  return lots.length === 1 ? (lots[0]?.id ?? null) : null;
}
