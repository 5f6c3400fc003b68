import { describe, expect, it } from 'vitest';
import { isOffLabel, offLabelReason, strengthRulesFor } from '../../../../shared/domain/dose/off-label.ts';
import { foam, liquid, shipped } from './examples.ts';

const german = shipped('de-aethoxysklerol');
const american = shipped('us-asclera');

describe('what a label foresees', () => {
  it('has no foam for spider and reticular veins in Germany', () => {
    expect(strengthRulesFor(german, { kind: 'telangiectasia', pattern: 'web' }, 'foam')).toEqual([]);
    expect(strengthRulesFor(german, { kind: 'reticular', pattern: 'line' }, 'foam')).toEqual([]);
    expect(offLabelReason(german, { kind: 'reticular', pattern: 'line' }, foam(100, 4, 0))).toBe(
      'foam-not-for-this-vein',
    );
  });

  it('has foam for varices in Germany', () => {
    expect(isOffLabel(german, { kind: 'varicose', pattern: 'line' }, foam(200, 4, 0))).toBe(false);
  });

  it('has nothing above 3 mm in the United States', () => {
    expect(offLabelReason(american, { kind: 'varicose', pattern: 'line' }, liquid(100, 0))).toBe(
      'vein-not-in-label',
    );
    expect(offLabelReason(american, { kind: 'varicose', pattern: 'line' }, foam(100, 4, 0))).toBe(
      'vein-not-in-label',
    );
  });

  it('tells a solution that is too strong from one that is merely not listed', () => {
    expect(offLabelReason(german, { kind: 'telangiectasia', pattern: 'line' }, liquid(100, 0))).toBe(
      'too-strong',
    );
    expect(offLabelReason(german, { kind: 'reticular', pattern: 'line' }, liquid(50, 0))).toBe(
      'strength-not-in-label',
    );
    expect(offLabelReason(german, { kind: 'telangiectasia', pattern: 'line' }, liquid(25, 0))).toBeNull();
  });

  it('differs for reticular veins: 1 % in Germany and the United States, 0.25–0.5 % in Switzerland', () => {
    const isListed = (id: string, hundredths: number) =>
      !isOffLabel(shipped(id), { kind: 'reticular', pattern: 'line' }, liquid(hundredths, 0));
    expect([25, 50, 100].map((strength) => isListed('ch-aethoxysklerol', strength))).toEqual([
      true,
      true,
      false,
    ]);
    expect([25, 50, 100].map((strength) => isListed('us-asclera', strength))).toEqual([false, false, true]);
  });
});
