import type { DoseSlip } from '../../shared/domain/dose/dose-slip.ts';
import { mlEntered, NBSP } from './format.ts';
import { ordinal } from './session-text.ts';

const TIMES = ['five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** The first of these words is for five. */
const FROM = 5;

/**
 * `3.0 mL is ten times the 0.3 mL planned for L5`, `0.03 mL is a tenth of …`, `2.0 mL is over six times what you usually give (0.31 mL,
 * by 24 veins)`; no full stop. `where`: the vein's label, or null where it is plain from the place.
 */
export function slipText(slip: DoseSlip, where: string | null): string {
  const { volumeUl, expectedUl, samples, against } = slip;
  const volume = mlPlain(volumeUl);
  const expected = mlPlain(expectedUl);
  if (against === 'plan') {
    return `${volume} is ${ratioText(slip)} the ${expected} planned${where === null ? '' : ` for ${where}`}`;
  }
  const custom = `what you usually give such a vein: ${expected}, by ${String(samples ?? 0)} of your own`;
  return `${volume}${where === null ? '' : ` for ${where}`} is ${ratioText(slip)} ${custom}`;
}

/** `ten times`, `over six times`, `14 times`; `a tenth of`, `less than a tenth of`, `one 20th of`. */
export function ratioText({ direction, volumeUl, expectedUl }: DoseSlip): string {
  const [more, less] = direction === 'more' ? [volumeUl, expectedUl] : [expectedUl, volumeUl];
  const isWhole = more % less === 0;
  const ratio = (more - (more % less)) / less;
  if (direction === 'more') {
    return `${isWhole ? '' : 'over '}${TIMES[ratio - FROM] ?? String(ratio)} times`;
  }
  return `${isWhole ? '' : 'less than '}${ratio === 10 ? 'a tenth' : `one ${ordinal(ratio)}`} of`;
}

/** With one decimal at least, so that the decimal point is seen: `3.0 mL`, `0.03 mL`. */
export function mlPlain(ul: number): string {
  const text = mlEntered(ul);
  return `${text.includes('.') ? text : `${text}.0`}${NBSP}mL`;
}
