import {
  amountEntry,
  MG,
  MG_PER_KG,
  ML,
  ML_PER_KG,
  type AmountFailure,
} from '../../shared/domain/dose/amount-entry.ts';
import type {
  AftercarePoint,
  ContraindicationGrade,
  DiameterRange,
  Limit,
  LimitWindow,
  Quantity,
  Severity,
  StrengthRule,
} from '../../shared/domain/dose/label-profile.ts';
import type { ProfileFigure } from '../../shared/domain/dose/profile-figures.ts';
import type { WiderBy, WiderFigure } from '../../shared/domain/dose/wider-than-label.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { mlEnteredText, NBSP, strengthText } from './format.ts';
import { limitAmount, limitName, quantityUnit, sourceText } from './limit-text.ts';

/** The name of a limit, and for whom it holds where that is not everybody. */
export function limitTitle(limit: Limit): string {
  const { form, firstSessionIfProne } = limit.scope;
  const name = limitName(limit);
  const says = form !== undefined && name.toLowerCase().includes(form);
  return [name, says ? null : form, firstSessionIfProne && 'if prone to hypersensitivity']
    .filter(Boolean)
    .join(', ');
}

/** `10 mL`, `2 mg/kg`, `1 injection`: a cap exactly as it was set. */
export function capExactText({ quantity, cap }: Pick<Limit, 'quantity' | 'cap'>): string {
  const perKg = cap.per === 'kilogram';
  switch (quantity) {
    case 'mass':
      return perKg
        ? `${amountEntry(cap.amount, MG_PER_KG)}${NBSP}mg/kg`
        : `${amountEntry(cap.amount, MG)}${NBSP}mg`;
    case 'injections':
      return cap.amount === 1 ? '1 injection' : `${String(cap.amount)} injections`;
    case 'liquid-volume':
    case 'foam-volume':
    case 'total-volume':
      return perKg
        ? `${amountEntry(cap.amount, ML_PER_KG)}${NBSP}mL/kg`
        : `${amountEntry(cap.amount, ML)}${NBSP}mL`;
    default:
      return assertNever(quantity);
  }
}

/** `140.0 mg`, `10.0 mL`, `1 injection`: what a cap comes to for a patient, rounded down. */
export function capOnPatientText(limit: Limit, cap: number): string {
  if (limit.quantity === 'injections') return cap === 1 ? '1 injection' : `${String(cap)} injections`;
  return `${limitAmount(limit, cap, 'down')}${NBSP}${quantityUnit(limit.quantity)}`;
}

/** `Telangiectasia, web, liquid`, `Varicose, liquid, 3–6 mm` */
function strengthTitle(rule: StrengthRule): string {
  const { veinKind, pattern, form, diameterMm, centralVeinOnly } = rule;
  return [
    capital(veinKind),
    pattern === 'any' ? null : pattern,
    form,
    diameterMm && widthText(diameterMm),
    centralVeinOnly && 'central veins only',
  ]
    .filter(Boolean)
    .join(', ');
}

/** `3–6 mm`, `over 3 mm`, `up to 1 mm` */
export function widthText({ over, upTo }: DiameterRange): string {
  if (upTo === null) return `over ${String(over)}${NBSP}mm`;
  return over === 0 ? `up to ${String(upTo)}${NBSP}mm` : `${String(over)}–${String(upTo)}${NBSP}mm`;
}

/** `one puncture per 35 mm = 0.09 mL per cm`, for webs by area. */
export function spacingText(
  rule: Pick<StrengthRule, 'pattern' | 'punctureEvery' | 'proposedVolumeUl'>,
): string {
  const { pattern, punctureEvery, proposedVolumeUl } = rule;
  // Thousandths of a mL per cm, or per cm²; shown only, so that it may be rounded.
  const isWeb = pattern === 'web';
  const perCm = Math.round((proposedVolumeUl * (isWeb ? 100 : 10)) / punctureEvery);
  const unit = isWeb ? 'cm²' : 'cm';
  return `one puncture per ${String(punctureEvery)}${NBSP}${isWeb ? 'mm²' : 'mm'} = ${amountEntry(perCm, { decimals: 3 })}${NBSP}mL per ${unit}`;
}

/** What a figure is called in a list of changes. */
export function figureTitle(figure: ProfileFigure): string {
  switch (figure.about) {
    case 'limit':
      return limitTitle(figure.value);
    case 'strength':
      return strengthTitle(figure.value);
    case 'question':
      return figure.value.text;
    case 'interval':
      return 'Days between sessions';
    case 'observation':
      return 'Observation';
    case 'compression':
      return 'Compression';
    case 'breastfeeding':
      return 'Pause in breastfeeding';
    case 'weighing':
      return 'Weight asked again';
    case 'aftercare':
      return 'Aftercare';
    case 'expectation':
      return 'What to expect';
    case 'pace':
      return 'Pace';
    default:
      return assertNever(figure);
  }
}

