import { describe, expect, it } from 'vitest';
import { offLabelReason, strengthRulesFor } from '../../../../shared/domain/dose/off-label.ts';
import { liquid, shipped } from './examples.ts';

const german = shipped('de-aethoxysklerol');
const spider = { kind: 'telangiectasia', pattern: 'line' } as const;

describe('the rules of a label for a vein', () => {
  it('begin with what is made for central veins, wherever it stands in the label', () => {
    for (const strengths of [german.strengths, german.strengths.toReversed()]) {
      const rules = strengthRulesFor({ strengths }, { ...spider, isCentral: true }, 'liquid');
      expect(rules.map(({ centralVeinOnly = false }) => centralVeinOnly)).toEqual([true, false]);
    }
  });

  it('call a strength between two that are listed not listed, and only what is above all of them too strong', () => {
    expect(offLabelReason(german, spider, liquid(30, 0))).toBe('strength-not-in-label');
    expect(offLabelReason(german, spider, liquid(51, 0))).toBe('too-strong');
  });
});
