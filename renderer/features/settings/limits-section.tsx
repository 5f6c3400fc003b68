import { Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProfileView } from '../../../shared/contract/profiles.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useMayNot } from '../../api/use-clinic.ts';
import { momentText } from '../../text/format.ts';
import { settingsText } from '../../text/settings-text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusChip } from '../../ui/chip.tsx';
import { ErrorNote } from '../../ui/failure-note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProfileFigures } from './profile-figures.tsx';
import styles from './settings-page.module.css';

const words = settingsText.limits;

/** The sets of limits the clinic holds: choosing one, reading every figure with its source, approving it. */
export function LimitsSection() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const profiles = useSuspenseQuery(trpc.profiles.list.queryOptions()).data;
  const [shownKey, setShownKey] = useState<string | null>(null);
  const [approving, setApproving] = useState(false);
  const mayNotChoose = useMayNot('profile/choose');
  const mayNotApprove = useMayNot('profile/approve');
  const shown =
    profiles.find((view) => keyOf(view) === shownKey) ?? profiles.find(({ inUse }) => inUse) ?? profiles[0];
  const choose = useMutation(
    trpc.profiles.choose.mutationOptions({
      onSuccess: (views) => {
        queryClient.setQueryData(trpc.profiles.list.queryKey(), views);
        return queryClient.invalidateQueries(trpc.clinic.pathFilter());
      },
    }),
  );
  if (!shown) return null;
  const { profile, approval, inUse } = shown;
  return (
    <Panel title={words.title}>
      <div className={styles.profiles}>
        {profiles.map((view) => (
          <button
            key={keyOf(view)}
            type="button"
            className={styles.profile}
            aria-pressed={view === shown}
            onClick={() => {
              setShownKey(keyOf(view));
            }}
          >
            <strong>{view.profile.name}</strong>
            {view.inUse ? <StatusChip tone="info">{words.inUse}</StatusChip> : null}
            <StatusChip tone={view.approval ? 'ok' : 'warn'}>
              {view.approval
                ? words.approvedBy(view.approval.by, momentText(view.approval.at))
                : words.notApprovedShort}
            </StatusChip>
          </button>
        ))}
      </div>
      <div className={styles.inside}>
        <p>
          <strong>{profile.name}</strong>, {words.version(profile.version)}. {profile.summary}
        </p>
        {approval ? null : <p className={styles.quiet}>{words.notApproved}</p>}
        <ErrorNote error={choose.error} />
        <div className={styles.buttons}>
          {approval ? null : (
            <Button
              disabledBecause={mayNotApprove}
              onClick={() => {
                setApproving(true);
              }}
            >
              {words.approve}
            </Button>
          )}
          {inUse ? null : (
            <Button
              kind="main"
              busy={choose.isPending}
              disabledBecause={mayNotChoose}
              onClick={() => {
                choose.mutate({ profileId: profile.id });
              }}
            >
              {words.choose}
            </Button>
          )}
        </div>
      </div>
      <ProfileFigures profile={profile} />
      {approving ? (
        <ApproveDialog
          view={shown}
          onClose={() => {
            setApproving(false);
          }}
        />
      ) : null}
    </Panel>
  );
}

function ApproveDialog({ view, onClose }: { readonly view: ProfileView; readonly onClose: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [comment, setComment] = useState('');
  const approve = useMutation(
    trpc.profiles.approve.mutationOptions({
      onSuccess: async (views) => {
        queryClient.setQueryData(trpc.profiles.list.queryKey(), views);
        await queryClient.invalidateQueries(trpc.clinic.pathFilter());
        onClose();
      },
    }),
  );
  const { id, version, name } = view.profile;
  return (
    <Modal opened onClose={onClose} title={`${words.approveTitle}: ${name}`} centered>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!approve.isPending) approve.mutate({ profileId: id, version, comment });
        }}
      >
        <p>{words.approveHint}</p>
        <TextInput
          label={words.comment}
          value={comment}
          maxLength={300}
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

function keyOf({ profile }: ProfileView): string {
  return `${profile.id} ${String(profile.version)}`;
}
