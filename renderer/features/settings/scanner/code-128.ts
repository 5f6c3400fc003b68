/** Widths of bar, space, bar, space, bar, space of the values 0 to 105, in modules (ISO/IEC 15417, table 1). */
const WIDTHS = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 ' +
  '113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 ' +
  '212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 ' +
  '113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 ' +
  '314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 ' +
  '241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 ' +
  '214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 ' +
  '211232'
).split(' ');
const STOP = '2331112';
const START_B = 104;
const START_C = 105;
const TO_C = 99;
const TO_B = 100;
const FNC1 = 102;
const SEPARATOR = '\u001d';

/**
 * A GS1-128 code of elements: the widths of its bars and spaces in modules, in turn, from the first bar to the last. `text` has
 * printable ASCII, and ASCII 29 where an element of open length ends. Throws for anything else: it is written by the program.
 */
export function gs1Bars(text: string): readonly number[] {
  const values = valuesOf(text);
  const check = values.reduce((sum, value, place) => sum + value * Math.max(place, 1), 0) % 103;
  return Array.from([...values, check].map((value) => WIDTHS[value]).join('') + STOP, Number);
}

/** The start and FNC1, then digits in pairs where at least four come in a row, else single characters. */
function valuesOf(text: string): readonly number[] {
  const runs = text.match(/(?:\d\d){2,}|[^]/g) ?? [];
  let set = runs[0] !== undefined && runs[0].length > 1 ? START_C : START_B;
  const values = [set, FNC1];
  const change = (to: typeof TO_B | typeof TO_C) => {
    const isThere = to === TO_C ? set === START_C : set === START_B;
    if (isThere) return;
    values.push(to);
    set = to === TO_C ? START_C : START_B;
  };
  for (const run of runs) {
    if (run === SEPARATOR) values.push(FNC1);
    else if (run.length > 1) {
      change(TO_C);
      values.push(...(run.match(/\d\d/g) ?? []).map(Number));
    } else {
      change(TO_B);
      values.push(valueInB(run));
    }
  }
  return values;
}

function valueInB(character: string): number {
  const value = character.charCodeAt(0) - 32;
  if (value < 0 || value > 94) throw new Error('not in code set B');
  return value;
}
