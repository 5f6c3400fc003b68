import type { Command } from './command.ts';

/** The part of a keyboard event that shortcuts are matched by. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Whether a key press is the shortcut. For signs such as `+` the shift key does not count: where it is needed varies by keyboard. */
export function matchesShortcut(shortcut: string, press: KeyPress): boolean {
  const parts = shortcut === '+' ? ['+'] : shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const [mod, shift] = [parts.slice(0, -1).includes('Mod'), parts.slice(0, -1).includes('Shift')];
  const sign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  return (
    press.key.toLowerCase() === key.toLowerCase() &&
    (press.ctrlKey || press.metaKey) === mod &&
    (sign || press.shiftKey === shift) &&
    !press.altKey
  );
}

/** The command that a key press asks for, be it enabled or not. */
export function commandFor(commands: readonly Command[], press: KeyPress): Command | null {
  const matches = ({ shortcuts }: Command) => shortcuts.some((shortcut) => matchesShortcut(shortcut, press));
  return commands.find(matches) ?? null;
}

const KEY_WORDS: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  '-': '−',
};

/** `Ctrl+Shift+Z`, as it is shown. */
export function shortcutText(shortcut: string): string {
  if (shortcut === '+') return '+';
  return shortcut
    .split('+')
    .map((part) => KEY_WORDS[part] ?? part)
    .join('+');
}
