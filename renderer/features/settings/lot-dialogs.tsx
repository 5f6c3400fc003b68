import { Modal, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Lot, Product } from '../../../shared/contract/session.ts';
import { failureOf } from '../../api/failure-of.ts';
import { useTRPC } from '../../api/trpc.ts';
import { failureText } from '../../text/failure-text.ts';
import { issueTexts, ruleText } from '../../text/field-text.ts';
import { mlEnteredText, strengthText } from '../../text/format.ts';
import { readExpiry } from '../../text/read-fields.ts';
import { settingsText } from '../../text/settings-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { textFieldOf, useDraft } from '../../ui/use-draft.ts';
import styles from './settings-page.module.css';

const words = settingsText.stock;

interface AddLotDialogProps {
  readonly products: readonly Product[];
  readonly onClose: () => void;
}

interface LotDraft {
  readonly productId: string;
  readonly lotNumber: string;
  readonly expiresOn: string;
}

/** Takes a lot into stock. */
export function AddLotDialog({ products, onClose }: AddLotDialogProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const initial: LotDraft = { productId: '', lotNumber: '', expiresOn: '' };
  const form = useDraft(initial, (draft) => ({
    ...(!products.some(({ id }) => id === draft.productId) && { productId: ruleText('not-chosen') }),
    ...(draft.lotNumber.trim() === '' && { lotNumber: ruleText('required') }),
    ...(!readExpiry(draft.expiresOn) && { expiresOn: ruleText('not-a-date') }),
  }));
  const add = useMutation(
    trpc.stock.addLot.mutationOptions({
      onSuccess: (stock) => {
        queryClient.setQueryData(trpc.stock.get.queryKey(), stock);
        onClose();
      },
      onError: (error) => {
        const failure = failureOf(error);
        if (failure.code === 'invalid-input') form.refuse(issueTexts(failure.issues));
        if (failure.code === 'lot/already-known') form.refuse({ lotNumber: failureText(failure).what });
      },
    }),
  );
  const expiresOn = readExpiry(form.draft.expiresOn);
  const product = products.find(({ id }) => id === form.draft.productId);
  return (
    <Modal opened onClose={onClose} title={words.add} centered closeOnClickOutside={false}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (form.check() && product && expiresOn && !add.isPending)
            add.mutate({ productId: product.id, lotNumber: form.draft.lotNumber, expiresOn });
        }}
      >
        <Select
          label={words.product}
          required
          data={products.map(({ id, name, strengthUgPerMl, ampouleUl }) => ({
            value: id,
            label: `${name} ${strengthText(strengthUgPerMl)}, ${mlEnteredText(ampouleUl)}`,
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
          description={expiresOn ? words.understoodAs(expiresOn) : words.expiresHint}
          required
          maxLength={20}
          {...textFieldOf(form, 'expiresOn')}
        />
        <ErrorNote error={add.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="main" submit busy={add.isPending}>
            {words.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** Recalls a lot, with the reason. */
export function RecallLotDialog({ lot, onClose }: { readonly lot: Lot; readonly onClose: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useDraft({ reason: '' }, ({ reason }) =>
    reason.trim().length < 3 ? { reason: ruleText('reason') } : {},
  );
  const recall = useMutation(
    trpc.stock.recallLot.mutationOptions({
      onSuccess: (stock) => {
        queryClient.setQueryData(trpc.stock.get.queryKey(), stock);
        onClose();
      },
    }),
  );
  return (
    <Modal opened onClose={onClose} title={words.recallTitle(lot.lotNumber)} centered>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (form.check() && !recall.isPending) recall.mutate({ lotId: lot.id, reason: form.draft.reason });
        }}
      >
        <p>{words.recallHint}</p>
        <TextInput
          label={words.recallReason}
          required
          data-autofocus
          maxLength={300}
          {...textFieldOf(form, 'reason')}
        />
        <ErrorNote error={recall.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="danger" submit busy={recall.isPending}>
            {words.recall}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
