import { ASPECTS, type Aspect, type Leg, type LegView } from '../../../shared/domain/leg-map/vein.ts';
import { viewsOfBothLegs, viewsOfLeg } from '../../../shared/domain/leg-map/views.ts';

/** Which views are on the screen: each of the aspects of each of the legs. */
export interface ShownViews {
  readonly legs: Leg | 'both';
  readonly aspects: readonly Aspect[];
}

/** What of the legs is looked at. Never part of the map or of its history. */
export interface MapLook extends ShownViews {
  /** What is gone back to from a view that fills the screen; null while none was opened. */
  readonly before: ShownViews | null;
}

export const VIEW_COUNTS = [1, 2, 4, 8] as const;
export type ViewCount = (typeof VIEW_COUNTS)[number];

const OPPOSITE: Readonly<Record<Aspect, Aspect>> = {
  anterior: 'posterior',
  medial: 'lateral',
  posterior: 'anterior',
  lateral: 'medial',
};

/** The views on the screen, in its order. */
export function viewsShown({ legs, aspects }: ShownViews): readonly LegView[] {
  const views = legs === 'both' ? viewsOfBothLegs() : viewsOfLeg(legs);
  return views.filter(({ aspect }) => aspects.includes(aspect));
}

/** How many views are on the screen: 1, 2, 4 or 8. */
export function viewCount({ legs, aspects }: ShownViews): number {
  return aspects.length * (legs === 'both' ? 2 : 1);
}

/**
 * So many views at a time, `at` among them. Two are the same aspect of both legs where both are looked at, else an aspect and
 * the one across from it.
 */
export function arranged(look: ShownViews, count: ViewCount, at: LegView): MapLook {
  switch (count) {
    case 1:
      return { legs: at.leg, aspects: [at.aspect], before: null };
    case 2:
      return look.legs === 'both'
        ? { legs: 'both', aspects: [at.aspect], before: null }
        : { legs: look.legs, aspects: inOrder([at.aspect, OPPOSITE[at.aspect]]), before: null };
    case 4:
      return { legs: at.leg, aspects: ASPECTS, before: null };
    case 8:
      return { legs: 'both', aspects: ASPECTS, before: null };
  }
}

/** The same with other aspects. */
export function withAspects(look: ShownViews, aspects: readonly Aspect[]): MapLook {
  return { legs: look.legs, aspects: inOrder(aspects), before: null };
}

/** The same of another leg, or of both. */
export function withLegs(look: ShownViews, legs: Leg | 'both'): MapLook {
  return { legs, aspects: look.aspects, before: null };
}

/** One view fills the screen; asked for again, what was there before comes back. */
export function opened(look: MapLook, view: LegView): MapLook {
  if (viewCount(look) === 1 && look.legs === view.leg && look.aspects.includes(view.aspect))
    return wentBack(look);
  const { legs, aspects } = look;
  return { legs: view.leg, aspects: [view.aspect], before: { legs, aspects } };
}

/** What was on the screen before one view filled it; all views of the leg where nothing was. */
export function wentBack({ legs, before }: MapLook): MapLook {
  return { ...(before ?? { legs, aspects: ASPECTS }), before: null };
}

/** The look that has a view among those it shows, as little changed as can be. */
export function showing(look: MapLook, view: LegView): MapLook {
  const leg = look.legs === 'both' || look.legs === view.leg;
  const aspect = look.aspects.includes(view.aspect);
  if (leg && aspect) return look;
  const legs = leg ? look.legs : view.leg;
  if (aspect) return { ...look, legs };
  const other = look.aspects.length === 2 ? [view.aspect, OPPOSITE[view.aspect]] : [view.aspect];
  return { ...look, legs, aspects: inOrder(other) };
}

function inOrder(aspects: readonly Aspect[]): readonly Aspect[] {
  return ASPECTS.filter((aspect) => aspects.includes(aspect));
}
