import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import type { OpeningCheck, OpeningModel } from './opening-model.ts';

/** The order in which the checks are gone through; one answer to the questions may settle the allergies as well. */
const ORDER: readonly OpeningCheck[] = [
  'identity',
  'leg',
  'weight',
  'questions',
  'allergies',
  'duplex',
  'feeder',
  'consent',
  'eligibility',
];

interface NextCheck {
  readonly page: RefObject<HTMLDivElement | null>;
  readonly onClick: (event: MouseEvent) => void;
  readonly onKeyDownCapture: (event: KeyboardEvent) => void;
}

/**
 * Leads the keyboard from check to check: when a key has settled one, the focus goes to the next that is open, and after the last
 * to the button that opens the session. Whoever taps or clicks is led nowhere. A key that is held down answers one check, not all.
 */
export function useNextCheck(checks: OpeningModel['checks']): NextCheck {
  const page = useRef<HTMLDivElement>(null);
  const pressedIn = useRef<OpeningCheck | null>(null);
  const open = ORDER.filter((check) => checks[check] !== 'done');
  useEffect(() => {
    if (document.activeElement === document.body) focusFirst(page.current, ['identity']);
  }, []);
  useEffect(() => {
    const check = pressedIn.current;
    // A button that has done its work may be gone, and the focus with it.
    const isLost = document.activeElement === document.body;
    if (check === null || !(isLost || checks[check] === 'done')) return;
    pressedIn.current = null;
    if (isLost || checkAround(document.activeElement) === check) focusFirst(page.current, open);
  });
  return {
    page,
    onClick: ({ detail, target }) => {
      const check = checkAround(target);
      // A click that a key has made counts no presses of a mouse.
      const isByKey = detail === 0 && target instanceof HTMLButtonElement;
      pressedIn.current = isByKey && check !== null && open.includes(check) ? check : null;
    },
    onKeyDownCapture: (event) => {
      if (event.key !== 'Enter') return;
      if (event.repeat) event.preventDefault();
      const isWeight = event.target instanceof HTMLInputElement && checkAround(event.target) === 'weight';
      if (isWeight && checks.weight === 'done') focusFirst(page.current, open);
    },
  };
}

function checkAround(target: EventTarget | null): OpeningCheck | null {
  const card = target instanceof Element ? target.closest('[data-check]') : null;
  const name = card?.getAttribute('data-check');
  return ORDER.find((each) => each === name) ?? null;
}

/** The first of these checks that has something to press; if none has, the button that opens the session. */
function focusFirst(page: HTMLElement | null, checks: readonly OpeningCheck[]): void {
  const controls = checks.map((check) => {
    const card = page?.querySelector(`[data-check="${check}"]`);
    return card?.querySelector('button:not([aria-disabled])') ?? card?.querySelector('input');
  });
  const control = controls.find((each) => each instanceof HTMLElement);
  const last = page?.querySelector('[data-open] button');
  if (control) control.focus();
  else if (last instanceof HTMLElement) last.focus();
}
