import { Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { StrikeOutComplication } from '../../../../shared/contract/complications.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { complicationText as words } from '../../../text/complication-text.ts';
import { ruleText } from '../../../text/field-text.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import { textFieldOf, useDraft } from '../../../ui/use-draft.ts';
import styles from './complications.module.css';

interface StrikeOutDialogProps extends Pick<StrikeOutComplication, 'complicationId' | 'entryId'> {
  readonly onClose: () => void;
}

/** Says that a complication, or one entry of its course, was recorded by mistake. */
export function StrikeOutDialog({ complicationId, entryId, onClose }: StrikeOutDialogProps) {
  const trpc = useTRPC();
  const form = useDraft({ reason: '' }, ({ reason }) =>
    reason.trim().length < 3 ? { reason: ruleText('reason') } : {},
  );
  const strikeOut = useMutation(trpc.complications.strikeOut.mutationOptions({ onSuccess: onClose }));
  return (
    <Modal opened onClose={onClose} title={words.strikeTitle} centered>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const { reason } = form.draft;
          if (form.check() && !strikeOut.isPending) strikeOut.mutate({ complicationId, entryId, reason });
        }}
      >
        <p>{words.strikeHint}</p>
        <TextInput
          label={words.reason}
          required
          data-autofocus
          maxLength={300}
          {...textFieldOf(form, 'reason')}
        />
        <ErrorNote error={strikeOut.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="danger" submit busy={strikeOut.isPending}>
            {words.strikeOut}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
