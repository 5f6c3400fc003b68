import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureVein } from '../../../../shared/domain/leg-map/measure.ts';
import { placeLine, placeWeb } from '../../../../shared/domain/leg-map/place-vein.ts';
import { placeOfVein, shiftedTo, withLength } from '../../../../shared/domain/leg-map/refit-vein.ts';
import type { PointMm, Vein, VeinPattern } from '../../../../shared/domain/leg-map/vein.ts';
import { idOf } from '../../../../shared/kernel/ids.ts';

const AT = { heightMm: 400, acrossPercent: 50 };

function veinAt(pattern: VeinPattern): Vein {
  const view = { leg: 'right', aspect: 'posterior' } as const;
  const placed =
    pattern === 'line'
      ? placeLine(view, { ...AT, lengthMm: 80, run: 'down' })
      : placeWeb(view, { ...AT, acrossMm: 30, downMm: 40 });
  if (!placed.ok) throw new Error('no room for the vein of the test');
  const [x, y] = placed.value[0] ?? [0, 0];
  const branches: PointMm[][] =
    pattern === 'line'
      ? [
          [
            [x, y],
            [x + 9, y - 6],
          ],
        ]
      : [];
  return {
    ...view,
    id: idOf('11111111-1111-4111-8111-111111111111'),
    number: 1,
    kind: 'reticular',
    pattern,
    colour: 'blue-green',
    diameterMm: 1.5,
    depth: 'subdermal',
    path: placed.value,
    branches,
    feederId: null,
    note: '',
    carriedOverFrom: null,
  };
}

describe('a vein changed by figures', () => {
  it.each(['line', 'web'] as const)('a %s goes to the height and the side that is typed', (pattern) => {
    const moved = shiftedTo(veinAt(pattern), { heightMm: 330, acrossPercent: 45 });
    if (!moved.ok) throw new Error(moved.error);
    const place = placeOfVein(moved.value);
    expect(Math.abs(place.heightMm - 330)).toBeLessThanOrEqual(1);
    expect(Math.abs(place.acrossPercent - 45)).toBeLessThanOrEqual(1);
  });

  it.each(['line', 'web'] as const)(
    'a %s gets the length that is typed, its middle where it was',
    (pattern) => {
      fc.assert(
        fc.property(
          fc.integer({ min: 20, max: 55 }),
          fc.double({ min: 0.8, max: 1.2, noNaN: true }),
          (length, scale) => {
            const vein = veinAt(pattern);
            const grown = withLength(vein, length, scale);
            if (!grown.ok) throw new Error(`at most ${String(grown.error.atMostMm)}`);
            expect(Math.abs(measureVein(grown.value, scale).lengthMm - length)).toBeLessThanOrEqual(1);
            expect(
              Math.abs(placeOfVein(grown.value).heightMm - placeOfVein(vein).heightMm),
            ).toBeLessThanOrEqual(1);
          },
        ),
      );
    },
  );

  it('takes its branches along', () => {
    const vein = veinAt('line');
    const moved = shiftedTo(vein, { heightMm: 350, acrossPercent: 50 });
    if (!moved.ok) throw new Error(moved.error);
    expect(moved.value.branches[0]?.[0]).toEqual(moved.value.path[0]);
  });

  it('is refused where it would leave the leg', () => {
    expect(shiftedTo(veinAt('web'), { heightMm: 400, acrossPercent: 0 })).toEqual({
      ok: false,
      error: 'off-leg',
    });
  });

  it('is told how long it can be', () => {
    const vein = veinAt('web');
    const refused = withLength(vein, 400, 1);
    if (refused.ok) throw new Error('a web wider than the leg');
    expect(refused.error.atMostMm).toBeGreaterThan(60);
    expect(withLength(vein, refused.error.atMostMm, 1).ok).toBe(true);
  });
});
