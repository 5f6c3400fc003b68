import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC, useTRPCClient } from '../../api/trpc.ts';
import { useMayNot } from '../../api/use-clinic.ts';
import { auditText as words } from '../../text/audit-text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip } from '../../ui/chip.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AuditFilters, NO_FILTER, type AuditFilter } from './audit-filters.tsx';
import { AuditRowLine } from './audit-row.tsx';
import styles from './settings-page.module.css';

const PAGE = 50;

/** Every write: who, when, what, before and after; and whether the chain is whole. */
export function AuditSection() {
  const trpc = useTRPC();
  const mayNot = useMayNot('audit/read');
  const [filter, setFilter] = useState(NO_FILTER);
  // Where each page behind the newest one begins, in the order in which somebody went there.
  const [pages, setPages] = useState<readonly number[]>([]);
  const { personId, onDate, patient } = filter;
  const question = {
    before: pages.at(-1) ?? null,
    limit: PAGE,
    personId,
    onDate,
    patientId: patient?.id ?? null,
  };
  const read = useQuery(
    trpc.audit.read.queryOptions(mayNot ? skipToken : question, { placeholderData: keepPreviousData }),
  );
  const narrow = (next: AuditFilter) => {
    setFilter(next);
    setPages([]);
  };
  if (mayNot) return <EmptyState title={words.title}>{mayNot}</EmptyState>;
  const rows = read.data?.rows ?? [];
  const oldest = rows.at(-1)?.seq;
  return (
    <Panel title={words.title} aside={read.data ? words.rows(read.data.total) : null} end={<Verification />}>
      <div className={styles.inside}>
        <p>{words.hint}</p>
        <AuditFilters filter={filter} onChange={narrow} />
        <ErrorNote error={read.error} />
      </div>
      {read.data && rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <DataTable className={styles.table} columns={words.columns}>
          {rows.map((row) => (
            <AuditRowLine
              key={row.seq}
              row={row}
              names={read.data?.names ?? {}}
              onPatient={(chosen) => {
                narrow({ ...filter, patient: chosen });
              }}
            />
          ))}
        </DataTable>
      )}
      <div className={styles.pager}>
        {pages.length > 1 ? (
          <Button
            onClick={() => {
              setPages([]);
            }}
          >
            {words.newest}
          </Button>
        ) : null}
        {pages.length > 0 ? (
          <Button
            onClick={() => {
              setPages(pages.slice(0, -1));
            }}
          >
            {words.newer}
          </Button>
        ) : null}
        {read.data?.hasOlder && oldest !== undefined ? (
          <Button
            onClick={() => {
              setPages([...pages, oldest]);
            }}
          >
            {words.older}
          </Button>
        ) : null}
      </div>
    </Panel>
  );
}

function Verification() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const verify = useMutation({ mutationFn: () => client.audit.verify.query() });
  return (
    <>
      <ErrorNote error={verify.error} />
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
  );
}

function Verdict({ brokenAt, checked }: { readonly brokenAt: number | null; readonly checked: number }) {
  return brokenAt === null ? (
    <StatusChip tone="ok">{words.whole(checked)}</StatusChip>
  ) : (
    <StatusChip tone="hard">{words.broken(brokenAt)}</StatusChip>
  );
}
