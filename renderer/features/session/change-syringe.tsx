import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import type { StockLot, StockView } from '../../../shared/contract/stock.ts';
import type { Preparation } from '../../../shared/domain/dose/ledger.ts';
import { matchPack } from '../../../shared/domain/stock/match-pack.ts';
import type { LotId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { useTRPC } from '../../api/trpc.ts';
import { boxText, foamText, outOfStockText } from '../../text/box-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { boxChoices, strengthsOutOfStock, type BoxChoice } from './box-choices.ts';
import { BoxList } from './box-list.tsx';
import { FormChoice } from './form-choice.tsx';
import { NewLotForm } from './new-lot-form.tsx';
import type { Syringe } from './recording-state.ts';
import { ScanLine } from './scan-line.tsx';
import styles from './session.module.css';
import { useScannedPack } from './use-scanned-pack.ts';
import type { SessionWrites } from './use-session.ts';

interface ChangeSyringeProps {
  readonly view: SessionView;
  readonly inHand: Syringe | null;
  readonly today: CalendarDate;
  readonly openBox: SessionWrites['openBox'];
  readonly onChoose: (syringe: Syringe) => void;
  readonly onClose: () => void;
}

/** Which box the syringe was drawn from, and whether it is liquid or foam. A box is opened once; then one tap takes it. */
export function ChangeSyringe(props: ChangeSyringeProps) {
  const trpc = useTRPC();
  const stock = useQuery(trpc.stock.get.queryOptions());
  return (
    <Modal opened onClose={props.onClose} title="Which syringe?" size={620} centered>
      <ErrorNote error={stock.error} />
      {stock.data ? <Choice {...props} stock={stock.data} /> : null}
    </Modal>
  );
}

function Choice(props: ChangeSyringeProps & { readonly stock: StockView }) {
  const { view, inHand, today, openBox, stock, onChoose, onClose } = props;
  const [picked, setPicked] = useState<LotId | null>(null);
  const [isTyping, setTyping] = useState(false);
  const [form, setForm] = useState<Preparation['form']>(inHand?.preparation.form ?? 'liquid');
  const [gasParts, setGasParts] = useState(
    inHand?.preparation.form === 'foam' ? inHand.preparation.gasParts : 4,
  );
  const scanned = useScannedPack(today);
  const pack = scanned.reading?.kind === 'read' ? scanned.reading.pack : null;
  const match = pack && matchPack(pack, stock);
  const opened = new Set(view.boxes.map(({ id }) => id));
  const choices = boxChoices({ opened, lots: stock.lots, due: view.due, today });
  const lotId = match?.kind === 'known' ? match.lotId : picked;
  const choice = choices.find(({ lot }) => lot.id === lotId) ?? null;
  const preparationOf = ({ product }: StockLot): Preparation =>
    form === 'foam'
      ? { form, strengthUgPerMl: product.strengthUgPerMl, gasParts }
      : { form, strengthUgPerMl: product.strengthUgPerMl };
  const take = (lot: StockLot) => {
    const choose = () => {
      onChoose({ lotId: lot.id, preparation: preparationOf(lot) });
    };
    if (opened.has(lot.id)) choose();
    else openBox.mutate({ sessionId: view.opening.id, lotId: lot.id }, { onSuccess: choose });
  };
  const pick = ({ lot, group }: BoxChoice) => {
    scanned.clear();
    setPicked(lot.id);
    if (group === 'here') take(lot);
  };
  const leaveForm = () => {
    scanned.clear();
    setTyping(false);
  };
  if (isTyping || match?.kind === 'new') {
    return (
      <NewLotForm
        key={JSON.stringify(pack)}
        {...{ pack, today }}
        products={stock.products}
        productId={match?.kind === 'new' ? match.productId : null}
        onAdded={(added) => {
          setPicked(added);
          leaveForm();
        }}
        onCancel={leaveForm}
      />
    );
  }
  const out = strengthsOutOfStock(choices, view.due);
  return (
    <div className={styles.dialog}>
      <ScanLine {...scanned} match={match} choice={choice} />
      {out.length > 0 ? <p className={styles.boxWarn}>▲ {outOfStockText(out)}</p> : null}
      <FormChoice
        {...{ form, gasParts }}
        says={choice && foamText(preparationOf(choice.lot))}
        onForm={setForm}
        onGasParts={setGasParts}
      />
      <BoxList {...{ choices, lotId, today }} onPick={pick} />
      <ErrorNote error={openBox.error} />
      <div className={styles.dialogEnd}>
        <Button
          className={styles.typeBox}
          onClick={() => {
            setTyping(true);
          }}
        >
          {boxText.typeBox}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          kind="main"
          busy={openBox.isPending}
          disabledBecause={whyNot(choice)}
          onClick={() => {
            if (choice) take(choice.lot);
          }}
        >
          {choice && !opened.has(choice.lot.id) ? `Open box ${choice.lot.lotNumber}` : 'Take this syringe'}
        </Button>
      </div>
    </div>
  );
}

function whyNot(choice: BoxChoice | null): string | null {
  if (!choice) return 'Choose a box';
  if (choice.unusable === null) return null;
  return `Lot ${choice.lot.lotNumber} is ${boxText.unusable[choice.unusable]}: it cannot be used`;
}
