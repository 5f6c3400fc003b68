import { Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { StockLot, StockView } from '../../../shared/contract/stock.ts';
import { packCode, type ScannedPack } from '../../../shared/domain/stock/read-scan.ts';
import type { LotId, ProductId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { useTRPC } from '../../api/trpc.ts';
import { boxText, expiryText } from '../../text/box-text.ts';
import { ruleText } from '../../text/field-text.ts';
import { mlEnteredText, strengthText } from '../../text/format.ts';
import { readExpiry } from '../../text/read-fields.ts';
import { settingsText } from '../../text/settings-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { textFieldOf, useDraft } from '../../ui/use-draft.ts';
import styles from './session.module.css';

const words = settingsText.stock;

interface NewLotFormProps {
  readonly stock: StockView;
  readonly today: CalendarDate;
  /** What was scanned; null: it is typed. */
  readonly pack: ScannedPack | null;
  /** The product that the code names; null: it has to be chosen. */
  readonly productId: ProductId | null;
  /** Lots of the same number that the box is not, as somebody has said. */
  readonly notThese: readonly StockLot[];
  readonly onAdded: (lotId: LotId) => void;
  readonly onCancel: () => void;
}

/** A box that the stock does not know: what was read from it stands in the fields, to be held against the box. */
export function NewLotForm(props: NewLotFormProps) {
  const { today, pack, productId, notThese, onAdded, onCancel } = props;
  const { products, lots } = props.stock;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const isKnown = (id: string) => products.some((product) => product.id === id);
  const isTaken = (draft: { readonly productId: string; readonly lotNumber: string }) =>
    lots.some((lot) => lot.product.id === draft.productId && lot.lotNumber === draft.lotNumber.trim());
  const form = useDraft(
    { productId: productId ?? '', lotNumber: pack?.lotNumber ?? '', expiresOn: pack?.expiresOn ?? '' },
    (draft) => ({
      ...(!isKnown(draft.productId) && { productId: ruleText('not-chosen') }),
      ...(draft.lotNumber.trim() === '' && { lotNumber: ruleText('required') }),
      ...(isTaken(draft) && { lotNumber: boxText.sameNumber.takenField }),
      ...(!readExpiry(draft.expiresOn) && { expiresOn: ruleText('not-a-date') }),
    }),
  );
  const add = useMutation(trpc.stock.addLot.mutationOptions());
  const product = products.find(({ id }) => id === form.draft.productId);
  const expiresOn = readExpiry(form.draft.expiresOn);
  const save = () => {
    if (!form.check() || !product || !expiresOn || add.isPending) return;
    const lotNumber = form.draft.lotNumber.trim();
    const code = pack && packCode(pack);
    add.mutate(
      { productId: product.id, lotNumber, expiresOn, ampoules: null, code },
      {
        onSuccess: (stock) => {
          queryClient.setQueryData(trpc.stock.get.queryKey(), stock);
          const lot = stock.lots.find(
            (each) => each.product.id === product.id && each.lotNumber === lotNumber,
          );
          if (lot) onAdded(lot.id);
        },
      },
    );
  };
  return (
    <form
      className={styles.newLot}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {pack ? <p>{productId === null ? boxText.newCode : boxText.newLot}</p> : null}
      {notThese.map(({ id, product: { name, strengthUgPerMl }, lotNumber }) => (
        <p key={id} className={styles.boxWarn}>
          ▲ {boxText.sameNumber.taken(`${name} ${strengthText(strengthUgPerMl)}`, lotNumber)}
        </p>
      ))}
      <Select
        label={words.product}
        required
        data={products.map((each) => ({
          value: each.id,
          label: `${each.name} ${strengthText(each.strengthUgPerMl)}, ${mlEnteredText(each.ampouleUl)}`,
        }))}
        value={form.draft.productId || null}
        error={form.errorOf('productId')}
        allowDeselect={false}
        onChange={(id) => {
          form.set('productId', id ?? '');
        }}
      />
      <TextInput label={words.lotNumber} required maxLength={30} {...textFieldOf(form, 'lotNumber')} />
      <TextInput
        label={words.expiresOn}
        description={expiresOn ? expiryText(expiresOn, today) : words.expiresHint}
        required
        maxLength={20}
        {...textFieldOf(form, 'expiresOn')}
      />
      <ErrorNote error={add.error} />
      <div className={styles.dialogEnd}>
        <Button onClick={onCancel}>Back to the list</Button>
        <Button kind="main" submit busy={add.isPending}>
          {boxText.putIntoStock}
        </Button>
      </div>
    </form>
  );
}
