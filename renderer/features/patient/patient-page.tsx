import { useSuspenseQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { PatientId } from '../../../shared/kernel/ids.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useMayNot } from '../../api/use-clinic.ts';
import { patientText } from '../../text/patient-text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageBar } from '../../ui/page-bar.tsx';
import { AllergiesPanel } from './allergies-panel.tsx';
import { CasePanel } from './case-panel.tsx';
import { CorrectIdentityDialog } from './correct-identity-dialog.tsx';
import { MeasurementsPanel } from './measurements-panel.tsx';
import { OpenCaseDialog } from './open-case-dialog.tsx';
import { TimelinePanel } from './timeline-panel.tsx';
import { usePatient } from './use-patient.ts';
import styles from './patient-page.module.css';

/** The patient: cases with their sessions, and what must be known before treating. */
export function PatientPage({ patientId }: { readonly patientId: PatientId }) {
  const trpc = useTRPC();
  const view = usePatient(patientId);
  const { today } = useSuspenseQuery(trpc.clinic.status.queryOptions()).data;
  const [dialog, setDialog] = useState<'none' | 'case' | 'identity'>('none');
  const mayNotOpen = useMayNot('case/write');
  const mayNotWrite = useMayNot('patient/write');
  const close = () => {
    setDialog('none');
  };
  const openCase = (
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
  );
  return (
    <>
      <PageBar
        title={patientText.title}
        end={
          <>
            <Button
              size="small"
              disabledBecause={mayNotWrite}
              onClick={() => {
                setDialog('identity');
              }}
            >
              {patientText.correct}
            </Button>
            {openCase}
          </>
        }
      />
      <div className={styles.page}>
        <div className={styles.cases}>
          {view.cases.length === 0 ? (
            <div className={styles.none}>
              <EmptyState title={patientText.noCases}>{patientText.noCasesHint}</EmptyState>
            </div>
          ) : null}
          {view.cases.map((summary, index) => (
            <CasePanel key={summary.id} summary={summary} startsOpen={index === 0} />
          ))}
        </div>
        <div className={styles.side}>
          <AllergiesPanel patient={view.patient} />
          <MeasurementsPanel view={view} today={today} />
          <TimelinePanel view={view} />
        </div>
      </div>
      {dialog === 'case' ? <OpenCaseDialog patientId={patientId} onClose={close} /> : null}
      {dialog === 'identity' ? (
        <CorrectIdentityDialog patient={view.patient} today={today} onClose={close} />
      ) : null}
    </>
  );
}
