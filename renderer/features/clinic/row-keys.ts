import type { KeyboardEvent } from 'react';

/**
 * Lets the arrows, Home and End go through the rows of a table: from the first button or link of one row to that of another. Goes
 * to the body of the table as `onKeyDown`.
 */
export function goThroughRows(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const rows = event.currentTarget.querySelectorAll<HTMLElement>('tr > td:first-child');
  const starts = [...rows].flatMap((cell) => cell.querySelector<HTMLElement>('a, button') ?? []);
  const at = starts.findIndex((start) => start === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: starts.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  starts[Math.max(0, Math.min(to, starts.length - 1))]?.focus();
}
