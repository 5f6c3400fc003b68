import type { Aftercare, LabelProfile } from '../../../../shared/domain/dose/label-profile.ts';
import { saysTheSame } from '../../../../shared/domain/dose/profile-figures.ts';
import { aftercareOf, USUAL_AFTERCARE } from '../../../../shared/domain/session/aftercare.ts';
import { ownWords } from './figure-drafts.ts';
import { own, Reader, type Read } from './read-figures.ts';

/** A point of the aftercare as it is being typed. */
export interface AftercarePointDraft {
  readonly id: string;
  readonly text: string;
  /** Empty: not a matter of days. */
  readonly days: string;
  readonly foamOnly: boolean;
}

export interface AftercareDraft {
  readonly points: readonly AftercarePointDraft[];
  readonly source: string;
}

/** A profile that says nothing begins with what is usual. */
export function aftercareDraftOf(
  profile: Pick<LabelProfile, 'aftercare'>,
  label: ReadonlySet<string>,
): AftercareDraft {
  return {
    points: aftercareOf(profile).points.map(({ days, ...point }) => ({
      ...point,
      days: days === null ? '' : String(days),
    })),
    source: profile.aftercare ? ownWords(profile.aftercare.source, label) : '',
  };
}

/** The aftercare with its faults, by the point and field; nothing where it is as usual and the clinic says no more of it. */
export function readAftercare(draft: AftercareDraft): Read<Aftercare | undefined> {
  const reader = new Reader();
  const points = draft.points.map(({ id, text, days, foamOnly }) => ({
    id,
    text: text.trim(),
    days: days.trim() === '' ? null : reader.whole(`${id} days`, days, [1, 365], 'days'),
    foamOnly,
  }));
  const aftercare = { points, source: own(draft.source) };
  const isUsual = draft.source.trim() === '' && saysTheSame(aftercare, USUAL_AFTERCARE);
  return reader.of(isUsual ? undefined : aftercare);
}
