import { useSuspenseQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Lot } from '../../../shared/contract/session.ts';
import { daysBetween, type CalendarDate } from '../../../shared/kernel/time.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useMayNot } from '../../api/use-clinic.ts';
import { dateText, mlEnteredText, strengthText } from '../../text/format.ts';
import { settingsText } from '../../text/settings-text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip, type Tone } from '../../ui/chip.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AddLotDialog, RecallLotDialog } from './lot-dialogs.tsx';
import styles from './settings-page.module.css';

const words = settingsText.stock;
/** From so many days before the end a lot is marked. */
const SOON_DAYS = 30;

/** The lots in stock, first-expiring first; expired and recalled ones marked. */
export function StockSection() {
  const trpc = useTRPC();
  const { products, lots } = useSuspenseQuery(trpc.stock.get.queryOptions()).data;
  const { today } = useSuspenseQuery(trpc.clinic.status.queryOptions()).data;
  const mayNot = useMayNot('stock/write');
  const [adding, setAdding] = useState(false);
  const [recalled, setRecalled] = useState<Lot | null>(null);
  return (
    <Panel
      title={words.title}
      end={
        <Button
          size="small"
          icon={<IconPlus size={18} aria-hidden />}
          disabledBecause={mayNot}
          onClick={() => {
            setAdding(true);
          }}
        >
          {words.add}
        </Button>
      }
    >
      {lots.length === 0 ? <EmptyState title={words.none}>{words.noneHint}</EmptyState> : null}
      <DataTable className={styles.table} columns={words.columns} actions={words.recall}>
        {lots.map((lot) => (
          <LotRow key={lot.id} lot={lot} today={today} mayNot={mayNot} onRecall={setRecalled} />
        ))}
      </DataTable>
      {adding ? (
        <AddLotDialog
          products={products}
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
      {recalled ? (
        <RecallLotDialog
          lot={recalled}
          onClose={() => {
            setRecalled(null);
          }}
        />
      ) : null}
    </Panel>
  );
}

interface LotRowProps {
  readonly lot: Lot;
  readonly today: CalendarDate;
  readonly mayNot: string | null;
  readonly onRecall: (lot: Lot) => void;
}

function LotRow({ lot, today, mayNot, onRecall }: LotRowProps) {
  const state = lotState(lot, today);
  return (
    <tr>
      <td className={[styles.strong, 'pp-code'].join(' ')}>{lot.lotNumber}</td>
      <td>{lot.product.name}</td>
      <td className={styles.strong}>{strengthText(lot.product.strengthUgPerMl)}</td>
      <td>{mlEnteredText(lot.product.ampouleUl)}</td>
      <td>{dateText(lot.expiresOn)}</td>
      <td>
        <StatusChip tone={state.tone}>{state.words}</StatusChip>
        {lot.recalledBecause ? <span className={styles.quiet}>{lot.recalledBecause}</span> : null}
      </td>
      <td className={styles.end}>
        {lot.recalledBecause === null ? (
          <Button
            disabledBecause={mayNot}
            onClick={() => {
              onRecall(lot);
            }}
          >
            {words.recall}
            <span className="pp-hidden"> {lot.lotNumber}</span>
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

/** Whether a lot may be used on a day; on its last day it still may. */
export function lotState(
  { recalledBecause, expiresOn }: Pick<Lot, 'recalledBecause' | 'expiresOn'>,
  today: CalendarDate,
): { readonly tone: Tone; readonly words: string } {
  const days = daysBetween(today, expiresOn);
  if (recalledBecause !== null) return { tone: 'hard', words: words.recalled };
  if (days < 0) return { tone: 'hard', words: words.expired };
  return days <= SOON_DAYS
    ? { tone: 'warn', words: words.expiresSoon(days) }
    : { tone: 'ok', words: words.inDate };
}
