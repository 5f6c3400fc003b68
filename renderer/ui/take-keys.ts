type KeyTaker = (event: KeyboardEvent) => void;

let taker: KeyTaker | null = null;

/**
 * Gives all keys to one listener until it lets go: shortcuts of a page underneath must not hear the digits of a PIN.
 * Keys typed into a field stay with the field, and what the browser itself does with a key still happens.
 */
export function takeKeys(listener: KeyTaker): () => void {
  taker = listener;
  return () => {
    if (taker === listener) taker = null;
  };
}

// Installed as soon as this file is loaded, so that it stands before every listener of a page.
window.addEventListener(
  'keydown',
  (event) => {
    if (!taker || isTyping(event.target)) return;
    event.stopImmediatePropagation();
    taker(event);
  },
  { capture: true },
);

/** A field that is hidden may keep the focus for a moment; nobody means to type there. */
function isTyping(target: EventTarget | null): boolean {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && target.closest('[hidden], [inert]') === null;
}
