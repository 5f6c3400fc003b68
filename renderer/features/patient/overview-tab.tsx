import type { PatientView } from '../../../shared/contract/patient.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { patientText } from '../../text/patient-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AllergiesPanel } from './allergies-panel.tsx';
import { CasePanel } from './case-panel.tsx';
import { MeasurementsPanel } from './measurements-panel.tsx';
import { NextSession } from './next-session.tsx';
import { PatientSummary } from './patient-summary.tsx';
import { summaryOf } from './summary.ts';
import styles from './patient-page.module.css';

interface OverviewTabProps {
  readonly view: PatientView;
  readonly today: CalendarDate;
}

/** What is next and what is open; the cases with their sessions, and what must be known before treating. */
export function OverviewTab({ view, today }: OverviewTabProps) {
  const { next, open } = summaryOf(view);
  return (
    <>
      {view.cases.length > 0 ? <PatientSummary view={view} /> : null}
      <div className={styles.page}>
        <div className={styles.cases}>
          {view.cases.length === 0 ? (
            <div className={styles.none}>
              <EmptyState title={patientText.noCases}>{patientText.noCasesHint}</EmptyState>
            </div>
          ) : null}
          {next ? (
            <NextSession
              patientId={view.patient.id}
              caseId={next.caseId}
              openSessionId={open.find(({ state }) => state === 'open')?.id ?? null}
            />
          ) : null}
          {view.cases.map((summary, index) => (
            <CasePanel key={summary.id} summary={summary} startsOpen={index === 0} />
          ))}
        </div>
        <div className={styles.side}>
          <AllergiesPanel patient={view.patient} />
          <MeasurementsPanel view={view} today={today} />
        </div>
      </div>
    </>
  );
}
