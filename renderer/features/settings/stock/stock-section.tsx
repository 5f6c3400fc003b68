import { useSuspenseQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { StockLot } from '../../../../shared/contract/stock.ts';
import { daysBetween, type CalendarDate } from '../../../../shared/kernel/time.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { useMayNot } from '../../../api/use-clinic.ts';
import { dateText, mlEnteredText, strengthText } from '../../../text/format.ts';
import { outOfStock } from '../../../../shared/domain/stock/out-of-stock.ts';
import { settingsText } from '../../../text/settings-text.ts';
import { Button } from '../../../ui/button.tsx';
import { StatusChip, type Tone } from '../../../ui/chip.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import styles from '../settings-page.module.css';
import { AddLotDialog } from './add-lot-dialog.tsx';
import { AddProductDialog } from './add-product-dialog.tsx';
import { CorrectStockDialog } from './correct-stock-dialog.tsx';
import { RecallLotDialog } from './recall-lot-dialog.tsx';

const words = settingsText.stock;
/** From so many days before the end a lot is marked. */
const SOON_DAYS = 30;

/** The lots in stock, first-expiring first; expired and recalled ones marked. */
export function StockSection() {
  const trpc = useTRPC();
  const stock = useSuspenseQuery(trpc.stock.get.queryOptions()).data;
  const { products, lots } = stock;
  const { today } = useSuspenseQuery(trpc.clinic.status.queryOptions()).data;
  const mayNot = useMayNot('stock/write');
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const close = () => {
    setOpen(null);
  };
  const out = outOfStock(lots, today);
  return (
    <Panel
      title={words.title}
      end={
        <>
          <Button
            size="small"
            disabledBecause={mayNot}
            onClick={() => {
              setOpen({ kind: 'product' });
            }}
          >
            {words.addProduct}
          </Button>
          <Button
            size="small"
            icon={<IconPlus size={18} aria-hidden />}
            disabledBecause={mayNot}
            onClick={() => {
              setOpen({ kind: 'lot' });
            }}
          >
            {words.add}
          </Button>
        </>
      }
    >
      {out.size > 0 ? (
        <p className={styles.warn}>
          {words.outOfStock(
            products
              .filter(({ id }) => out.has(id))
              .map(({ name, strengthUgPerMl }) => `${name} ${strengthText(strengthUgPerMl)}`),
          )}
        </p>
      ) : null}
      {lots.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <DataTable className={styles.table} columns={words.columns} actions={words.recall}>
          {lots.map((lot) => (
            <LotRow key={lot.id} lot={lot} today={today} mayNot={mayNot} onOpen={setOpen} />
          ))}
        </DataTable>
      )}
      {open?.kind === 'lot' ? <AddLotDialog stock={stock} today={today} onClose={close} /> : null}
      {open?.kind === 'product' ? <AddProductDialog onClose={close} /> : null}
      {open?.kind === 'correct' ? <CorrectStockDialog lot={open.lot} onClose={close} /> : null}
      {open?.kind === 'recall' ? <RecallLotDialog lot={open.lot} onClose={close} /> : null}
    </Panel>
  );
}

type OpenDialog =
  { readonly kind: 'lot' | 'product' } | { readonly kind: 'correct' | 'recall'; readonly lot: StockLot };

interface LotRowProps {
  readonly lot: StockLot;
  readonly today: CalendarDate;
  readonly mayNot: string | null;
  readonly onOpen: (dialog: OpenDialog) => void;
}

function LotRow({ lot, today, mayNot, onOpen }: LotRowProps) {
  const state = lotState(lot, today);
  return (
    <tr>
      <td className={[styles.strong, 'pp-code'].join(' ')}>{lot.lotNumber}</td>
      <td>{lot.product.name}</td>
      <td className={styles.strong}>{strengthText(lot.product.strengthUgPerMl)}</td>
      <td>{mlEnteredText(lot.product.ampouleUl)}</td>
      <td>{dateText(lot.expiresOn)}</td>
      <td className={styles.strong}>{words.left(lot.ampoulesLeft)}</td>
      <td>
        <StatusChip tone={state.tone}>{state.words}</StatusChip>
        {lot.recalledBecause ? <span className={styles.quiet}>{lot.recalledBecause}</span> : null}
      </td>
      <td className={styles.end}>
        <Button
          disabledBecause={mayNot}
          onClick={() => {
            onOpen({ kind: 'correct', lot });
          }}
        >
          {words.correct}
          <span className="pp-hidden"> {lot.lotNumber}</span>
        </Button>{' '}
        {lot.recalledBecause === null ? (
          <Button
            disabledBecause={mayNot}
            onClick={() => {
              onOpen({ kind: 'recall', lot });
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
  { recalledBecause, expiresOn }: Pick<StockLot, 'recalledBecause' | 'expiresOn'>,
  today: CalendarDate,
): { readonly tone: Tone; readonly words: string } {
  const days = daysBetween(today, expiresOn);
  if (recalledBecause !== null) return { tone: 'hard', words: words.recalled };
  if (days < 0) return { tone: 'hard', words: words.expired };
  return days <= SOON_DAYS
    ? { tone: 'warn', words: words.expiresSoon(days) }
    : { tone: 'ok', words: words.inDate };
}
