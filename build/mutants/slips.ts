import { mutantsOf } from './mutant.ts';

export const SLIPS = mutantsOf('shared/domain/dose/dose-slip.ts', [
  ['four times is a slip', 'export const SLIP_MORE = 5;', 'export const SLIP_MORE = 4;'],
  ['only ten times is a slip', 'export const SLIP_MORE = 5;', 'export const SLIP_MORE = 10;'],
  ['a ninth is a slip', 'export const SLIP_LESS = 10;', 'export const SLIP_LESS = 9;'],
  ['only an eleventh is a slip', 'export const SLIP_LESS = 10;', 'export const SLIP_LESS = 11;'],
  ['five veins make a custom', 'export const LEAST_SAMPLES = 10;', 'export const LEAST_SAMPLES = 5;'],
  ['five times the plan is none', 'volumeUl >= SLIP_MORE * plannedUl', 'volumeUl > SLIP_MORE * plannedUl'],
  ['too little is none', 'volumeUl * SLIP_LESS <= plannedUl', 'volumeUl * SLIP_LESS < 0'],
  ['a tenth of the plan is none', 'volumeUl * SLIP_LESS <= plannedUl', 'volumeUl * SLIP_LESS < plannedUl'],
  [
    'more and less than the plan are mixed up',
    "plannedUl) return { ...slip, direction: 'more' }",
    "plannedUl) return { ...slip, direction: 'less' }",
  ],
  ['ten veins are no custom', 'custom.samples >= LEAST_SAMPLES', 'custom.samples > LEAST_SAMPLES'],
  ['too few veins are a custom', 'custom && custom.samples >= LEAST_SAMPLES', 'custom'],
  ['the custom of another kind is taken', 'each.veinKind === veinKind && ', ''],
  ['the custom of another pattern is taken', 'each.veinPattern === veinPattern && ', ''],
  ['the custom of another form is taken', ' && each.form === form,', ','],
  ['the plan is forgotten', 'if (plannedUl !== null) return slipAgainstPlan(volumeUl, plannedUl);', ''],
]);

export const TIGHTER_CAPS = mutantsOf('shared/domain/dose/tighter-caps.ts', [
  ['a wider cap is taken', 'amount !== null && amount < capOf(limit, patient)', 'amount !== null'],
  ['a tighter cap counts per kg', "cap: { per: 'person', amount }", 'cap: { ...limit.cap, amount }'],
  ['the widest of several is taken', 'Math.min(...amounts)', 'Math.max(...amounts)'],
  ['a cap is taken for another limit', '({ limitId }) => limitId === limit.id', '() => limit.id.length > 0'],
  ['the same amount is wider', 'amount > capOf(limit, patient);', 'amount >= capOf(limit, patient);'],
]);
