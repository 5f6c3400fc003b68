import { addDays, type CalendarDate } from '../../kernel/time.ts';
import type { LabelProfile, Source } from '../dose/label-profile.ts';
import type { CompressionClass, Injection } from './session.ts';
import { standing } from './vein-tasks.ts';
import { givesFoam } from './walk.ts';

/** Compression as it is proposed: a class is proposed after foam alone, for nothing else names one. */
export interface CompressionProposal {
  readonly compressionClass: CompressionClass | null;
  readonly fullLength: boolean;
  readonly days: number;
  readonly source: Source;
}

const CLINIC_AFTER_FOAM: CompressionProposal = {
  compressionClass: 'bandage',
  fullLength: true,
  days: 7,
  source: {
    text: "The clinic's patient information: after foam a bandage and a full-length stocking for one week",
    mark: 'clinic',
  },
};

/**
 * The compression after what was given: of the profile, the longer of its times where anything larger than a spider vein was
 * treated, or where nobody knows what it was. After foam what the clinic does, for as long as the longer of the two.
 */
export function proposeCompression(
  injections: readonly Injection[],
  profile: Pick<LabelProfile, 'compressionDays'>,
): CompressionProposal {
  const { telangiectasia, reticular, source } = profile.compressionDays;
  const given = standing(injections);
  const isSpiderOnly = given.length > 0 && given.every(({ vessel }) => vessel?.kind === 'telangiectasia');
  const days = isSpiderOnly ? telangiectasia : reticular;
  if (givesFoam(injections) && days <= CLINIC_AFTER_FOAM.days) return CLINIC_AFTER_FOAM;
  const { compressionClass, fullLength } = CLINIC_AFTER_FOAM;
  return givesFoam(injections)
    ? { compressionClass, fullLength, days, source }
    : { compressionClass: null, fullLength: false, days, source };
}

/** The last day on which it is worn; the day of the session where there is none. */
export function compressionUntil(
  onDate: CalendarDate,
  worn: { readonly compressionClass: CompressionClass; readonly compressionDays: number },
): CalendarDate {
  return worn.compressionClass === 'none' ? onDate : addDays(onDate, worn.compressionDays);
}
