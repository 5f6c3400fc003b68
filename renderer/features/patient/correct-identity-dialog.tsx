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

/** Corrects who the patient is. Of two who correct at once, the second is told, and can load what the first saved. */
export function CorrectIdentityDialog({ patient, today, onClose }: CorrectIdentityDialogProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  // The version that was read when the form opened: a change by somebody else must not slip under it.
  const [read, setRead] = useState(patient);
  const load = useMutation({
    mutationFn: () =>
      queryClient.query(trpc.patients.get.queryOptions({ patientId: patient.id }, { staleTime: 0 })),
    onSuccess: (present) => {
      setRead(present.patient);
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={patientText.correctTitle}
      centered
      size="lg"
      closeOnClickOutside={false}
    >
      <IdentityForm
        key={read.version}
        read={read}
        today={today}
        onLoad={() => {
          load.mutate();
        }}
        isLoading={load.isPending}
        onClose={onClose}
      />
    </Modal>
  );
}

interface IdentityFormProps {
  readonly read: PatientHeader;
  readonly today: CalendarDate;
  /** Starts afresh from what is in the records now. */
  readonly onLoad: () => void;
  readonly isLoading: boolean;
  readonly onClose: () => void;
}

function IdentityForm({ read, today, onLoad, isLoading, onClose }: IdentityFormProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
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
  const isConflict = correct.error !== null && failureOf(correct.error).code === 'conflict';
  return (
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
      <ErrorNote
        error={correct.error}
        action={
          isConflict ? (
            <Button size="small" busy={isLoading} onClick={onLoad}>
              {patientText.loadPresent}
            </Button>
          ) : null
        }
      />
      <div className={styles.buttons}>
        <Button onClick={onClose}>{patientText.cancel}</Button>
        <Button kind="main" submit busy={correct.isPending}>
          {patientText.save}
        </Button>
      </div>
    </form>
  );
}
