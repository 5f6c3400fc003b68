import { describe, expect, it } from 'vitest';
import { lookCommands } from '../../../../renderer/features/map/look-commands.ts';
import {
  arranged,
  opened,
  showing,
  viewCount,
  viewsShown,
  wentBack,
  withLegs,
  type MapLook,
} from '../../../../renderer/features/map/map-look.ts';
import { ASPECTS, type LegView } from '../../../../shared/domain/leg-map/vein.ts';
import { editorOn, mapVein } from './map-fixture.ts';

const LEFT: MapLook = { legs: 'left', aspects: ASPECTS, before: null };
const AT: LegView = { leg: 'left', aspect: 'posterior' };
const names = (look: MapLook) => viewsShown(look).map(({ leg, aspect }) => `${leg} ${aspect}`);

describe('what of the legs is looked at', () => {
  it('is one, two, four or eight views at a time', () => {
    expect(names(arranged(LEFT, 1, AT))).toEqual(['left posterior']);
    expect(names(arranged(LEFT, 2, AT))).toEqual(['left anterior', 'left posterior']);
    expect(names(arranged(LEFT, 4, AT))).toHaveLength(4);
    expect(names(arranged(LEFT, 8, AT))).toHaveLength(8);
    for (const count of [1, 2, 4, 8] as const) expect(viewCount(arranged(LEFT, count, AT))).toBe(count);
  });

  it('of both legs shows two views as the same side of both', () => {
    expect(names(arranged(withLegs(LEFT, 'both'), 2, AT))).toEqual(['left posterior', 'right posterior']);
  });

  it('fills the screen with one view, and goes back to what was there', () => {
    const both = withLegs(LEFT, 'both');
    const one = opened(both, AT);
    expect(names(one)).toEqual(['left posterior']);
    expect(wentBack(one)).toEqual(both);
    expect(opened(one, AT)).toEqual(both);
  });

  it('goes back to the four views of the leg where one was looked at from the beginning', () => {
    expect(names(wentBack(arranged(LEFT, 1, AT)))).toHaveLength(4);
  });

  it('brings a view that is asked for onto the screen, and changes as little as it can', () => {
    expect(showing(LEFT, AT)).toBe(LEFT);
    expect(names(showing(LEFT, { leg: 'right', aspect: 'medial' }))[0]).toBe('right anterior');
    expect(names(showing(arranged(LEFT, 1, AT), { leg: 'left', aspect: 'medial' }))).toEqual(['left medial']);
    expect(names(showing(arranged(LEFT, 2, AT), { leg: 'left', aspect: 'lateral' }))).toEqual([
      'left medial',
      'left lateral',
    ]);
  });

  it('shows the vein that is selected in the list', () => {
    const { editor } = editorOn([
      mapVein({ number: 1 }),
      mapVein({ number: 2, leg: 'right', aspect: 'medial' }),
    ]);
    editor.look({ legs: 'left', aspects: ['lateral'], before: null });
    const right = mapVein({ number: 2 }).id;
    editor.select([right]);
    expect(editor.store.getState()).toMatchObject({ legs: 'right', aspects: ['medial'] });
  });

  it('has its keys and its commands', () => {
    const { editor } = editorOn([mapVein({ number: 1 })]);
    const run = (id: string) =>
      lookCommands(editor)
        .find((command) => command.id === id)
        ?.run();
    run('views-8');
    expect(viewCount(editor.store.getState())).toBe(8);
    editor.select([mapVein({ number: 1 }).id]);
    run('views-1');
    expect(viewsShown(editor.store.getState())).toEqual([{ leg: 'left', aspect: 'lateral' }]);
    expect(lookCommands(editor).map(({ shortcuts }) => shortcuts[0])).toEqual([
      '1',
      '2',
      '4',
      '8',
      undefined,
    ]);
  });
});
