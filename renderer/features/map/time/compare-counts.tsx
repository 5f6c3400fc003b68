import { useMemo } from 'react';
import type { VeinComparison } from '../../../../shared/domain/leg-map/compare-maps.ts';
import { KIND_WORDS } from '../../../text/map-text.ts';
import { CHANGE_WORDS, lengthsText, TIME_WORDS } from '../../../text/time-text.ts';
import { CHANGE_ORDER, countRows, type CountCell } from './compare-model.ts';
import styles from './compare.module.css';

interface CompareCountsProps {
  readonly veins: readonly VeinComparison[];
  readonly scale: number;
}

/** How many veins of each kind became what, and how long they are together. */
export function CompareCounts({ veins, scale }: CompareCountsProps) {
  const rows = useMemo(() => countRows(veins, scale), [veins, scale]);
  return (
    <>
      <table className={styles.counts}>
        <caption className="pp-hidden">Veins and their length together, by kind</caption>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            {CHANGE_ORDER.map((change) => (
              <th key={change} scope="col">
                {CHANGE_WORDS[change]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, cells }) => (
            <tr key={kind ?? 'all'}>
              <th scope="row">{kind === null ? 'All' : KIND_WORDS[kind]}</th>
              {CHANGE_ORDER.map((change) => (
                <Cell key={change} cell={cells[change]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>{TIME_WORDS.lengthNote}</p>
    </>
  );
}

function Cell({ cell }: { readonly cell: CountCell }) {
  if (cell.count === 0) return <td>–</td>;
  return (
    <td>
      {cell.count}
      <small>{lengthsText(cell)}</small>
    </td>
  );
}
