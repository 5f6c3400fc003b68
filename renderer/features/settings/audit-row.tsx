import { IconChevronRight } from '@tabler/icons-react';
import type { AuditRow } from '../../../shared/contract/clinic.ts';
import type { PatientIdentity } from '../../../shared/domain/patient/patient.ts';
import { actionText, auditText as words } from '../../text/audit-text.ts';
import { momentText, nameText } from '../../text/format.ts';
import { changeLines, prettyJson, type ChangeLine, type Names } from './audit-change.ts';
import styles from './audit.module.css';

const MOST_LINES = 12;

interface AuditRowLineProps {
  readonly row: AuditRow;
  readonly names: Names;
  readonly onPatient: (patient: PatientIdentity) => void;
}

/** One entry of the audit: in words, and as it is stored behind a disclosure. */
export function AuditRowLine({ row, names, onPatient }: AuditRowLineProps) {
  const { patient } = row;
  const thing = names[row.entityId];
  const lines = changeLines(row, names);
  return (
    <tr>
      <td>{row.seq}</td>
      <td className={styles.nowrap}>{momentText(row.at)}</td>
      <td className={styles.nowrap}>{row.by === '' ? words.program : row.by}</td>
      <td>
        <span className={styles.action}>{actionText(row.action)}</span>
        {patient ? (
          <button
            type="button"
            className={styles.patient}
            title={`${nameText(patient)}. ${words.onlyThis(patient.recordNumber)}`}
            onClick={() => {
              onPatient(patient);
            }}
          >
            {words.of(patient.recordNumber)}
          </button>
        ) : thing ? (
          <span className={styles.quiet}>{thing}</span>
        ) : null}
      </td>
      <td>
        <dl className={styles.lines}>
          {lines.slice(0, MOST_LINES).map((line) => (
            <Line key={line.label} line={line} isChange={row.before !== null} />
          ))}
        </dl>
        {lines.length > MOST_LINES ? (
          <span className={styles.quiet}>{words.more(lines.length - MOST_LINES)}</span>
        ) : null}
        <Raw row={row} />
      </td>
    </tr>
  );
}

function Line({ line, isChange }: { readonly line: ChangeLine; readonly isChange: boolean }) {
  const { label, before, after } = line;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {isChange ? (
          <>
            <span className={styles.before}>{before ?? words.nothing}</span>
            {' → '}
          </>
        ) : null}
        {after ?? words.nothing}
      </dd>
    </div>
  );
}

function Raw({ row }: { readonly row: AuditRow }) {
  return (
    <details className={styles.raw}>
      <summary>
        <IconChevronRight size={14} aria-hidden />
        {words.raw}
        <span className="pp-hidden"> {row.seq}</span>
      </summary>
      <p>
        {words.rawThing}: {row.action}, {row.entity} {row.entityId}
      </p>
      {row.before === null ? null : (
        <>
          <p>{words.rawBefore}</p>
          <pre>{prettyJson(row.before)}</pre>
        </>
      )}
      {row.after === null ? null : (
        <>
          <p>{words.rawAfter}</p>
          <pre>{prettyJson(row.after)}</pre>
        </>
      )}
      <p>
        {words.rawHash}: <code>{row.hash}</code>
      </p>
    </details>
  );
}
