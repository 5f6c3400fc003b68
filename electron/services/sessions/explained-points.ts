import type { CorrectClosing } from '../../../shared/contract/closing.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { LabelProfile } from '../../../shared/domain/dose/label-profile.ts';
import { aftercareOf } from '../../../shared/domain/session/aftercare.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { invalid } from '../invalid.ts';

/** The points of the aftercare that were explained, once each, in the order of the session's profile; `invalid-input` for one that is not in it. */
export function explainedPoints(
  { aftercareExplained }: Pick<CorrectClosing, 'aftercareExplained'>,
  profile: LabelProfile,
): Result<readonly string[], Failure> {
  const known = aftercareOf(profile).points.map(({ id }) => id);
  const unknown = aftercareExplained.findIndex((id) => !known.includes(id));
  if (unknown >= 0) return invalid(`aftercareExplained.${String(unknown)}`, 'unknown');
  return ok(known.filter((id) => aftercareExplained.includes(id)));
}
