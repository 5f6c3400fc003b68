import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { A4_PORTRAIT } from '../../../../renderer/canvas/export/plan-picture.ts';
import { pictureSvg } from '../../../../renderer/canvas/export/picture-svg.ts';
import { pictureFileName } from '../../../../renderer/features/plan/picture/picture-file-name.ts';
import { PX_PER_MM } from '../../../../renderer/canvas/export/map-sheet.ts';
import { boxesOverlap } from '../../../../shared/geometry/point.ts';
import { MEANS } from '../../canvas/export/sheet-fixture.ts';
import { elementsIn, textIn, type XmlElement } from '../../canvas/export/xml.ts';
import { placedTexts } from './picture-boxes.ts';
import { drawnPage, factsOf, itemFor, pictureOf, signsOn, someVeins, wordsOn } from './picture-fixture.ts';

const LONG = {
  patient: {
    name: `${'VON UND ZU WOLFENSTEINHAUSEN-MONTMORENCY '.repeat(2).slice(0, 60)}, ${'Wilhelmina '.repeat(6).slice(0, 60)}`,
    birthDate: factsOf({}).patient.birthDate,
    recordNumber: 'W'.repeat(30),
  },
  clinic: { clinicName: 'Centre for vascular surgery '.repeat(3).slice(0, 80), isDemo: true },
};

/** Texts that leave the page, and pairs that lie over each other. */
function faults(root: XmlElement): readonly string[] {
  const texts = placedTexts(root);
  const [width, height] = [A4_PORTRAIT.widthMm * PX_PER_MM, A4_PORTRAIT.heightMm * PX_PER_MM];
  const margin = 8 * PX_PER_MM;
  const outside = texts.filter(
    ({ box }) =>
      box.minX < margin || box.maxX > width - margin || box.minY < margin || box.maxY > height - margin,
  );
  const over = texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter((other) => boxesOverlap(one.box, other.box))
      .map((other) => `"${one.words}" over "${other.words}"`),
  );
  return [...outside.map(({ words }) => `"${words}" leaves the page`), ...over];
}

describe('the page fits A4: nothing is cut and nothing lies over anything else', () => {
  const sizes = [3, 13, 35, 69].flatMap((veins) => [1, 3, 8].map((sessions) => ({ veins, sessions })));
  const cases = sizes.map((size, index) => ({
    ...size,
    legs: index % 4 < 2 ? ('both' as const) : ('left' as const),
    variant: index % 2 === 0 ? ('colour' as const) : ('black-and-white' as const),
  }));
  test.each(cases)(
    'with $veins veins in $sessions sessions, $legs, in $variant',
    ({ veins: count, sessions, legs, variant }) => {
      const veins = someVeins(count, legs);
      const items = veins.map((vein, index) => itemFor(vein, (index % sessions) + 1, index % 3 === 0));
      const facts = factsOf({ veins, sessions, items, held: Math.floor(sessions / 3) }, LONG);
      expect(faults(drawnPage(pictureOf(facts, { variant })))).toEqual([]);
    },
  );

  it('even with thirty sessions, of which it lists as many as have room', () => {
    const facts = factsOf({ veins: someVeins(69, 'both'), sessions: 30 }, LONG);
    const root = drawnPage(pictureOf(facts));
    expect(faults(root)).toEqual([]);
    expect(wordsOn(root)).toContain('and 15 more');
    expect(wordsOn(root)).toContain('About 30 sessions in all: 30 to come');
  });
});

describe('the signs of the veins', () => {
  it('say for each vein what is done and in which sessions the rest comes', () => {
    const veins = someVeins(4, 'left');
    const [first, second, third] = veins;
    if (!first || !second || !third) throw new Error('too few veins');
    const items = [itemFor(first, 1), itemFor(first, 3), itemFor(second, 2), itemFor(third, 1)];
    const root = drawnPage(pictureOf(factsOf({ veins, items, held: 1 })));
    expect([...signsOn(root)].sort()).toEqual(['2', 'done', 'done 3']);
  });

  it('leave no planned vein out, alone or on a crowded leg, at random', () => {
    const arbitrary = fc.record({
      count: fc.integer({ min: 1, max: 60 }),
      legs: fc.constantFrom('left' as const, 'both' as const),
      sessions: fc.integer({ min: 1, max: 9 }),
      held: fc.integer({ min: 0, max: 9 }),
      variant: fc.constantFrom('colour' as const, 'black-and-white' as const),
    });
    fc.assert(
      fc.property(arbitrary, ({ count, legs, sessions, held, variant }) => {
        const veins = someVeins(count, legs);
        const facts = factsOf({ veins, sessions, held: Math.min(held, sessions) });
        const root = drawnPage(pictureOf(facts, { variant }));
        expect(signsOn(root)).toHaveLength(veins.length);
      }),
      { numRuns: 8 },
    );
  });

  it('are explained, and nothing else is', () => {
    const veins = someVeins(13, 'left');
    const legend = (held: number) => {
      const root = drawnPage(pictureOf(factsOf({ veins, sessions: 2, held })));
      const found = elementsIn(root).find(({ attributes }) => attributes.get('id') === 'legend');
      return found === undefined ? '' : textIn(found);
    };
    expect(legend(0)).not.toContain('treated');
    expect(legend(1)).toContain('treated');
    expect(legend(1)).toContain('still to come');
    expect(legend(2)).not.toContain('still to come');
  });
});

