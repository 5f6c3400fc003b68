import { useMemo } from 'react';
import type { MapRecord } from '../../shared/document/map-document.ts';
import { veinLabel, type LegView, type Vein } from '../../shared/domain/leg-map/vein.ts';
import { sameView } from '../../shared/domain/leg-map/views.ts';
import type { VeinId } from '../../shared/kernel/ids.ts';
import { arrangeViews, type Arrangement, type ViewFrame } from './layout/arrange-views.ts';
import { indexVeins, type VeinIndex, type VeinItem } from './tiles/vein-index.ts';
import { shapeOf } from './vein-shape.ts';
import { MAPPED, type VeinMark } from './vein-mark.ts';

/** The frames of some views on a screen of some size, before anything is enlarged. */
export function useFrames(views: readonly LegView[], room: Arrangement): readonly ViewFrame[] {
  const { width, height, gutter, titleHeight, insets } = room;
  const { top, right, bottom, left } = insets;
  const key = views.map((view) => `${view.leg} ${view.aspect}`).join();
  return useMemo(
    () => arrangeViews(views, { width, height, gutter, titleHeight, insets: { top, right, bottom, left } }),
    // The views are compared by what they say: callers often make the list anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [key, width, height, gutter, titleHeight, top, right, bottom, left],
  );
}

const items = new WeakMap<Vein, VeinItem>();

/** The veins that one of the views shows, with curves and marks. A vein that looks as before is the same item as before. */
export function itemsOf(
  veins: readonly Vein[],
  { views, marks }: { readonly views: readonly LegView[]; readonly marks: ReadonlyMap<VeinId, VeinMark> },
): readonly VeinItem[] {
  const byId = new Map(veins.map((vein) => [vein.id, vein]));
  return veins
    .filter((vein) => views.some((view) => sameView(view, vein)))
    .map((vein) => {
      const mark = marks.get(vein.id) ?? (vein.carriedOverFrom === null ? MAPPED : CARRIED_OVER);
      const known = items.get(vein);
      if (known !== undefined && sameMark(known.mark, mark)) return known;
      const feeder = vein.feederId === null ? null : (byId.get(vein.feederId) ?? null);
      const item = { vein, shape: shapeOf(vein, feeder), mark };
      items.set(vein, item);
      return item;
    });
}

const CARRIED_OVER: VeinMark = { state: 'carried-over' };

function sameMark(a: VeinMark, b: VeinMark): boolean {
  return (
    a === b ||
    (a.state === b.state &&
      a.sessionNumber === b.sessionNumber &&
      a.label === b.label &&
      a.dimmed === b.dimmed &&
      a.caution === b.caution)
  );
}

/** The items of some views, and where they are. */
export function useItems(
  veins: readonly Vein[],
  views: readonly LegView[],
  marks: ReadonlyMap<VeinId, VeinMark>,
): { readonly items: readonly VeinItem[]; readonly index: VeinIndex } {
  const key = views.map((view) => `${view.leg} ${view.aspect}`).join();
  return useMemo(
    () => {
      const items = itemsOf(veins, { views, marks });
      return { items, index: indexVeins(items) };
    },
    // The views are compared by what they say, as above.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [veins, key, marks],
  );
}

/** Veins that another picture shows otherwise. */
export interface VeinChange {
  /** As they were. */
  readonly gone: readonly VeinItem[];
  /** As they are. */
  readonly come: readonly VeinItem[];
  /** The vein that is painted over all others. */
  readonly last: VeinItem | undefined;
}

export function changeOf(before: readonly VeinItem[], after: readonly VeinItem[]): VeinChange {
  const [old, fresh] = [new Set(before), new Set(after)];
  return {
    gone: before.filter((item) => !fresh.has(item)),
    come: after.filter((item) => !old.has(item)),
    last: after.at(-1),
  };
}

/** What is painted while a gesture goes on: without what is being changed, and with what is being erased drawn faint. */
export function itemsDuring(
  all: readonly VeinItem[],
  { changed, erased }: { readonly changed: readonly MapRecord[]; readonly erased: readonly string[] },
): readonly VeinItem[] {
  if (changed.length + erased.length === 0) return all;
  const hidden = new Set<string>(changed.map(({ id }) => id));
  return all
    .filter(({ vein }) => !hidden.has(vein.id))
    .map((item) =>
      erased.includes(item.vein.id) ? { ...item, mark: { ...item.mark, dimmed: true } } : item,
    );
}

const MOST_NAMED = 60;

/** A name of the picture for those who do not see it. */
export function pictureName(views: readonly LegView[], veins: readonly Vein[]): string {
  const shown = veins.filter((vein) => views.some((view) => sameView(view, vein)));
  const named = views.map((view) => `${view.leg} leg ${view.aspect}`).join(', ');
  const labels = shown.slice(0, MOST_NAMED).map(veinLabel).join(', ');
  const rest = shown.length > MOST_NAMED ? ` and ${String(shown.length - MOST_NAMED)} more` : '';
  return `Leg map, ${named}: ${shown.length === 0 ? 'no veins' : labels + rest}`;
}
