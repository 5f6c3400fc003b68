import { Modal } from '@mantine/core';
import { skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ComplicationChoices } from '../../../../shared/contract/complications.ts';
import type { PatientId } from '../../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../../shared/kernel/time.ts';
import { useClinic } from '../../../api/use-clinic.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { complicationText } from '../../../text/complication-text.ts';
import { dateText, nameText } from '../../../text/format.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { useDraft } from '../../../ui/use-draft.ts';
import { ComplicationFields } from './complication-fields.tsx';
import {
  beginDraft,
  complicationFaults,
  complicationRequest,
  newRequestIds,
  type ComplicationPreset,
} from './complication-form.ts';
import styles from './complications.module.css';
import { EntryFields } from './entry-fields.tsx';

const words = complicationText.form;

interface RecordComplicationDialogProps {
  readonly patientId: PatientId;
  /** What is known of it already; with an `origin` the course of that is followed from now on. */
  readonly preset?: ComplicationPreset;
  readonly onClose: () => void;
  /** The key of its entry in the register. */
  readonly onRecorded?: (key: string) => void;
}

/** Records a complication of a patient: what, when, where, after which session, and how it stands. */
export function RecordComplicationDialog(props: RecordComplicationDialogProps) {
  const { patientId, preset = {}, onClose, onRecorded } = props;
  const trpc = useTRPC();
  const today = useClinic()?.today;
  const { data, error } = useQuery(
    trpc.complications.choices.queryOptions(today ? { patientId } : skipToken),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={preset.origin ? words.followTitle : words.title}
      size={760}
      centered
      closeOnClickOutside={false}
    >
      {data && today ? (
        <Form
          choices={data}
          preset={preset}
          today={today}
          onClose={onClose}
          onRecorded={(key) => {
            onRecorded?.(key);
            onClose();
          }}
        />
      ) : error ? (
        <ErrorNote error={error} />
      ) : (
        <Loading />
      )}
    </Modal>
  );
}

interface FormProps {
  readonly choices: ComplicationChoices;
  readonly preset: ComplicationPreset;
  readonly today: CalendarDate;
  readonly onClose: () => void;
  readonly onRecorded: (key: string) => void;
}

function Form({ choices: { patient, cases }, preset, today, onClose, onRecorded }: FormProps) {
  const trpc = useTRPC();
  const [ids] = useState(() => newRequestIds(() => crypto.randomUUID()));
  const caseOf = (caseId: string | null) => cases.find(({ id }) => id === caseId) ?? null;
  const form = useDraft(beginDraft(cases, preset, today), (draft) =>
    complicationFaults(draft, caseOf(draft.caseId), today),
  );
  const record = useMutation(
    trpc.complications.record.mutationOptions({
      onSuccess: ({ id }) => {
        onRecorded(id);
      },
    }),
  );
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const request = complicationRequest(form.draft, ids, preset.origin ?? null);
        if (form.check() && request && !record.isPending) record.mutate(request);
      }}
    >
      <p className={styles.whose}>
        <strong>{nameText(patient)}</strong> {dateText(patient.birthDate)} ·{' '}
        <span className="pp-code">{patient.recordNumber}</span>
      </p>
      {cases.length === 0 ? (
        <p role="alert">{words.noCase}</p>
      ) : (
        <>
          <ComplicationFields
            form={form}
            cases={cases}
            chosen={caseOf(form.draft.caseId)}
            today={today}
            isFollowing={preset.origin !== undefined}
          />
          <EntryFields form={form} today={today} />
        </>
      )}
      <ErrorNote error={record.error} />
      <div className={`${styles.buttons ?? ''} ${styles.dialogButtons ?? ''}`}>
        <Button onClick={onClose}>{complicationText.cancel}</Button>
        <Button
          kind="main"
          submit
          busy={record.isPending}
          disabledBecause={cases.length === 0 ? words.noCase : null}
        >
          {complicationText.save}
        </Button>
      </div>
    </form>
  );
}
