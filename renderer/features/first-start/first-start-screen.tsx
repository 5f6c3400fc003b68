import { Checkbox, Radio, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { SHIPPED_PROFILES, DEFAULT_PROFILE_ID } from '../../../shared/domain/dose/profiles/index.ts';
import { ROLES } from '../../../shared/domain/staff/roles.ts';
import { failureOf } from '../../api/failure-of.ts';
import { useTRPC } from '../../api/trpc.ts';
import { issueTexts } from '../../text/field-text.ts';
import { firstStartText } from '../../text/first-start-text.ts';
import { roleMeaning, roleText } from '../../text/role-text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip } from '../../ui/chip.tsx';
import { PinField } from '../../ui/confirm-pin-dialog.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { Logo } from '../../ui/logo.tsx';
import { useDraft, type DraftForm } from '../../ui/use-draft.ts';
import { DemoOffer } from '../sign-in/demo-offer.tsx';
import {
  EMPTY_FIRST_START,
  firstStartErrors,
  firstStartInput,
  type FirstStartDraft,
} from './first-start-form.ts';
import styles from './first-start-screen.module.css';

/** The first start: the clinic, its administrator and its limits; or the demo clinic. */
export function FirstStartScreen({ onSwitched }: { readonly onSwitched: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useDraft(EMPTY_FIRST_START, firstStartErrors);
  const setUp = useMutation(
    trpc.clinic.setUp.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.clinic.pathFilter()),
      onError: (error) => {
        const failure = failureOf(error);
        if (failure.code === 'invalid-input') form.refuse(fieldsOf(issueTexts(failure.issues)));
      },
    }),
  );
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <Logo size={40} />
        <div>
          <h1>{firstStartText.title}</h1>
          <p>{firstStartText.intro}</p>
        </div>
      </header>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (form.check() && !setUp.isPending) setUp.mutate(firstStartInput(form.draft));
        }}
      >
        <div className={styles.columns}>
          <PersonPart form={form} />
          <LimitsPart form={form} />
        </div>
        <ErrorNote error={setUp.error} />
        <div className={styles.end}>
          <Button kind="main" size="large" submit busy={setUp.isPending}>
            {firstStartText.create}
          </Button>
        </div>
      </form>
      <DemoOffer isDemo={false} onSwitched={onSwitched} />
    </div>
  );
}

/** The core knows the name and the PIN as parts of the administrator. */
function fieldsOf(errors: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(errors).map(([path, text]) => [path.replace('administrator.', ''), text]),
  );
}

type Form = DraftForm<FirstStartDraft>;

function Part({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className={styles.part}>
      <legend>{title}</legend>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      {children}
    </fieldset>
  );
}

function PersonPart({ form }: { readonly form: Form }) {
  const { draft, set, errorOf, touch } = form;
  return (
    <div className={styles.column}>
      <Part title={firstStartText.clinic}>
        <TextInput
          label={firstStartText.clinicName}
          description={firstStartText.clinicHint}
          value={draft.clinicName}
          maxLength={80}
          error={errorOf('clinicName')}
          onChange={(event) => {
            set('clinicName', event.currentTarget.value);
          }}
          onBlur={() => {
            touch('clinicName');
          }}
        />
      </Part>
      <Part title={firstStartText.administrator}>
        <TextInput
          label={firstStartText.name}
          description={firstStartText.nameHint}
          value={draft.name}
          maxLength={80}
          error={errorOf('name')}
          onChange={(event) => {
            set('name', event.currentTarget.value);
          }}
          onBlur={() => {
            touch('name');
          }}
        />
        <div className={styles.pins}>
          <PinField
            label={firstStartText.pin}
            value={draft.pin}
            error={errorOf('pin')}
            onChange={(pin) => {
              set('pin', pin);
            }}
          />
          <PinField
            label={firstStartText.pinAgain}
            value={draft.pinAgain}
            error={errorOf('pinAgain')}
            onChange={(pin) => {
              set('pinAgain', pin);
            }}
          />
        </div>
        <p className={styles.hint}>{firstStartText.pinHint}</p>
        <Checkbox.Group
          label={firstStartText.alsoRoles}
          value={[...draft.alsoRoles]}
          onChange={(roles) => {
            set(
              'alsoRoles',
              ROLES.filter((role) => roles.includes(role)),
            );
          }}
        >
          <div className={styles.roles}>
            {ROLES.filter((role) => role !== 'administrator').map((role) => (
              <Checkbox key={role} value={role} size="md" label={`${roleText(role)}: ${roleMeaning(role)}`} />
            ))}
          </div>
        </Checkbox.Group>
      </Part>
    </div>
  );
}

function LimitsPart({ form }: { readonly form: Form }) {
  return (
    <div className={styles.column}>
      <Part title={firstStartText.limits} hint={firstStartText.limitsHint}>
        <Radio.Group
          aria-label={firstStartText.limits}
          value={form.draft.profileId}
          onChange={(id) => {
            form.set('profileId', id);
          }}
        >
          <div className={styles.profiles}>
            {[...SHIPPED_PROFILES]
              .sort((a, b) => Number(b.id === DEFAULT_PROFILE_ID) - Number(a.id === DEFAULT_PROFILE_ID))
              .map(({ id, name, summary }) => (
                <Radio.Card key={id} value={id} className={styles.profile}>
                  <Radio.Indicator size="md" />
                  <span>
                    <strong>
                      {name}{' '}
                      {id === DEFAULT_PROFILE_ID ? (
                        <StatusChip tone="ok">{firstStartText.recommended}</StatusChip>
                      ) : null}
                    </strong>
                    <span className={styles.hint}>{summary}</span>
                  </span>
                </Radio.Card>
              ))}
          </div>
        </Radio.Group>
      </Part>
    </div>
  );
}
