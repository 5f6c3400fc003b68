import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PatientHeader } from '../../../shared/contract/patient.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import { failureOf } from '../../api/failure-of.ts';
import { useTRPC } from '../../api/trpc.ts';
import { failureText } from '../../text/failure-text.ts';
import { issueTexts } from '../../text/field-text.ts';
import { patientText } from '../../text/patient-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { IdentityFields } from './patient-fields.tsx';
import { fieldsOfPaths, identityDraftOf, identityErrors, identityInput } from './patient-form.ts';
import styles from './dialog-form.module.css';

interface CorrectIdentityDialogProps {
  readonly patient: PatientHeader;
  readonly today: CalendarDate;
  readonly onClose: () => void;
}

/** Corrects who the patient is. Of two who correct at once, the second is told. */
export function CorrectIdentityDialog({ patient, today, onClose }: CorrectIdentityDialogProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  // The version that was read when the form opened: a change by somebody else must not slip under it.
  const [read] = useState(patient);
  const form = useDraft(identityDraftOf(read), (draft) => identityErrors(draft, today));
  const correct = useMutation(
    trpc.patients.correctIdentity.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.patients.pathFilter());
        onClose();
      },
      onError: (error) => {
        const failure = failureOf(error);
        if (failure.code === 'invalid-input') form.refuse(fieldsOfPaths(issueTexts(failure.issues)));
        if (failure.code === 'patient/record-number-taken')
          form.refuse({ recordNumber: failureText(failure).what });
      },
    }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={patientText.correctTitle}
      centered
      size="lg"
      closeOnClickOutside={false}
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const input = identityInput(form.draft, today);
          if (form.check() && input && !correct.isPending)
            correct.mutate({ patientId: read.id, baseVersion: read.version, ...input });
        }}
      >
        <p>{patientText.correctHint}</p>
        <IdentityFields form={form} today={today} />
        <ErrorNote error={correct.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{patientText.cancel}</Button>
          <Button kind="main" submit busy={correct.isPending}>
            {patientText.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
