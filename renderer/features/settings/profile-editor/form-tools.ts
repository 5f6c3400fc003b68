import {
  counterpart,
  figuresOf,
  saysTheSame,
  type ProfileFigure,
} from '../../../../shared/domain/dose/profile-figures.ts';
import { compareProfiles } from '../../../../shared/domain/dose/compare-profiles.ts';
import type { EditedProfile, ProfileDraft, ReadDraft } from './profile-draft.ts';

/** What the parts of the form work with. */
export interface FormTools {
  readonly draft: ProfileDraft;
  readonly read: ReadDraft;
  readonly change: (change: (draft: ProfileDraft) => ProfileDraft) => void;
  /** What is wrong with a field: `limit own-1 cap`. */
  readonly faultOf: (field: string) => string | undefined;
  /** Whether anything is wrong in a place: `limit own-1`. */
  readonly hasFault: (place: string) => boolean;
  readonly figureOf: (place: string) => ProfileFigure | undefined;
  /** Differs from the version that the work began from; what cannot be read does. */
  readonly isChanged: (place: string) => boolean;
  /** Says what the label says. */
  readonly isLabels: (place: string) => boolean;
}

export function formToolsOf(
  { before, label }: EditedProfile,
  draft: ProfileDraft,
  read: ReadDraft,
  change: FormTools['change'],
): FormTools {
  const changed = new Set(
    compareProfiles(before, read.content).flatMap(({ after }) => (after ? [after.value] : [])),
  ) as ReadonlySet<object>;
  const labelled = figuresOf(label);
  const figureOf = (place: string) => read.figures.get(place);
  return {
    draft,
    read,
    change,
    faultOf: (field) => read.faults[field],
    hasFault: (place) =>
      Object.keys(read.faults).some((field) => field === place || field.startsWith(`${place} `)),
    figureOf,
    isChanged: (place) => {
      const figure = figureOf(place);
      return figure === undefined || changed.has(figure.value);
    },
    isLabels: (place) => {
      const figure = figureOf(place);
      const inLabel = figure && counterpart(figure, labelled);
      return Boolean(inLabel && saysTheSame(figure.value, inLabel.value));
    },
  };
}

/** A list with one of its members replaced by a change of it. */
export function withMember<Member extends { readonly id: string }>(
  members: readonly Member[],
  id: string,
  change: Partial<Member>,
): readonly Member[] {
  return members.map((member) => (member.id === id ? { ...member, ...change } : member));
}
