import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Lot, SessionView } from '../../../shared/contract/session.ts';
import type { Preparation } from '../../../shared/domain/dose/ledger.ts';
import type { LotId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { useTRPC } from '../../api/trpc.ts';
import { dateText, strengthText } from '../../text/format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import type { Syringe } from './recording-state.ts';
import styles from './session.module.css';
import type { SessionWrites } from './use-session.ts';

interface ChangeSyringeProps {
  readonly view: SessionView;
  readonly inHand: Syringe | null;
  readonly today: CalendarDate;
  readonly openBox: SessionWrites['openBox'];
  readonly onChoose: (syringe: Syringe) => void;
  readonly onClose: () => void;
}

const FORMS = [
  { value: 'liquid', label: 'Liquid' },
  { value: 'foam', label: 'Foam' },
] as const;
const GAS_PARTS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Which box the syringe was drawn from, and whether it is liquid or foam. A box is opened once; then it is a choice. */
export function ChangeSyringe(props: ChangeSyringeProps) {
  const { view, inHand, today, openBox, onChoose, onClose } = props;
  const trpc = useTRPC();
  const stock = useQuery(trpc.stock.get.queryOptions());
  const [lotId, setLotId] = useState<LotId | null>(inHand?.lotId ?? null);
  const [form, setForm] = useState<Preparation['form']>(inHand?.preparation.form ?? 'liquid');
  const [gasParts, setGasParts] = useState(
    inHand?.preparation.form === 'foam' ? inHand.preparation.gasParts : 4,
  );
  const opened = new Set(view.boxes.map(({ id }) => id));
  const others = (stock.data?.lots ?? [])
    .filter((lot) => !opened.has(lot.id))
    .toSorted(
      (a, b) => Number(unusableBecause(a, today) !== null) - Number(unusableBecause(b, today) !== null),
    );
  const lot: Lot | null = [...view.boxes, ...others].find(({ id }) => id === lotId) ?? null;
  const take = () => {
    if (!lot) return;
    const { strengthUgPerMl } = lot.product;
    const preparation: Preparation =
      form === 'foam' ? { form, strengthUgPerMl, gasParts } : { form, strengthUgPerMl };
    const choose = () => {
      onChoose({ lotId: lot.id, preparation });
    };
    if (opened.has(lot.id)) choose();
    else openBox.mutate({ sessionId: view.opening.id, lotId: lot.id }, { onSuccess: choose });
  };
  return (
    <Modal opened onClose={onClose} title="Which syringe?" size={560} centered>
      <div className={styles.dialog}>
        <div className={styles.boxList} tabIndex={0} role="group" aria-label="Boxes">
          {view.boxes.length > 0 ? (
            <Boxes title="Opened in this session" lots={view.boxes} {...{ lotId, today, onPick: setLotId }} />
          ) : null}
          <Boxes
            title="In stock, first to expire first"
            lots={others}
            {...{ lotId, today, onPick: setLotId }}
          />
        </div>
        <ErrorNote error={stock.error} />
        <div className={styles.choices}>
          <SegmentedControl label="Form" options={FORMS} value={form} onChange={setForm} height={44} />
          {form === 'foam' ? (
            <label>
              1 part liquid +{' '}
              <select
                className={styles.select}
                value={gasParts}
                onChange={(event) => {
                  setGasParts(Number(event.currentTarget.value));
                }}
              >
                {GAS_PARTS.map((parts) => (
                  <option key={parts}>{parts}</option>
                ))}
              </select>{' '}
              parts gas
            </label>
          ) : null}
        </div>
        <ErrorNote error={openBox.error} />
        <div className={styles.dialogEnd}>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            kind="main"
            busy={openBox.isPending}
            disabledBecause={lot ? unusableBecause(lot, today) : 'Choose a box'}
            onClick={take}
          >
            {lot && !opened.has(lot.id) ? `Open box ${lot.lotNumber}` : 'Take this syringe'}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

interface BoxesProps {
  readonly title: string;
  readonly lots: readonly Lot[];
  readonly lotId: LotId | null;
  readonly today: CalendarDate;
  readonly onPick: (id: LotId) => void;
}

function Boxes({ title, lots, lotId, today, onPick }: BoxesProps) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className={styles.boxes}>
        {lots.map((lot) => {
          const unusable = unusableBecause(lot, today);
          return (
            <li key={lot.id}>
              <button
                type="button"
                className={styles.box}
                aria-pressed={lot.id === lotId}
                aria-disabled={unusable !== null || undefined}
                onClick={() => {
                  if (!unusable) onPick(lot.id);
                }}
              >
                <strong>{strengthText(lot.product.strengthUgPerMl)}</strong>
                <span>
                  {lot.product.name} · lot <span className="pp-code">{lot.lotNumber}</span>
                </span>
                <span>{unusable ? <em>{unusable}</em> : `until ${dateText(lot.expiresOn)}`}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {lots.length === 0 ? <p>No other box. Stock is added under Setup.</p> : null}
    </section>
  );
}

function unusableBecause(lot: Lot, today: CalendarDate): string | null {
  if (lot.recalledBecause !== null) return 'Recalled: cannot be used';
  return lot.expiresOn < today ? `Expired ${dateText(lot.expiresOn)}: cannot be used` : null;
}
