import type { MapMark } from '../../../shared/domain/leg-map/map-mark.ts';
import type { LegView, Vein, VeinColour } from '../../../shared/domain/leg-map/vein.ts';
import { sameView } from '../../../shared/domain/leg-map/views.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { LayerStrengths } from '../../canvas/map-layers.ts';
import type { PunctureDot, VeinMark, VeinState } from '../../canvas/vein-mark.ts';

export const LEGEND_KINDS = ['reticular', 'varicose', 'web', 'line'] as const;
/** What the legend tells apart; web and line are telangiectasias. */
export type LegendKind = (typeof LEGEND_KINDS)[number];

/** What is on the picture and therefore in its legend. */
export interface LegendFacts {
  readonly kinds: readonly LegendKind[];
  readonly colours: ReadonlySet<VeinColour>;
  readonly sessions: readonly number[];
  readonly states: ReadonlySet<VeinState>;
  readonly marks: readonly MapMark['mark'][];
  /** Why there is no vein on the picture; null where there is one. */
  readonly nothing: 'hidden' | 'none' | null;
}

/** What is on a picture of some views. */
export function legendFacts(picture: {
  readonly views: readonly LegView[];
  readonly veins: readonly Vein[];
  readonly marks: ReadonlyMap<VeinId, VeinMark>;
  readonly pins: readonly MapMark[];
  readonly dots: readonly PunctureDot[];
  readonly layers: LayerStrengths;
}): LegendFacts {
  const { layers } = picture;
  const inViews = <Placed extends LegView>(things: readonly Placed[]) =>
    things.filter((thing) => picture.views.some((view) => sameView(view, thing)));
  const mapped = inViews(picture.veins);
  const veins = layers.veins > 0 ? mapped : [];
  const marks = veins.flatMap(({ id }) => picture.marks.get(id) ?? []);
  const kinds = new Set(veins.map(kindOf));
  const pins = layers.notes > 0 ? inViews(picture.pins) : [];
  const states = new Set(marks.map(({ state }) => state));
  if (inViews(picture.dots).length > 0) states.add('injected');
  return {
    kinds: LEGEND_KINDS.filter((kind) => kinds.has(kind)),
    colours: new Set(veins.map(({ colour }) => colour)),
    sessions: [...new Set(marks.flatMap(({ sessionNumber }) => sessionNumber ?? []))].toSorted(
      (a, b) => a - b,
    ),
    states,
    marks: (['site', 'note', 'scale'] as const).filter((mark) => pins.some((pin) => pin.mark === mark)),
    nothing: veins.length > 0 ? null : mapped.length > 0 ? 'hidden' : 'none',
  };
}

function kindOf({ kind, pattern }: Vein): LegendKind {
  return kind === 'telangiectasia' ? pattern : kind;
}
