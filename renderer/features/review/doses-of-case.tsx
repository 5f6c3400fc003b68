import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { useTRPC } from '../../api/trpc.ts';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { DoseCharts } from '../charts/dose-charts.tsx';
import styles from './review.module.css';

interface DosesOfCaseProps {
  readonly caseId: CaseId;
  readonly today: CalendarDate;
}

const CHART_PX = 128;

/** What each session of the case gave, against the limits that held on its day. */
export function DosesOfCase({ caseId, today }: DosesOfCaseProps) {
  const trpc = useTRPC();
  const { patientId } = useParams({ from: '/patients/$patientId/cases/$caseId/review' });
  const { data, error } = useQuery(trpc.history.doses.queryOptions({ patientId }));
  return (
    <div className={styles.doses}>
      <ErrorNote error={error} />
      {data ? (
        <DoseCharts
          sessions={data.sessions.filter((session) => session.caseId === caseId)}
          axis="by-session"
          today={today}
          height={CHART_PX}
          isBrief
        />
      ) : null}
    </div>
  );
}
