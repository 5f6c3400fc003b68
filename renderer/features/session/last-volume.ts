import type { SessionView } from '../../../shared/contract/session.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import { standing } from '../../../shared/domain/session/vein-tasks.ts';
import type { PersonId } from '../../../shared/kernel/ids.ts';
import type { Microlitres } from '../../../shared/kernel/units.ts';

/**
 * What to offer where the plan says nothing: the volume that went into this vein last, else the one that this person gave last in
 * this session to a vein of the kind (to a free site for a free site); null where there was none.
 */
export function lastVolume(
  view: Pick<SessionView, 'injections'>,
  vein: Vein | null,
  me: PersonId,
): Microlitres | null {
  const given = standing(view.injections);
  const same = vein && given.findLast(({ veinId }) => veinId === vein.id);
  const alike = given.findLast(
    ({ givenBy, veinId, vessel }) => givenBy === me && (vein ? vessel?.kind === vein.kind : veinId === null),
  );
  return (same ?? alike)?.dose.volumeUl ?? null;
}
