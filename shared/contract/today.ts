import { z } from 'zod';
import type { CaseId, PersonId, RoomId, SessionId } from '../kernel/ids.ts';
import type { CalendarDate } from '../kernel/time.ts';
import type { Leg } from '../domain/leg-map/vein.ts';
import type { PatientIdentity } from '../domain/patient/patient.ts';
import type { KnownHindrance } from '../domain/session/known-hindrance.ts';
import type { SessionState, SigningRole } from '../domain/session/session.ts';
import type { Room } from './day.ts';
import { date } from './primitives.ts';
import type { Lot } from './session.ts';

export const SessionsOfDay = z.strictObject({ onDate: date });
export type SessionsOfDay = z.output<typeof SessionsOfDay>;

/** A line of Today. */
export interface DaySession {
  readonly caseId: CaseId;
  readonly patient: PatientIdentity;
  readonly number: number;
  readonly ofSessions: number;
  readonly onDate: CalendarDate;
  readonly atTime: string | null;
  /** The name of the room it is to be held in, and the person it is given to; null: not said. */
  readonly room: string | null;
  readonly roomId: RoomId | null;
  readonly assignedTo: PersonId | null;
  readonly legs: readonly Leg[];
  /** Null: not opened yet. */
  readonly session: {
    readonly id: SessionId;
    readonly state: SessionState;
    readonly openedBy: string;
    readonly openedById: PersonId;
  } | null;
  readonly hindrances: readonly KnownHindrance[];
}

/** A record that somebody must still finish. */
export interface UnfinishedSession {
  readonly sessionId: SessionId;
  readonly caseId: CaseId;
  readonly patient: PatientIdentity;
  readonly number: number;
  readonly onDate: CalendarDate;
  readonly state: 'open' | 'closed';
  readonly openedBy: string;
  readonly openedById: PersonId;
  /** The roles whose signature is missing; a record that is still open asks for none yet. */
  readonly missing: readonly SigningRole[];
}

/** A case that is to be reviewed: some weeks after its last session, or because a review left veins to rest until that day. */
export type ReviewDue = {
  readonly caseId: CaseId;
  readonly patient: PatientIdentity;
  readonly dueOn: CalendarDate;
} & ({ readonly isAfterRest: false; readonly afterSession: number } | { readonly isAfterRest: true });

export interface TodayView {
  readonly onDate: CalendarDate;
  readonly sessions: readonly DaySession[];
  /** The next day with a planned session; null: there is none. */
  readonly nextPlannedOn: CalendarDate | null;
  readonly rooms: readonly Room[];
  readonly unfinished: readonly UnfinishedSession[];
  readonly reviewsDue: readonly ReviewDue[];
  /** Lots that expire within 30 days or have expired. */
  readonly expiringLots: readonly Lot[];
}
