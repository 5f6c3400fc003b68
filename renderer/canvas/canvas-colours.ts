import { useSyncExternalStore } from 'react';

const TOKENS = [
  'bg',
  'surface',
  'ink',
  'on-ink',
  'ink2',
  'ink3',
  'ctl',
  'line',
  'sel',
  'on-sel',
  'ok',
  'warn',
  'hard',
  'on-session',
  'session-1',
  'session-2',
  'session-3',
  'session-4',
  'session-5',
  'session-6',
  'session-band-1',
  'session-band-2',
  'session-band-3',
  'session-band-4',
  'session-band-5',
  'session-band-6',
  'leg-edge',
  'leg-mid',
  'leg-lit',
  'leg-line',
  'vein-red',
  'vein-purple',
  'vein-blue',
  'vein-blue-green',
  'font',
] as const;
type Token = (typeof TOKENS)[number];

/** Colours and font of the look, as the canvas needs them. One object per theme, so that it can key a cache. */
export type CanvasColours = Readonly<Record<Token, string>>;

let current: CanvasColours | null = null;

function read(): CanvasColours {
  const style = getComputedStyle(document.documentElement);
  const fresh = Object.fromEntries(
    TOKENS.map((token) => [token, longHex(style.getPropertyValue(`--pp-${token}`).trim())]),
  );
  const colours = completed(fresh);
  if (current === null || TOKENS.some((token) => current?.[token] !== colours[token])) current = colours;
  return current;
}

/** `#abc` as `#aabbcc`: a style sheet may have been shortened, and the painters append an opacity. */
function longHex(value: string): string {
  return /^#[0-9a-f]{3}$/i.test(value) ? value.replaceAll(/[0-9a-f]/gi, '$&$&') : value;
}

function completed(values: Record<string, string>): CanvasColours {
  const value = (token: Token) => values[token] ?? '';
  const record: Partial<Record<Token, string>> = {};
  for (const token of TOKENS) record[token] = value(token);
  return isComplete(record) ? record : completed({});
}

function isComplete(record: Partial<Record<Token, string>>): record is Record<Token, string> {
  return TOKENS.every((token) => record[token] !== undefined);
}

function watch(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true });
  return () => {
    observer.disconnect();
  };
}

/** The colours of the theme that is on; changes with it. */
export function useCanvasColours(): CanvasColours {
  return useSyncExternalStore(watch, read);
}
