import { useQuery } from '@tanstack/react-query';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseSummary } from '../../../shared/contract/patient.ts';
import { useTRPC } from '../../api/trpc.ts';
import { patientText } from '../../text/patient-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PatientPictureButton } from '../plan/picture/patient-picture-button.tsx';
import { CaseMap } from './case-map.tsx';
import { CaseSessions } from './case-sessions.tsx';
import styles from './case-panel.module.css';
import { useGo } from './use-go.ts';

interface CasePanelProps {
  readonly summary: CaseSummary;
  /** Older cases start folded; they can be opened. */
  readonly startsOpen: boolean;
}

/** One course of treatment: its map, its sessions with their totals, and what is planned. */
export function CasePanel({ summary, startsOpen }: CasePanelProps) {
  const [isOpen, setOpen] = useState(startsOpen);
  const go = useGo(summary.patientId);
  const { id, reason, openedOn, veins } = summary;
  return (
    <Panel
      title={reason}
      aside={`${patientText.caseOpened(openedOn)} · ${patientText.veins(veins)}`}
      end={
        <>
          {(['assess', 'map', 'plan', 'review'] as const).map((page) => (
            <Button
              key={page}
              size="small"
              onClick={() => {
                go.toCase(id, page);
              }}
            >
              {patientText[page]}
            </Button>
          ))}
          <Button
            size="small"
            kind="quiet"
            label={isOpen ? `Fold ${reason}` : `Unfold ${reason}`}
            icon={
              isOpen ? <IconChevronDown size={20} aria-hidden /> : <IconChevronRight size={20} aria-hidden />
            }
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            {null}
          </Button>
        </>
      }
    >
      {isOpen ? <CaseContent summary={summary} /> : null}
    </Panel>
  );
}

function CaseContent({ summary }: { readonly summary: CaseSummary }) {
  const trpc = useTRPC();
  const caseId = summary.id;
  const map = useQuery(trpc.map.get.queryOptions({ caseId, onDate: null }));
  const plan = useQuery(trpc.plan.get.queryOptions({ caseId }));
  return (
    <div className={styles.content}>
      <ErrorNote error={map.error ?? plan.error} />
      {map.data ? (
        <CaseMap veins={map.data.veins} plan={plan.data ?? null} />
      ) : (
        <div className={styles.mapRoom} />
      )}
      <CaseSessions summary={summary} plan={plan.data ?? null} />
      {summary.sessions.length + summary.plannedSessions > 0 ? (
        <div className={styles.foot}>
          <PatientPictureButton caseId={caseId} patientId={summary.patientId} />
        </div>
      ) : null}
    </div>
  );
}
