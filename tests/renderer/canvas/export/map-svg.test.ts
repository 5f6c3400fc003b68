import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MapSheet, SheetVariant } from '../../../../renderer/canvas/export/map-sheet.ts';
import { SLIDE } from '../../../../renderer/canvas/export/map-sheet.ts';
import { mapSvg } from '../../../../renderer/canvas/export/map-svg.ts';
import { measureVein } from '../../../../shared/domain/leg-map/measure.ts';
import { veinLabel, type Leg, type Vein } from '../../../../shared/domain/leg-map/vein.ts';
import { viewsOfBothLegs, viewsOfLeg } from '../../../../shared/domain/leg-map/views.ts';
import { boxesOverlap, type Box, type Point } from '../../../../shared/geometry/point.ts';
import { pathLength } from '../../../../shared/geometry/polyline.ts';
import {
  byId,
  drawn,
  idsAfter,
  legVeins,
  marksFor,
  MEANS,
  NOTE,
  planned,
  sheetOf,
  textsOf,
  TITLE,
} from './sheet-fixture.ts';
import { elementsIn, parseXml, textIn, type XmlElement } from './xml.ts';

const VARIANTS: readonly SheetVariant[] = ['colour', 'black-and-white'];
const BOTH = [...legVeins('right', 30), ...legVeins('left', 30)];
const veinIds = (root: XmlElement) => idsAfter(root, 'vein-').toSorted();
const labels = (veins: readonly Vein[]) => veins.map(veinLabel).toSorted();

