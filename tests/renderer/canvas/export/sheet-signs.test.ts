import { describe, expect, test } from 'vitest';
import type { MapSheet } from '../../../../renderer/canvas/export/map-sheet.ts';
import { veinLabel, type Vein } from '../../../../shared/domain/leg-map/vein.ts';
import { viewsOfLeg } from '../../../../shared/domain/leg-map/views.ts';
import {
  byId,
  drawn,
  legVeins,
  marksFor,
  newMarkId,
  NOTE,
  planned,
  sheetOf,
  textsOf,
} from './sheet-fixture.ts';
import { elementsIn } from './xml.ts';

describe('the legend', () => {
  const legendOf = (sheet: MapSheet) => textsOf(byId(drawn(sheet), 'legend')).slice(1);
  const veins = legVeins('left');
  const only = (is: (vein: Vein) => boolean) => veins.filter(is).slice(0, 1);

  test.each([
    ['a reticular vein', only(({ kind }) => kind === 'reticular'), ['reticular', 'blue-green']],
    ['a red web', only(({ pattern, colour }) => pattern === 'web' && colour === 'red'), ['web', 'red']],
    [
      'a fine line',
      only(({ kind, pattern }) => kind === 'telangiectasia' && pattern === 'line'),
      ['telangiectasia, line', 'red'],
    ],
    ['nothing', [], ['no veins mapped here']],
  ])('of a sheet with %s shows that alone', (_, shown, words) => {
    expect(legendOf(sheetOf({ veins: shown }))).toEqual(words);
  });

  test('names the states that are on the sheet and no other', () => {
    const [first, second] = veins;
    if (first === undefined || second === undefined) throw new Error('no veins');
    const marks = new Map([
      [first.id, { state: 'cleared' } as const],
      [second.id, { state: 'planned', sessionNumber: 3 } as const],
    ]);
    const words = legendOf(sheetOf({ veins: [first, second], marks }));
    expect(words).toContain('cleared');
    expect(words).toContain('planned session');
    for (const absent of ['responding', 'recurred', 'new', '✓ injected', 'site to inject', 'note'])
      expect(words).not.toContain(absent);
  });

  test('does not count what is on views that are not shown', () => {
    const words = legendOf(sheetOf({ veins: legVeins('right'), views: viewsOfLeg('left') }));
    expect(words).toEqual(['no veins mapped here']);
  });

  test('says in words what letters and dashes stand for in black and white', () => {
    const marks = marksFor(veins, planned);
    const words = legendOf(sheetOf({ variant: 'black-and-white', marks })).join(' | ');
    expect(words).toContain('r red, p purple, b blue');
    expect(words).toContain('dashed: not treated, or due again');
    expect(words).toContain('→ S1 → S2 → S3 → S4 planned sessions');
  });
});

