import type { CaseSummary, SessionSummary } from '../../../shared/contract/patient.ts';
import type { PlanView } from '../../../shared/contract/plan.ts';
import type { SessionState } from '../../../shared/domain/session/session.ts';
import { useMayNot } from '../../api/use-clinic.ts';
import { dateText, legsText, mg, mlTotal } from '../../text/format.ts';
import { patientText } from '../../text/patient-text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip, type Tone } from '../../ui/chip.tsx';
import { SessionBadge } from '../../ui/session-badge.tsx';
import { TwoLegFigure } from '../../ui/two-leg-figure.tsx';
import { caseTotals, plannedRows, type PlannedRow } from './case-rows.ts';
import styles from './case-panel.module.css';
import { useGo } from './use-go.ts';

interface CaseSessionsProps {
  readonly summary: CaseSummary;
  readonly plan: PlanView | null;
}

/** The sessions of a case: those held with what they gave, their sum, and those to come. */
export function CaseSessions({ summary, plan }: CaseSessionsProps) {
  const planned = plannedRows(plan);
  const sessions = [...summary.sessions].sort((a, b) => a.number - b.number);
  if (sessions.length + planned.length === 0) return <p className={styles.none}>{patientText.noSessions}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {patientText.columns.map((column) => (
            <th key={column} scope="col" className={/Inj|mL|mg/.test(column) ? styles.number : undefined}>
              {column}
            </th>
          ))}
          <th>
            <span className="pp-hidden">Action</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <HeldRow key={session.id} session={session} summary={summary} />
        ))}
        {sessions.length > 1 ? <SumRow summary={summary} /> : null}
        {planned.map((row) => (
          <ToComeRow key={row.session.number} row={row} summary={summary} />
        ))}
      </tbody>
    </table>
  );
}

const TONES: Readonly<Record<SessionState, Tone>> = { open: 'info', closed: 'warn', signed: 'ok' };
const ACTIONS: Readonly<Record<SessionState, string>> = {
  open: patientText.continue,
  closed: patientText.sign,
  signed: patientText.show,
};

function HeldRow({ session, summary }: { readonly session: SessionSummary; readonly summary: CaseSummary }) {
  const go = useGo(summary.patientId);
  const { number, onDate, legs, state, struckOut, overrides, signedBy } = session;
  return (
    <tr>
      <td>
        <SessionBadge number={number} />
      </td>
      <td>
        {dateText(onDate)}
        <span className={styles.quiet}>{session.openedBy}</span>
      </td>
      <td>
        <span className={styles.legs}>
          <TwoLegFigure legs={legs} height={26} />
          <strong>{legsText(legs)}</strong>
        </span>
      </td>
      <td className={styles.number}>
        {session.injections}
        {struckOut > 0 ? <span className={styles.quiet}>{patientText.struckOut(struckOut)}</span> : null}
      </td>
      <td className={[styles.number, styles.big].join(' ')}>{mlTotal(session.volumeUl)}</td>
      <td className={[styles.number, styles.big].join(' ')}>
        {mg(session.massUg)}
        {overrides > 0 ? <span className={styles.quiet}>{patientText.overrides(overrides)}</span> : null}
      </td>
      <td>
        <StatusChip tone={TONES[state]}>{patientText.states[state]}</StatusChip>
      </td>
      <td>{signedBy.join(', ')}</td>
      <td>
        <Button
          size="medium"
          kind={state === 'open' ? 'main' : 'plain'}
          onClick={() => {
            go.toSession(session.id);
          }}
        >
          {ACTIONS[state]}
        </Button>
      </td>
    </tr>
  );
}

function SumRow({ summary }: { readonly summary: CaseSummary }) {
  const { injections, volumeUl, massUg } = caseTotals(summary);
  return (
    <tr className={styles.sum}>
      <td colSpan={3}>{patientText.sum}</td>
      <td className={styles.number}>{injections}</td>
      <td className={styles.number}>{mlTotal(volumeUl)}</td>
      <td className={styles.number}>{mg(massUg)}</td>
      <td colSpan={3} />
    </tr>
  );
}

function ToComeRow({ row, summary }: { readonly row: PlannedRow; readonly summary: CaseSummary }) {
  const go = useGo(summary.patientId);
  const mayNot = useMayNot('session/open');
  const { number, onDate, atTime } = row.session;
  return (
    <tr className={styles.planned}>
      <td>
        <SessionBadge number={number} />
      </td>
      <td>
        {dateText(onDate)}
        {atTime ? <span className={styles.quiet}>{atTime}</span> : null}
      </td>
      <td colSpan={4}>{patientText.veins(row.veins)}</td>
      <td colSpan={2}>
        <StatusChip tone="plain">{patientText.planned}</StatusChip>
      </td>
      <td>
        <Button
          disabledBecause={mayNot}
          onClick={() => {
            go.toOpening(summary.id, number);
          }}
        >
          {patientText.openSession}
        </Button>
      </td>
    </tr>
  );
}
