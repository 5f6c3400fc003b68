import { Link } from '@tanstack/react-router';
import type { OverrideLine } from '../../../../shared/contract/overrides.ts';
import { sessionText } from '../../../text/complication-text.ts';
import { clockText, dayMonthText, nameText } from '../../../text/format.ts';
import {
  howMuchText,
  OVERRIDE_WORDS,
  overridesText as words,
  ruleNameText,
  sourceOf,
} from '../../../text/overrides-text.ts';
import { dayOnWall } from '../../patient/day-on-wall.ts';
import { goThroughRows } from '../row-keys.ts';
import { OverrideSign } from './override-sign.tsx';
import styles from './overrides.module.css';

interface OverrideTableProps {
  readonly lines: readonly OverrideLine[];
  readonly names: Readonly<Record<string, string>>;
}

/** Every line of the month: when, which rule, by how much, of whom, by whom, why. */
export function OverrideTable({ lines, names }: OverrideTableProps) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {words.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={goThroughRows}>
          {lines.map((line) => (
            <Row key={line.key} line={line} names={names} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ line, names }: { readonly line: OverrideLine; readonly names: OverrideTableProps['names'] }) {
  const { what, injection, surgeonId, by, reason } = line;
  const source = sourceOf(line);
  return (
    <tr data-struck={injection?.struckOut || undefined}>
      <td className={styles.when}>
        <WhenLink line={line} />
      </td>
      <td>
        <span className={styles.kind}>
          <OverrideSign kind={what.kind} />
          {OVERRIDE_WORDS[what.kind]}
        </span>
        <strong className={styles.rule}>{ruleNameText(what)}</strong>
        {source ? <span className={styles.sub}>{source}</span> : null}
      </td>
      <td>{howMuchText(what)}</td>
      <td>
        <Link to="/patients/$patientId" params={{ patientId: line.patient.id }} className={styles.patient}>
          {nameText(line.patient)}
        </Link>
        <span className={styles.sub}>{whereText(line)}</span>
      </td>
      <td>
        {names[by]}
        {surgeonId !== null && surgeonId !== by ? (
          <span className={styles.sub}>{words.allowedBy(names[surgeonId] ?? '')}</span>
        ) : null}
      </td>
      <td>{reason ?? <span className={styles.sub}>{words.noReason}</span>}</td>
    </tr>
  );
}

/** Leads to the session, or to the patient where it was at the assessment. */
function WhenLink({ line: { at, onDate, patient, session } }: { readonly line: OverrideLine }) {
  const text = (
    <>
      {dayMonthText(session ? onDate : dayOnWall(at))}
      <span className={styles.sub}>{clockText(at)}</span>
    </>
  );
  return session ? (
    <Link
      to="/patients/$patientId/sessions/$sessionId"
      params={{ patientId: patient.id, sessionId: session.id }}
    >
      {text}
    </Link>
  ) : (
    <Link to="/patients/$patientId" params={{ patientId: patient.id }}>
      {text}
    </Link>
  );
}

function whereText({ session, injection }: OverrideLine): string {
  if (!session) return words.atAssessment;
  return [
    sessionText(session.number),
    ...(injection ? [words.injection(injection.number)] : []),
    ...(injection?.struckOut ? [words.struckOut] : []),
  ].join(' · ');
}
