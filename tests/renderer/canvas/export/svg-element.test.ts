import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberText, svgElement, xmlOf } from '../../../../renderer/canvas/export/svg-element.ts';
import { parseXml, textIn } from './xml.ts';

const read = (element: Parameters<typeof xmlOf>[0]) =>
  parseXml(`<?xml version="1.0" encoding="UTF-8"?>\n${xmlOf(element)}`);

test('whatever somebody typed is read back letter by letter, in text and in attributes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (typed) => {
      const element = read(svgElement('text', { id: typed }, [typed]));
      expect(textIn(element)).toBe(typed);
      expect(element.attributes.get('id')).toBe(typed);
    }),
    { numRuns: 500 },
  );
});

test('a sign that XML cannot hold is replaced and breaks nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (typed) => {
      expect(textIn(read(svgElement('text', {}, [typed]))).length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
  expect(xmlOf(svgElement('text', {}, ['a\u{0}\u{b}\u{ffff}b\u{d800}']))).toBe(
    '<text>a\u{fffd}\u{fffd}\u{fffd}b\u{fffd}</text>',
  );
});

test.each([
  [0, '0'],
  [-0.001, '0'],
  [100, '100'],
  [-12.5, '-12.5'],
  [0.126, '0.13'],
  [1e-9, '0'],
  [1200, '1200'],
])('writes %d as %s', (value, text) => {
  expect(numberText(value)).toBe(text);
});
