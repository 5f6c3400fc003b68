import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { RecallPatient, RecallSession, RecallView } from '../../../../shared/contract/recall.ts';
import type { PatientId } from '../../../../shared/kernel/ids.ts';
import { COMPLICATION_WORDS } from '../../../text/complication-text.ts';
import { dateText, nameText } from '../../../text/format.ts';
import { reactionText } from '../../../text/reaction-text.ts';
import { gotText, recallText as words, sitesText } from '../../../text/recall-text.ts';
import { SessionBadge } from '../../../ui/session-badge.tsx';
import { goThroughRows } from '../row-keys.ts';
import type { recallGroups } from './recall-model.ts';
import styles from './recall.module.css';
import { ToldCell } from './told-cell.tsx';

interface RecallTableProps {
  readonly view: RecallView;
  readonly groups: ReturnType<typeof recallGroups>;
}

/** Who got the lot, when, how much, into which veins, and whether they have been told. */
export function RecallTable({ view, groups }: RecallTableProps) {
  const columns = view.recall ? words.columns : words.columns.slice(0, -1);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={goThroughRows}>
          {groups.map(({ certainty, patients }) => (
            <Fragment key={certainty}>
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={columns.length}>
                  {`${words.groups[certainty]} · ${String(patients.length)}`}
                </th>
              </tr>
              {patients.map((patient) => (
                <PatientRows key={patient.patient.id} view={view} of={patient} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A patient in as many rows as sessions: what was got stands beside the session in which it was. */
function PatientRows({ view, of }: { readonly view: RecallView; readonly of: RecallPatient }) {
  const { patient, sessions } = of;
  return sessions.map((session, index) => (
    <tr key={session.sessionId} data-last={index === sessions.length - 1 || undefined}>
      {index === 0 ? (
        <td rowSpan={sessions.length}>
          <Link to="/patients/$patientId" params={{ patientId: patient.id }} className={styles.name}>
            {nameText(patient)}
          </Link>
          <span className={styles.sub}>
            {dateText(patient.birthDate)} · <span className="pp-code">{patient.recordNumber}</span>
          </span>
        </td>
      ) : null}
      <SessionCells patientId={patient.id} session={session} />
      {index === 0 ? (
        <>
          <td rowSpan={sessions.length}>
            <Troubles of={of} />
          </td>
          {view.recall ? (
            <td rowSpan={sessions.length} className={styles.toldCell}>
              <ToldCell lotId={view.lot.id} of={of} names={view.names} />
            </td>
          ) : null}
        </>
      ) : null}
    </tr>
  ));
}

interface SessionCellsProps {
  readonly patientId: PatientId;
  readonly session: RecallSession;
}

function SessionCells({ patientId, session }: SessionCellsProps) {
  const { sessionId, number, onDate, struckOut } = session;
  return (
    <>
      <td className={styles.inSession}>
        <Link
          to="/patients/$patientId/sessions/$sessionId"
          params={{ patientId, sessionId }}
          className={styles.session}
        >
          <SessionBadge number={number} size={18} />
          {dateText(onDate)}
        </Link>
      </td>
      <td className={styles.inSession}>
        {gotText(session)}
        {struckOut.injections > 0 ? (
          <span className={styles.struck}>
            {words.struckOut(struckOut.injections, struckOut.reasons.join('; '))}
          </span>
        ) : null}
      </td>
      <td className={styles.inSession}>{sitesText(session.sites) || '–'}</td>
    </>
  );
}

function Troubles({ of: { reactions, complications } }: { readonly of: RecallPatient }) {
  if (reactions.length + complications.length === 0)
    return <span className={styles.quiet}>{words.none}</span>;
  return (
    <ul className={styles.troubles}>
      {reactions.map((reaction) => (
        <li key={reaction.id}>{reactionText(reaction)}</li>
      ))}
      {complications.map(({ key, kind }) => (
        <li key={key}>{COMPLICATION_WORDS[kind]}</li>
      ))}
    </ul>
  );
}
