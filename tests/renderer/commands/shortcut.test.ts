import { expect, test } from 'vitest';
import { commandFor, matchesShortcut, shortcutText } from '../../../renderer/commands/shortcut.ts';

const press = (
  key: string,
  held: { ctrl?: boolean; meta?: boolean; shift?: boolean; alt?: boolean } = {},
) => ({
  key,
  ctrlKey: held.ctrl ?? false,
  metaKey: held.meta ?? false,
  shiftKey: held.shift ?? false,
  altKey: held.alt ?? false,
});

test('a letter is a shortcut only when nothing else is held', () => {
  expect(matchesShortcut('V', press('v'))).toBe(true);
  expect(matchesShortcut('V', press('v', { ctrl: true }))).toBe(false);
  expect(matchesShortcut('V', press('v', { alt: true }))).toBe(false);
});

test('undo and redo differ by the shift key, on either kind of keyboard', () => {
  expect(matchesShortcut('Mod+Z', press('z', { ctrl: true }))).toBe(true);
  expect(matchesShortcut('Mod+Z', press('z', { meta: true }))).toBe(true);
  expect(matchesShortcut('Mod+Z', press('Z', { ctrl: true, shift: true }))).toBe(false);
  expect(matchesShortcut('Mod+Shift+Z', press('Z', { ctrl: true, shift: true }))).toBe(true);
});

test('plus works with and without shift, as keyboards have it', () => {
  expect(matchesShortcut('+', press('+', { shift: true }))).toBe(true);
  expect(matchesShortcut('+', press('+'))).toBe(true);
  expect(matchesShortcut('Shift+ArrowUp', press('ArrowUp'))).toBe(false);
});

test('finds the command and shows its shortcut', () => {
  const command = {
    id: 'redo',
    label: 'Redo',
    shortcuts: ['Mod+Shift+Z', 'Mod+Y'],
    isEnabled: () => true,
    run: () => undefined,
  };
  expect(commandFor([command], press('y', { ctrl: true }))).toBe(command);
  expect(commandFor([command], press('y'))).toBeNull();
  expect([shortcutText('Mod+Shift+Z'), shortcutText('+'), shortcutText('Shift+ArrowUp')]).toEqual([
    'Ctrl+Shift+Z',
    '+',
    'Shift+↑',
  ]);
});
