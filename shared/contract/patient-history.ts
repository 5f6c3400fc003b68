import type { SessionDose } from '../domain/patient/session-dose.ts';
import type { PatientFacts } from '../domain/patient/timeline-facts.ts';
import type { PlanItem } from '../domain/plan/plan.ts';
import type { SessionState } from '../domain/session/session.ts';
import type { CaseId, SessionId } from '../kernel/ids.ts';
import type { CalendarDate } from '../kernel/time.ts';

/** Everything dated that is on record of a patient; `patientTimeline` puts it in order. */
export type PatientEvents = PatientFacts;

/** What every session of a patient gave, and what it was held against. */
export interface PatientDoses {
  /** The oldest first. */
  readonly sessions: readonly SessionDose[];
  /** Names of the people in these records, by id. */
  readonly names: Readonly<Record<string, string>>;
}

/** The plan of a case beside its sessions. */
export interface CasePlans {
  /** By number. */
  readonly sessions: readonly {
    readonly id: SessionId;
    readonly caseId: CaseId;
    readonly number: number;
    readonly onDate: CalendarDate;
    readonly state: SessionState;
    /** What the plan held for it when it was opened, in its order. */
    readonly planned: readonly PlanItem[];
  }[];
  /** The plan as it stands now; empty where there is none. */
  readonly planNow: readonly PlanItem[];
  /** The days of the sessions that are planned now. */
  readonly daysNow: readonly { readonly number: number; readonly onDate: CalendarDate }[];
}
