import { memo } from 'react';
import { veinLabel, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { RecordId } from '../../../shared/document/map-document.ts';
import { VeinSymbol } from '../../canvas/vein-symbol.tsx';
import { LIST_WORDS } from '../../text/map-list-text.ts';
import { REGION_WORDS, sizeWords, veinWords } from '../../text/map-text.ts';
import { SessionBadge } from '../../ui/session-badge.tsx';
import { LIST_COLUMNS, type ListColumn, type ListedVein, type ListOrder } from './list-order.ts';
import { RecordList } from './record-list.tsx';
import styles from './vein-list.module.css';

interface VeinListProps {
  /** What passes the filter, in order. */
  readonly rows: readonly ListedVein[];
  /** What each treated vein was given so far, in µL. */
  readonly givenUl: ReadonlyMap<VeinId, number>;
  readonly selection: ReadonlySet<RecordId>;
  readonly order: ListOrder;
  readonly onOrder: (order: ListOrder) => void;
  readonly onSelect: (ids: readonly RecordId[]) => void;
  readonly onOpen: () => void;
}

/** The veins of the map as a list: the same data, for eyes that compare, for a keyboard and for a screen reader. */
export function VeinList({ rows, givenUl, selection, order, onOrder, onSelect, onOpen }: VeinListProps) {
  const longLabels = rows.some(({ vein }) => vein.number >= 100);
  return (
    <div className={styles.veins} data-long-labels={longLabels || undefined}>
      <ListHead order={order} onOrder={onOrder} />
      <RecordList
        label={LIST_WORDS.veins}
        rows={rows}
        recordOf={({ vein }) => vein}
        selection={selection}
        onSelect={onSelect}
        onOpen={onOpen}
      >
        {(row) => <VeinRow {...row} isTreated={givenUl.has(row.vein.id)} />}
      </RecordList>
    </div>
  );
}

/** The heads of the columns; pressed, they sort. */
function ListHead({ order, onOrder }: Pick<VeinListProps, 'order' | 'onOrder'>) {
  const press = (by: ListColumn) => {
    onOrder({ by, descending: order.by === by && !order.descending });
  };
  return (
    <div role="table" aria-label={LIST_WORDS.sortBy}>
      <div role="row" className={styles.head}>
        {LIST_COLUMNS.map((by) => {
          const sorted = order.by === by;
          return (
            <span
              key={by}
              role="columnheader"
              aria-sort={sorted ? (order.descending ? 'descending' : 'ascending') : 'none'}
              className={by === 'size' || by === 'diameter' ? styles.number : undefined}
            >
              <button
                type="button"
                title={LIST_WORDS.sortByColumn[by]}
                className={styles.sort}
                onClick={() => {
                  press(by);
                }}
              >
                {LIST_WORDS.columns[by]}
                {sorted ? <span aria-hidden="true">{order.descending ? '↑' : '↓'}</span> : null}
              </button>
            </span>
          );
        })}
      </div>
    </div>
  );
}

const VeinRow = memo(function VeinRow({
  vein,
  measures,
  session,
  isTreated,
}: ListedVein & { readonly isTreated: boolean }) {
  return (
    <>
      <strong>{veinLabel(vein)}</strong>
      <span className={styles.kind}>
        <VeinSymbol vein={vein} size={17} />
        {veinWords(vein)}
      </span>
      <span>{REGION_WORDS[measures.region]}</span>
      <span className={styles.number}>{sizeWords(measures)}</span>
      <span className={styles.number}>{vein.diameterMm.toFixed(1)}</span>
      <span className={styles.badge}>{planSign(vein, session, isTreated)}</span>
    </>
  );
});

function planSign(vein: Vein, session: number | null, isTreated: boolean) {
  if (vein.carriedOverFrom !== null) {
    return (
      <span className={styles.confirm} title={LIST_WORDS.carriedOver(vein.carriedOverFrom)}>
        ?<span className="pp-hidden"> {LIST_WORDS.toBeConfirmed}</span>
      </span>
    );
  }
  if (session !== null) return <SessionBadge number={session} size={17} />;
  return isTreated ? (
    <span title={LIST_WORDS.treatedOnly}>
      ✓<span className="pp-hidden"> {LIST_WORDS.treated}</span>
    </span>
  ) : (
    <span className="pp-hidden">{LIST_WORDS.notPlanned}</span>
  );
}