/** One field of a figure in words. */
interface FigureField {
  readonly label: string;
  readonly text: string;
}

/** Every field of a figure in words, its source last. */
export function figureFields(figure: ProfileFigure): readonly FigureField[] {
  return [...ownFields(figure), { label: 'Source', text: sourceText(figure.value.source) }];
}

function ownFields(figure: ProfileFigure): readonly FigureField[] {
  switch (figure.about) {
    case 'limit':
      return [
        { label: 'Counts', text: limitTitle(figure.value) },
        { label: 'At most', text: capExactText(figure.value) },
        { label: 'When passed', text: severityWord(figure.value.severity) },
      ];
    case 'strength':
      return [
        { label: 'For', text: strengthTitle(figure.value) },
        { label: 'Strengths', text: figure.value.strengthsUgPerMl.map(strengthText).join(', ') },
        {
          label: 'Proposed',
          text: `${mlEnteredText(figure.value.proposedVolumeUl)} of ${strengthText(figure.value.proposedUgPerMl)}`,
        },
        { label: 'Spacing', text: spacingText(figure.value) },
      ];
    case 'question':
      return [
        { label: 'Question', text: figure.value.text },
        { label: 'Grade', text: gradeWord(figure.value.grade) },
        { label: 'Asked', text: figure.value.askEachSession ? 'at every session' : 'once' },
        { label: 'For', text: figure.value.foamOnly ? 'foam only' : 'everything' },
      ];
    case 'interval':
      return [
        { label: 'At least', text: `${String(figure.value.minimumDays)} days` },
        { label: 'Usually', text: `${String(figure.value.usualDays)} days` },
      ];
    case 'observation':
      return [{ label: 'Minutes', text: String(figure.value.value) }];
    case 'compression':
      return [
        { label: 'Telangiectasias', text: `${String(figure.value.telangiectasia)} days` },
        { label: 'Reticular veins', text: `${String(figure.value.reticular)} days` },
      ];
    case 'breastfeeding':
      return [{ label: 'Hours', text: String(figure.value.hours) }];
    case 'weighing':
      return [
        { label: 'After', text: `${String(figure.value.confirmAfterDays)} days` },
        { label: 'Or a change of', text: `${String(figure.value.confirmChangePercent)}${NBSP}%` },
      ];
    case 'aftercare':
      return [{ label: 'Points', text: figure.value.points.map(pointText).join(' · ') }];
    case 'expectation':
      return [
        { label: 'Sessions', text: rangeText(figure.value.sessions) },
        { label: 'Improvement', text: `${rangeText(figure.value.improvementPercent)}${NBSP}%` },
        { label: 'To be judged after', text: `${String(figure.value.monthsToResult)} months` },
      ];
    case 'pace':
      return [
        { label: 'Per puncture', text: `${String(figure.value.secondsPerPuncture)} seconds` },
        { label: 'A session usually', text: `${String(figure.value.sessionMinutes.usual)} minutes` },
        { label: 'At most', text: `${String(figure.value.sessionMinutes.most)} minutes` },
      ];
    default:
      return assertNever(figure);
  }
}

/** `No waxing (28 days)` */
function pointText({ text, days, foamOnly }: AftercarePoint): string {
  const when = [days === null ? '' : `${String(days)} days`, foamOnly ? 'foam only' : ''].filter(
    (word) => word !== '',
  );
  return when.length === 0 ? text : `${text} (${when.join(', ')})`;
}

/** A figure in one line, without its source. */
export function figureSummary(figure: ProfileFigure): string {
  return ownFields(figure)
    .filter(({ text }) => text !== figureTitle(figure))
    .map(({ label, text }) => `${label.toLowerCase()} ${text}`)
    .join('; ');
}

/** `Volume, this session: 15 mL instead of 10 mL` */
export function widerText({ by, label, own }: WiderFigure): string {
  const figure = own ?? label;
  if (!figure) return '';
  return `${figureTitle(label ?? figure)}: ${widerWords(by, label, own)}`;
}

