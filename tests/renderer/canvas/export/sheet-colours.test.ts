import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BLACK, PAPER } from '../../../../renderer/canvas/export/sheet-colours.ts';

const css = readFileSync(new URL('../../../../renderer/ui/tokens.css', import.meta.url), 'utf8');
const [light = ''] = css.split(":root[data-mantine-color-scheme='dark']");
const tokens = new Map(
  [...light.matchAll(/--pp-([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
);

test('a sheet in colour wears the light colours of the screen, on white', () => {
  for (const [name, value] of Object.entries(PAPER)) {
    if (name === 'font') expect(value.split(',')[0]).toBe(tokens.get('font')?.split(',')[0]);
    else expect([name, value]).toEqual([name, name === 'bg' ? '#ffffff' : tokens.get(name)]);
  }
});

test('a sheet in black and white has no other colour', () => {
  const colours = Object.entries(BLACK).filter(([name]) => name !== 'font');
  expect(colours.filter(([, value]) => !/^#(..)\1\1$/.test(value))).toEqual([]);
});
