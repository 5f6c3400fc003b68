import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split(":root[data-mantine-color-scheme='dark']");
const SCHEMES = { light: tokensIn(light), dark: { ...tokensIn(light), ...tokensIn(dark) } };

/** What is written on what: WCAG AA asks for 4.5 : 1 of text. */
const TEXTS: readonly (readonly [text: string, grounds: readonly string[]])[] = [
  ['ink', ['bg', 'surface', 'sub', 'pri-sub']],
  ['ink2', ['bg', 'surface', 'sub', 'pri-sub']],
  ['ink3', ['bg', 'surface', 'sub']],
  ['on-ink', ['ink']],
  ['pri', ['surface', 'pri-sub']],
  ['on-pri', ['pri']],
  ['sel', ['surface', 'pri-sub']],
  ['on-sel', ['sel']],
  ['ok', ['surface', 'ok-sub']],
  ['warn', ['bg', 'surface', 'sub', 'warn-sub']],
  ['hard', ['bg', 'surface', 'sub', 'hard-sub']],
  ...[1, 2, 3, 4, 5, 6].map((number) => ['on-session', [`session-${String(number)}`]] as const),
];

/** Edges of controls and veins on the leg: 3 : 1. */
const MARKS: readonly (readonly [mark: string, grounds: readonly string[]])[] = [
  ['ctl', ['surface', 'bg']],
  ['used', ['surface']],
  ['sel', ['surface']],
  ...[1, 2, 3, 4, 5, 6].map((number) => [`session-${String(number)}`, ['surface']] as const),
  ...['red', 'purple', 'blue', 'blue-green'].map(
    (colour) => [`vein-${colour}`, ['leg-lit', 'leg-mid']] as const,
  ),
];

describe.each(Object.entries(SCHEMES))('in the %s scheme', (_name, tokens) => {
  it.each(TEXTS)('%s can be read on %j', (text, grounds) => {
    for (const ground of grounds) expect(contrast(tokens, text, ground), ground).toBeGreaterThanOrEqual(4.5);
  });

  it.each(MARKS)('%s stands out on %j', (mark, grounds) => {
    for (const ground of grounds) expect(contrast(tokens, mark, ground), ground).toBeGreaterThanOrEqual(3);
  });
});

function tokensIn(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/--pp-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

function contrast(tokens: Readonly<Record<string, string>>, a: string, b: string): number {
  const [dim = 0, bright = 0] = [luminance(tokens[a]), luminance(tokens[b])].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string | undefined): number {
  if (hex === undefined) throw new Error('no such colour');
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
