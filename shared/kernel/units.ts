import type { Brand } from './brand.ts';

/** A whole number of microlitres (1 mL = 1,000 µL). Never negative. */
export type Microlitres = Brand<number, 'µL'>;
/** A whole number of micrograms (1 mg = 1,000 µg). Never negative. */
export type Micrograms = Brand<number, 'µg'>;
/** A whole number of micrograms per millilitre (1 % w/v = 10,000 µg/mL). Never negative. */
export type MicrogramsPerMillilitre = Brand<number, 'µg/mL'>;
/** A whole number of grams of body weight. Never negative. */
export type Grams = Brand<number, 'g'>;

/** A volume from a whole number of microlitres. Throws on anything else: parse input before it gets here. */
export function microlitres(value: number): Microlitres {
  return wholeNumber(value, 'µL') as Microlitres;
}

/** A mass from a whole number of micrograms. Throws on anything else. */
export function micrograms(value: number): Micrograms {
  return wholeNumber(value, 'µg') as Micrograms;
}

/** A strength from a whole number of µg/mL. Throws on anything else. */
export function microgramsPerMillilitre(value: number): MicrogramsPerMillilitre {
  return wholeNumber(value, 'µg/mL') as MicrogramsPerMillilitre;
}

/** A body weight from a whole number of grams. Throws on anything else. */
export function grams(value: number): Grams {
  return wholeNumber(value, 'g') as Grams;
}

function wholeNumber(value: number, unit: string): number {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`not a whole, non-negative number of ${unit}: ${String(value)}`);
  }
  return value;
}
