import { z } from 'zod';
import type { CaseId, SessionId } from '../kernel/ids.ts';
import type { CalendarDate } from '../kernel/time.ts';
import type { Leg } from '../domain/leg-map/vein.ts';
import type { PatientIdentity } from '../domain/patient/patient.ts';
import type { SessionState } from '../domain/session/session.ts';
import { date } from './primitives.ts';
import type { Lot } from './session.ts';

export const SessionsOfDay = z.strictObject({ onDate: date });
export type SessionsOfDay = z.output<typeof SessionsOfDay>;

/** Why a session of the day cannot simply begin. */
export type SessionHindrance =
  | 'contraindicated'
  | 'acceptance-needed'
  | 'no-consent'
  | 'no-eligibility'
  | 'no-allergy-statement'
  | 'duplex-first'
  | 'feeder-first'
  | 'other-session-open';

/** A line of Today. */
export interface DaySession {
  readonly caseId: CaseId;
  readonly patient: PatientIdentity;
  readonly number: number;
  readonly ofSessions: number;
  readonly onDate: CalendarDate;
  readonly atTime: string | null;
  readonly legs: readonly Leg[];
  /** Null: not opened yet. */
  readonly session: {
    readonly id: SessionId;
    readonly state: SessionState;
    readonly openedBy: string;
  } | null;
  readonly hindrances: readonly SessionHindrance[];
}

/** A record that somebody must still finish. */
export interface UnfinishedSession {
  readonly sessionId: SessionId;
  readonly caseId: CaseId;
  readonly patient: PatientIdentity;
  readonly number: number;
  readonly onDate: CalendarDate;
  readonly state: 'open' | 'closed';
}

export interface ReviewDue {
  readonly caseId: CaseId;
  readonly patient: PatientIdentity;
  readonly dueOn: CalendarDate;
  readonly afterSession: number;
}

export interface TodayView {
  readonly onDate: CalendarDate;
  readonly sessions: readonly DaySession[];
  readonly unfinished: readonly UnfinishedSession[];
  readonly reviewsDue: readonly ReviewDue[];
  /** Lots that expire within 30 days or have expired. */
  readonly expiringLots: readonly Lot[];
}
