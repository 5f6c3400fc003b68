import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import type { StockLot, StockView } from '../../../shared/contract/stock.ts';
import { matchPack } from '../../../shared/domain/stock/match-pack.ts';
import type { LotId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { useTRPC } from '../../api/trpc.ts';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { SameNumberQuestion } from '../settings/stock/same-number-question.tsx';
import { boxChoices } from './box-choices.ts';
import { NewLotForm } from './new-lot-form.tsx';
import type { Syringe } from './recording-state.ts';
import { SyringeChoice, whyNotTaken } from './syringe-choice.tsx';
import { useScannedPack } from './use-scanned-pack.ts';
import type { SessionWrites } from './use-session.ts';
import { useTakenBox } from './use-taken-box.ts';

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
    <Modal
      opened
      onClose={props.onClose}
      title="Which syringe?"
      size={620}
      centered
      onKeyDownCapture={(event) => {
        // Enter that is still held down from the screen before opens no box.
        if (event.key === 'Enter' && event.repeat) event.preventDefault();
      }}
    >
      <ErrorNote error={stock.error} />
      {stock.data ? <Choice {...props} stock={stock.data} /> : null}
    </Modal>
  );
}

/** The list of boxes; or, for a box that the stock does not know, what has to be said of it first. */
function Choice(props: ChangeSyringeProps & { readonly stock: StockView }) {
  const { view, today, stock } = props;
  const [picked, setPicked] = useState<LotId | null>(null);
  const [isTyping, setTyping] = useState(false);
  /** The scan of which somebody said that it is none of the lots with its number. */
  const [denied, setDenied] = useState<number | null>(null);
  const taken = useTakenBox(props);
  const scanned = useScannedPack(view.opening.id, today);
  const pack = scanned.reading?.kind === 'read' ? scanned.reading.pack : null;
  const match = pack && matchPack(pack, stock);
  const alike = match?.kind === 'same-number' ? stock.lots.filter(({ id }) => match.lotIds.includes(id)) : [];
  const isDenied = denied !== null && denied === scanned.count;
  const choicesOf = (lots: readonly StockLot[]) =>
    boxChoices({ opened: taken.opened, lots, due: view.due, today });
  if (pack && alike.length > 0 && !isDenied) {
    return (
      <SameNumberQuestion
        {...{ pack, today }}
        lots={alike}
        onLearned={(lot) => {
          const [choice] = choicesOf([lot]);
          if (choice && whyNotTaken(choice, pack, today) === null) taken.take(lot);
        }}
        onNo={() => {
          setDenied(scanned.count);
        }}
      />
    );
  }
  if (isTyping || match?.kind === 'new' || isDenied) {
    const leave = () => {
      scanned.clear();
      setTyping(false);
    };
    return (
      <NewLotForm
        key={JSON.stringify(pack)}
        {...{ pack, today, stock }}
        productId={match?.kind === 'new' ? match.productId : null}
        notThese={alike}
        onAdded={(added) => {
          setPicked(added);
          leave();
        }}
        onCancel={leave}
      />
    );
  }
  return (
    <SyringeChoice
      {...{ view, today, taken, scanned, pack, match }}
      choices={choicesOf(stock.lots)}
      picked={picked}
      openBox={props.openBox}
      onPick={setPicked}
      onType={() => {
        setTyping(true);
      }}
      onClose={props.onClose}
    />
  );
}
