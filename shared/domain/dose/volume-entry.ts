import { err, ok, type Result } from '../../kernel/result.ts';
import { microlitres, type Microlitres } from '../../kernel/units.ts';

/** The finest step of a syringe: 0.01 mL. */
const STEP_UL = 10;
const DECIMALS_OF_ML = 2;
/** What the largest syringe holds. */
const MOST_UL = 20_000;

/** Why a text is not a volume that can be given. */
export type VolumeEntryFailure =
  | { readonly code: 'volume/empty' }
  | { readonly code: 'volume/not-a-number' }
  | { readonly code: 'volume/negative' }
  | { readonly code: 'volume/zero' }
  /**
   * Two separators, or one before three digits of a number without zero in front: 1.000 may be one or a thousand. A zero before
   * other digits: 05 may be 5, or 0.5 without its point.
   */
  | { readonly code: 'volume/ambiguous' }
  /** Finer than 0.01 mL, or written with more digits than that: no syringe shows them. */
  | { readonly code: 'volume/too-fine'; readonly stepUl: number }
  | { readonly code: 'volume/too-large'; readonly mostUl: number };

const ENTRY = /^([+-]?)(\d*)(?:([.,])(\d*))?\s*(ml|µl|μl|ul)?$/i;

/**
 * Reads a volume as people type it: `0.3`, `0,3`, `,3`, `0.3 ml`, `300 µl`; a number without unit is mL. Steps of 0.01 mL, up to 20 mL.
 * Nothing is rounded or guessed: a text that could mean two volumes, or that has more digits than a syringe shows, zeros as well, is
 * refused with its reason.
 */
export function parseVolumeMl(text: string): Result<Microlitres, VolumeEntryFailure> {
  const entry = text.trim();
  if (entry === '') return err({ code: 'volume/empty' });
  if (/\d[.,\s]\d*[.,\s]+\d/.test(entry)) return err({ code: 'volume/ambiguous' });
  const match = ENTRY.exec(entry);
  const [, sign = '', whole = '', separator, fraction = '', unit] = match ?? [];
  if (!match || (whole === '' && fraction === '')) return err({ code: 'volume/not-a-number' });
  if (sign === '-') return err({ code: 'volume/negative' });
  if (separator !== undefined && fraction === '') return err({ code: 'volume/not-a-number' });
  const inMicrolitres = unit !== undefined && unit.toLowerCase() !== 'ml';
  if (fraction.length === 3 && /[1-9]/.test(whole)) return err({ code: 'volume/ambiguous' });
  if (/^0\d/.test(whole)) return err({ code: 'volume/ambiguous' });
  if (fraction.length > (inMicrolitres ? 0 : DECIMALS_OF_ML)) {
    return err({ code: 'volume/too-fine', stepUl: STEP_UL });
  }
  return inSteps(whole, fraction, inMicrolitres ? 0 : 3);
}

/** The digits before and after the separator as µL, put together as text so that no fraction is ever computed. */
function inSteps(whole: string, fraction: string, decimals: number): Result<Microlitres, VolumeEntryFailure> {
  const digits = `${whole}${fraction.padEnd(decimals, '0')}`.replace(/^0+/, '');
  if (digits === '') return err({ code: 'volume/zero' });
  if (digits.length > String(MOST_UL).length || Number(digits) > MOST_UL) {
    return err({ code: 'volume/too-large', mostUl: MOST_UL });
  }
  if (Number(digits) % STEP_UL !== 0) return err({ code: 'volume/too-fine', stepUl: STEP_UL });
  return ok(microlitres(Number(digits)));
}
