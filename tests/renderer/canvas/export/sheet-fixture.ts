import { scatteredVeins } from '../../../../electron/demo/veins/scatter.ts';
import { drawLeg, type VeinWish } from '../../../../electron/demo/veins/draw-leg.ts';
import { LEFT, RIGHT } from '../../../../electron/demo/courses/lindqvist-veins.ts';
import { seededUuids } from '../../../../electron/demo/seeded-uuids.ts';
import {
  A4_LANDSCAPE,
  type MapSheet,
  type SheetMeans,
  type TitleBlock,
} from '../../../../renderer/canvas/export/map-sheet.ts';
import { mapSvg } from '../../../../renderer/canvas/export/map-svg.ts';
import type { VeinMark } from '../../../../renderer/canvas/vein-mark.ts';
import type { Leg, Vein } from '../../../../shared/domain/leg-map/vein.ts';
import { viewsOfLeg } from '../../../../shared/domain/leg-map/views.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';
import { elementsIn, parseXml, textIn, type XmlElement } from './xml.ts';

const newMarkUuid = seededUuids('marks');
export const newMarkId = () => idOf<'mark'>(newMarkUuid());

/** Veins of the demo on one leg, and as many more scattered over it; the same each time. */
export function legVeins(leg: Leg, more = 0): readonly Vein[] {
  const newUuid = seededUuids(leg);
  const newVeinId = () => idOf<'vein'>(newUuid());
  const wishes: readonly VeinWish[] = leg === 'left' ? LEFT : RIGHT;
  const drawn = drawLeg({ leg, seed: 'sheet', newVeinId, firstNumber: 1, wishes });
  if (more === 0) return drawn;
  const firstNumber = drawn.length + 1;
  return [
    ...drawn,
    ...scatteredVeins({ leg, seed: 'sheet', newVeinId, among: drawn, firstNumber, count: more }),
  ];
}

export const TITLE: TitleBlock = {
  patientName: 'LINDQVIST, Maja',
  recordNumber: 'DC-00417',
  birthDate: calendarDate('1981-03-14'),
  caseName: 'Spider veins of both legs',
  mapDate: calendarDate('2026-09-03'),
  clinicName: 'Demo clinic',
  isDemo: true,
};

const PICTURE = 'data:image/png;base64,AAAA';

/** Letters of one width; pictures and font that are there but say nothing. */
export const MEANS: SheetMeans = {
  measure: (text, { px }) => text.length * px * 0.56,
  legPictures: { anterior: PICTURE, medial: PICTURE, posterior: PICTURE, lateral: PICTURE },
  fontRules: "@font-face{font-family:'Inter Variable';src:url(data:font/woff2;base64,AAAA)}",
};

/** The four views of a left leg with the demo's veins, in colour; what is given is different. */
export function sheetOf(different: Partial<MapSheet> = {}): MapSheet {
  return {
    views: viewsOfLeg('left'),
    veins: legVeins('left'),
    marks: new Map(),
    pins: [],
    dots: [],
    heightScale: 1,
    titleBlock: TITLE,
    variant: 'colour',
    size: A4_LANDSCAPE,
    ...different,
  };
}

export function marksFor(
  veins: readonly Vein[],
  markOf: (vein: Vein, index: number) => VeinMark,
): MapSheet['marks'] {
  return new Map(veins.map((vein, index) => [vein.id, markOf(vein, index)]));
}

/** The drawn sheet, parsed. */
export function drawn(sheet: MapSheet, means: SheetMeans = MEANS): XmlElement {
  return parseXml(mapSvg(sheet, means));
}

export function byId(root: XmlElement, id: string): XmlElement {
  const found = elementsIn(root).find(({ attributes }) => attributes.get('id') === id);
  if (found === undefined) throw new Error(`nothing has the id ${id}`);
  return found;
}

/** Ids that begin so, without that beginning. */
export function idsAfter(root: XmlElement, beginning: string): readonly string[] {
  return elementsIn(root).flatMap(({ attributes }) => {
    const id = attributes.get('id') ?? '';
    return id.startsWith(beginning) ? [id.slice(beginning.length)] : [];
  });
}

/** Each text of the sheet by itself. */
export function textsOf(root: XmlElement): readonly string[] {
  return elementsIn(root)
    .filter(({ name }) => name === 'text')
    .map(textIn);
}

/** One vein after the other in sessions 1 to 4. */
export const planned = (_vein: Vein, index: number) =>
  ({ state: 'planned', sessionNumber: (index % 4) + 1 }) as const;

export const NOTE = {
  mark: 'note',
  id: newMarkId(),
  leg: 'left',
  aspect: 'medial',
  point: [0, 400],
  text: 'old scar',
  carriedOverFrom: null,
} as const;
