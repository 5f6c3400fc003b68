import { describe, expect, it } from 'vitest';
import {
  isOffLabel,
  offLabelReason,
  strengthRulesFor,
  veinForLabel,
} from '../../../../shared/domain/dose/off-label.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';
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

describe('varices by their width', () => {
  const strengthsIn = (id: string, diameterMm: number, form: 'liquid' | 'foam') =>
    strengthRulesFor(shipped(id), { kind: 'varicose', pattern: 'line', diameterMm }, form).flatMap(
      ({ strengthsUgPerMl }) => strengthsUgPerMl.map((strength) => strength / 10_000),
    );

  it.each([
    [2, [1]],
    [3, [1]],
    [3.1, [2, 3]],
    [6, [2, 3]],
    [6.1, [3]],
    [12, [3]],
  ])('in Germany %f mm: %j %%, liquid and foam', (diameterMm, strengths) => {
    expect(strengthsIn('de-aethoxysklerol', diameterMm, 'liquid')).toEqual(strengths);
    expect(strengthsIn('de-aethoxysklerol', diameterMm, 'foam')).toEqual(strengths);
    expect(strengthsIn('strictest', diameterMm, 'foam')).toEqual(strengths);
  });

  it.each([
    [1.5, [1]],
    [2.5, [1, 2, 3]],
    [4, [2, 3]],
  ])('in Switzerland %f mm: %j %%, and no foam', (diameterMm, strengths) => {
    expect(strengthsIn('ch-aethoxysklerol', diameterMm, 'liquid')).toEqual(strengths);
    expect(strengthsIn('ch-aethoxysklerol', diameterMm, 'foam')).toEqual([]);
  });

  it('says that a width is too much for a strength, and too little', () => {
    const varix = { kind: 'varicose', pattern: 'line' } as const;
    expect(offLabelReason(german, { ...varix, diameterMm: 2 }, liquid(300, 0))).toBe('too-strong');
    expect(offLabelReason(german, { ...varix, diameterMm: 8 }, liquid(100, 0))).toBe('strength-not-in-label');
  });

  it('has nothing above 3 mm in the United States, whatever the vein is called', () => {
    const wide = { kind: 'reticular', pattern: 'line', diameterMm: 3.1 } as const;
    expect(offLabelReason(american, wide, liquid(100, 0))).toBe('vein-not-in-label');
    expect(offLabelReason(american, { ...wide, diameterMm: 3 }, liquid(100, 0))).toBeNull();
  });
});

describe('the central vein of spider veins', () => {
  const spider = { kind: 'telangiectasia', pattern: 'line', diameterMm: 0.8 } as const;
  const central = { ...spider, isCentral: true } as const;

  it('may have up to 1 % in Germany, its threads up to 0.5 %', () => {
    expect(offLabelReason(german, spider, liquid(100, 0))).toBe('too-strong');
    expect(offLabelReason(german, central, liquid(100, 0))).toBeNull();
    expect(offLabelReason(german, central, liquid(25, 0))).toBeNull();
  });

  it('has 1 % in Switzerland, weaker beside it', () => {
    const swiss = shipped('ch-aethoxysklerol');
    expect(strengthRulesFor(swiss, central, 'liquid')[0]?.proposedUgPerMl).toBe(10_000);
    expect(offLabelReason(swiss, central, liquid(50, 0))).toBeNull();
    expect(offLabelReason(swiss, spider, liquid(100, 0))).toBe('too-strong');
  });

  it('has no more than its threads under the strictest of both labels', () => {
    expect(offLabelReason(shipped('strictest'), central, liquid(100, 0))).toBe('too-strong');
  });

  it('is the one from which others of its kind are fed', () => {
    const vein = (id: string, kind: 'telangiectasia' | 'reticular', feederId: string | null) => ({
      id: idOf<'vein'>(id),
      kind,
      pattern: 'line' as const,
      diameterMm: 0.8,
      feederId: feederId === null ? null : idOf<'vein'>(feederId),
    });
    const veins = [
      vein('feeder', 'reticular', null),
      vein('centre', 'telangiectasia', 'feeder'),
      vein('thread', 'telangiectasia', 'centre'),
    ];
    const isCentral = veins.map((each) => veinForLabel(each, veins).isCentral);
    expect(isCentral).toEqual([false, true, false]);
  });
});
