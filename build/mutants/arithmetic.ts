import { mutantsOf } from './mutant.ts';

export const ARITHMETIC = mutantsOf('shared/domain/dose/arithmetic.ts', [
  ['a mL has 100 µL', 'const UL_PER_ML = 1_000;', 'const UL_PER_ML = 100;'],
  ['a mL has 1,024 µL', 'const UL_PER_ML = 1_000;', 'const UL_PER_ML = 1_024;'],
  [
    'mass rounds down',
    'micrograms(divideUp(multiply(dose.volumeUl',
    'micrograms(divideDown(multiply(dose.volumeUl',
  ],
  [
    'mass takes foam for liquid',
    'dose.strengthUgPerMl), dilutionOf(dose))',
    'dose.strengthUgPerMl), UL_PER_ML)',
  ],
  [
    'liquid in foam rounds down',
    'microlitres(divideUp(dose.volumeUl',
    'microlitres(divideDown(dose.volumeUl',
  ],
  [
    'what is left rounds up',
    'microlitres(divideDown(multiply(massUg',
    'microlitres(divideUp(multiply(massUg',
  ],
  [
    'what is left takes foam for liquid',
    'multiply(massUg, dilutionOf(preparation))',
    'multiply(massUg, UL_PER_ML)',
  ],
  [
    'a cap by weight rounds up',
    'return divideDown(multiply(perKilogram',
    'return divideUp(multiply(perKilogram',
  ],
  ['a cap by weight takes grams for kilograms', 'weightG), 1_000);', 'weightG), 1);'],
  ['a kilogram has 1,024 g', 'weightG), 1_000);', 'weightG), 1_024);'],
  ['the last mass stands for the sum', 'massUg += massOf(dose);', 'massUg = massOf(dose);'],
  ['masses are taken away', 'massUg += massOf(dose);', 'massUg -= massOf(dose);'],
  ['foam is counted as liquid', "if (dose.form === 'foam') foamUl", "if (dose.form === 'liquid') foamUl"],
  ['foam counts by its liquid', 'foamUl += dose.volumeUl;', 'foamUl += liquidUlOf(dose);'],
  ['the last liquid stands for the sum', 'else liquidUl += dose.volumeUl;', 'else liquidUl = dose.volumeUl;'],
  ['foam is added to the liquid as well', 'else liquidUl += dose.volumeUl;', 'liquidUl += dose.volumeUl;'],
  ['one injection is not counted', 'injections: doses.length,', 'injections: doses.length - 1,'],
  ['1 + 4 is taken for four parts', '? 1 + preparation.gasParts : 1;', '? preparation.gasParts : 1;'],
  ['1 + 4 is taken for six parts', '? 1 + preparation.gasParts : 1;', '? 2 + preparation.gasParts : 1;'],
  ['foam and liquid are mixed up', "preparation.form === 'foam' ? 1", "preparation.form === 'liquid' ? 1"],
  ['a product may lose digits', 'if (!Number.isSafeInteger(product))', 'if (!Number.isFinite(product))'],
  ['a product is a sum', 'const product = a * b;', 'const product = a + b;'],
  ['a quotient is left as a fraction', '(dividend - (dividend % divisor)) / divisor', 'dividend / divisor'],
  ['an even division is rounded up too', 'dividend % divisor === 0 ? down : down + 1', 'down + 1'],
  ['a rest is dropped', 'dividend % divisor === 0 ? down : down + 1', 'down'],
]);

export const LEDGER = mutantsOf('shared/domain/dose/ledger.ts', [
  ['another strength is the same agent', 'a.strengthUgPerMl !== b.strengthUgPerMl || ', ''],
  ['foam is the same as liquid', ' || a.form !== b.form) return false;', ') return false;'],
  ['foam with more gas is the same', ' || a.gasParts === b.gasParts;', ' || a.gasParts > 0;'],
]);
