import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { standingCourse, type Complication } from '../../../../shared/domain/outcome/complication.ts';
import type { CalendarDate } from '../../../../shared/kernel/time.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { complicationText as words } from '../../../text/complication-text.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import { useDraft } from '../../../ui/use-draft.ts';
import { emptyEntry, entryFaults, entryRequest, newRequestIds } from './complication-form.ts';
import styles from './complications.module.css';
import { EntryFields } from './entry-fields.tsx';

interface AddEntryProps {
  readonly complication: Complication;
  readonly today: CalendarDate;
  readonly onDone: () => void;
}

/** Adds how a complication stands; whether it is serious is as it was said last. */
export function AddEntry({ complication, today, onDone }: AddEntryProps) {
  const trpc = useTRPC();
  const [{ entryId }] = useState(() => newRequestIds(() => crypto.randomUUID()));
  const last = standingCourse(complication.course).at(-1);
  const form = useDraft({ ...emptyEntry(today), serious: last?.serious ?? null }, (draft) =>
    entryFaults(draft, complication.onsetOn, today),
  );
  const add = useMutation(trpc.complications.addEntry.mutationOptions({ onSuccess: onDone }));
  return (
    <form
      className={styles.form}
      aria-label={words.addEntry}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const entry = entryRequest(form.draft, entryId);
        if (form.check() && entry && !add.isPending) {
          add.mutate({ complicationId: complication.id, ...entry });
        }
      }}
    >
      <h3 className={styles.subtitle}>{words.addEntry}</h3>
      <EntryFields form={form} today={today} />
      <ErrorNote error={add.error} />
      <div className={styles.buttons}>
        <Button onClick={onDone}>{words.cancel}</Button>
        <Button kind="main" submit busy={add.isPending}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
