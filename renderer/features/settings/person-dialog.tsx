import { Checkbox, Modal, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ROLES, type Person, type Role } from '../../../shared/domain/staff/roles.ts';
import { failureOf } from '../../api/failure-of.ts';
import { useTRPC } from '../../api/trpc.ts';
import { issueTexts, ruleText } from '../../text/field-text.ts';
import { failureText } from '../../text/failure-text.ts';
import { roleMeaning, roleText } from '../../text/role-text.ts';
import { settingsText } from '../../text/settings-text.ts';
import { Button } from '../../ui/button.tsx';
import { PinField } from '../../ui/confirm-pin-dialog.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { textFieldOf, useDraft } from '../../ui/use-draft.ts';
import styles from './settings-page.module.css';

const words = settingsText.people;

interface PersonDialogProps {
  /** Null: somebody new. */
  readonly person: Person | null;
  readonly onClose: () => void;
}

interface PersonDraft {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  readonly pin: string;
}

function errorsOf(draft: PersonDraft, isNew: boolean) {
  const pinNeeded = isNew || draft.pin !== '';
  return {
    ...(draft.name.trim() === '' && { name: ruleText('required') }),
    ...(draft.roles.length === 0 && { roles: words.rolesNeeded }),
    ...(pinNeeded && !/^\d{4,8}$/.test(draft.pin) && { pin: ruleText('pin') }),
  };
}

/** Adds a person, or changes roles, PIN and whether they work here. */
export function PersonDialog({ person, onClose }: PersonDialogProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const initial: PersonDraft = {
    name: person?.name ?? '',
    roles: person?.roles ?? [],
    active: person?.active ?? true,
    pin: '',
  };
  const form = useDraft(initial, (draft) => errorsOf(draft, person === null));
  const settled = {
    onSuccess: async () => {
      await queryClient.invalidateQueries(trpc.clinic.pathFilter());
      onClose();
    },
    onError: (error: unknown) => {
      const failure = failureOf(error);
      if (failure.code === 'invalid-input') form.refuse(issueTexts(failure.issues));
      if (failure.code === 'staff/name-taken') form.refuse({ name: failureText(failure).what });
    },
  };
  const add = useMutation(trpc.people.add.mutationOptions(settled));
  const change = useMutation(trpc.people.change.mutationOptions(settled));
  const busy = add.isPending || change.isPending;
  const { draft } = form;
  const save = () => {
    const roles = [...draft.roles];
    if (!form.check() || busy) return;
    if (person) change.mutate({ personId: person.id, roles, active: draft.active, pin: draft.pin || null });
    else add.mutate({ name: draft.name, roles, pin: draft.pin });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={person ? person.name : words.add}
      centered
      closeOnClickOutside={false}
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {person ? null : (
          <TextInput
            label={words.name}
            required
            data-autofocus
            maxLength={80}
            {...textFieldOf(form, 'name')}
          />
        )}
        <Checkbox.Group
          label={words.roles}
          value={[...draft.roles]}
          error={form.errorOf('roles')}
          onChange={(roles) => {
            form.set(
              'roles',
              ROLES.filter((role) => roles.includes(role)),
            );
          }}
        >
          <div className={styles.checks}>
            {ROLES.map((role) => (
              <Checkbox key={role} value={role} size="md" label={`${roleText(role)}: ${roleMeaning(role)}`} />
            ))}
          </div>
        </Checkbox.Group>
        <PinField
          label={person ? words.newPin : words.pin}
          description={person ? words.newPinHint : undefined}
          value={draft.pin}
          error={form.errorOf('pin')}
          onChange={(pin) => {
            form.set('pin', pin);
          }}
        />
        {person ? (
          <Switch
            size="md"
            label={words.isActive}
            checked={draft.active}
            onChange={(event) => {
              form.set('active', event.currentTarget.checked);
            }}
          />
        ) : null}
        <ErrorNote error={add.error ?? change.error} />
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