function widerWords(by: WiderBy, label: ProfileFigure | null, own: ProfileFigure | null): string {
  const instead = (field: string) =>
    own && label ? `${fieldOf(own, field)} instead of ${fieldOf(label, field)}` : '';
  switch (by) {
    case 'removed':
      return 'left out';
    case 'cap':
      return instead('At most');
    case 'other-measure':
      return own?.about === 'limit' && label?.about === 'limit'
        ? `${limitTitle(own.value)}, ${capExactText(own.value)} instead of ${capExactText(label.value)}`
        : '';
    case 'severity':
      return instead('When passed');
    case 'scope':
      return own?.about === 'limit' ? `only counts ${limitTitle(own.value)}` : '';
    case 'strengths':
      return own?.about === 'strength'
        ? `${fieldOf(own, 'Strengths')} instead of ${label ? fieldOf(label, 'Strengths') : 'nothing'}`
        : '';
    case 'grade':
      return instead('Grade');
    case 'asked-less':
      return own ? `asked ${fieldOf(own, 'Asked')}, for ${fieldOf(own, 'For')}` : '';
    case 'shorter':
      return own && label
        ? `${ownFields(own)[0]?.text ?? ''} instead of ${ownFields(label)[0]?.text ?? ''}`
        : '';
    case 'later':
      return own && label ? `${fieldsLine(own)} instead of ${fieldsLine(label)}` : '';
    default:
      return assertNever(by);
  }
}

function fieldsLine(figure: ProfileFigure): string {
  return ownFields(figure)
    .map(({ text }) => text)
    .join(' or ');
}

function fieldOf(figure: ProfileFigure, label: string): string {
  return ownFields(figure).find((field) => field.label === label)?.text ?? '';
}

export function quantityChoice(quantity: Quantity): string {
  switch (quantity) {
    case 'mass':
      return 'Polidocanol (mg)';
    case 'liquid-volume':
      return 'Liquid (mL)';
    case 'foam-volume':
      return 'Foam (mL)';
    case 'total-volume':
      return 'Volume, liquid and foam (mL)';
    case 'injections':
      return 'Injections';
    default:
      return assertNever(quantity);
  }
}

export function windowChoice(window: LimitWindow): string {
  switch (window) {
    case 'injection':
      return 'One injection';
    case 'session':
      return 'One session';
    case 'leg-in-session':
      return 'One leg in a session';
    case '24-hours':
      return 'Any 24 hours';
    default:
      return assertNever(window);
  }
}

export function severityWord(severity: Severity): string {
  return { caution: 'Caution', soft: 'Soft', hard: 'Hard' }[severity];
}

function gradeWord(grade: ContraindicationGrade): string {
  return { absolute: 'Absolute', relative: 'Relative', caution: 'Caution' }[grade];
}

/** Why what stands in a field is no such amount; `range` as `0.01 to 100 mL`. */
export function amountFault(failure: AmountFailure, range: string): string {
  switch (failure) {
    case 'empty':
      return `This is needed: ${range}.`;
    case 'not-a-number':
    case 'negative':
      return `A number is needed: ${range}.`;
    case 'ambiguous':
      return 'This could be one or a thousand. Write it without the zeros after the point, or without a point.';
    case 'too-fine':
      return 'This has more digits than can be measured.';
    case 'too-small':
    case 'too-large':
      return `From ${range}.`;
    default:
      return assertNever(failure);
  }
}

/** What is wrong with a field of a profile, from the rule it breaks. */
export function profileFault(rule: string): string {
  switch (rule) {
    case 'required':
      return 'This is needed.';
    case 'too_small':
      return 'This is too small.';
    case 'too_big':
      return 'No label comes near this: it is too large.';
    case 'twice':
      return 'There is another rule for the same.';
    case 'source-missing':
      return 'The clinic changed this: say where the figure comes from.';
    case 'memory-cannot-be-hard':
      return 'A figure from memory cannot be a hard limit.';
    case 'no-hard-limit':
      return 'At least one hard limit must bound the mg or the mL of a whole session, for everybody and every vein.';
    case 'never-counts':
      return 'Set like this it would never count anything, or always the same.';
    case 'no-strength':
      return 'Choose at least one strength.';
    case 'proposed-not-allowed':
      return 'The proposed strength must be one of those allowed.';
    case 'over-injection-limit':
      return 'More than the limit for one injection into such a vein.';
    case 'range-reversed':
      return 'The second number must not be the smaller one.';
    case 'allergy-stays':
      return 'The question about an allergy to polidocanol cannot be left out.';
    case 'allergy-absolute':
      return 'An allergy to polidocanol is absolute, for liquid and foam.';
    default:
      return 'This does not fit.';
  }
}

function rangeText({ from, to }: { readonly from: number; readonly to: number }): string {
  return `${String(from)}–${String(to)}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
