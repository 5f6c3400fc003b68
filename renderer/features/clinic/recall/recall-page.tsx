import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTRPC } from '../../../api/trpc.ts';
import { recallText as words } from '../../../text/recall-text.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { LotList } from './lot-list.tsx';
import { RecallOfLot } from './recall-of-lot.tsx';
import styles from './recall.module.css';

/** From a lot to everybody who got it. */
export function RecallPage() {
  const trpc = useTRPC();
  const { lotId = null } = useParams({ strict: false });
  const { data, error } = useQuery(trpc.clinicLists.lots.queryOptions());
  if (!data) return error ? <ErrorNote error={error} /> : <Loading />;
  if (data.length === 0) return <EmptyState title={words.noLots}>{words.noLotsHint}</EmptyState>;
  return (
    <div className={styles.page}>
      <LotList lots={data} chosen={lotId} />
      {lotId === null ? (
        <Panel title={words.choose} className={styles.detail}>
          <p className={styles.hint}>{words.chooseHint}</p>
        </Panel>
      ) : (
        <RecallOfLot key={lotId} lotId={lotId} />
      )}
    </div>
  );
}
