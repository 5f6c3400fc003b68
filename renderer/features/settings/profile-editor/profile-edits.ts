import { create } from 'zustand';
import type { LabelProfile } from '../../../../shared/domain/dose/label-profile.ts';
import { profileDraftOf, type EditedProfile, type ProfileDraft } from './profile-draft.ts';

/** Work on a profile that is not saved. */
export interface ProfileEdit extends EditedProfile {
  /** The newest version when the work began. */
  readonly baseVersion: number;
  readonly draft: ProfileDraft;
  /** As it was when the work began, to know whether anything has been done. */
  readonly untouched: ProfileDraft;
}

interface ProfileEdits {
  /** By the id of the profile; in memory alone. Whoever goes to another page and comes back finds their work. */
  readonly edits: Readonly<Record<string, ProfileEdit>>;
  /** The profile whose form is open. */
  readonly open: string | null;
  /** The profile that is looked at in the list; null: the one in use. */
  readonly shown: string | null;
}

const NOTHING: ProfileEdits = { edits: {}, open: null, shown: null };

export const useProfileEdits = create<ProfileEdits>(() => NOTHING);

/** Opens the form of a profile, with the work that was left in it, or afresh from a version. */
export function openProfileEdit(before: LabelProfile, label: LabelProfile, baseVersion: number): void {
  const draft = profileDraftOf(before, label);
  const fresh: ProfileEdit = { before, label, baseVersion, draft, untouched: draft };
  useProfileEdits.setState(({ edits }) => ({
    edits: { [before.id]: fresh, ...edits },
    open: before.id,
    shown: before.id,
  }));
}

export function showProfile(id: string): void {
  useProfileEdits.setState({ shown: id });
}

export function changeProfileDraft(id: string, change: (draft: ProfileDraft) => ProfileDraft): void {
  useProfileEdits.setState(({ edits }) => {
    const edit = edits[id];
    return edit ? { edits: { ...edits, [id]: { ...edit, draft: change(edit.draft) } } } : {};
  });
}

/** Leaves the form; the work stays. */
export function closeProfileEdit(): void {
  useProfileEdits.setState({ open: null });
}

/** Lets go of the work on a profile: it was saved, or somebody said so. */
export function dropProfileEdit(id: string): void {
  useProfileEdits.setState(({ edits, open }) => ({
    edits: Object.fromEntries(Object.entries(edits).filter(([other]) => other !== id)),
    open: open === id ? null : open,
  }));
}

/** Nothing of one person is left for the next. */
export function dropAllProfileEdits(): void {
  useProfileEdits.setState(NOTHING, true);
}

export function isTouched({ draft, untouched }: ProfileEdit): boolean {
  return JSON.stringify(draft) !== JSON.stringify(untouched);
}

/** Whether there is any work that would be lost with the window. */
export function hasUnsavedProfile(): boolean {
  return Object.values(useProfileEdits.getState().edits).some(isTouched);
}
