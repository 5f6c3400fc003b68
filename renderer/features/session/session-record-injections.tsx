import { IconAlertOctagon, IconPencilPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { addedBy, struckOutBy } from '../../../shared/domain/session/amendment.ts';
import { clockText, mg, mlEntered, momentText, preparationText } from '../../text/format.ts';
import { REGION_WORDS } from '../../text/map-text.ts';
import { countedText } from '../../text/closing-text.ts';
import { limitSentence } from '../../text/session-text.ts';
import { ledgerRows, type LedgerRow } from './ledger-rows.ts';
import styles from './session-record.module.css';

const COLUMNS = ['No.', 'Time', 'Vein', 'Where', 'mL', '%', 'mg', 'Needle', 'Lot', 'By'];

/** Every injection as it stands in the record, struck-out ones among them, with what was said about it; the first one first. */
export function RecordInjections({ view }: { readonly view: SessionView }) {
  const rows = ledgerRows(view).toReversed();
  const struck = view.injections.filter(({ strikeOut }) => strikeOut !== null).length;
  return (
    <section className={styles.injections} aria-label="Recorded injections">
      <header className={styles.head}>
        <h2>Injections</h2>
        <span>
          {countedText(rows.length - struck, 'injection')}
          {struck > 0 ? `, ${String(struck)} struck out` : ''}
        </span>
      </header>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label="List of injections">
        <table className={styles.table}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.injection.id} row={row} view={view} />
            ))}
          </tbody>
        </table>
        {rows.length === 0 ? <p className={styles.empty}>Nothing was injected.</p> : null}
      </div>
    </section>
  );
}

function Row({ row, view }: { readonly row: LedgerRow; readonly view: SessionView }) {
  const { injection, label, region } = row;
  const box = view.boxes.find(({ id }) => id === injection.lotId);
  const isAmended =
    addedBy(view.amendments, injection.id) !== null || struckOutBy(view.amendments, injection.id) !== null;
  const notes = notesOf(row, view);
  const { strikeOut, dose } = injection;
  return (
    <>
      <tr
        className={styles.row}
        data-struck={strikeOut !== null || undefined}
        data-amended={isAmended || undefined}
        data-noted={notes.length > 0 || undefined}
      >
        <td>{injection.number}</td>
        <td>{clockText(injection.givenAt)}</td>
        <td>
          <strong>{label}</strong>
        </td>
        <td>{region ? REGION_WORDS[region] : 'Free site'}</td>
        <td className={styles.volume}>{mlEntered(dose.volumeUl)}</td>
        <td>{preparationText(dose)}</td>
        <td>{mg(injection.massUg)}</td>
        <td>{injection.needle}</td>
        <td className="pp-code">{box?.lotNumber ?? 'unknown'}</td>
        <td>{view.names[injection.givenBy] ?? 'unknown'}</td>
      </tr>
      {notes.length > 0 ? (
        <tr className={styles.notes} data-amended={isAmended || undefined}>
          <td />
          <td colSpan={COLUMNS.length - 1}>{notes}</td>
        </tr>
      ) : null}
    </>
  );
}

/** What else the record says of an injection: amendments first, then why it counts no more, or what it passed and who allowed it. */
function notesOf({ injection }: LedgerRow, { amendments, names }: SessionView): readonly ReactNode[] {
  const { strikeOut, override, reason, assessment } = injection;
  const name = (id: string) => names[id] ?? 'unknown';
  const added = addedBy(amendments, injection.id);
  const struckBy = struckOutBy(amendments, injection.id);
  const passed = assessment.gauges.filter(({ limit }) => assessment.passed.hard.includes(limit.id));
  const isUnallowed = assessment.verdict === 'hard' && override === null;
  return [
    added ? (
      <span key="added" className={styles.amendedMark}>
        <IconPencilPlus size={15} aria-hidden /> Added by amendment {added.number}, {momentText(added.madeAt)}
        , {name(added.madeBy)}
      </span>
    ) : null,
    isUnallowed && strikeOut === null ? (
      <span key="over" className={styles.over}>
        <IconAlertOctagon size={15} aria-hidden /> Over a hard limit: {passed.map(limitSentence).join(' ')} It
        had been given.
      </span>
    ) : null,
    strikeOut ? (
      <span key="struck" data-plain>
        <strong>Struck out</strong>
        {struckBy ? ` by amendment ${String(struckBy.number)}` : ''} · {strikeOut.reason} ·{' '}
        {name(strikeOut.struckBy)}, {momentText(strikeOut.struckAt)}
      </span>
    ) : null,
    override ? (
      <span key="override" className={styles.warned}>
        Passed a hard limit, allowed by {name(override.surgeonId)}: {override.reason}
      </span>
    ) : null,
    reason !== null ? (
      <span key="reason" className={styles.warned}>
        Reason: {reason}
      </span>
    ) : null,
    injection.confirmedSlip ? <span key="slip">The volume was looked at twice and confirmed.</span> : null,
  ].filter((note) => note !== null);
}
