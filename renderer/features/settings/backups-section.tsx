import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTRPC } from '../../api/trpc.ts';
import { useMayNot } from '../../api/use-clinic.ts';
import { momentText } from '../../text/format.ts';
import { settingsText } from '../../text/settings-text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip } from '../../ui/chip.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './settings-page.module.css';

const words = settingsText.backups;

/** The dated copies of the records, and making one now. */
export function BackupsSection() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const backups = useSuspenseQuery(trpc.backups.list.queryOptions()).data;
  const mayNot = useMayNot('backup/make');
  const make = useMutation(
    trpc.backups.make.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.backups.pathFilter());
        await queryClient.invalidateQueries(trpc.clinic.pathFilter());
      },
    }),
  );
  return (
    <Panel
      title={words.title}
      end={
        <Button
          size="small"
          busy={make.isPending}
          disabledBecause={mayNot}
          onClick={() => {
            make.mutate();
          }}
        >
          {words.make}
        </Button>
      }
    >
      <div className={styles.inside}>
        <p>{words.hint}</p>
        <p className={styles.quiet}>{words.restore}</p>
        <ErrorNote error={make.error} />
        {make.data ? (
          <div>
            <StatusChip tone="ok">{words.made(momentText(make.data.madeAt))}</StatusChip>
          </div>
        ) : null}
      </div>
      {backups.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <DataTable className={styles.table} columns={words.columns}>
          {backups.map(({ fileName, madeAt, bytes }) => (
            <tr key={fileName}>
              <td className={styles.strong}>{momentText(madeAt)}</td>
              <td>{fileName}</td>
              <td>{words.size(bytes)}</td>
            </tr>
          ))}
        </DataTable>
      )}
    </Panel>
  );
}
