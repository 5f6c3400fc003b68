import { LANDMARKS_MM } from '../../../shared/domain/leg-map/leg-reference.ts';
import type { MapMark } from '../../../shared/domain/leg-map/map-mark.ts';
import { anchorOf } from '../../../shared/domain/leg-map/measure.ts';
import { ontoLeg } from '../../../shared/domain/leg-map/views.ts';
import { veinLabel, type Leg, type Vein } from '../../../shared/domain/leg-map/vein.ts';
import { idOf, type CaseId } from '../../../shared/kernel/ids.ts';
import type { ServiceContext } from '../../services/context.ts';
import { readMap } from '../../services/map.ts';
import { done } from '../demo-clinic.ts';
import { pointOf } from '../veins/inside-leg.ts';
import { punctureSites } from '../veins/puncture-sites.ts';
import { saveMap } from './map-and-plan.ts';

/** What is put on the map beside the veins. */
export type MarkWish =
  /** So many sites in a vein, by label. */
  | { readonly sites: number; readonly in: string; readonly note?: string }
  /** Words beside a vein. */
  | { readonly note: string; readonly by: string }
  /** The distance from the knee joint to the ankle joint, measured at the inner side. */
  | { readonly kneeToAnkleMm: number; readonly leg: Leg };

/** Puts marks on the map in one gesture. */
export async function markMap(
  context: ServiceContext,
  caseId: CaseId,
  wishes: readonly MarkWish[],
): Promise<void> {
  const { veins } = await done(readMap(context, { caseId, onDate: null }));
  const added = wishes.flatMap((wish) => marksOf(wish, veins, context.newUuid));
  await saveMap(context, caseId, 'Mark sites and notes', { added, updated: [], removed: [] });
}

const BESIDE_MM = 16;

function marksOf(wish: MarkWish, veins: readonly Vein[], newUuid: () => string): readonly MapMark[] {
  const newId = () => idOf<'mark'>(newUuid());
  if ('kneeToAnkleMm' in wish) {
    const view = { leg: wish.leg, aspect: 'medial' } as const;
    const from = pointOf(view, [0.5, LANDMARKS_MM.kneeJoint]);
    const to = pointOf(view, [0.5, LANDMARKS_MM.ankleJoint]);
    return [{ mark: 'scale', id: newId(), ...view, from, to, distanceMm: wish.kneeToAnkleMm }];
  }
  const label = 'sites' in wish ? wish.in : wish.by;
  const vein = veins.find((each) => veinLabel(each) === label);
  if (!vein) throw new Error(`${label} is not on the map`);
  const { id: veinId, leg, aspect } = vein;
  if ('sites' in wish) {
    return punctureSites(vein, wish.sites).map((point) => {
      return { mark: 'site', id: newId(), leg, aspect, point, veinId, note: wish.note ?? '' };
    });
  }
  const [x, y] = anchorOf(vein);
  const point = ontoLeg(vein, [x + BESIDE_MM, y]);
  return [{ mark: 'note', id: newId(), leg, aspect, point, text: wish.note, carriedOverFrom: null }];
}
