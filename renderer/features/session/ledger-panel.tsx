import { IconDots, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import type { InjectionId } from '../../../shared/kernel/ids.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { clockText, mg, mlEntered, preparationText } from '../../text/format.ts';
import { REGION_WORDS } from '../../text/map-text.ts';
import { SavedAt } from '../../ui/saved-at.tsx';
import styles from './ledger-panel.module.css';
import { ledgerRows, type LedgerRow, type RowProgress } from './ledger-rows.ts';
import { AlsoHere } from './also-here.tsx';
import { LeftForLater } from './left-for-later.tsx';
import { StrikeOutForm } from './strike-out-form.tsx';
import { UndoButton } from './undo-button.tsx';
import type { SessionWrites } from './use-session.ts';
import type { Undo } from './use-undo.ts';

interface LedgerPanelProps {
  readonly view: SessionView;
  /** Null: the record is closed, nothing can be struck out. */
  readonly strikeOut: SessionWrites['strikeOut'] | null;
  /** Takes the newest injection back with one press; absent where nothing is being recorded. */
  readonly undo?: Undo;
  readonly isSending?: boolean;
  readonly problem?: string | null;
}

/** What has been recorded, the newest first; a mistake is struck out here and stays to be seen. */
export function LedgerPanel(props: LedgerPanelProps) {
  const { view, strikeOut, undo, isSending = false, problem = null } = props;
  const [striking, setStriking] = useState<InjectionId | null>(null);
  const rows = ledgerRows(view);
  const severalGivers = new Set(view.injections.map(({ givenBy }) => givenBy)).size > 1;
  const struck = view.injections.filter((injection) => injection.strikeOut !== null).length;
  return (
    <section className={styles.ledger} aria-label="Recorded injections">
      <header className={styles.head}>
        <h2>Recorded</h2>
        <span className={styles.count}>{countText(view.injections.length - struck, struck)}</span>
        {undo ? <AlsoHere view={view} me={undo.me} /> : null}
        <span className={styles.saved}>
          <SavedAt at={lastSaved(view)} pending={isSending} problem={problem} />
        </span>
      </header>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label="List of injections">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">No.</th>
              <th scope="col">Time</th>
              <th scope="col">Vein</th>
              <th scope="col">Region</th>
              <th scope="col" className={styles.number}>
                mL
              </th>
              <th scope="col" className={styles.number}>
                %
              </th>
              <th scope="col" className={styles.number}>
                mg
              </th>
              <th scope="col">
                <span className="pp-hidden">Strike out</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) =>
              striking === row.injection.id && strikeOut ? (
                <tr key={row.injection.id}>
                  <td colSpan={8} className={styles.formCell}>
                    <StrikeOutForm
                      row={row}
                      strikeOut={strikeOut}
                      onDone={() => {
                        setStriking(null);
                      }}
                    />
                  </td>
                </tr>
              ) : (
                <Row
                  key={row.injection.id}
                  row={row}
                  names={view.names}
                  severalGivers={severalGivers}
                  undo={undo && index === 0 ? <UndoButton injections={view.injections} undo={undo} /> : null}
                  onStrike={
                    strikeOut &&
                    (() => {
                      setStriking(row.injection.id);
                    })
                  }
                />
              ),
            )}
          </tbody>
        </table>
        {rows.length === 0 ? <p className={styles.empty}>Nothing recorded yet.</p> : null}
      </div>
      {undo ? <LeftForLater view={view} me={undo.me} /> : null}
    </section>
  );
}

interface RowProps {
  readonly row: LedgerRow;
  readonly names: SessionView['names'];
  /** Then each row says who gave it. */
  readonly severalGivers: boolean;
  readonly undo: ReactNode;
  readonly onStrike: (() => void) | null;
}

function Row({ row, names, severalGivers, undo, onStrike }: RowProps) {
  const { injection, label, progress, region } = row;
  const { strikeOut, dose } = injection;
  const number = String(injection.number);
  return (
    <tr className={styles.row} data-struck={strikeOut !== null || undefined}>
      <td className={styles.no}>{number}</td>
      <td>{clockText(injection.givenAt)}</td>
      <td className={styles.vein}>
        <strong>{label}</strong> <span className={styles.progress}>{progressText(progress)}</span>
      </td>
      <td className={styles.region}>
        {strikeOut ? (
          <span className={styles.why}>
            <strong>Struck out</strong> · {strikeOut.reason} · {names[strikeOut.struckBy] ?? 'unknown'}{' '}
            {clockText(strikeOut.struckAt)}
          </span>
        ) : (
          <>
            {region ? REGION_WORDS[region] : 'Free site'}
            {severalGivers ? (
              <span className={styles.giver}>{names[injection.givenBy] ?? 'unknown'}</span>
            ) : null}
            {injection.override ? (
              <span className={styles.note} title={injection.override.reason}>
                allowed by {names[injection.override.surgeonId] ?? 'a surgeon'}
              </span>
            ) : injection.reason ? (
              <span className={styles.note} title={injection.reason}>
                {injection.reason}
              </span>
            ) : null}
          </>
        )}
        {undo}
      </td>
      <td className={styles.volume}>{mlEntered(dose.volumeUl)}</td>
      <td className={styles.number}>{preparationText(dose)}</td>
      <td className={styles.number}>{mg(injection.massUg)}</td>
      <td className={styles.action}>
        {strikeOut ? (
          <IconX size={18} aria-label="struck out" />
        ) : onStrike ? (
          <button type="button" aria-label={`Strike out injection ${number}`} onClick={onStrike}>
            <IconDots size={18} aria-hidden />
          </button>
        ) : null}
      </td>
    </tr>
  );
}

function progressText(progress: RowProgress): string {
  switch (progress.kind) {
    case 'of-plan':
      return `${String(progress.nth)}/${String(progress.of)}`;
    case 'extra':
      return 'extra';
    case 'free':
      return 'free';
    case 'struck-out':
      return '';
  }
}

function countText(standing: number, struck: number): string {
  const injections = `${String(standing)} injection${standing === 1 ? '' : 's'}`;
  return struck === 0 ? injections : `${injections}, ${String(struck)} struck out`;
}

/** When the core last wrote into this record, by its own clock. */
function lastSaved(view: SessionView): Instant | null {
  const times = view.injections.flatMap(({ givenAt, strikeOut }) => [
    givenAt,
    ...(strikeOut ? [strikeOut.struckAt] : []),
  ]);
  return times.toSorted().at(-1) ?? null;
}
