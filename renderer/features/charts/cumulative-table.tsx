import {
  cumulativeOf,
  type Cumulative,
  type DoseSum,
  type NearestToCap,
} from '../../../shared/domain/patient/cumulative.ts';
import { samePreparation } from '../../../shared/domain/dose/ledger.ts';
import type { SessionDose } from '../../../shared/domain/patient/session-dose.ts';
import { dateText, legWord, mg, mgText, mlTotal, mlTotalText, NBSP } from '../../text/format.ts';
import { doseHistoryText, seriesText, veinKindText } from '../../text/dose-history-text.ts';
import styles from './dose-charts.module.css';

interface CumulativeTableProps {
  /** Each case with its sessions; the sum of all is added where there are several. */
  readonly cases: readonly { readonly title: string; readonly sessions: readonly SessionDose[] }[];
}

interface Row {
  readonly title: string;
  readonly of: (sum: Cumulative) => string;
}

/** What was given in each case and in all: by strength, leg and kind of vein, and how near it came to a limit. */
export function CumulativeTable({ cases }: CumulativeTableProps) {
  const sums = cases.map(({ title, sessions }) => ({ title, sum: cumulativeOf(sessions) }));
  const all = cumulativeOf(cases.flatMap(({ sessions }) => sessions));
  const columns = sums.length > 1 ? [...sums, { title: doseHistoryText.allCases, sum: all }] : sums;
  return (
    <div className={styles.tableRoom} tabIndex={0} role="region" aria-label={doseHistoryText.cumulative}>
      <table className={[styles.table, styles.sums].join(' ')}>
        <thead>
          <tr>
            <th scope="col" className={styles.words}>
              {doseHistoryText.unit}
            </th>
            {columns.map(({ title }, at) => (
              <th key={at} scope="col" className={styles.wide}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <Rows title={null} rows={MAIN_ROWS} columns={columns} />
        <Rows title={doseHistoryText.byPreparation} rows={preparationRows(all)} columns={columns} />
        <Rows title={doseHistoryText.byLeg} rows={legRows(all)} columns={columns} />
        <Rows title={doseHistoryText.byVeinKind} rows={kindRows(all)} columns={columns} />
        <Rows title={doseHistoryText.nearest} rows={NEAREST_ROWS} columns={columns} />
      </table>
    </div>
  );
}

interface RowsProps {
  readonly title: string | null;
  readonly rows: readonly Row[];
  readonly columns: readonly { readonly title: string; readonly sum: Cumulative }[];
}

function Rows({ title, rows, columns }: RowsProps) {
  if (rows.length === 0) return null;
  return (
    <tbody>
      {title === null ? null : (
        <tr className={styles.group}>
          <th scope="rowgroup" colSpan={columns.length + 1}>
            {title}
          </th>
        </tr>
      )}
      {rows.map((row) => (
        <tr key={row.title}>
          <th scope="row">{row.title}</th>
          {columns.map(({ sum }, at) => (
            <td key={at}>{row.of(sum)}</td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

const MAIN_ROWS: readonly Row[] = [
  { title: doseHistoryText.sessions, of: ({ sessions }) => String(sessions) },
  { title: doseHistoryText.injections, of: ({ injections }) => String(injections) },
  { title: doseHistoryText.liquid, of: ({ liquidUl }) => mlTotal(liquidUl) },
  { title: doseHistoryText.foam, of: ({ foamUl }) => (foamUl === 0 ? '–' : mlTotal(foamUl)) },
  { title: doseHistoryText.mass, of: ({ massUg }) => mg(massUg) },
];

const NEAREST_ROWS: readonly Row[] = [
  {
    title: doseHistoryText.mostVolume,
    of: ({ mostVolumeInSession }) =>
      nearestText(mostVolumeInSession, mlTotalText, (cap) => mlTotalText(cap, 'down')),
  },
  {
    title: doseHistoryText.mostMass,
    of: ({ mostMassIn24h }) => nearestText(mostMassIn24h, mgText, (cap) => mgText(cap, 'down')),
  },
];

function preparationRows(all: Cumulative): readonly Row[] {
  return all.byPreparation.map(({ preparation }) => ({
    title: seriesText(preparation),
    of: ({ byPreparation }) =>
      sumText(byPreparation.find((each) => samePreparation(each.preparation, preparation))),
  }));
}

function legRows(all: Cumulative): readonly Row[] {
  return all.byLeg.map(({ leg }) => ({
    title: `${legWord(leg)} leg`,
    of: ({ byLeg }) => sumText(byLeg.find((each) => each.leg === leg)),
  }));
}

function kindRows(all: Cumulative): readonly Row[] {
  return all.byVeinKind.map(({ veinKind }) => ({
    title: veinKindText(veinKind),
    of: ({ byVeinKind }) => sumText(byVeinKind.find((each) => each.veinKind === veinKind)),
  }));
}

/** `8.2 mL · 59.0 mg · 37`; foam by itself. */
function sumText(sum: DoseSum | undefined): string {
  if (!sum) return '–';
  const volumes = [
    ...(sum.liquidUl > 0 || sum.foamUl === 0 ? [mlTotalText(sum.liquidUl)] : []),
    ...(sum.foamUl > 0 ? [`${mlTotalText(sum.foamUl)} foam`] : []),
  ];
  return [...volumes, mgText(sum.massUg), String(sum.injections)].join(' · ');
}

/** `88.0 of 88.0 mg = 100 %, 8 Oct 2026` */
function nearestText(
  nearest: NearestToCap | null,
  amountText: (amount: number) => string,
  limitText: (cap: number) => string,
): string {
  if (!nearest) return '–';
  const { amount, cap, percent, session } = nearest;
  return `${amountText(amount)} of ${limitText(cap.amount)} = ${String(percent)}${NBSP}%, ${dateText(session.onDate)}`;
}
