import { describe, expect, it } from 'vitest';
import type { Limit } from '../../../../shared/domain/dose/label-profile.ts';
import { shipped } from './examples.ts';

/** A limit as one line: what it counts, over what stretch, how much, and how grave it is to pass it. */
function line({ id, quantity, window, cap, severity }: Limit): string {
  const per = cap.per === 'kilogram' ? ' per kg' : '';
  return `${id}: ${severity}, ${String(cap.amount)}${per} of ${quantity} in ${window}`;
}

function linesOf(profileId: string): readonly string[] {
  return shipped(profileId).limits.map(line);
}

const MASS = 'mass-24h: hard, 2000 per kg of mass in 24-hours';
const VOLUME = 'session-volume: hard, 10000 of total-volume in session';
const FOAM = [
  'foam-session: hard, 10000 of foam-volume in session',
  'foam-24h: hard, 10000 of foam-volume in 24-hours',
];
const PRONE = 'first-session-prone: hard, 1 of injections in session';
const FIRST_VARICES = [
  'first-session-varices: soft, 1 of injections in session',
  'first-session-injection-varices: soft, 1000 of total-volume in injection',
];
const CAUTION = 'session-volume-caution: caution, 3000 of total-volume in session';
const onePlace = (id: string, volumeUl: number) =>
  `${id}: soft, ${String(volumeUl)} of total-volume in injection`;

describe('the limits of the labels are, to the microgram and the microlitre', () => {
  it('in the United States 10 mL a session, 0.3 mL in a place, and a warning above 3 mL', () => {
    expect(linesOf('us-asclera')).toEqual([
      VOLUME,
      onePlace('injection-telangiectasia', 300),
      onePlace('injection-reticular', 300),
      CAUTION,
    ]);
  });

  it.each(['de-aethoxysklerol', 'ch-aethoxysklerol'])(
    'in Europe 2 mg/kg and 10 mL of foam a day, and 0.2, 0.3 and 2 mL in a place: %s',
    (id) => {
      expect(linesOf(id)).toEqual(
        expect.arrayContaining([
          MASS,
          ...FOAM,
          PRONE,
          ...FIRST_VARICES,
          onePlace('injection-telangiectasia', 200),
          onePlace('injection-reticular', 300),
          onePlace('injection-varicose-small', 300),
          onePlace('injection-varicose', 2_000),
        ]),
      );
    },
  );

  it('in Germany up to 4 mL of foam in a place', () => {
    expect(linesOf('de-aethoxysklerol')).toContain(onePlace('foam-injection-varicose', 4_000));
  });

  it('all of them at once in the strictest, with the smaller figure', () => {
    expect(linesOf('strictest')).toEqual(
      expect.arrayContaining([
        MASS,
        VOLUME,
        ...FOAM,
        PRONE,
        ...FIRST_VARICES,
        onePlace('injection-telangiectasia', 200),
        onePlace('injection-reticular', 300),
        onePlace('injection-varicose-small', 300),
        onePlace('injection-varicose', 2_000),
        onePlace('foam-injection-varicose', 2_000),
        CAUTION,
      ]),
    );
  });
});

describe('what a limit of a label is for', () => {
  const scopeIn = (profileId: string, id: string) =>
    shipped(profileId).limits.find((limit) => limit.id === id)?.scope;

  it.each(['strictest', 'de-aethoxysklerol', 'ch-aethoxysklerol'])('is told in %s', (profile) => {
    expect(scopeIn(profile, 'first-session-prone')).toEqual({ firstSessionIfProne: true });
    expect(scopeIn(profile, 'first-session-varices')).toMatchObject({
      veinKinds: ['varicose'],
      firstSession: true,
    });
    expect(scopeIn(profile, 'injection-telangiectasia')).toEqual({ veinKinds: ['telangiectasia'] });
    expect(scopeIn(profile, 'injection-varicose-small')).toMatchObject({ diameterMm: { over: 0, upTo: 3 } });
    for (const id of ['mass-24h', 'foam-session', 'foam-24h']) expect(scopeIn(profile, id)).toEqual({});
  });

  it('is a width of more than 3 mm in Germany, of more than 2 mm in Switzerland, for the one injection at first', () => {
    expect(scopeIn('de-aethoxysklerol', 'first-session-varices')?.diameterMm).toEqual({
      over: 3,
      upTo: null,
    });
    expect(scopeIn('ch-aethoxysklerol', 'first-session-varices')?.diameterMm).toEqual({
      over: 2,
      upTo: null,
    });
  });

  it('is foam where it is on foam in one place', () => {
    expect(scopeIn('de-aethoxysklerol', 'foam-injection-varicose')?.form).toBe('foam');
  });
});
