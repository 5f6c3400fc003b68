import { describe, expect, test } from 'vitest';
import { TOOL_IDS } from '../../../../renderer/canvas/tools/running-tool.ts';
import { runCommand } from '../../../../renderer/commands/command.ts';
import { commandFor, type KeyPress } from '../../../../renderer/commands/shortcut.ts';
import { mapCommands } from '../../../../renderer/features/map/map-commands.ts';
import type { MapRecord } from '../../../../shared/document/map-document.ts';
import { LINE, lineAt, NOTE, WEB } from '../../canvas/tools/tool-hand.ts';
import { editorWith } from './editor-desk.ts';

const LOWER = lineAt(
  'lower',
  [
    [0, 490],
    [0, 430],
  ],
  { number: 5 },
);

/** A person at the keyboard of a map. */
function keyboard(records: readonly MapRecord[], mayWrite = true) {
  const desk = editorWith(records, { mayWrite });
  const commands = mapCommands(desk.editor);
  return {
    ...desk,
    commands,
    named: (id: string) => {
      const command = commands.find((one) => one.id === id);
      if (command === undefined) throw new Error(`no command ${id}`);
      return command;
    },
    press: (key: string, more: Partial<KeyPress> = {}) => {
      const keys = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
      const command = commandFor(commands, { key, ...keys, ...more });
      if (command === null) throw new Error(`${key} does nothing`);
      runCommand(command);
    },
  };
}

const CTRL = { ctrlKey: true };

describe('every tool', () => {
  test('has a key of its own, and the palette knows it', () => {
    const { commands, press, state, editor } = keyboard([LINE]);
    editor.select([LINE.id]);
    for (const tool of TOOL_IDS) {
      const command = commands.find(({ id }) => id === `tool-${tool}`);
      expect(command?.label).toMatch(/\w/);
      expect(command?.hidden).not.toBe(true);
      press(command?.shortcuts[0]?.toLowerCase() ?? '');
      expect(state().tool.id).toBe(tool);
    }
  });

  test('no key means two things', () => {
    const shortcuts = keyboard([]).commands.flatMap((command) => command.shortcuts);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });

  test('who may only read is left with those that change nothing', () => {
    const { commands } = keyboard([LINE], false);
    expect(commands.filter(({ id }) => id.startsWith('tool-')).map(({ id }) => id)).toEqual([
      'tool-select',
      'tool-pan',
    ]);
  });
});

describe('the keyboard', () => {
  test('splits, joins, mirrors, copies and erases what is selected', () => {
    const desk = keyboard([LINE, LOWER]);
    desk.editor.select([LINE.id]);
    desk.press('S', { shiftKey: true });
    expect(desk.veins()).toHaveLength(3);
    desk.press('J', { shiftKey: true });
    expect(desk.veins()).toHaveLength(2);
    desk.press('c', CTRL);
    desk.press('v', CTRL);
    desk.press('d', CTRL);
    desk.press('m', CTRL);
    expect(desk.veins()).toHaveLength(5);
    desk.press('a', CTRL);
    desk.press('Delete');
    expect(desk.saved.map(({ label }) => label)).toEqual([
      'split',
      'join',
      'paste',
      'duplicate',
      'mirror',
      'erase',
    ]);
    for (let i = 0; i < 6; i += 1) desk.press('z', CTRL);
    expect(desk.veins()).toEqual([LINE, LOWER]);
  });

  test('moves what is selected by a millimetre, with Shift by ten', () => {
    const desk = keyboard([LINE, NOTE]);
    desk.editor.select([LINE.id, NOTE.id]);
    desk.press('ArrowDown');
    desk.press('ArrowRight', { shiftKey: true });
    expect(desk.vein(LINE.id).path[0]).toEqual([10, 599]);
    expect(desk.record(NOTE.id)).toMatchObject({ point: [-20, 559] });
  });

  test('Backspace takes back a clicked point while a line is drawn, and erases between gestures', () => {
    const desk = keyboard([LINE]);
    desk.press('l');
    for (const y of [680, 660, 640]) desk.click([-40, y]);
    desk.press('Backspace');
    desk.editor.finishGesture();
    expect(desk.veins()[1]?.path).toHaveLength(2);
    desk.press('Backspace');
    expect(desk.veins()).toEqual([LINE]);
  });
});

describe('what can be done is on offer only while it can', () => {
  test('split for one line, join for two, paste after a copy', () => {
    const { editor, named } = keyboard([LINE, LOWER, WEB]);
    const offered = () => ['split', 'join', 'mirror', 'paste'].filter((id) => named(id).isEnabled());
    expect(offered()).toEqual([]);
    editor.select([WEB.id]);
    expect(offered()).toEqual(['mirror']);
    editor.select([LINE.id]);
    expect(offered()).toEqual(['split', 'mirror']);
    editor.select([LINE.id, LOWER.id]);
    editor.copy();
    expect(offered()).toEqual(['join', 'mirror', 'paste']);
  });

  test('nothing in the middle of a gesture', () => {
    const { editor, named, send } = keyboard([LINE]);
    editor.select([LINE.id]);
    send('down', [0, 520]);
    send('move', [10, 520]);
    for (const id of [
      'undo',
      'erase-selected',
      'split',
      'mirror',
      'duplicate',
      'select-all',
      'nudge-ArrowUp-1',
    ])
      expect(named(id).isEnabled()).toBe(false);
  });
});
