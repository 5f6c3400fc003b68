import type { LabelProfile } from '../label-profile.ts';
import { CH_AETHOXYSKLEROL } from './ch-aethoxysklerol.ts';
import { DE_AETHOXYSKLEROL } from './de-aethoxysklerol.ts';
import { STRICTEST } from './strictest.ts';
import { US_ASCLERA } from './us-asclera.ts';

/** The profiles that come with the program, the default first. A clinic approves one before it is used. */
export const SHIPPED_PROFILES: readonly LabelProfile[] = [
  STRICTEST,
  US_ASCLERA,
  DE_AETHOXYSKLEROL,
  CH_AETHOXYSKLEROL,
];

/** The profile that is offered first: every limit of the two great labels at once. */
export const DEFAULT_PROFILE_ID = 'strictest';

/** The shipped profile of an id, or undefined if there is none. */
export function profileById(id: string): LabelProfile | undefined {
  return SHIPPED_PROFILES.find((profile) => profile.id === id);
}
