import { Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LabelProfile } from '../../../../shared/domain/dose/label-profile.ts';
import { failureOf } from '../../../api/failure-of.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { failureText } from '../../../text/failure-text.ts';
import { ruleText } from '../../../text/field-text.ts';
import { settingsText } from '../../../text/settings-text.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import { textFieldOf, useDraft } from '../../../ui/use-draft.ts';
import styles from '../settings-page.module.css';

const words = settingsText.limits;

interface CopyDialogProps {
  readonly profile: LabelProfile;
  readonly onCopied: (profileId: string) => void;
  readonly onClose: () => void;
}

/** Copies a version under a name of the clinic. */
export function CopyDialog({ profile, onCopied, onClose }: CopyDialogProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useDraft({ name: '' }, ({ name }) =>
    name.trim() === '' ? { name: ruleText('required') } : {},
  );
  const copy = useMutation(
    trpc.profiles.copy.mutationOptions({
      onSuccess: async (view) => {
        await queryClient.invalidateQueries(trpc.profiles.pathFilter());
        onCopied(view.profile.id);
        onClose();
      },
      onError: (error) => {
        const failure = failureOf(error);
        if (failure.code === 'profile/name-taken') form.refuse({ name: failureText(failure).what });
      },
    }),
  );
  return (
    <Modal opened onClose={onClose} title={words.copyTitle(profile.name)} centered>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!form.check() || copy.isPending) return;
          copy.mutate({ profileId: profile.id, version: profile.version, name: form.draft.name });
        }}
      >
        <p>{words.copyHint}</p>
        <TextInput
          label={words.copyName}
          required
          data-autofocus
          maxLength={60}
          {...textFieldOf(form, 'name')}
        />
        <ErrorNote error={copy.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{settingsText.people.cancel}</Button>
          <Button kind="main" submit busy={copy.isPending}>
            {words.copyIt}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
