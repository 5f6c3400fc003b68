import type { PlannedGivenRow, Portion } from '../../../shared/domain/plan/planned-given.ts';
import { veinLabel, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { legWord } from '../../text/format.ts';
import { differenceText, portionText } from '../../text/planned-given-text.ts';
import { PLANNED_GIVEN_COLUMNS } from '../../text/patient-history-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import styles from './sessions-tab.module.css';

interface PlannedGivenTableProps {
  readonly rows: readonly PlannedGivenRow[];
  readonly veins: readonly Vein[];
  /** The day of a session by its number. */
  readonly dayOf: (number: number) => CalendarDate | null;
}

/** What was planned for each vein beside what it got, and the difference in words. */
export function PlannedGivenTable({ rows, veins, dayOf }: PlannedGivenTableProps) {
  return (
    <DataTable className={styles.table} columns={PLANNED_GIVEN_COLUMNS}>
      {rows.map((row) => (
        <tr key={`${row.veinId ?? 'free'} ${row.leg ?? ''}`} data-difference={row.difference.kind}>
          <th scope="row">{nameOf(row, veins)}</th>
          <td>
            <Portions portions={row.planned} />
          </td>
          <td>
            <Portions portions={row.given} />
            {row.struckOut > 0 ? <span className={styles.quiet}>{row.struckOut} struck out</span> : null}
          </td>
          <td className={styles.difference}>{differenceText(row.difference, dayOf)}</td>
        </tr>
      ))}
    </DataTable>
  );
}

function Portions({ portions }: { readonly portions: readonly Portion[] }) {
  if (portions.length === 0) return <>–</>;
  return portions.map((portion) => (
    <span key={portionText(portion)} className={styles.portion}>
      {portionText(portion)}
    </span>
  ));
}

function nameOf({ veinId, leg }: PlannedGivenRow, veins: readonly Vein[]): string {
  if (leg !== null) return `Free sites, ${legWord(leg)} leg`;
  const vein = veins.find(({ id }) => id === veinId);
  return vein ? veinLabel(vein) : 'Erased since';
}
