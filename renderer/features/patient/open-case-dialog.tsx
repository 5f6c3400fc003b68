import { Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { PatientId } from '../../../shared/kernel/ids.ts';
import { useTRPC } from '../../api/trpc.ts';
import { ruleText } from '../../text/field-text.ts';
import { patientText } from '../../text/patient-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { textFieldOf, useDraft } from '../../ui/use-draft.ts';
import { useGo } from './use-go.ts';
import styles from './dialog-form.module.css';

interface OpenCaseDialogProps {
  readonly patientId: PatientId;
  readonly onClose: () => void;
}

/** Opens a case and goes on to its assessment. */
export function OpenCaseDialog({ patientId, onClose }: OpenCaseDialogProps) {
  const trpc = useTRPC();
  const go = useGo(patientId);
  const form = useDraft({ reason: '' }, ({ reason }) =>
    reason.trim() === '' ? { reason: ruleText('required') } : {},
  );
  const open = useMutation(
    trpc.cases.open.mutationOptions({
      onSuccess: ({ id }) => {
        onClose();
        go.toCase(id, 'assess');
      },
    }),
  );
  return (
    <Modal opened onClose={onClose} title={patientText.openCaseTitle} centered>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (form.check() && !open.isPending) open.mutate({ patientId, reason: form.draft.reason });
        }}
      >
        <p>{patientText.openCaseHint}</p>
        <TextInput
          label={patientText.reason}
          description={patientText.reasonHint}
          required
          data-autofocus
          maxLength={200}
          {...textFieldOf(form, 'reason')}
        />
        <ErrorNote error={open.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{patientText.cancel}</Button>
          <Button kind="main" submit busy={open.isPending}>
            {patientText.openCase}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
