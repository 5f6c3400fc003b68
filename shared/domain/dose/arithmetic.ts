import { micrograms, microlitres, type Micrograms, type Microlitres } from '../../kernel/units.ts';
import type { Dose, DoseTotals, Preparation } from './ledger.ts';

/** µg/mL × µL gives thousandths of a µg. */
const UL_PER_ML = 1_000;

/** The polidocanol in a dose, in whole µg, rounded up: µL × µg/mL ÷ 1000, for foam also ÷ (1 + gas parts). Throws past the safe integers. */
export function massOf(dose: Dose): Micrograms {
  return micrograms(divideUp(multiply(dose.volumeUl, dose.strengthUgPerMl), dilutionOf(dose)));
}

/** The liquid that a dose uses up, in whole µL, rounded up; of foam, foam ÷ (1 + gas parts). */
export function liquidUlOf(dose: Dose): Microlitres {
  return microlitres(divideUp(dose.volumeUl, partsOf(dose)));
}

/** The greatest volume of a preparation whose mass is still within `massUg`, in whole µL, rounded down. Throws for a strength of 0. */
export function mostVolumeUl(preparation: Preparation, massUg: Micrograms): Microlitres {
  return microlitres(divideDown(multiply(massUg, dilutionOf(preparation)), preparation.strengthUgPerMl));
}

/** The cap on body weight in the unit of `perKilogram`, rounded down. */
export function amountForWeight(perKilogram: number, weightG: number): number {
  return divideDown(multiply(perKilogram, weightG), 1_000);
}

/** Sums over doses; each mass is rounded up before it is added. Liquid and foam volumes are kept apart. */
export function totalsOf(doses: readonly Dose[]): DoseTotals {
  let massUg = 0;
  let liquidUl = 0;
  let foamUl = 0;
  for (const dose of doses) {
    massUg += massOf(dose);
    if (dose.form === 'foam') foamUl += dose.volumeUl;
    else liquidUl += dose.volumeUl;
  }
  return {
    massUg: micrograms(massUg),
    liquidUl: microlitres(liquidUl),
    foamUl: microlitres(foamUl),
    injections: doses.length,
  };
}

/** How many µL of a preparation hold one thousandth of its strength: 1,000, times the parts that foam is made of. */
function dilutionOf(preparation: Preparation): number {
  return UL_PER_ML * partsOf(preparation);
}

function partsOf(preparation: Preparation): number {
  return preparation.form === 'foam' ? 1 + preparation.gasParts : 1;
}

function multiply(a: number, b: number): number {
  const product = a * b;
  if (!Number.isSafeInteger(product))
    throw new RangeError(`beyond exact arithmetic: ${String(a)} × ${String(b)}`);
  return product;
}

/** The remainder is taken first, so that the division is exact: a quotient of floats could round across a whole number. */
function divideDown(dividend: number, divisor: number): number {
  if (!Number.isSafeInteger(divisor) || divisor <= 0) {
    throw new RangeError(`cannot divide by ${String(divisor)}`);
  }
  return (dividend - (dividend % divisor)) / divisor;
}

function divideUp(dividend: number, divisor: number): number {
  const down = divideDown(dividend, divisor);
  return dividend % divisor === 0 ? down : down + 1;
}
