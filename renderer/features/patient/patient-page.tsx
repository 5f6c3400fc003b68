import { useSuspenseQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { PatientView } from '../../../shared/contract/patient.ts';
import type { PatientId, SessionId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useMayNot } from '../../api/use-clinic.ts';
import { historyText } from '../../text/patient-history-text.ts';
import { patientText } from '../../text/patient-text.ts';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageBar } from '../../ui/page-bar.tsx';
import { RecordComplicationButton } from '../clinic/complications/record-complication-button.tsx';
import { CorrectIdentityDialog } from './correct-identity-dialog.tsx';
import { DosesTab } from './doses-tab.tsx';
import styles from './history.module.css';
import { OpenCaseDialog } from './open-case-dialog.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { PATIENT_TABS, type PatientTab } from './patient-tabs.ts';
import { TimelineTab } from './timeline-tab.tsx';
import { useGo } from './use-go.ts';
import { usePatient } from './use-patient.ts';

// The painters of the map are large, and no other part of this page needs them.
const SessionsTab = lazy(async () => ({ default: (await import('./sessions-tab.tsx')).SessionsTab }));

interface PatientPageProps {
  readonly patientId: PatientId;
  readonly tab: PatientTab;
  /** The session that the page of sessions shows; null: the newest. */
  readonly sessionId: SessionId | null;
}

/** The patient: what is next and what is open, everything that happened, what was given, and each session by itself. */
export function PatientPage({ patientId, tab, sessionId }: PatientPageProps) {
  const trpc = useTRPC();
  const view = usePatient(patientId);
  const { today } = useSuspenseQuery(trpc.clinic.status.queryOptions()).data;
  return (
    <>
      <PageBar title={patientText.title} end={<PatientActions view={view} today={today} />}>
        <nav className={styles.tabs} aria-label={historyText.tabsLabel}>
          {PATIENT_TABS.map((name) => (
            <Link
              key={name}
              to="/patients/$patientId"
              params={{ patientId }}
              search={name === 'overview' ? {} : { tab: name }}
              activeOptions={{ exact: true, includeSearch: true }}
              className={styles.tab}
              aria-current={name === tab ? 'page' : undefined}
            >
              {historyText.tabs[name]}
            </Link>
          ))}
        </nav>
      </PageBar>
      <TabContent {...{ view, tab, sessionId, today }} />
    </>
  );
}

function PatientActions({ view, today }: { readonly view: PatientView; readonly today: CalendarDate }) {
  const [dialog, setDialog] = useState<'none' | 'case' | 'identity'>('none');
  const mayNotOpen = useMayNot('case/write');
  const mayNotWrite = useMayNot('patient/write');
  const close = () => {
    setDialog('none');
  };
  return (
    <>
      {view.cases.length > 0 ? <RecordComplicationButton patientId={view.patient.id} /> : null}
      <Button
        size="small"
        disabledBecause={mayNotWrite}
        onClick={() => {
          setDialog('identity');
        }}
      >
        {patientText.correct}
      </Button>
      <Button
        kind={view.cases.length === 0 ? 'main' : 'plain'}
        size="small"
        icon={<IconPlus size={18} aria-hidden />}
        disabledBecause={mayNotOpen}
        onClick={() => {
          setDialog('case');
        }}
      >
        {patientText.openCase}
      </Button>
      {dialog === 'case' ? <OpenCaseDialog patientId={view.patient.id} onClose={close} /> : null}
      {dialog === 'identity' ? (
        <CorrectIdentityDialog patient={view.patient} today={today} onClose={close} />
      ) : null}
    </>
  );
}

interface TabContentProps extends Pick<PatientPageProps, 'tab' | 'sessionId'> {
  readonly view: PatientView;
  readonly today: CalendarDate;
}

function TabContent({ view, tab, sessionId, today }: TabContentProps): ReactNode {
  const { patient, cases } = view;
  const go = useGo(patient.id);
  switch (tab) {
    case 'overview':
      return <OverviewTab view={view} today={today} />;
    case 'timeline':
      return (
        <div className={styles.stack}>
          <TimelineTab patientId={patient.id} cases={cases} />
        </div>
      );
    case 'doses':
      return <DosesTab patientId={patient.id} cases={cases} today={today} />;
    case 'sessions':
      return (
        <div className={styles.stack}>
          <Suspense fallback={<Loading />}>
            <SessionsTab patientId={patient.id} cases={cases} chosen={sessionId} onChoose={go.toSessionMap} />
          </Suspense>
        </div>
      );
  }
}
