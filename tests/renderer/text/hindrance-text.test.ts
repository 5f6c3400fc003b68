import { describe, expect, it } from 'vitest';
import type { Leg } from '../../../shared/domain/leg-map/vein.ts';
import type { Hindrance } from '../../../shared/domain/session/hindrance.ts';
import { CHECK_SOURCES } from '../../../shared/domain/session/hindrance-sources.ts';
import { idOf } from '../../../shared/kernel/ids.ts';
import { hindranceWhat } from '../../../renderer/text/hindrance-text.ts';

const idFor = (number: number) => idOf<'vein'>(`00000000-0000-4000-8000-00000000000${String(number)}`);
const vein = (leg: Leg, number: number) => ({ id: idFor(number), leg, number });
const facts = { veins: [1, 2, 3, 4].map((number) => vein('left', number)), contraindications: [] };
const said = (hindrance: Hindrance) => hindranceWhat(hindrance, facts).replaceAll('\u00a0', ' ');
const lift = { by: 'surgeon' } as const;

describe('what stands in the way of a session', () => {
  it('names the veins that want duplex first by their reason, and each reason once', () => {
    const veins = [
      { veinId: idFor(1), because: 'wider-than-reticular' },
      { veinId: idFor(2), because: 'class-of-leg' },
      { veinId: idFor(3), because: 'class-of-leg' },
      { veinId: idFor(4), because: 'class-of-leg' },
    ] as const;
    expect(said({ kind: 'duplex', veins, lift, source: CHECK_SOURCES.duplex })).toBe(
      'No duplex findings are on record. They are wanted for L1, wider than 3 mm; L2, L3 and L4, on a leg of class C2 or more.',
    );
  });

  it('names each feeder once, with all that it feeds', () => {
    const fedBy = (feeder: number, number: number) => ({ veinId: idFor(number), feederId: idFor(feeder) });
    const one = [fedBy(1, 2)];
    const feeder = { kind: 'feeder', lift, source: CHECK_SOURCES.feeder } as const;
    expect(said({ ...feeder, veins: one })).toBe(
      'L2 is fed by L1: not treated yet, and not planned with it.',
    );
    expect(said({ ...feeder, veins: [...one, fedBy(1, 3)] })).toBe(
      'L2 and L3 are fed by L1: not treated yet, and not planned with it.',
    );
  });
});
