import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AuditRow } from '../../../shared/contract/clinic.ts';
import { useTRPC, useTRPCClient } from '../../api/trpc.ts';
import { useMayNot } from '../../api/use-clinic.ts';
import { momentText } from '../../text/format.ts';
import { settingsText } from '../../text/settings-text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip } from '../../ui/chip.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { changeText } from './audit-change.ts';
import styles from './settings-page.module.css';

const words = settingsText.audit;
const PAGE = 50;

/** Every write: who, when, what, before and after; and whether the chain is whole. */
export function AuditSection() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const mayNot = useMayNot('audit/read');
  const [before, setBefore] = useState<number | null>(null);
  const read = useQuery(
    trpc.audit.read.queryOptions(mayNot ? skipToken : { before, limit: PAGE }, {
      placeholderData: keepPreviousData,
    }),
  );
  const verify = useMutation({ mutationFn: () => client.audit.verify.query() });
  if (mayNot) return <EmptyState title={words.title}>{mayNot}</EmptyState>;
  const rows = read.data?.rows ?? [];
  const oldest = rows.at(-1)?.seq ?? null;
  return (
    <Panel
      title={words.title}
      aside={read.data ? words.rows(read.data.total) : null}
      end={
        <>
          {verify.data ? <Verdict brokenAt={verify.data.brokenAt} checked={verify.data.checked} /> : null}
          <Button
            size="small"
            busy={verify.isPending}
            onClick={() => {
              verify.mutate();
              void queryClient.invalidateQueries(trpc.audit.pathFilter());
            }}
          >
            {words.verify}
          </Button>
        </>
      }
    >
      <div className={styles.inside}>
        <p>{words.hint}</p>
        <ErrorNote error={read.error ?? verify.error} />
      </div>
      <DataTable className={styles.table} columns={words.columns}>
        {rows.map((row) => (
          <Row key={row.seq} row={row} />
        ))}
      </DataTable>
      <div className={styles.pager}>
        {before === null ? null : (
          <Button
            size="small"
            onClick={() => {
              setBefore(null);
            }}
          >
            {words.newest}
          </Button>
        )}
        {oldest !== null && oldest > 1 ? (
          <Button
            size="small"
            onClick={() => {
              setBefore(oldest);
            }}
          >
            {words.older}
          </Button>
        ) : null}
      </div>
    </Panel>
  );
}

function Verdict({ brokenAt, checked }: { readonly brokenAt: number | null; readonly checked: number }) {
  return brokenAt === null ? (
    <StatusChip tone="ok">{words.whole(checked)}</StatusChip>
  ) : (
    <StatusChip tone="hard">{words.broken(brokenAt)}</StatusChip>
  );
}

function Row({ row }: { readonly row: AuditRow }) {
  return (
    <tr>
      <td>{row.seq}</td>
      <td className={styles.nowrap}>{momentText(row.at)}</td>
      <td className={styles.nowrap}>{row.by}</td>
      <td className={styles.nowrap}>
        <span className={styles.strong}>{row.action}</span>
        <span className={styles.quiet}>{row.entity}</span>
      </td>
      <td>
        <div className={styles.change}>
          {row.before === null ? null : `${changeText(row.before)} → `}
          {changeText(row.after)}
        </div>
      </td>
    </tr>
  );
}
