import { describe, expect, it } from 'vitest';
import { ALL_LAYERS } from '../../../../renderer/canvas/map-layers.ts';
import type { VeinMark } from '../../../../renderer/canvas/vein-mark.ts';
import { readLayers } from '../../../../renderer/features/map/layer-memory.ts';
import { legendFacts } from '../../../../renderer/features/map/legend-facts.ts';
import { markOf } from '../../../../renderer/features/map/map-marks.ts';
import type { VeinId } from '../../../../shared/kernel/ids.ts';
import { calendarDate } from '../../../../shared/kernel/time.ts';
import { mapVein } from './map-fixture.ts';

const VEIN = mapVein({ number: 1 });
const UNKNOWN = { session: null, givenUl: 0, life: null };

describe('how the map marks a vein', () => {
  it('says what was given, what is planned and how it responds, each only where its layer is on', () => {
    const news = { session: 2, givenUl: 900, life: 'responding' } as const;
    expect(markOf(VEIN, news, ALL_LAYERS)).toMatchObject({ state: 'responding', sessionNumber: 2 });
    expect(markOf(VEIN, news, ALL_LAYERS).label).toMatch(/^0\.9.mL$/);
    expect(markOf(VEIN, news, { ...ALL_LAYERS, response: 0 }).state).toBe('planned');
    expect(markOf(VEIN, news, { ...ALL_LAYERS, response: 0, plan: 0 }).state).toBe('injected');
    expect(markOf(VEIN, news, { ...ALL_LAYERS, response: 0, plan: 0, injections: 0 })).toEqual({
      state: 'mapped',
    });
  });

  it('says first of all that a vein was carried over', () => {
    const old = { ...VEIN, carriedOverFrom: calendarDate('2021-04-01') };
    expect(markOf(old, { ...UNKNOWN, life: 'cleared' }, ALL_LAYERS).state).toBe('carried-over');
  });
});

describe('the legend', () => {
  const web = mapVein({ number: 2, kind: 'telangiectasia', pattern: 'web', colour: 'red' });
  const marks = new Map<VeinId, VeinMark>([
    [VEIN.id, { state: 'planned', sessionNumber: 2 }],
    [web.id, { state: 'new' }],
  ]);
  const views = [{ leg: VEIN.leg, aspect: VEIN.aspect }];
  const picture = { views, veins: [VEIN, web], marks, pins: [], dots: [], layers: ALL_LAYERS };

  it('holds just what is on the picture', () => {
    const facts = legendFacts(picture);
    expect(facts.kinds).toEqual(['reticular', 'web']);
    expect([...facts.colours]).toEqual(['blue-green', 'red']);
    expect(facts.sessions).toEqual([2]);
    expect([...facts.states]).toEqual(['planned', 'new']);
    expect(facts).toMatchObject({ marks: [], nothing: null });
  });

  it('leaves out what is switched off, and says so where that is everything', () => {
    const off = legendFacts({ ...picture, layers: { ...ALL_LAYERS, veins: 0 } });
    expect(off).toMatchObject({ kinds: [], sessions: [], nothing: 'hidden' });
    expect(legendFacts({ ...picture, veins: [] }).nothing).toBe('none');
    expect(legendFacts({ ...picture, views: [] })).toMatchObject({ kinds: [], nothing: 'none' });
  });
});

describe('the layers that a person last had', () => {
  it('come back as they were', () => {
    expect(readLayers('1 0 0.5 1 0.2 0')).toEqual({
      veins: 1,
      plan: 0,
      injections: 0.5,
      response: 1,
      notes: 0.2,
      regions: 0,
    });
  });

  it('are all on where nothing, or nothing sensible, was kept', () => {
    for (const kept of [null, '', '1 1', '1 1 1 1 1 7', 'a b c d e f'])
      expect(readLayers(kept)).toBe(ALL_LAYERS);
  });
});
