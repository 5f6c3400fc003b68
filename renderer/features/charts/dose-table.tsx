import type { SessionDose } from '../../../shared/domain/patient/session-dose.ts';
import { tightestCap, type HeldCap } from '../../../shared/domain/dose/held-caps.ts';
import { sumOf } from '../../../shared/domain/patient/cumulative.ts';
import { dateText, legsText, mg, mgText, mlTotal, mlTotalText, percentOf } from '../../text/format.ts';
import { capText } from '../../text/limit-text.ts';
import { DOSE_COLUMNS, doseHistoryText, seriesText, sessionRemarks } from '../../text/dose-history-text.ts';
import { SessionBadge } from '../../ui/session-badge.tsx';
import { doseChart, type DoseBar, type DoseSeries } from './dose-chart-model.ts';
import styles from './dose-charts.module.css';

interface DoseTableProps {
  /** The oldest first. */
  readonly sessions: readonly SessionDose[];
  readonly names: Readonly<Record<string, string>>;
}

/** The figures of the charts: each session with its strengths, its sums, and the limits that held on its day. */
export function DoseTable({ sessions, names }: DoseTableProps) {
  const { series, bars } = doseChart('volume', sessions);
  const columns = [
    ...DOSE_COLUMNS.before,
    ...series.map(({ preparation }) => `${seriesText(preparation)}, mL`),
    ...DOSE_COLUMNS.after,
  ];
  const all = sumOf(sessions.flatMap(({ parts }) => parts));
  return (
    <div className={styles.tableRoom} tabIndex={0} role="region" aria-label={doseHistoryText.title}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={isWords(column) ? styles.words : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <SessionRow key={bar.key} bar={bar} {...{ series, sessions, names }} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3} className={styles.words}>
              {doseHistoryText.all(sessions.length)}
            </th>
            {series.map(({ key }) => (
              <td key={key}>{mlTotal(bars.reduce((sum, bar) => sum + (bar.amounts[key] ?? 0), 0))}</td>
            ))}
            <td>{all.injections}</td>
            <td>{volumesText(all)}</td>
            <td>{mg(all.massUg)}</td>
            <td colSpan={2} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function isWords(column: string): boolean {
  return ['Session', 'Day', 'Leg', 'Remarks'].includes(column);
}

interface SessionRowProps extends DoseTableProps {
  readonly bar: DoseBar;
  readonly series: readonly DoseSeries[];
}

function SessionRow({ bar, series, sessions, names }: SessionRowProps) {
  const { session, amounts } = bar;
  const sum = sumOf(session.parts);
  const volume = tightestCap(session.caps, 'total-volume');
  const mass = tightestCap(session.caps, 'mass');
  const massUg = Math.max(sum.massUg, session.within24h?.massUg ?? 0);
  return (
    <tr>
      <th scope="row">
        <SessionBadge number={session.number} size={20} />
      </th>
      <td className={styles.words}>{dateText(session.onDate)}</td>
      <td className={styles.words}>{legsText(session.legs)}</td>
      {series.map(({ key }) => (
        <td key={key}>{(amounts[key] ?? 0) === 0 ? '–' : mlTotal(amounts[key] ?? 0)}</td>
      ))}
      <td>{sum.injections}</td>
      <td>
        {volumesText(sum)}
        {volume ? (
          <Share
            cap={volume}
            text={mlTotalText(volume.amount, 'down')}
            percent={percentOf(sum.liquidUl + sum.foamUl, volume.amount)}
            names={names}
          />
        ) : null}
      </td>
      <td>
        {mg(sum.massUg)}
        {mass ? (
          <Share
            cap={mass}
            text={mgText(mass.amount, 'down')}
            percent={percentOf(massUg, mass.amount)}
            names={names}
          />
        ) : null}
      </td>
      <td>{mass && mass.tighterBy === null ? capText(mass.limit, session.weightG) : '–'}</td>
      <td className={[styles.words, styles.wide].join(' ')}>
        {sessionRemarks(session, sessions).join('; ') || '–'}
      </td>
    </tr>
  );
}

interface ShareProps {
  readonly cap: HeldCap;
  readonly text: string;
  readonly percent: number;
  readonly names: Readonly<Record<string, string>>;
}

/** `74 % of 80.0 mg, set by Dr Okafor` */
function Share({ cap, text, percent, names }: ShareProps) {
  const by = cap.tighterBy === null ? '' : `, set by ${names[cap.tighterBy] ?? ''}`;
  return (
    <span className={styles.share}>
      {percent} % of {text}
      {by}
    </span>
  );
}

/** `8.2`; foam by itself: `8.2 + 4.0 foam`. */
function volumesText({ liquidUl, foamUl }: { readonly liquidUl: number; readonly foamUl: number }): string {
  if (foamUl === 0) return mlTotal(liquidUl);
  return liquidUl === 0 ? `${mlTotal(foamUl)} foam` : `${mlTotal(liquidUl)} + ${mlTotal(foamUl)} foam`;
}
