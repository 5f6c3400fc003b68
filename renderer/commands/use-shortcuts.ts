import { useEffect, useEffectEvent } from 'react';
import { runCommand, type Command } from './command.ts';
import { commandFor } from './shortcut.ts';

/** Runs commands by their shortcuts for as long as the page is there. Typing into a field is never a shortcut. */
export function useShortcuts(commands: readonly Command[]): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || belongsToField(event)) return;
    const command = commandFor(commands, event);
    if (command === null) return;
    event.preventDefault();
    runCommand(command);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      pressed(event);
    };
    window.addEventListener('keydown', listener);
    return () => {
      window.removeEventListener('keydown', listener);
    };
  }, []);
}

const MOVING_KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Enter', ' '];

/** Whether the key means something to the control that has the focus: text to a field, arrows and Enter to any other control. */
export function belongsToField(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof Element)) return false;
  if (target.closest('dialog, [role=dialog]') !== null) return true;
  const field = target.closest('input, textarea, select, [contenteditable=true]');
  const tapped = field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type);
  if (field !== null && !tapped) return true;
  return MOVING_KEYS.includes(event.key) && target.closest('input, button, a') !== null;
}
