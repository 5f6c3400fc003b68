/** The eleven modules of the values 0 to 105, bars as ones: three hexadecimal digits each. */
const MODULES =
  '6cc66c66649848c44c4c84c446464864462459c4dc4ce5cc4ec4e667265c64e6e467476e' +
  '74c72c7267647347326d86c66365184584465884684626886286225b858e46e5d85c6476' +
  '77668e62e6e86e26ee75874671676876271a77a64278a53050c4b048642c4265905844d0' +
  '4c24344326126507ba61447a53c4bc49e5e44f44f27a47947926de6f67b657851e45e5e8' +
  '5e27a87a25de5ee75e7ae68469069c';
const STOP = '1100011101011';
const START_C = 105;

/** One picture of bars as a scanner reads it: what it says, FNC1 as `‹FNC1›`. Throws where the bars are no Code 128. */
export function readCode128(modules: string): string {
  const bars = modules.replace(/^0{10,}/, '').replace(/0{10,}$/, '');
  if (!bars.endsWith(STOP)) throw new Error('no stop');
  const rest = bars.slice(0, -STOP.length);
  if (rest.length % 11 !== 0) throw new Error('not in elevens');
  const values = Array.from(rest.matchAll(/.{11}/g), ([bits]) => valueOf(bits));
  const check = values.pop();
  const weighed = values.reduce((sum, value, place) => sum + value * (place === 0 ? 1 : place), 0);
  if (weighed % 103 !== check) throw new Error('wrong check symbol');
  return textOf(values);
}

function valueOf(bits: string): number {
  const digits = parseInt(bits, 2).toString(16).padStart(3, '0');
  const at = Array.from(MODULES.matchAll(/.../g), ([each]) => each).indexOf(digits);
  if (at < 0) throw new Error(`no such symbol: ${bits}`);
  return at;
}

function textOf([start, ...values]: readonly number[]): string {
  let isInPairs = start === START_C;
  return values
    .map((value) => {
      if (value === 102) return '‹FNC1›';
      if (value === 99 && !isInPairs) isInPairs = true;
      else if (value === 100 && isInPairs) isInPairs = false;
      else return isInPairs ? String(value).padStart(2, '0') : String.fromCharCode(value + 32);
      return '';
    })
    .join('');
}
