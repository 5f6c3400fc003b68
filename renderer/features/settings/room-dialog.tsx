import { Modal, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Room } from '../../../shared/contract/day.ts';
import { failureOf } from '../../api/failure-of.ts';
import { useTRPC } from '../../api/trpc.ts';
import { failureText } from '../../text/failure-text.ts';
import { ruleText } from '../../text/field-text.ts';
import { roomsText as words } from '../../text/rooms-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { textFieldOf, useDraft } from '../../ui/use-draft.ts';
import styles from './settings-page.module.css';

interface RoomDialogProps {
  readonly room: Room;
  readonly onClose: () => void;
}

/** Renames a room, or takes it out of use. */
export function RoomDialog({ room, onClose }: RoomDialogProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useDraft({ name: room.name, inUse: room.inUse }, ({ name }) =>
    name.trim() === '' ? { name: ruleText('required') } : {},
  );
  const change = useMutation(
    trpc.day.changeRoom.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.day.pathFilter());
        await queryClient.invalidateQueries(trpc.sessions.today.pathFilter());
        onClose();
      },
      onError: (error) => {
        const failure = failureOf(error);
        if (failure.code === 'room/name-taken') form.refuse({ name: failureText(failure).what });
      },
    }),
  );
  return (
    <Modal opened onClose={onClose} title={words.dialog(room.name)} centered closeOnClickOutside={false}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (form.check() && !change.isPending) change.mutate({ roomId: room.id, ...form.draft });
        }}
      >
        <TextInput label={words.name} data-autofocus maxLength={40} {...textFieldOf(form, 'name')} />
        <Switch
          size="md"
          label={words.isOffered}
          checked={form.draft.inUse}
          onChange={(event) => {
            form.set('inUse', event.currentTarget.checked);
          }}
        />
        <ErrorNote error={change.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="main" submit busy={change.isPending}>
            {words.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
