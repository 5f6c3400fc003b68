import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseSummary } from '../../../shared/contract/patient.ts';
import type { CaseId, PatientId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { useTRPC } from '../../api/trpc.ts';
import { doseHistoryText } from '../../text/dose-history-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { CumulativeTable } from '../charts/cumulative-table.tsx';
import type { DoseAxis } from '../charts/dose-chart-model.ts';
import { DoseCharts } from '../charts/dose-charts.tsx';
import { DoseTable } from '../charts/dose-table.tsx';
import { CaseChoice } from './case-choice.tsx';
import styles from './history.module.css';

interface DosesTabProps {
  readonly patientId: PatientId;
  /** The newest first. */
  readonly cases: readonly CaseSummary[];
  readonly today: CalendarDate;
}

/** What was given: session by session and over time, as charts or as a table, and added up. */
export function DosesTab({ patientId, cases, today }: DosesTabProps) {
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.history.doses.queryOptions({ patientId }));
  const [caseId, setCaseId] = useState<CaseId | null>(null);
  const [shown, setShown] = useState<'chart' | 'table'>('chart');
  const [axis, setAxis] = useState<DoseAxis>('by-session');
  if (!data) return error ? <ErrorNote error={error} /> : <Loading />;
  const sessions = data.sessions.filter((session) => caseId === null || session.caseId === caseId);
  if (data.sessions.length === 0)
    return <EmptyState title={doseHistoryText.none}>{doseHistoryText.noneHint}</EmptyState>;
  return (
    <div className={styles.stack}>
      <Panel
        title={doseHistoryText.title}
        end={
          <>
            <CaseChoice cases={cases} caseId={caseId} onCase={setCaseId} />
            {shown === 'chart' ? (
              <SegmentedControl
                label={doseHistoryText.axis}
                options={[
                  { value: 'by-session', label: doseHistoryText.bySession },
                  { value: 'over-time', label: doseHistoryText.overTime },
                ]}
                value={axis}
                onChange={setAxis}
              />
            ) : null}
            <SegmentedControl
              label={doseHistoryText.charts}
              options={[
                { value: 'chart', label: doseHistoryText.chart },
                { value: 'table', label: doseHistoryText.table },
              ]}
              value={shown}
              onChange={setShown}
            />
          </>
        }
      >
        {sessions.length === 0 ? (
          <p className={styles.none}>{doseHistoryText.noneHint}</p>
        ) : shown === 'chart' ? (
          <DoseCharts sessions={sessions} axis={axis} today={today} height={250} />
        ) : (
          <DoseTable sessions={sessions} names={data.names} />
        )}
      </Panel>
      <Panel title={doseHistoryText.cumulative}>
        <CumulativeTable
          cases={cases
            .map(({ id, reason }) => ({
              title: reason,
              sessions: data.sessions.filter((session) => session.caseId === id),
            }))
            .filter((each) => each.sessions.length > 0)}
        />
      </Panel>
    </div>
  );
}
