import type { SessionView } from '../../../shared/contract/session.ts';
import { courseOf, edgeOf } from '../../../shared/domain/leg-map/measure.ts';
import type { PointMm, Vein } from '../../../shared/domain/leg-map/vein.ts';
import { polygonCentre } from '../../../shared/geometry/polygon.ts';
import { pathLength, pointAlong } from '../../../shared/geometry/polyline.ts';

/** Half-way between the edge of a web and its middle: inside every lobe that a hull of webs has. */
const TOWARDS_MIDDLE = 0.45;

/**
 * Where so many punctures of a vein are meant to be: evenly along a line, on a ring inside a web. Used to show a puncture
 * that was recorded without pointing at a place.
 */
export function puncturePlaces(vein: Vein, count: number): readonly PointMm[] {
  return vein.pattern === 'line' ? alongLine(vein, count) : insideWeb(vein, count);
}

function alongLine(vein: Vein, count: number): readonly PointMm[] {
  const course = courseOf(vein.path);
  const length = pathLength(course);
  return Array.from({ length: count }, (_, k) => pointAlong(course, (length * (k + 0.5)) / count));
}

function insideWeb(vein: Vein, count: number): readonly PointMm[] {
  const edge = edgeOf(vein.path);
  const first = edge[0];
  if (!first) return [];
  const [middleX, middleY] = polygonCentre(edge);
  const ring = [...edge, first];
  const length = pathLength(ring);
  return Array.from({ length: count }, (_, k): PointMm => {
    const [x, y] = pointAlong(ring, (length * k) / count);
    return [x + (middleX - x) * TOWARDS_MIDDLE, y + (middleY - y) * TOWARDS_MIDDLE];
  });
}

/** A mark of one injection on the map. */
export interface PunctureMark {
  readonly vein: Vein | null;
  readonly leg: Vein['leg'];
  readonly aspect: Vein['aspect'];
  readonly point: PointMm;
  readonly state: 'given' | 'next' | 'to-come' | 'struck-out' | 'free';
  readonly text: string;
}

/** Every puncture to be seen: given and struck out, and of the vein in hand also the next and the ones to come. */
export function punctureMarks(
  view: Pick<SessionView, 'due' | 'veins' | 'injections'>,
  inHand: Vein | null,
): readonly PunctureMark[] {
  const ofVeins = view.veins.flatMap((vein) => marksOfVein(view, vein, vein.id === inHand?.id));
  let free = 0;
  const ofFreeSites = view.injections.flatMap((injection): PunctureMark[] => {
    if (injection.veinId !== null) return [];
    free += 1;
    const { leg, aspect, point } = injection.site;
    if (!point) return [];
    const state = injection.strikeOut ? 'struck-out' : 'free';
    return [{ vein: null, leg, aspect, point, state, text: `F${String(free)}` }];
  });
  return [...ofVeins, ...ofFreeSites];
}

function marksOfVein(
  view: Pick<SessionView, 'due' | 'injections'>,
  vein: Vein,
  isInHand: boolean,
): readonly PunctureMark[] {
  const injections = view.injections.filter((injection) => injection.veinId === vein.id);
  const planned = view.due.reduce((sum, item) => sum + (item.veinId === vein.id ? item.punctures : 0), 0);
  const standing = injections.filter(({ strikeOut }) => strikeOut === null).length;
  const places = puncturePlaces(vein, Math.max(planned, standing));
  const base = { vein, leg: vein.leg, aspect: vein.aspect };
  let nth = 0;
  const given = injections.flatMap(({ site, strikeOut }): PunctureMark[] => {
    const point = site.point ?? places[nth];
    if (!strikeOut) nth += 1;
    if (!point) return [];
    return [
      { ...base, point, state: strikeOut ? 'struck-out' : 'given', text: String(strikeOut ? nth + 1 : nth) },
    ];
  });
  if (!isInHand) return given;
  const coming = places.slice(standing, planned).map((point, k): PunctureMark => ({
    ...base,
    point,
    state: k === 0 ? 'next' : 'to-come',
    text: String(standing + k + 1),
  }));
  return [...given, ...coming];
}
