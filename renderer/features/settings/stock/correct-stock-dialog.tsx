import { Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { STOCK_CORRECTIONS, type StockCorrection, type StockLot } from '../../../../shared/contract/stock.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { ruleText } from '../../../text/field-text.ts';
import { settingsText } from '../../../text/settings-text.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { textFieldOf, useDraft } from '../../../ui/use-draft.ts';
import styles from '../settings-page.module.css';
import { readAmpoules } from './read-ampoules.ts';
import { useStockAnswer } from './use-stock-answer.ts';

const words = settingsText.stock;

/** More came, some were thrown away, or a count found more or fewer than there should be. */
export function CorrectStockDialog({
  lot,
  onClose,
}: {
  readonly lot: StockLot;
  readonly onClose: () => void;
}) {
  const trpc = useTRPC();
  const onAnswer = useStockAnswer(onClose);
  const [kind, setKind] = useState<StockCorrection>('received');
  const form = useDraft({ ampoules: '', reason: '' }, ({ ampoules, reason }) => ({
    ...(readAmpoules(ampoules) === null && { ampoules: words.notACount }),
    ...(reason.trim().length < 3 && { reason: ruleText('reason') }),
  }));
  const correct = useMutation(trpc.stock.correct.mutationOptions({ onSuccess: onAnswer }));
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.correctTitle(lot.lotNumber)}
      centered
      closeOnClickOutside={false}
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const ampoules = readAmpoules(form.draft.ampoules);
          if (form.check() && ampoules !== null && !correct.isPending)
            correct.mutate({ lotId: lot.id, kind, ampoules, reason: form.draft.reason });
        }}
      >
        <p>{words.shouldBeLeft(lot.ampoulesLeft)}</p>
        <SegmentedControl
          label={words.what}
          options={STOCK_CORRECTIONS.map((value) => ({ value, label: words.corrections[value] }))}
          value={kind}
          onChange={setKind}
        />
        <TextInput
          label={words.ampoules}
          required
          inputMode="numeric"
          maxLength={6}
          {...textFieldOf(form, 'ampoules')}
        />
        <TextInput label={words.why} required maxLength={300} {...textFieldOf(form, 'reason')} />
        <ErrorNote error={correct.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="main" submit busy={correct.isPending}>
            {words.saveCount}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
