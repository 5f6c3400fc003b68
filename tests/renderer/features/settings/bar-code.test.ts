import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { BarCode } from '../../../../renderer/features/settings/scanner/bar-code.tsx';
import { TEST_CODE } from '../../../../shared/domain/stock/test-code.ts';
import { readCode128 } from '../../../support/read-code-128.ts';

/** The picture as a row of modules, bars as ones. */
function modulesOf(text: string): string {
  const svg = renderToStaticMarkup(createElement(BarCode, { text, label: 'Code' }));
  const width = Number(/viewBox="0 0 (\d+) 1"/.exec(svg)?.[1]);
  const row = Array.from({ length: width }, () => '0');
  for (const [, left, bar] of svg.matchAll(/M(\d+) 0h(\d+)v1/g))
    row.fill('1', Number(left), Number(left) + Number(bar));
  return row.join('');
}

describe('the bars of the test code', () => {
  it('are read as the test code, with FNC1 in front and behind the lot', () => {
    expect(readCode128(modulesOf(TEST_CODE))).toBe('‹FNC1›' + TEST_CODE.replace('\u001d', '‹FNC1›'));
  });

  it('have ten modules of white on either side', () => {
    expect(modulesOf(TEST_CODE)).toMatch(/^0{10}1.*10{10}$/);
  });

  it('hold every character that a lot may have, and digits odd and even', () => {
    const printable = Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n)).join('');
    for (const text of [printable, '10A12345', '10A123456B1', '0102990000000170', 'A\u001d2112\u001d3']) {
      expect(readCode128(modulesOf(text))).toBe('‹FNC1›' + text.replaceAll('\u001d', '‹FNC1›'));
    }
  });

  it('are not read where one bar is damaged', () => {
    const row = modulesOf(TEST_CODE);
    const middle = Math.floor(row.length / 2);
    const damaged = row.slice(0, middle) + (row[middle] === '1' ? '0' : '1') + row.slice(middle + 1);
    expect(() => readCode128(damaged)).toThrow();
  });
});