describe.each(VARIANTS)('the sheet in %s', (variant) => {
  test('is a file that stands alone: no script, nothing to fetch', () => {
    const root = drawn(sheetOf({ variant }));
    for (const element of elementsIn(root)) {
      const { name, attributes } = element;
      expect(['script', 'foreignObject', 'a', 'iframe']).not.toContain(name);
      expect([...attributes.keys()].filter((key) => key.startsWith('on') || key === 'style')).toEqual([]);
      const href = attributes.get('href') ?? '#';
      expect(href).toMatch(/^(#|data:image\/)/);
      const said = name === 'style' ? textIn(element) : [...attributes.values()].join(' ');
      expect(said).not.toMatch(/url\((?!#|data:)|@import/);
    }
    const outside = mapSvg(sheetOf({ variant }), MEANS).match(/\w+:\/\/[^"<]*/g);
    expect(outside).toEqual(['http://www.w3.org/2000/svg']);
  });

  test('holds every vein of its views and none of another', () => {
    const views = [viewsOfLeg('left')[3], viewsOfLeg('right')[0]].filter((view) => view !== undefined);
    const root = drawn(sheetOf({ variant, views, veins: BOTH }));
    const seen = BOTH.filter((vein) =>
      views.some(({ leg, aspect }) => vein.leg === leg && vein.aspect === aspect),
    );
    expect(seen.length).toBeGreaterThan(10);
    expect(veinIds(root)).toEqual(labels(seen));
  });

  test('says leg and aspect over every view, and which side lies where', () => {
    const texts = textsOf(drawn(sheetOf({ variant, views: viewsOfBothLegs() })));
    for (const words of ['RIGHT · Anterior', 'LEFT · Medial', 'LEFT · Posterior', 'RIGHT · Lateral'])
      expect(texts).toContain(words);
    expect(texts).toContain('lateral ◂ ▸ medial');
    expect(texts).toContain('medial ◂ ▸ lateral');
  });

  test.each([
    ['left', ['LEFT', 'LEG']],
    ['right', ['RIGHT', 'LEG']],
    ['both', ['BOTH', 'LEGS']],
  ] as const)('names the leg on a solid block: %s', (leg, words) => {
    const views = leg === 'both' ? viewsOfBothLegs() : viewsOfLeg(leg);
    const block = byId(drawn(sheetOf({ variant, views })), 'leg-block');
    expect(textsOf(block).slice(-2)).toEqual(words);
  });

  test('carries name, record number, birth date, case, date and clinic', () => {
    const texts = textsOf(byId(drawn(sheetOf({ variant })), 'title-block'));
    for (const words of [
      'LINDQVIST, Maja',
      'Record DC-00417',
      'Born 14 Mar 1981 ·',
      'Spider veins of both legs',
      'Leg map 3 Sep 2026',
      'Demo clinic',
      'DEMO CLINIC · fictional patient',
    ])
      expect(texts).toContain(words);
  });

  test('gives each of more than forty veins on a leg a label of its own', () => {
    const veins = legVeins('left', 36);
    const root = drawn(sheetOf({ variant, veins, marks: marksFor(veins, planned) }));
    expect(idsAfter(root, 'label-').toSorted()).toEqual(labels(veins));
    const boxes = labelBoxes(root);
    for (const [index, box] of boxes.entries())
      expect(boxes.slice(index + 1).filter((other) => boxesOverlap(box, other))).toEqual([]);
  });

  test('says which veins have no label where there is no room for all', () => {
    const veins = legVeins('left', 190).filter(({ aspect }) => aspect === 'lateral' || aspect === 'medial');
    const crowded = veins.map((vein, index): Vein => ({ ...vein, number: index + 1, aspect: 'medial' }));
    const more = crowded.map((vein): Vein => ({ ...vein, number: vein.number + 500 }));
    const all = [...crowded, ...more];
    const root = drawn(sheetOf({ variant, veins: all, views: viewsOfLeg('left').slice(1, 2) }));
    const missing = labels(all).filter((label) => !idsAfter(root, 'label-').includes(label));
    expect(missing.length).toBeGreaterThan(0);
    expect(veinIds(root)).toEqual(labels(all));
    expect(
      textsOf(root).filter((text) =>
        text.startsWith(`No room for the ${String(missing.length)} labels of L`),
      ),
    ).toHaveLength(1);
  });
});

function labelBoxes(root: XmlElement): readonly Box[] {
  return idsAfter(root, 'label-').map((label) => {
    const rect = byId(root, `label-${label}`).children.find(
      (child) => typeof child !== 'string' && child.name === 'rect',
    );
    if (rect === undefined || typeof rect === 'string') throw new Error('a label without a box');
    const number = (key: string) => Number(rect.attributes.get(key));
    const [minX, minY] = [number('x'), number('y')];
    return { minX, minY, maxX: minX + number('width'), maxY: minY + number('height') };
  });
}

describe('what people typed', () => {
  test('comes out as words and never as markup', () => {
    const wicked = `<script>alert("1")</script> & 'O'Neill' ]]> &amp; \u{0} \u{202e}`;
    const titleBlock = {
      ...TITLE,
      patientName: wicked,
      recordNumber: wicked,
      caseName: wicked,
      clinicName: wicked,
    };
    const root = drawn(sheetOf({ titleBlock }));
    expect(elementsIn(root).map(({ name }) => name)).not.toContain('script');
    expect(textsOf(root)).toContain(wicked.replace('\u{0}', '\u{fffd}'));
  });

  test('never breaks the file', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
    const scene = { veins: legVeins('left').slice(0, 1), views: viewsOfLeg('left').slice(1, 2) };
    const names = (sheet: Partial<MapSheet>) =>
      elementsIn(drawn(sheetOf({ ...scene, ...sheet }))).map(({ name }) => name);
    const plain = names({ pins: [NOTE] });
    fc.assert(
      fc.property(text, text, text, text, (patientName, recordNumber, caseName, note) => {
        const titleBlock = { ...TITLE, patientName, recordNumber, caseName };
        expect(names({ titleBlock, pins: [{ ...NOTE, text: `.${note}` }] })).toEqual(plain);
      }),
      { numRuns: 40 },
    );
  });

  test('is made smaller and then cut before it runs into what stands beside it', () => {
    const patientName = `${'W'.repeat(60)}, ${'m'.repeat(60)}`;
    const block = byId(
      drawn(sheetOf({ titleBlock: { ...TITLE, patientName, caseName: 'x'.repeat(200) } })),
      'title-block',
    );
    const [name, ...others] = elementsIn(block).filter((element) => element.name === 'text');
    if (name === undefined) throw new Error('no name');
    const size = Number(name.attributes.get('font-size'));
    expect(size).toBeLessThan(21);
    expect(MEANS.measure(textIn(name), { px: size, weight: 700 })).toBeLessThan(700);
    expect(others.map(textIn).filter((text) => text.endsWith('x…'))).toHaveLength(1);
  });
});

describe('millimetres', () => {
  const heightScale = 1520 / 1605.42;
  const lineOf = (leg: Leg) => {
    const line = legVeins(leg).find(({ kind, pattern }) => kind === 'telangiectasia' && pattern === 'line');
    if (line === undefined) throw new Error('no line');
    return line;
  };

  test.each([
    ['left', viewsOfLeg('left'), undefined],
    ['right', viewsOfLeg('right'), undefined],
    ['right', viewsOfBothLegs(), undefined],
    ['left', viewsOfLeg('left'), SLIDE],
  ] as const)('of a %s leg on paper are those of the scale bar (%#)', (leg, views, size) => {
    const vein = lineOf(leg);
    const root = drawn(sheetOf({ views, veins: legVeins(leg), heightScale, ...(size && { size }) }));
    const bar = byId(root, 'scale-bar');
    const [from, to] = numbersIn(pathOf(bar)).filter((_, index) => index !== 1);
    const [barMm] = numbersIn(textIn(bar));
    const scale = scaleOf(root, vein);
    const course = pointsOf(pathOf(byId(root, `vein-${veinLabel(vein)}`)));
    const measured = (pathLength(course) * scale * (barMm ?? 0)) / ((to ?? 0) - (from ?? 0));
    const { lengthMm } = measureVein(vein, heightScale);
    expect(Math.abs(measured - lengthMm)).toBeLessThan(1);
    expect(course[0]).toEqual(vein.path[0]);
  });

  test('are the same in all views of a sheet', () => {
    const root = drawn(sheetOf({ views: viewsOfBothLegs(), veins: BOTH }));
    expect(new Set(viewsOfBothLegs().map((view) => scaleOf(root, view).toFixed(5))).size).toBe(1);
  });

  test('of the paper are those of the sheet', () => {
    const { attributes } = drawn(sheetOf());
    expect(attributes.get('width')).toBe('297mm');
    expect(attributes.get('height')).toBe('210mm');
    const [, , width = 0] = numbersIn(attributes.get('viewBox') ?? '');
    expect(Math.abs(width - (297 * 96) / 25.4)).toBeLessThan(0.01);
  });
});

const numbersIn = (text: string) => (text.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

function pathOf(element: XmlElement): string {
  const path = elementsIn(element).find(({ name }) => name === 'path');
  return path?.attributes.get('d') ?? '';
}

function pointsOf(d: string): readonly Point[] {
  const numbers = numbersIn(d.replaceAll(/[ML]/g, ' '));
  return numbers.flatMap((x, index): Point[] => (index % 2 === 0 ? [[x, numbers[index + 1] ?? 0]] : []));
}

function scaleOf(root: XmlElement, { leg, aspect }: Pick<Vein, 'leg' | 'aspect'>): number {
  const [x = 0, , , y = 0] = numbersIn(byId(root, `view-${leg}-${aspect}`).attributes.get('transform') ?? '');
  expect(x).toBe(-y);
  return x;
}

test('a file that is not well-formed is found out', () => {
  const good = mapSvg(sheetOf({ veins: [] }), MEANS);
  expect(() => parseXml(good)).not.toThrow();
  for (const bad of [
    good.replace('</svg>', ''),
    good.replace('LINDQVIST', '<b>'),
    good.replace('Born', '&'),
    `${good}<x/>`,
  ])
    expect(() => parseXml(bad)).toThrow();
});
