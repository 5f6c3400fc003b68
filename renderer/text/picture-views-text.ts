import { sidesOf, type Side } from '../../shared/domain/leg-map/views.ts';
import type { Aspect, LegView } from '../../shared/domain/leg-map/vein.ts';

const ASPECTS_FOR_PATIENTS: Readonly<Record<Aspect, string>> = {
  anterior: 'front',
  posterior: 'back',
  medial: 'inner side',
  lateral: 'outer side',
};

const SIDES_FOR_PATIENTS: Readonly<Record<Side, string>> = {
  medial: 'inner',
  lateral: 'outer',
  anterior: 'front',
  posterior: 'back',
};

/** `LEFT leg, back` and `outer ◂ ▸ inner`: a view and its edges in everyday words. */
export function viewHeadingForPatients(view: LegView): readonly [string, string] {
  const [left, right] = sidesOf(view);
  const leg = view.leg === 'left' ? 'LEFT' : 'RIGHT';
  return [
    `${leg} · ${ASPECTS_FOR_PATIENTS[view.aspect]}`,
    `${SIDES_FOR_PATIENTS[left]} ◂ ▸ ${SIDES_FOR_PATIENTS[right]}`,
  ];
}
