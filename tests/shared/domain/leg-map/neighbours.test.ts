import { describe, expect, it } from 'vitest';
import { areNeighbours } from '../../../../shared/domain/leg-map/neighbours.ts';
import { REGIONS } from '../../../../shared/domain/leg-map/region.ts';

describe('neighbouring regions', () => {
  it('lie side by side around the leg, or one above the other', () => {
    expect(areNeighbours('knee-medial', 'popliteal-fossa')).toBe(true);
    expect(areNeighbours('knee-anterior', 'knee-lateral')).toBe(true);
    expect(areNeighbours('calf-posterior', 'popliteal-fossa')).toBe(true);
    expect(areNeighbours('groin', 'thigh-medial')).toBe(true);
    expect(areNeighbours('knee-anterior', 'popliteal-fossa')).toBe(false);
    expect(areNeighbours('thigh-medial', 'leg-medial')).toBe(false);
  });

  it('are so from both sides, and no region is its own', () => {
    for (const a of REGIONS) {
      expect(areNeighbours(a, a)).toBe(false);
      expect(REGIONS.some((b) => areNeighbours(a, b))).toBe(true);
      for (const b of REGIONS) expect(areNeighbours(a, b)).toBe(areNeighbours(b, a));
    }
  });
});
