import { err, ok, type Result } from '../../kernel/result.ts';

/** A unit in which a figure of a profile is typed, and the whole numbers in which it is kept: of a mL a thousandth, a µL. */
export interface AmountUnit {
  /** What may stand behind the number, in small letters. */
  readonly word: string;
  /** The typed number is kept times ten to this power. */
  readonly decimals: number;
  /** The finest step, the least and the most, in what is kept. */
  readonly step: number;
  readonly least: number;
  readonly most: number;
}

/** Kept in µL; steps of 0.01 mL, up to 100 mL. */
export const ML: AmountUnit = { word: 'ml', decimals: 3, step: 10, least: 10, most: 100_000 };
/** Kept in µL per kg; steps of 0.01 mL/kg, up to 2 mL/kg. */
export const ML_PER_KG: AmountUnit = { word: 'ml/kg', decimals: 3, step: 10, least: 10, most: 2_000 };
/** Kept in µg; up to 2,000 mg. */
export const MG: AmountUnit = { word: 'mg', decimals: 3, step: 10, least: 10, most: 2_000_000 };
/** Kept in µg per kg; steps of 0.01 mg/kg, up to 20 mg/kg, ten times what any label allows. */
export const MG_PER_KG: AmountUnit = { word: 'mg/kg', decimals: 3, step: 10, least: 10, most: 20_000 };
/** Kept in µg/mL: 0.1 to 5 %. */
export const PERCENT: AmountUnit = { word: '%', decimals: 4, step: 100, least: 1_000, most: 50_000 };
/** Kept in tenths of a millimetre; vessels up to 20 mm. */
export const MM: AmountUnit = { word: 'mm', decimals: 1, step: 1, least: 0, most: 200 };

/** A number without decimals, from `least` to `most`. */
export function wholeNumber(least: number, most: number, word = ''): AmountUnit {
  return { word, decimals: 0, step: 1, least, most };
}

/** Why a text is not such an amount. */
export type AmountFailure =
  'empty' | 'not-a-number' | 'negative' | 'ambiguous' | 'too-fine' | 'too-small' | 'too-large';

const ENTRY = /^(-?)(\d*)(?:([.,])(\d*))?$/;

/**
 * Reads an amount as people type it, with comma or point and with or without its unit: `2`, `0,25`, `10 mL`, `2 mg/kg`. Exact: the
 * digits are put together as text. Nothing is rounded or guessed; `1.000`, which may be one or a thousand, is refused.
 */
export function parseAmount(text: string, unit: AmountUnit): Result<number, AmountFailure> {
  const entry = withoutUnit(text, unit);
  if (entry === '') return err('empty');
  if (/\d[.,\s]\d*[.,\s]+\d/.test(entry)) return err('ambiguous');
  const match = ENTRY.exec(entry);
  const [, sign = '', whole = '', separator, fraction = ''] = match ?? [];
  if (!match || (whole === '' && fraction === '')) return err('not-a-number');
  if (separator !== undefined && fraction === '') return err('not-a-number');
  if (sign === '-') return err('negative');
  if (fraction.length === 3 && /[1-9]/.test(whole)) return err('ambiguous');
  return inSteps(whole, fraction, unit);
}

function withoutUnit(text: string, { word }: AmountUnit): string {
  const entry = text.replaceAll(' ', ' ').trim();
  const hasUnit = word !== '' && entry.toLowerCase().endsWith(word);
  return hasUnit ? entry.slice(0, -word.length).trim() : entry;
}

function inSteps(whole: string, fraction: string, unit: AmountUnit): Result<number, AmountFailure> {
  const { decimals, step, least, most } = unit;
  if (/[1-9]/.test(fraction.slice(decimals))) return err('too-fine');
  const digits = `${whole}${fraction.slice(0, decimals).padEnd(decimals, '0')}`.replace(/^0+/, '') || '0';
  if (digits.length > String(most).length || Number(digits) > most) return err('too-large');
  if (Number(digits) < least) return err('too-small');
  return Number(digits) % step === 0 ? ok(Number(digits)) : err('too-fine');
}

/** `2`, `0.25`: the amount as it would be typed, without its unit. Exact. */
export function amountEntry(amount: number, { decimals }: Pick<AmountUnit, 'decimals'>): string {
  const digits = String(amount).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return decimals === 0 || fraction === '' ? whole : `${whole}.${fraction}`;
}
