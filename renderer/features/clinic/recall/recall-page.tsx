import { useQuery } from '@tanstack/react-query';
import type { StockLot } from '../../../../shared/contract/stock.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { monthText, strengthText } from '../../../text/format.ts';
import { recallText as words } from '../../../text/recall-text.ts';
import { StatusChip } from '../../../ui/chip.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { Panel } from '../../../ui/panel.tsx';
import styles from '../clinic-list.module.css';

/** From a lot to everybody who got it: the lots to choose from, recalled ones first. */
export function RecallPage() {
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.stock.get.queryOptions());
  if (!data) return error ? <ErrorNote error={error} /> : <Loading />;
  if (data.lots.length === 0) return <EmptyState title={words.noLots}>{words.noLotsHint}</EmptyState>;
  const isRecalled = ({ recalledBecause }: StockLot) => recalledBecause !== null;
  const lots = [...data.lots.filter(isRecalled), ...data.lots.filter((lot) => !isRecalled(lot))];
  return (
    <div className={styles.page}>
      <Panel title={words.lots} aside={words.lotCount(lots.length)}>
        <DataTable className={styles.table} columns={words.lotColumns}>
          {lots.map((lot) => (
            <tr key={lot.id}>
              <td className={styles.strong}>{lot.lotNumber}</td>
              <td>{`${lot.product.name} ${strengthText(lot.product.strengthUgPerMl)}`}</td>
              <td>{monthText(lot.expiresOn)}</td>
              <td>
                {lot.recalledBecause === null ? null : (
                  <StatusChip tone="hard">{`${words.recalled}: ${lot.recalledBecause}`}</StatusChip>
                )}
              </td>
            </tr>
          ))}
        </DataTable>
      </Panel>
    </div>
  );
}
