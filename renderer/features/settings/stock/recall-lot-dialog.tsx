import { Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Lot } from '../../../../shared/contract/session.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { ruleText } from '../../../text/field-text.ts';
import { settingsText } from '../../../text/settings-text.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import { textFieldOf, useDraft } from '../../../ui/use-draft.ts';
import styles from '../settings-page.module.css';
import { useStockAnswer } from './use-stock-answer.ts';

const words = settingsText.stock;

/** Recalls a lot, with the reason. */
export function RecallLotDialog({ lot, onClose }: { readonly lot: Lot; readonly onClose: () => void }) {
  const trpc = useTRPC();
  const onAnswer = useStockAnswer(onClose);
  const form = useDraft({ reason: '' }, ({ reason }) =>
    reason.trim().length < 3 ? { reason: ruleText('reason') } : {},
  );
  const recall = useMutation(trpc.stock.recallLot.mutationOptions({ onSuccess: onAnswer }));
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
