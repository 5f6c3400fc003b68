import { Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NoteTold, RecallPatient } from '../../../../shared/contract/recall.ts';
import type { LotId } from '../../../../shared/kernel/ids.ts';
import { isCalendarDate, type CalendarDate } from '../../../../shared/kernel/time.ts';
import { useClinic, useMayNot } from '../../../api/use-clinic.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { complicationRuleText } from '../../../text/complication-text.ts';
import { dateText, nameText } from '../../../text/format.ts';
import { recallText as words } from '../../../text/recall-text.ts';
import { Button } from '../../../ui/button.tsx';
import { StatusChip } from '../../../ui/chip.tsx';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import { textFieldOf, useDraft } from '../../../ui/use-draft.ts';
import { toldOf } from './recall-model.ts';
import styles from './recall.module.css';

interface ToldCellProps {
  readonly lotId: LotId;
  readonly of: RecallPatient;
  readonly names: Readonly<Record<string, string>>;
}

/** Whether a patient has been told, when and by whom; one tap notes it for today. */
export function ToldCell({ lotId, of, names }: ToldCellProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const today = useClinic()?.today;
  const mayNot = useMayNot('recall/note');
  const [isAsking, setIsAsking] = useState(false);
  const note = useMutation(
    trpc.clinicLists.noteTold.mutationOptions({
      onSuccess: (view) => {
        queryClient.setQueryData(trpc.clinicLists.recall.queryKey({ lotId }), view);
        setIsAsking(false);
      },
    }),
  );
  if (!today) return null;
  const send = (said: Pick<NoteTold, 'told' | 'onDate' | 'note'>) => {
    if (!note.isPending) note.mutate({ lotId, patientId: of.patient.id, ...said });
  };
  const told = toldOf(of);
  return (
    <>
      {told ? (
        <div className={styles.told}>
          <StatusChip tone="ok">{words.told(dateText(told.onDate))}</StatusChip>
          <Button
            kind="quiet"
            size="small"
            disabledBecause={mayNot}
            busy={note.isPending}
            onClick={() => {
              send({ told: false, onDate: today, note: '' });
            }}
          >
            {words.undo}
          </Button>
          <span className={styles.sub}>
            {[words.by(names[told.recordedBy] ?? ''), told.note].filter(Boolean).join(' · ')}
          </span>
        </div>
      ) : (
        <div className={styles.told}>
          <Button
            disabledBecause={mayNot}
            busy={note.isPending}
            onClick={() => {
              send({ told: true, onDate: today, note: '' });
            }}
          >
            {words.toldToday}
          </Button>
          <Button
            kind="quiet"
            disabledBecause={mayNot}
            onClick={() => {
              setIsAsking(true);
            }}
          >
            {words.toldOn}
          </Button>
        </div>
      )}
      {isAsking ? null : <ErrorNote error={note.error} />}
      {isAsking ? (
        <ToldDialog
          name={nameText(of.patient)}
          today={today}
          error={note.error}
          busy={note.isPending}
          onClose={() => {
            note.reset();
            setIsAsking(false);
          }}
          onTold={(onDate, how) => {
            send({ told: true, onDate, note: how });
          }}
        />
      ) : null}
    </>
  );
}

interface ToldDialogProps {
  readonly name: string;
  readonly today: CalendarDate;
  readonly error: unknown;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onTold: (onDate: CalendarDate, how: string) => void;
}

function ToldDialog({ name, today, error, busy, onClose, onTold }: ToldDialogProps) {
  const form = useDraft({ onDate: String(today), how: '' }, ({ onDate }) => {
    if (!isCalendarDate(onDate)) return { onDate: complicationRuleText('not-a-day') };
    return onDate > today ? { onDate: complicationRuleText('in-future') } : {};
  });
  return (
    <Modal opened onClose={onClose} title={words.whichDay(name)} centered>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const { onDate, how } = form.draft;
          if (form.check() && isCalendarDate(onDate)) onTold(onDate, how);
        }}
      >
        <TextInput
          type="date"
          label={words.day}
          required
          data-autofocus
          max={today}
          {...textFieldOf(form, 'onDate')}
        />
        <TextInput label={words.note} maxLength={300} {...textFieldOf(form, 'how')} />
        <ErrorNote error={error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="main" submit busy={busy}>
            {words.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