describe('what stands on the page', () => {
  const page = (facts = factsOf({ held: 1 }), withName = true) => drawnPage(pictureOf(facts, { withName }));

  it('whose it is, of which day and which version of the plan, and that it is the only page', () => {
    const words = wordsOn(page());
    for (const part of [
      'LINDQVIST, Maja',
      'Born 14 Mar 1981',
      'Record DC-00417',
      'Vein clinic',
      '3 Sep 2026',
    ])
      expect(words).toContain(part);
    expect(words).toContain('Plan version 4');
    expect(words).toContain('page 1 of 1');
  });

  it('neither name nor birth date if they are to be left out, in the words or in the title of the file', () => {
    const svg = pictureSvg(pictureOf(factsOf({}), { withName: false }), MEANS);
    expect(svg).not.toContain('LINDQVIST');
    expect(svg).not.toContain('1981');
    expect(svg).toContain('Record DC-00417');
  });

  it('LEFT or RIGHT over each view in everyday words, and which side lies where', () => {
    const both = drawnPage(pictureOf(factsOf({ veins: someVeins(40, 'both') })));
    const words = wordsOn(both);
    expect(words).toContain('LEFT · inner side back ◂ ▸ front');
    expect(words).toContain('RIGHT · front outer ◂ ▸ inner');
    expect(words).toContain('LEFT · front inner ◂ ▸ outer');
    expect(words).toContain('Inner is medial');
  });

  it('only the leg that was chosen, and only the views that matter', () => {
    const facts = factsOf({ veins: someVeins(40, 'both') });
    const views = (leg: 'left' | 'right' | 'both') =>
      elementsIn(drawnPage(pictureOf(facts, { leg }))).flatMap(({ attributes }) => {
        const id = attributes.get('id') ?? '';
        return id.startsWith('view-') ? [id] : [];
      });
    expect(views('right').every((id) => id.startsWith('view-right'))).toBe(true);
    expect(views('both').length).toBeGreaterThan(views('right').length);
    const one = someVeins(40, 'left').filter(({ aspect }) => aspect === 'posterior');
    const root = drawnPage(pictureOf(factsOf({ veins: one, sessions: 1 })));
    expect(wordsOn(root)).toContain('LEFT · back');
    expect(wordsOn(root)).not.toContain('LEFT · front');
  });

  it('that it is the demo, and that nobody approved the rules', () => {
    const demo = factsOf({}, { clinic: { clinicName: 'Demo clinic', isDemo: true } });
    expect(wordsOn(page(demo))).toContain('DEMO CLINIC');
    expect(wordsOn(page())).not.toContain('DEMO CLINIC');
    expect(wordsOn(page())).toContain('NOT YET APPROVED');
    const facts = factsOf({});
    const approved = { ...facts, view: { ...facts.view, profileApproved: true } };
    expect(wordsOn(page(approved))).not.toContain('NOT YET APPROVED');
  });

  it('no dose, which a patient does not need', () => {
    expect(wordsOn(page())).not.toMatch(/\d\s?(mL|mg|µ)/);
  });

  it('foam only where foam is still to come', () => {
    const veins = someVeins(6, 'left');
    const foamIn = (number: number) =>
      veins.map((vein, index) => itemFor(vein, (index % 3) + 1, index % 3 === number - 1));
    const words = (number: number) => wordsOn(page(factsOf({ veins, items: foamIn(number), held: 1 })));
    expect(words(2)).toContain('After foam (session 2)');
    expect(words(2)).toContain('Do not drive');
    expect(words(1)).not.toContain('foam');
    expect(words(1)).not.toContain('drive');
  });

  it('nothing that acts or is fetched, whatever somebody typed for a name', () => {
    const typed = '</text><script>alert(1)</script><image href="https://example.org/x.png"/>';
    const facts = factsOf({});
    const root = page({ ...facts, patient: { ...facts.patient, name: typed } });
    expect(elementsIn(root).map(({ name }) => name)).not.toContain('script');
    for (const { attributes } of elementsIn(root))
      expect(attributes.get('href') ?? '#').toMatch(/^(#|data:image\/)/);
  });
});

test('the name of the file never holds the patient’s name', () => {
  const picture = pictureOf(factsOf({ held: 1 }), { variant: 'black-and-white' });
  expect(pictureFileName(picture, 'png')).toBe('DC-00417 plan 2026-09-03 black-and-white.png');
  const odd = { ...picture, title: { ...picture.title, recordNumber: '../..' }, variant: 'colour' as const };
  expect(pictureFileName(odd, 'svg')).toBe('plan 2026-09-03.svg');
});
