import { mutantsOf } from './mutant.ts';

export const OFF_LABEL = mutantsOf('shared/domain/dose/off-label.ts', [
  ['the form does not matter', 'rule.form === form && isFor(rule, vein)', 'isFor(rule, vein)'],
  ['the vein does not matter', 'rule.form === form && isFor(rule, vein)', 'rule.form === form'],
  ['the kind of vein does not matter', 'rule.veinKind !== kind || (', '('],
  ['the pattern does not matter', " || (rule.pattern !== 'any' && rule.pattern !== pattern)", ''],
  ['every vein is a central one', 'if (rule.centralVeinOnly === true && !isCentral) return false;', ''],
  [
    'central veins have no rule',
    'rule.centralVeinOnly === true && !isCentral',
    'rule.centralVeinOnly === true || isCentral',
  ],
  ['the width does not matter', ' || isInRange(rule.diameterMm, diameterMm);', ' || true;'],
  ['an unknown width has no rule', ' || diameterMm === undefined || isInRange', ' || isInRange'],
  [
    'central rules come last',
    '[...holding.filter(isMadeForCentral), ...holding.filter((rule) => !isMadeForCentral(rule))]',
    'holding',
  ],
  ['any vein that feeds is central', ' && other.kind === kind', ''],
  [
    'foam is not told from a vein without rules',
    "'foam-not-for-this-vein' : 'vein-not-in-label'",
    "'vein-not-in-label' : 'vein-not-in-label'",
  ],
  [
    'foam is foreseen wherever nothing is',
    "preparation.form === 'foam' && asLiquid ?",
    "preparation.form === 'foam' ?",
  ],
  ['what is listed is not', 'if (strengths.includes(preparation.strengthUgPerMl)) return null;', ''],
  ['the strongest is too strong', '> Math.max(...strengths)', '>= Math.min(...strengths)'],
  ['nothing is too strong', '> Math.max(...strengths)', '> Number.MAX_SAFE_INTEGER'],
  ['on and off the label are mixed up', 'preparation) !== null;', 'preparation) === null;'],
]);

export const LABEL_PROFILE = mutantsOf('shared/domain/dose/label-profile.ts', [
  ['the lower end of a width belongs to it', 'diameterMm > over', 'diameterMm >= over'],
  ['the upper end of a width does not belong to it', 'diameterMm <= upTo', 'diameterMm < upTo'],
  ['a width without end ends at once', 'upTo === null ||', 'upTo !== null &&'],
]);
