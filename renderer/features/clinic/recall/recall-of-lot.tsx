import { Checkbox } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { IconAlertOctagon } from '@tabler/icons-react';
import { useState } from 'react';
import type { RecallView } from '../../../../shared/contract/recall.ts';
import type { LotId } from '../../../../shared/kernel/ids.ts';
import { useMayNot } from '../../../api/use-clinic.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { momentText, monthText, strengthText } from '../../../text/format.ts';
import { recallText as words } from '../../../text/recall-text.ts';
import { Button } from '../../../ui/button.tsx';
import { StatusChip } from '../../../ui/chip.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { RecallLotDialog } from '../../settings/stock/recall-lot-dialog.tsx';
import { recallGroups, recallProgress } from './recall-model.ts';
import { RecallTable } from './recall-table.tsx';
import styles from './recall.module.css';

/** Everybody in whose sessions a lot was opened, and who of them has been told of its recall. */
export function RecallOfLot({ lotId }: { readonly lotId: LotId | null }) {
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.clinicLists.recall.queryOptions(lotId ? { lotId } : skipToken));
  if (!data) return error ? <ErrorNote error={error} /> : <Loading />;
  return <Detail view={data} />;
}

function Detail({ view }: { readonly view: RecallView }) {
  const { lot, recall, patients } = view;
  const [toTellOnly, setToTellOnly] = useState(false);
  const groups = recallGroups(patients, toTellOnly && recall !== null);
  const { told, all } = recallProgress(patients);
  return (
    <Panel
      title={words.lot(lot.lotNumber)}
      aside={`${lot.product.name} ${strengthText(lot.product.strengthUgPerMl)} · ${words.expires(monthText(lot.expiresOn))}`}
      end={recall ? <StatusChip tone="hard">{words.recalled}</StatusChip> : <RecallButton view={view} />}
      className={styles.detail}
    >
      <div className={styles.state}>
        {recall ? (
          <p>
            <IconAlertOctagon size={18} aria-hidden className={styles.recalledSign} />
            {words.recalledBy(view.names[recall.by] ?? '', momentText(recall.at), recall.reason)}
          </p>
        ) : (
          <p>{words.notRecalled}</p>
        )}
        {recall && all > 0 ? (
          <div className={styles.progress}>
            <strong>{words.progress(told, all)}</strong>
            <progress value={told} max={all} aria-label={words.progress(told, all)} />
            <Checkbox
              label={words.toTellOnly}
              checked={toTellOnly}
              onChange={({ currentTarget: { checked } }) => {
                setToTellOnly(checked);
              }}
            />
          </div>
        ) : (
          <strong>{words.patients(all)}</strong>
        )}
        <p className={styles.quiet}>{words.noContact}</p>
      </div>
      {patients.length === 0 ? <EmptyState title={words.nobody}>{words.nobodyHint}</EmptyState> : null}
      {patients.length > 0 && groups.length === 0 ? <EmptyState title={words.allTold} /> : null}
      {groups.length > 0 ? <RecallTable view={view} groups={groups} /> : null}
    </Panel>
  );
}

function RecallButton({ view }: { readonly view: RecallView }) {
  const mayNot = useMayNot('stock/write');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        kind="danger"
        size="small"
        disabledBecause={mayNot}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {words.recall}
      </Button>
      {isOpen ? (
        <RecallLotDialog
          lot={view.lot}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      ) : null}
    </>
  );
}
