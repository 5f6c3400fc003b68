import {
  CONTRAINDICATION_GRADES,
  SEVERITIES,
  type Contraindication,
  type DiameterRange,
  type Limit,
  type StrengthRule,
} from './label-profile.ts';
import { counterpart, figuresOf, type ProfileFigure, type ProfileRules } from './profile-figures.ts';

/** In what way a clinic's figure lets through more than the label's. */
export type WiderBy =
  | 'removed'
  | 'cap'
  /** It counts something else, or by another measure: the two caps cannot be compared. */
  | 'other-measure'
  | 'severity'
  | 'scope'
  | 'strengths'
  | 'grade'
  | 'asked-less'
  | 'shorter'
  /** Asked for later, or only when more has changed. */
  | 'later';

/** A figure of the clinic that is wider than the label's. */
export interface WiderFigure {
  readonly by: WiderBy;
  readonly label: ProfileFigure | null;
  /** Null: the clinic has left it out. */
  readonly own: ProfileFigure | null;
}

/**
 * Where a clinic's profile lets through more than the label that it was copied from. That is the clinic's to decide, and is said
 * wherever the profile is read.
 */
export function widerThanLabel(rules: ProfileRules, label: ProfileRules): readonly WiderFigure[] {
  const own = figuresOf(rules);
  const fromLabel = figuresOf(label).flatMap((figure) => {
    const ours = counterpart(figure, own);
    return wideningsOf(ours, figure).map((by): WiderFigure => ({ by, label: figure, own: ours }));
  });
  const strengths = own
    .filter((figure) => figure.about === 'strength' && !isInLabel(figure.value, label.strengths))
    .map((figure): WiderFigure => ({
      by: 'strengths',
      label: counterpart(figure, figuresOf(label)),
      own: figure,
    }));
  return [...fromLabel, ...strengths];
}

function wideningsOf(own: ProfileFigure | null, label: ProfileFigure): readonly WiderBy[] {
  // A kind of vein, a form or an expectation that is left out lets nothing through.
  if (!own)
    return ['limit', 'question', 'breastfeeding', 'weighing'].includes(label.about) ? ['removed'] : [];
  if (own.about === 'limit' && label.about === 'limit') return widerLimit(own.value, label.value);
  if (own.about === 'question' && label.about === 'question') return milderQuestion(own.value, label.value);
  if (own.about === 'interval' && label.about === 'interval')
    return shorter(own.value.minimumDays, label.value.minimumDays);
  if (own.about === 'observation' && label.about === 'observation')
    return shorter(own.value.value, label.value.value);
  if (own.about === 'breastfeeding' && label.about === 'breastfeeding')
    return shorter(own.value.hours, label.value.hours);
  if (own.about === 'weighing' && label.about === 'weighing') {
    const isLater =
      own.value.confirmAfterDays > label.value.confirmAfterDays ||
      own.value.confirmChangePercent > label.value.confirmChangePercent;
    return isLater ? ['later'] : [];
  }
  return [];
}

function widerLimit(own: Limit, label: Limit): readonly WiderBy[] {
  const sameMeasure =
    own.quantity === label.quantity && own.window === label.window && own.cap.per === label.cap.per;
  const found: WiderBy[] = [];
  if (!sameMeasure) found.push('other-measure');
  else if (own.cap.amount > label.cap.amount) found.push('cap');
  if (SEVERITIES.indexOf(own.severity) < SEVERITIES.indexOf(label.severity)) found.push('severity');
  if (countsLess(own.scope, label.scope)) found.push('scope');
  return found;
}

/** Whether the first leaves out a case that the second takes in. */
function countsLess(own: Limit['scope'], label: Limit['scope']): boolean {
  const { veinKinds } = own;
  const lessKinds =
    veinKinds !== undefined &&
    (label.veinKinds === undefined || label.veinKinds.some((kind) => !veinKinds.includes(kind)));
  const lessForms = own.form !== undefined && own.form !== label.form;
  const onlyFirst = Boolean(own.firstSession) && !label.firstSession;
  const onlyProne = Boolean(own.firstSessionIfProne) && !label.firstSessionIfProne;
  return lessKinds || lessForms || lessWidths(own, label) || onlyFirst || onlyProne;
}

function lessWidths({ diameterMm: own }: Limit['scope'], { diameterMm: label }: Limit['scope']): boolean {
  if (!own) return false;
  const most = ({ upTo }: DiameterRange) => upTo ?? Number.POSITIVE_INFINITY;
  return !label || own.over > label.over || most(own) < most(label);
}

function milderQuestion(own: Contraindication, label: Contraindication): readonly WiderBy[] {
  const rank = ({ grade }: Contraindication) => CONTRAINDICATION_GRADES.indexOf(grade);
  const askedLess = (label.askEachSession && !own.askEachSession) || (own.foamOnly && !label.foamOnly);
  return [
    ...(rank(own) > rank(label) ? (['grade'] as const) : []),
    ...(askedLess ? (['asked-less'] as const) : []),
  ];
}

function shorter(own: number, label: number): readonly WiderBy[] {
  return own < label ? ['shorter'] : [];
}

/** Whether the label foresees every strength of a rule for such a vein and form. */
function isInLabel(rule: StrengthRule, rules: readonly StrengthRule[]): boolean {
  const foreseen = rules
    .filter(
      ({ veinKind, form, pattern }) =>
        veinKind === rule.veinKind && form === rule.form && (pattern === rule.pattern || pattern === 'any'),
    )
    .flatMap(({ strengthsUgPerMl }) => strengthsUgPerMl);
  return rule.strengthsUgPerMl.every((strength) => foreseen.includes(strength));
}
