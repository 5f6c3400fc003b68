import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterKey,
  chosen,
  type ListChoice,
  type ListKey,
} from '../../../../renderer/features/map/list-selection.ts';
import { scrolledTo, windowOf } from '../../../../renderer/features/map/list-window.ts';

const ROWS = ['a', 'b', 'c', 'd', 'e'];
const NOTHING: ListChoice<string> = { selected: new Set(), active: null, anchor: null };

/** Presses keys one after another: `Shift+ArrowDown`, `Mod+a`. */
function press(keys: readonly string[], from: ListChoice<string> = NOTHING): ListChoice<string> {
  return keys.reduce((choice, text) => {
    const parts = text.split('+');
    const key: ListKey = {
      key: parts.at(-1) ?? '',
      shift: parts.includes('Shift'),
      mod: parts.includes('Mod'),
    };
    return afterKey(ROWS, choice, key, 3) ?? choice;
  }, from);
}

const selected = (choice: ListChoice<string>) => [...choice.selected].join('');

describe('choosing in the list', () => {
  it('goes down and up with the arrows, to the ends with Home and End, by pages', () => {
    expect(selected(press(['ArrowDown']))).toBe('a');
    expect(selected(press(['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']))).toBe('b');
    expect(selected(press(['End']))).toBe('e');
    expect(selected(press(['End', 'Home']))).toBe('a');
    expect(selected(press(['ArrowDown', 'PageDown']))).toBe('d');
    expect(selected(press(['End', 'ArrowDown']))).toBe('e');
  });

  it('selects a range with Shift, also back over where it began', () => {
    const three = press(['ArrowDown', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown']);
    expect(selected(three)).toBe('bcd');
    expect(selected(press(['Shift+ArrowUp', 'Shift+ArrowUp', 'Shift+ArrowUp'], three))).toBe('ab');
  });

  it('goes without selecting with Mod, and adds or takes away with the space bar', () => {
    const two = press(['ArrowDown', 'Mod+ArrowDown', 'Mod+ArrowDown', ' ']);
    expect(selected(two)).toBe('ac');
    expect(selected(press([' '], two))).toBe('a');
  });

  it('selects all that is listed with Mod+A', () => {
    expect(selected(press(['Mod+a']))).toBe('abcde');
  });

  it('adds by a click with Mod, and selects up to a click with Shift', () => {
    const first = chosen(ROWS, NOTHING, 'b', 'only');
    expect(selected(chosen(ROWS, first, 'e', 'toggle'))).toBe('be');
    expect(selected(chosen(ROWS, first, 'd', 'range'))).toBe('bcd');
  });

  it('starts a range anew where its beginning is hidden by the filter', () => {
    const gone: ListChoice<string> = { selected: new Set(['x']), active: 'x', anchor: 'x' };
    expect(selected(chosen(ROWS, gone, 'c', 'range'))).toBe('c');
  });

  it('leaves other keys alone', () => {
    expect(afterKey(ROWS, NOTHING, { key: 'l', shift: false, mod: false }, 3)).toBeNull();
    expect(afterKey([], NOTHING, { key: 'ArrowDown', shift: false, mod: false }, 3)).toBeNull();
  });
});

describe('a long list', () => {
  const rowHeight = 27;

  it('makes few rows, but always those in sight', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 30, max: 1000 }),
        fc.nat(),
        (count, height, scroll) => {
          const top = scroll % Math.max(1, count * rowHeight - height);
          const { first, end } = windowOf(count, { top, height, rowHeight });
          expect(first).toBeLessThanOrEqual(Math.floor(top / rowHeight));
          expect(end).toBeGreaterThanOrEqual(Math.min(count, Math.ceil((top + height) / rowHeight)));
          expect(end - first).toBeLessThanOrEqual(Math.max(60, Math.ceil(height / rowHeight) + 40));
        },
      ),
    );
  });

  it('scrolls no farther than it must to show a row', () => {
    const seen = { top: 100 * rowHeight, height: 10 * rowHeight, rowHeight };
    expect(scrolledTo(105, seen)).toBeNull();
    expect(scrolledTo(90, seen)).toBe(90 * rowHeight);
    expect(scrolledTo(110, seen)).toBe(101 * rowHeight);
  });
});
