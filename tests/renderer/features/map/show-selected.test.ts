import { describe, expect, it } from 'vitest';
import { broughtIntoView, showSelected } from '../../../../renderer/features/map/show-selected.ts';
import { editorOn, mapVein } from './map-fixture.ts';

const EXTENT = { width: 900, height: 600 };
const ZOOMED = { zoom: 4, x: -900, y: -600 };

describe('what is selected in the list, on a map that is enlarged', () => {
  it('comes into the middle of the screen where it was beyond its edge', () => {
    const box = { minX: 1000, maxX: 1100, minY: 200, maxY: 300 };
    expect(broughtIntoView(ZOOMED, box, EXTENT)).toEqual({ zoom: 4, x: -1500, y: -550 });
  });

  it('stays where it is while all of it is seen, or while it is larger than the screen', () => {
    expect(broughtIntoView(ZOOMED, { minX: 10, maxX: 100, minY: 20, maxY: 300 }, EXTENT)).toBe(ZOOMED);
    expect(broughtIntoView(ZOOMED, { minX: -500, maxX: 1500, minY: 20, maxY: 300 }, EXTENT)).toBe(ZOOMED);
  });

  it('moves what is seen, never the map', () => {
    const [high, low] = [
      mapVein({ number: 1 }),
      mapVein({
        number: 2,
        path: [
          [10, 120],
          [12, 100],
        ],
      }),
    ];
    const { editor, labels } = editorOn([high, low]);
    editor.show({ extent: EXTENT, viewport: { zoom: 6, x: -3000, y: 0 } });
    editor.select([low.id]);
    showSelected(editor);
    const first = editor.store.getState().viewport;
    expect(first.y).toBeLessThan(-1500);
    showSelected(editor);
    expect(editor.store.getState().viewport).toBe(first);
    editor.select([high.id]);
    showSelected(editor);
    expect(editor.store.getState().viewport.y).toBeGreaterThan(first.y);
    expect(labels).toEqual([]);
  });
});
