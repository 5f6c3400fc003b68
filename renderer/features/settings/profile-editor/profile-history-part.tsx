import { NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { IconCopy, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { ProfileHistory, ProfileView } from '../../../../shared/contract/profiles.ts';
import { compareProfiles } from '../../../../shared/domain/dose/compare-profiles.ts';
import type { LabelProfile } from '../../../../shared/domain/dose/label-profile.ts';
import { widerThanLabel } from '../../../../shared/domain/dose/wider-than-label.ts';
import { useTRPC } from '../../../api/trpc.ts';
import { useMayNot } from '../../../api/use-clinic.ts';
import { momentText } from '../../../text/format.ts';
import { profileEditorText } from '../../../text/profile-editor-text.ts';
import { settingsText } from '../../../text/settings-text.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorNote } from '../../../ui/failure-note.tsx';
import { ProfileFigures } from '../profile-figures.tsx';
import styles from '../settings-page.module.css';
import { ApproveDialog } from './approve-dialog.tsx';
import { ChangeList, WiderNote } from './change-list.tsx';
import { CopyDialog } from './copy-dialog.tsx';
import { openProfileEdit, useProfileEdits } from './profile-edits.ts';

const words = settingsText.limits;

interface ProfileHistoryPartProps {
  readonly profileId: string;
  readonly onCopied: (profileId: string) => void;
}

/** One profile: any of its versions with its figures, what differs, and what can be done with it. */
export function ProfileHistoryPart({ profileId, onCopied }: ProfileHistoryPartProps) {
  const trpc = useTRPC();
  const history = useSuspenseQuery(trpc.profiles.history.queryOptions({ profileId })).data;
  const [asked, setAsked] = useState<number | null>(null);
  const { versions } = history;
  const shown =
    versions.find(({ profile }) => profile.version === asked) ??
    versions.find(({ inUse }) => inUse) ??
    versions[0];
  if (!shown) return null;
  const { profile, approval } = shown;
  const earlier = versions.find((view) => view.profile.version === profile.version - 1)?.profile;
  return (
    <>
      <div className={styles.inside}>
        <div className={styles.versionLine}>
          <p>
            <strong>{profile.name}</strong>, {words.version(profile.version)}
            {shown.savedBy
              ? `, ${words.savedBy(shown.savedBy, momentText(shown.savedAt))}`
              : `, ${words.shipped}`}
            . {summaryOf(profile, history.label)}
          </p>
          {versions.length > 1 ? (
            <NativeSelect
              aria-label={words.versionPicker}
              value={String(profile.version)}
              data={versions.map((view) => ({
                value: String(view.profile.version),
                label: words.versionOf(view.profile.version, stateOf(view, versions)),
              }))}
              onChange={(event) => {
                setAsked(Number(event.currentTarget.value));
              }}
            />
          ) : null}
        </div>
        <p className={styles.quiet}>
          {approval
            ? [
                words.approvedBy(approval.by, momentText(approval.at)),
                approval.isOwnWork ? words.ownWork : null,
                approval.comment === '' ? null : `“${approval.comment}”`,
              ]
                .filter(Boolean)
                .join(' · ')
            : words.notApproved}
        </p>
        {history.label ? <WiderNote wider={widerThanLabel(profile, history.label)} /> : null}
        <Actions history={history} shown={shown} onCopied={onCopied} />
      </div>
      {history.label ? (
        <div className={styles.differences}>
          {earlier ? (
            <ChangeList
              title={profileEditorText.changes.before(earlier.version)}
              changes={compareProfiles(earlier, profile)}
            />
          ) : null}
          <ChangeList
            title={profileEditorText.changes.label(history.label.name)}
            changes={compareProfiles(history.label, profile)}
          />
        </div>
      ) : null}
      <ProfileFigures profile={profile} />
    </>
  );
}

/** What a profile says of itself; nothing where a copy still bears the words of its label and other figures. */
function summaryOf(profile: LabelProfile, label: LabelProfile | null): string {
  const isOfLabel = label !== null && profile.summary === label.summary;
  return isOfLabel && compareProfiles(label, profile).length > 0 ? '' : profile.summary;
}

function stateOf(view: ProfileView, versions: readonly ProfileView[]): string {
  return [view === versions[0] ? words.versionNewest : null, view.inUse ? words.versionInUse : null]
    .filter(Boolean)
    .join(', ');
}

interface ActionsProps {
  readonly history: ProfileHistory;
  readonly shown: ProfileView;
  readonly onCopied: (profileId: string) => void;
}

function Actions({ history, shown, onCopied }: ActionsProps) {
  const { profile, approval, inUse } = shown;
  const [dialog, setDialog] = useState<'approve' | 'copy' | null>(null);
  const mayNotApprove = useMayNot('profile/approve');
  const mayNotChoose = useMayNot('profile/choose');
  const mayNotEdit = useMayNot('profile/edit');
  const isLeft = useProfileEdits(({ edits }) => edits[profile.id] !== undefined);
  const choose = useChoose();
  const newest = history.versions[0]?.profile.version ?? profile.version;
  const close = () => {
    setDialog(null);
  };
  return (
    <>
      <ErrorNote error={choose.error} />
      <div className={styles.buttons}>
        <Button
          icon={<IconCopy size={18} aria-hidden />}
          disabledBecause={mayNotEdit}
          onClick={() => {
            setDialog('copy');
          }}
        >
          {words.copy}
        </Button>
        <Button
          icon={<IconPencil size={18} aria-hidden />}
          disabledBecause={mayNotEdit ?? (history.label ? null : words.shippedStays)}
          onClick={() => {
            if (history.label) openProfileEdit(profile, history.label, newest);
          }}
        >
          {isLeft ? words.goOn : words.edit}
        </Button>
        {approval && !approval.isOwnWork ? null : (
          <Button
            disabledBecause={mayNotApprove}
            onClick={() => {
              setDialog('approve');
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
              choose.mutate({ profileId: profile.id, version: profile.version });
            }}
          >
            {history.versions.length > 1 ? words.chooseVersion(profile.version) : words.choose}
          </Button>
        )}
      </div>
      {dialog === 'approve' ? <ApproveDialog view={shown} onClose={close} /> : null}
      {dialog === 'copy' ? <CopyDialog profile={profile} onCopied={onCopied} onClose={close} /> : null}
    </>
  );
}

function useChoose() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.profiles.choose.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.profiles.pathFilter());
        await queryClient.invalidateQueries(trpc.clinic.pathFilter());
      },
    }),
  );
}
