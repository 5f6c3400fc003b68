import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PatientView } from '../../../shared/contract/patient.ts';
import { allergyText } from '../../text/allergy-text.ts';
import { dateText } from '../../text/format.ts';
import { historyText } from '../../text/patient-history-text.ts';
import { patientText } from '../../text/patient-text.ts';
import { StatusChip } from '../../ui/chip.tsx';
import { SessionBadge } from '../../ui/session-badge.tsx';
import { NextSessionState } from './next-session.tsx';
import { summaryOf } from './summary.ts';
import styles from './history.module.css';

/** What somebody who opens the page wants to know first: what is next, what is open, allergies, the last response. */
export function PatientSummary({ view }: { readonly view: PatientView }) {
  const { next, open, response } = summaryOf(view);
  const patientId = view.patient.id;
  const allergies = allergyText(view.patient.allergies);
  return (
    <section className={styles.summary} aria-label={historyText.summary}>
      <Cell title={historyText.next}>
        {next ? (
          <>
            <Link
              to="/patients/$patientId/cases/$caseId/sessions/new/$number"
              params={{ patientId, caseId: next.caseId, number: next.number }}
            >
              <SessionBadge number={next.number} size={20} /> {dateText(next.onDate)}
              {next.atTime === null ? '' : `, ${next.atTime}`}
            </Link>
            <NextSessionState caseId={next.caseId} />
          </>
        ) : (
          <span className={styles.quiet}>{historyText.nothingPlanned}</span>
        )}
      </Cell>
      <Cell title={historyText.open}>
        {open.length === 0 ? <span className={styles.quiet}>{historyText.nothingOpen}</span> : null}
        {open.map((session) => (
          <Link
            key={session.id}
            to="/patients/$patientId/sessions/$sessionId"
            params={{ patientId, sessionId: session.id }}
          >
            <SessionBadge number={session.number} size={20} /> {patientText.states[session.state]}
          </Link>
        ))}
      </Cell>
      <Cell title={historyText.allergies}>
        <StatusChip tone={allergies.tone}>{allergies.words}</StatusChip>
      </Cell>
      <Cell title={historyText.lastResponse}>
        {response ? (
          <Link
            to="/patients/$patientId/cases/$caseId/review"
            params={{ patientId, caseId: response.caseId }}
          >
            {response.improvementPercent === null
              ? historyText.noJudgement
              : `${String(response.improvementPercent)} % better`}
            , {dateText(response.onDate)}
          </Link>
        ) : (
          <span className={styles.quiet}>{historyText.notReviewed}</span>
        )}
      </Cell>
    </section>
  );
}

function Cell({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles.cell}>
      <h2>{title}</h2>
      <div>{children}</div>
    </div>
  );
}
