import { useSuspenseQuery } from '@tanstack/react-query';
import type { ProfileView } from '../../../shared/contract/profiles.ts';
import { useTRPC } from '../../api/trpc.ts';
import { momentText } from '../../text/format.ts';
import { settingsText } from '../../text/settings-text.ts';
import { StatusChip } from '../../ui/chip.tsx';
import { Panel } from '../../ui/panel.tsx';
import { isTouched, showProfile, useProfileEdits } from './profile-editor/profile-edits.ts';
import { ProfileEditor } from './profile-editor/profile-editor.tsx';
import { ProfileHistoryPart } from './profile-editor/profile-history-part.tsx';
import styles from './settings-page.module.css';

const words = settingsText.limits;

/** The sets of limits the clinic holds: choosing one, reading every figure with its source, copying, changing and approving it. */
export function LimitsSection() {
  const trpc = useTRPC();
  const profiles = useSuspenseQuery(trpc.profiles.list.queryOptions()).data;
  const edits = useProfileEdits();
  const edit = edits.open === null ? undefined : edits.edits[edits.open];
  const byId = groupsOf(profiles);
  const inUse = profiles.find((view) => view.inUse);
  const shown = edits.shown ?? inUse?.profile.id ?? profiles[0]?.profile.id;
  if (edit) return <ProfileEditor key={edit.before.id} edit={edit} />;
  if (shown === undefined) return null;
  return (
    <Panel title={words.title}>
      <div className={styles.profiles}>
        {byId.map(([id, views]) => {
          const left = edits.edits[id];
          return (
            <ProfileCard
              key={id}
              views={views}
              isUnsaved={left !== undefined && isTouched(left)}
              isShown={id === shown}
              onShow={() => {
                showProfile(id);
              }}
            />
          );
        })}
      </div>
      <ProfileHistoryPart key={shown} profileId={shown} onCopied={showProfile} />
    </Panel>
  );
}

interface ProfileCardProps {
  /** The newest version, and the one in use if that is another. */
  readonly views: readonly ProfileView[];
  readonly isUnsaved: boolean;
  readonly isShown: boolean;
  readonly onShow: () => void;
}

function ProfileCard({ views, isUnsaved, isShown, onShow }: ProfileCardProps) {
  const [newest] = views;
  const used = views.find(({ inUse }) => inUse);
  const view = used ?? newest;
  if (!view || !newest) return null;
  const { approval, profile } = view;
  return (
    <button type="button" className={styles.profile} aria-pressed={isShown} onClick={onShow}>
      <strong>{profile.name}</strong>
      {used ? (
        <StatusChip tone="info">
          {words.inUse}
          {newest.profile.version > 1 ? `, ${words.version(profile.version)}` : ''}
        </StatusChip>
      ) : null}
      <StatusChip tone={approval ? 'ok' : 'warn'}>
        {approval ? words.approvedBy(approval.by, momentText(approval.at)) : words.notApprovedShort}
      </StatusChip>
      {newest === view ? null : (
        <StatusChip tone="plain">{words.newerThere(newest.profile.version)}</StatusChip>
      )}
      {isUnsaved ? <StatusChip tone="warn">{words.unsaved}</StatusChip> : null}
    </button>
  );
}

/** The versions of each profile that are offered, the newest of each first; the clinic's own before those of the program. */
function groupsOf(views: readonly ProfileView[]): readonly (readonly [string, readonly ProfileView[]])[] {
  const isOwn = ({ profile }: ProfileView) => profile.copiedFrom !== undefined;
  const inOrder = [...views.filter(isOwn), ...views.filter((view) => !isOwn(view))];
  const ids = [...new Set(inOrder.map(({ profile }) => profile.id))];
  return ids.map((id) => [id, inOrder.filter(({ profile }) => profile.id === id)]);
}
