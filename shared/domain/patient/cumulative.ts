import { tightestCap, type HeldCap } from '../dose/held-caps.ts';
import { samePreparation, type Preparation } from '../dose/ledger.ts';
import { LEGS, VEIN_KINDS, type Leg, type VeinKind } from '../leg-map/vein.ts';
import type { DosePart, SessionDose } from './session-dose.ts';

/** Sums of whole numbers: µL, µg and pieces. Foam is never added to liquid. */
export interface DoseSum {
  readonly injections: number;
  readonly liquidUl: number;
  readonly foamUl: number;
  readonly massUg: number;
}

/** The session that came nearest to a cap of its day, and how near. */
export interface NearestToCap {
  readonly session: SessionDose;
  readonly amount: number;
  readonly cap: HeldCap;
  /** In whole percent, rounded down. */
  readonly percent: number;
}

/** What several sessions gave together. */
export interface Cumulative extends DoseSum {
  /** Sessions that were opened, whether or not something was given. */
  readonly sessions: number;
  readonly byPreparation: readonly (DoseSum & { readonly preparation: Preparation })[];
  readonly byLeg: readonly (DoseSum & { readonly leg: Leg })[];
  /** Null: free sites, and veins of which nobody knows what they were. */
  readonly byVeinKind: readonly (DoseSum & { readonly veinKind: VeinKind | null })[];
  /** Null: nothing was given, or no cap was held. */
  readonly mostVolumeInSession: NearestToCap | null;
  /** With what other sessions gave in the 24 hours before. */
  readonly mostMassIn24h: NearestToCap | null;
}

/** The sums over sessions, of one case or of all. */
export function cumulativeOf(sessions: readonly SessionDose[]): Cumulative {
  const parts = sessions.flatMap((session) => session.parts);
  const preparations = preparationsOf(sessions);
  const kinds = [...VEIN_KINDS, null];
  return {
    sessions: sessions.length,
    ...sumOf(parts),
    byPreparation: preparations.map((preparation) => ({
      preparation,
      ...sumOf(parts.filter((part) => samePreparation(part.preparation, preparation))),
    })),
    byLeg: LEGS.map((leg) => ({ leg, ...sumOf(parts.filter((part) => part.leg === leg)) })).filter(isGiven),
    byVeinKind: kinds
      .map((veinKind) => ({ veinKind, ...sumOf(parts.filter((part) => part.veinKind === veinKind)) }))
      .filter(isGiven),
    mostVolumeInSession: nearest(sessions, 'total-volume', ({ parts: own }) => {
      const { liquidUl, foamUl } = sumOf(own);
      return liquidUl + foamUl;
    }),
    mostMassIn24h: nearest(
      sessions,
      'mass',
      (session) => session.within24h?.massUg ?? sumOf(session.parts).massUg,
    ),
  };
}

/** The sum of some parts. */
export function sumOf(parts: readonly DosePart[]): DoseSum {
  const sum = (amountOf: (part: DosePart) => number) =>
    parts.reduce((total, part) => total + amountOf(part), 0);
  return {
    injections: sum(({ injections }) => injections),
    liquidUl: sum(({ preparation, volumeUl }) => (preparation.form === 'liquid' ? volumeUl : 0)),
    foamUl: sum(({ preparation, volumeUl }) => (preparation.form === 'foam' ? volumeUl : 0)),
    massUg: sum(({ massUg }) => massUg),
  };
}

/** Every preparation that sessions gave: liquid before foam, the weaker first. */
export function preparationsOf(sessions: readonly Pick<SessionDose, 'parts'>[]): readonly Preparation[] {
  const found: Preparation[] = [];
  for (const { preparation } of sessions.flatMap(({ parts }) => parts)) {
    if (!found.some((each) => samePreparation(each, preparation))) found.push(preparation);
  }
  return found.toSorted(
    (a, b) =>
      Number(a.form === 'foam') - Number(b.form === 'foam') ||
      a.strengthUgPerMl - b.strengthUgPerMl ||
      gasPartsOf(a) - gasPartsOf(b),
  );
}

function gasPartsOf(preparation: Preparation): number {
  return preparation.form === 'foam' ? preparation.gasParts : 0;
}

function isGiven({ injections }: DoseSum): boolean {
  return injections > 0;
}

function nearest(
  sessions: readonly SessionDose[],
  quantity: 'total-volume' | 'mass',
  amountOf: (session: SessionDose) => number,
): NearestToCap | null {
  let most: NearestToCap | null = null;
  for (const session of sessions) {
    const cap = tightestCap(session.caps, quantity);
    const amount = amountOf(session);
    if (!cap || amount === 0) continue;
    // Held against each other as fractions, in whole numbers: 79 of 80 is nearer than 80 of 90.
    if (most === null || amount * most.cap.amount > most.amount * cap.amount)
      most = { session, amount, cap, percent: percentOf(amount, cap.amount) };
  }
  return most;
}

function percentOf(amount: number, cap: number): number {
  return cap === 0 ? 0 : Math.floor((amount * 100) / cap);
}
