import { Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProfileView } from '../../../../shared/contract/profiles.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { usePresentPerson } from '../../../api/use-clinic.ts';
import { settingsText } from '../../../text/settings-text.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import styles from '../settings-page.module.css';

const words = settingsText.limits;

/** Puts a clinician's name to a version. Whoever wrote it may do so, and is told that it will be said. */
export function ApproveDialog({
  view,
  onClose,
}: {
  readonly view: ProfileView;
  readonly onClose: () => void;
}) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const person = usePresentPerson();
  const [comment, setComment] = useState('');
  const approve = useMutation(
    trpc.profiles.approve.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.profiles.pathFilter());
        await queryClient.invalidateQueries(trpc.clinic.pathFilter());
        onClose();
      },
    }),
  );
  const { id, version, name } = view.profile;
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${words.approveTitle}: ${name}, ${words.version(version)}`}
      centered
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!approve.isPending) approve.mutate({ profileId: id, version, comment });
        }}
      >
        <p>{words.approveHint}</p>
        {view.savedBy !== null && view.savedBy === person?.name ? <p>{words.approveOwnHint}</p> : null}
        <TextInput
          label={words.comment}
          value={comment}
          maxLength={300}
          autoComplete="off"
          data-autofocus
          onChange={(event) => {
            setComment(event.currentTarget.value);
          }}
        />
        <ErrorNote error={approve.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{settingsText.people.cancel}</Button>
          <Button kind="main" submit busy={approve.isPending}>
            {words.approve}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
