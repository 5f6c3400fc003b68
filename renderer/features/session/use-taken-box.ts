import { useState } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import type { StockLot } from '../../../shared/contract/stock.ts';
import type { Preparation } from '../../../shared/domain/dose/ledger.ts';
import type { LotId } from '../../../shared/kernel/ids.ts';
import type { Syringe } from './recording-state.ts';
import type { SessionWrites } from './use-session.ts';

interface TakenBoxInput {
  readonly view: SessionView;
  readonly inHand: Syringe | null;
  readonly openBox: SessionWrites['openBox'];
  readonly onChoose: (syringe: Syringe) => void;
}

/** What the syringe is to be drawn as, and the way to draw it from a box. */
export interface TakenBox {
  readonly form: Preparation['form'];
  readonly gasParts: number;
  readonly setForm: (form: Preparation['form']) => void;
  readonly setGasParts: (parts: number) => void;
  readonly preparationOf: (lot: Pick<StockLot, 'product'>) => Preparation;
  /** The lots that are open in this session. */
  readonly opened: ReadonlySet<LotId>;
  /** Opens the box unless it is open, then chooses the syringe. Nothing while another box is being opened. */
  readonly take: (lot: StockLot) => void;
}

export function useTakenBox({ view, inHand, openBox, onChoose }: TakenBoxInput): TakenBox {
  const before = inHand?.preparation;
  const [form, setForm] = useState<Preparation['form']>(before?.form ?? 'liquid');
  const [gasParts, setGasParts] = useState(before?.form === 'foam' ? before.gasParts : 4);
  const opened = new Set(view.boxes.map(({ id }) => id));
  const preparationOf = ({ product: { strengthUgPerMl } }: Pick<StockLot, 'product'>): Preparation =>
    form === 'foam' ? { form, strengthUgPerMl, gasParts } : { form, strengthUgPerMl };
  return {
    form,
    gasParts,
    setForm,
    setGasParts,
    preparationOf,
    opened,
    take: (lot) => {
      if (openBox.isPending) return;
      const choose = () => {
        onChoose({ lotId: lot.id, preparation: preparationOf(lot) });
      };
      if (opened.has(lot.id)) choose();
      else openBox.mutate({ sessionId: view.opening.id, lotId: lot.id }, { onSuccess: choose });
    },
  };
}
