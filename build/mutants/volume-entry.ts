import { mutantsOf } from './mutant.ts';

export const VOLUME_ENTRY = mutantsOf('shared/domain/dose/volume-entry.ts', [
  ['a syringe shows 0.1 mL at the finest', 'const STEP_UL = 10;', 'const STEP_UL = 100;'],
  ['a syringe shows 0.005 mL', 'const STEP_UL = 10;', 'const STEP_UL = 5;'],
  ['a syringe holds 10 mL', 'const MOST_UL = 20_000;', 'const MOST_UL = 10_000;'],
  ['a syringe holds 50 mL', 'const MOST_UL = 20_000;', 'const MOST_UL = 50_000;'],
  ['two separators are one', '.test(entry)) return err', '.test("")) return err'],
  ['minus is read as plus', "if (sign === '-') return err({ code: 'volume/negative' });", ''],
  [
    'a separator may be the last',
    "if (separator !== undefined && fraction === '') return",
    "if (separator === '') return",
  ],
  ['1.250 is one and a quarter', 'fraction.length === 3 && /[1-9]/', 'fraction.length === 4 && /[1-9]/'],
  ['0.300 is in doubt', 'fraction.length === 3 && /[1-9]/.test(whole)', 'fraction.length === 3'],
  ['µL are taken for mL', 'inMicrolitres ? 0 : 3', 'inMicrolitres ? 3 : 3'],
  ['mL are taken for µL', 'inMicrolitres ? 0 : 3', 'inMicrolitres ? 0 : 0'],
  ['mL are taken for tenths', 'inMicrolitres ? 0 : 3', 'inMicrolitres ? 0 : 2'],
  ['ML is not mL', "unit.toLowerCase() !== 'ml'", "unit !== 'ml'"],
  ['missing digits stand in front', ".padEnd(decimals, '0')", ".padStart(decimals, '0')"],
  [
    'three digits after the separator are read',
    'inMicrolitres ? 0 : DECIMALS_OF_ML',
    'inMicrolitres ? 0 : 3',
  ],
  ['tenths of a µL are read', 'inMicrolitres ? 0 : DECIMALS_OF_ML', 'inMicrolitres ? 1 : DECIMALS_OF_ML'],
  ['a zero in front is read over', 'if (/^0\\d/.test(whole)) return', "if (whole === '-') return"],
  ['nothing is a volume', "if (digits === '') return err({ code: 'volume/zero' });", ''],
  ['too much is let through', ' || Number(digits) > MOST_UL', ''],
  ['the most is too much', 'Number(digits) > MOST_UL', 'Number(digits) >= MOST_UL'],
  [
    'between two marks of a syringe',
    'if (Number(digits) % STEP_UL !== 0) return',
    'if (Number(digits) < 0) return',
  ],
]);
