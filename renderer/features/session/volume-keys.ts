import type { SessionView } from '../../../shared/contract/session.ts';
import { microlitres, type Microlitres } from '../../../shared/kernel/units.ts';
import { assessCandidate, type Candidate } from './session-limits.ts';

/** The volumes with a key of their own, in µL. */
export const KEY_VOLUMES_UL = [50, 100, 150, 200, 250, 300, 400].map(microlitres);

/** What a press of the key would mean: fine, needs a reason, or passes a hard limit. */
export type KeyState = 'clear' | 'reason' | 'no-fit';

export interface VolumeKey {
  readonly volumeUl: Microlitres;
  readonly isPlanned: boolean;
  /** Offered because it was given last, where nothing is planned. */
  readonly isLast: boolean;
  readonly state: KeyState;
}

type DoseFacts = Parameters<typeof assessCandidate>[0];

/** The keys for a vein (or site) and the syringe in hand, each judged as if it were pressed. */
export function volumeKeys(
  view: DoseFacts & Pick<SessionView, 'profile'>,
  where: Omit<Candidate, 'volumeUl'>,
  { plannedUl, lastUl }: { readonly plannedUl: Microlitres | null; readonly lastUl: Microlitres | null },
): readonly VolumeKey[] {
  return KEY_VOLUMES_UL.map((volumeUl) => {
    const { verdict } = assessCandidate(view, where.preparation, { ...where, volumeUl });
    return {
      volumeUl,
      isPlanned: volumeUl === plannedUl,
      isLast: volumeUl === lastUl,
      state: verdict === 'hard' ? 'no-fit' : verdict === 'soft' ? 'reason' : 'clear',
    };
  });
}

/** The finest step that is read off a syringe. */
const SYRINGE_STEP_UL = 10;

/** What of a volume can be drawn up: rounded down to 0.01 mL. */
export function drawable(volumeUl: number): Microlitres {
  return microlitres(Math.floor(volumeUl / SYRINGE_STEP_UL) * SYRINGE_STEP_UL);
}
