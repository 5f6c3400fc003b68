import { bestPattern, type Pattern, type PatternItem } from './best-pattern.ts';
import { beginBasis, enterBasis, type Basis } from './basis.ts';
import type { Work } from './work.ts';

/** Values are made whole in this many parts of a session before anything is concluded from them. */
const WHOLE = 10_000_000;
/** Patterns worth no more than this above one session are not brought in any more: fine, and once the bound can rise no further. */
const TOLERANCE = { fine: 1e-7, coarse: 1e-4 } as const;
/** The most patterns that are brought in. */
const MOST_ROUNDS = 3_000;

export interface PatternBound {
  /** A number of sessions below which no plan can stay. */
  readonly sessions: number;
  /** What each item is worth, as a part of a session: guides what to put together. */
  readonly values: readonly number[];
}

export interface PatternQuestion {
  readonly items: readonly PatternItem[];
  readonly caps: readonly number[];
  /** A bound that is known already, and the sessions of a plan that is known: the answer needs to be no better than that. */
  readonly known: { readonly atLeast: number; readonly atMost: number };
}

/**
 * Gilmore and Gomory's bound: how many sessions are needed if patterns of what fits together may be used in fractions. Patterns are
 * brought in one by one, each the most valuable under the prices that those so far come to.
 *
 * The proof needs none of that to be exact: give every unit any value of 0 or more; if no set that fits into a session is worth
 * more than V together, a plan needs at least (sum of all values) ÷ V sessions. The values are taken as whole numbers, V by a
 * search that sees every pattern; where that search is cut short nothing is concluded.
 */
export function patternBound(question: PatternQuestion, work: Work): PatternBound {
  const { items, caps, known } = question;
  const basis = beginBasis(
    items.map(({ demand, most }) => mostAlone(demand, most, caps)),
    items.map(({ most }) => most),
  );
  let best: PatternBound = { sessions: known.atLeast, values: items.map(() => 0) };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    work.left -= items.length * 4;
    const prices = basis.prices.map((price) => Math.max(0, Math.floor(price * WHOLE)));
    const pattern = bestPattern(items, prices, caps, work);
    if (pattern.isBest) {
      const proven = sessionsProven(items, prices, pattern);
      best = { sessions: Math.max(best.sessions, proven), values: prices.map((price) => price / WHOLE) };
    }
    if (isSettled(best, basis, pattern, known) || work.left < 0) return best;
    if (!enterBasis(basis, pattern.counts)) return best;
  }
  return best;
}

function sessionsProven(
  items: readonly PatternItem[],
  prices: readonly number[],
  { value }: Pattern,
): number {
  const worth = items.reduce((sum, { most }, at) => sum + most * (prices[at] ?? 0), 0);
  return value > 0 ? Math.floor((worth + value - 1) / value) : 0;
}

/** Either the bound meets the plan, or no pattern helps any more. */
function isSettled(
  best: PatternBound,
  { total }: Basis,
  pattern: Pattern,
  known: PatternQuestion['known'],
): boolean {
  if (best.sessions >= known.atMost) return true;
  const mayRise = total() > best.sessions + TOLERANCE.fine;
  return pattern.value <= WHOLE * (1 + (mayRise ? TOLERANCE.fine : TOLERANCE.coarse));
}

function mostAlone(demand: readonly number[], most: number, caps: readonly number[]): number {
  return demand.reduce(
    (count, amount, at) => (amount > 0 ? Math.min(count, Math.floor((caps[at] ?? 0) / amount)) : count),
    most,
  );
}