describe('in black and white', () => {
  const veins = legVeins('left');
  const states = [
    'mapped',
    'planned',
    'injected',
    'responding',
    'cleared',
    'recurred',
    'new',
    'carried-over',
  ] as const;
  const marks = marksFor(veins, (_, index) => ({
    state: states[index % states.length] ?? 'mapped',
    sessionNumber: 2,
  }));

  test('there is no colour but black, white and grey, and no picture', () => {
    const root = drawn(sheetOf({ variant: 'black-and-white', marks, pins: [NOTE] }));
    const colours = elementsIn(root).flatMap(({ attributes }) =>
      ['fill', 'stroke', 'stop-color'].flatMap((key) => attributes.get(key) ?? []),
    );
    expect(colours.length).toBeGreaterThan(50);
    expect(colours.filter((colour) => !/^(none|url\(#[\w-]+\)|#(..)\2\2)$/.test(colour))).toEqual([]);
    expect(elementsIn(root).map(({ name }) => name)).not.toContain('image');
  });

  test('a vein that was not treated is dashed, a treated one is not', () => {
    const root = drawn(sheetOf({ variant: 'black-and-white', marks }));
    const dashed = (vein: Vein) =>
      elementsIn(byId(root, `vein-${veinLabel(vein)}`)).some(({ attributes }) =>
        attributes.has('stroke-dasharray'),
      );
    const stateOf = (vein: Vein) => marks.get(vein.id)?.state ?? 'mapped';
    const treated = veins.filter((vein) => ['injected', 'responding', 'recurred'].includes(stateOf(vein)));
    const untreated = veins.filter((vein) =>
      ['mapped', 'planned', 'new', 'carried-over'].includes(stateOf(vein)),
    );
    expect(treated.filter(dashed)).toEqual([]);
    expect(untreated.filter((vein) => !dashed(vein))).toEqual([]);
    expect(Math.min(treated.length, untreated.length)).toBeGreaterThan(2);
  });

  test('a label says colour and session in letters', () => {
    const [web] = veins.filter(({ pattern, colour }) => pattern === 'web' && colour === 'purple');
    if (web === undefined) throw new Error('no purple web');
    const marked = new Map([[web.id, { state: 'planned', sessionNumber: 3 } as const]]);
    const root = drawn(sheetOf({ variant: 'black-and-white', veins: [web], marks: marked }));
    expect(textsOf(byId(root, `label-${veinLabel(web)}`))).toEqual([veinLabel(web), 'p → S3']);
  });
});

describe('marks of the map', () => {
  const site = {
    mark: 'site',
    leg: 'left',
    aspect: 'medial',
    point: [5, 300],
    veinId: null,
    note: '',
  } as const;

  test('stand on the sheet, and their words once below it under the same number', () => {
    const pins: MapSheet['pins'] = [
      { ...site, id: newMarkId() },
      { ...site, id: newMarkId(), point: [5, 200], note: 'flat\nneedle' },
      NOTE,
      { ...NOTE, id: newMarkId(), point: [0, 100] },
      { ...NOTE, id: newMarkId(), leg: 'right', text: 'on the other leg' },
    ];
    const root = drawn(sheetOf({ pins }));
    expect(textsOf(byId(root, 'notes'))).toEqual(['1  old scar', '2  flat needle']);
    const legend = textsOf(byId(root, 'legend'));
    expect(legend).toContain('site to inject');
    expect(legend).toContain('note');
  });

  test('are counted where there are too many words for the sheet', () => {
    const pins = Array.from({ length: 20 }, (_, index) => ({
      ...NOTE,
      id: newMarkId(),
      text: `note ${String(index)}`,
    }));
    const lines = textsOf(byId(drawn(sheetOf({ pins })), 'notes'));
    expect(lines).toHaveLength(8);
    expect(lines.at(-1)).toBe('and 13 more notes on the map');
  });

  test('show the distance that was measured', () => {
    const pins: MapSheet['pins'] = [
      {
        mark: 'scale',
        id: newMarkId(),
        leg: 'left',
        aspect: 'lateral',
        from: [0, 100],
        to: [0, 220],
        distanceMm: 118,
      },
    ];
    expect(textsOf(drawn(sheetOf({ pins })))).toContain('measured: 118 mm');
  });
});

describe('injections', () => {
  const dot = { leg: 'left', aspect: 'medial', point: [5, 300], state: 'given' } as const;

  test('stand on the sheet where the needle went in, those of other views do not', () => {
    const bare = drawn(sheetOf({ views: viewsOfLeg('left').slice(1, 2) }));
    const dots: MapSheet['dots'] = [
      dot,
      { ...dot, point: [5, 200], state: 'free', text: 'F1' },
      { ...dot, leg: 'right', state: 'struck-out' },
    ];
    const root = drawn(sheetOf({ views: viewsOfLeg('left').slice(1, 2), dots }));
    expect(textsOf(root)).toContain('F1');
    const legend = textsOf(byId(root, 'legend'));
    expect(legend).toContain('injection');
    expect(legend).toContain('free site');
    expect(legend).not.toContain('struck out');
    expect(textsOf(byId(bare, 'legend'))).not.toContain('injection');
  });

  test('have their volume beside the name of the vein, and the legend says so', () => {
    const veins = legVeins('left').slice(0, 1);
    const marks = marksFor(veins, () => ({ state: 'injected', label: '2.7 mL' }));
    const root = drawn(sheetOf({ veins, marks }));
    expect(textsOf(byId(root, 'label-L1'))).toEqual(['L1', '2.7 mL']);
    expect(textsOf(byId(root, 'legend'))).toContain('mL: injected so far');
  });
});
