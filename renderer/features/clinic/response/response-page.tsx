import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ResponseStatisticsOf } from '../../../../shared/contract/statistics.ts';
import {
  DIMENSIONS,
  responseLine,
  responseTable,
} from '../../../../shared/domain/outcome/response-statistics.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { DIMENSION_WORDS, responseText } from '../../../text/response-text.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import type { ChosenNumber } from './chosen-number.ts';
import { HowCounted } from './how-counted.tsx';
import { LeftOut } from './left-out.tsx';
import { ResponseFilters } from './response-filters.tsx';
import { ResponseTable } from './response-table.tsx';
import { TwoWayTable } from './two-way-table.tsx';
import { VeinList } from './vein-list.tsx';
import styles from './response-page.module.css';

const TABLES = [...DIMENSIONS, 'two-way'] as const;
type Table = (typeof TABLES)[number];
const TABLE_OPTIONS = TABLES.map((value) => ({
  value,
  label: value === 'two-way' ? responseText.twoWay : DIMENSION_WORDS[value],
}));

const UNFILTERED: ResponseStatisticsOf = { treatedFrom: null, treatedTo: null, part: null, kind: null };

/** How the veins treated in this clinic responded: always with how many they are, and never as advice. */
export function ResponsePage() {
  const trpc = useTRPC();
  const [filter, setFilter] = useState(UNFILTERED);
  const [table, setTable] = useState<Table>('kind');
  const [chosen, setChosen] = useState<ChosenNumber | null>(null);
  const { data, error } = useQuery(
    trpc.statistics.response.queryOptions(filter, { placeholderData: keepPreviousData }),
  );
  if (!data) return error ? <ErrorNote error={error} /> : <Loading />;
  const all = responseLine(data.cells, 'all');
  const numbers = { chosen, onChoose: setChosen };
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <ResponseFilters
          filter={filter}
          onFilter={(next) => {
            setFilter(next);
            setChosen(null);
          }}
        />
        <p className={styles.noAdvice}>{responseText.noAdvice}</p>
        <div className={styles.by}>
          <span>{responseText.by}</span>
          <SegmentedControl
            label={responseText.by}
            options={TABLE_OPTIONS}
            value={table}
            height={44}
            onChange={setTable}
          />
        </div>
        <div className={styles.scroll}>
          {data.cells.length === 0 ? (
            <EmptyState title={responseText.empty}>{responseText.emptyHint}</EmptyState>
          ) : table === 'two-way' ? (
            <TwoWayTable cells={data.cells} {...numbers} />
          ) : (
            <ResponseTable
              dimension={table}
              all={all}
              lines={responseTable(data.cells, table)}
              {...numbers}
            />
          )}
          <LeftOut line={all} unreviewed={data.unreviewedCases} {...numbers} />
          <HowCounted />
        </div>
      </div>
      <VeinList key={JSON.stringify([filter, chosen])} filter={filter} chosen={chosen} />
    </div>
  );
}
