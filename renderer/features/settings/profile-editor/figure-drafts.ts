import {
  amountEntry,
  MG,
  MG_PER_KG,
  ML,
  ML_PER_KG,
  MM,
  wholeNumber,
  type AmountUnit,
} from '../../../../shared/domain/dose/amount-entry.ts';
import type {
  Contraindication,
  ContraindicationGrade,
  DiameterRange,
  LabelProfile,
  Limit,
  LimitWindow,
  Quantity,
  Severity,
  Source,
  StrengthRule,
} from '../../../../shared/domain/dose/label-profile.ts';
import type { Form } from '../../../../shared/domain/dose/ledger.ts';
import type { VeinKind } from '../../../../shared/domain/leg-map/vein.ts';

/** A limit as it is being typed. Numbers are texts in the unit that is shown. */
export interface LimitDraft {
  readonly id: string;
  readonly quantity: Quantity;
  readonly window: LimitWindow;
  readonly per: Limit['cap']['per'];
  readonly amount: string;
  readonly severity: Severity;
  /** Empty: every kind. */
  readonly veinKinds: readonly VeinKind[];
  readonly form: Form | 'any';
  readonly session: 'every' | 'first' | 'first-if-prone';
  readonly over: string;
  readonly upTo: string;
  readonly source: string;
}

export interface StrengthDraft {
  /** Names it while it is edited; not kept. */
  readonly id: string;
  readonly veinKind: VeinKind;
  readonly pattern: StrengthRule['pattern'];
  readonly form: Form;
  readonly over: string;
  readonly upTo: string;
  readonly central: boolean;
  /** In µg/mL, rising. */
  readonly strengths: readonly number[];
  readonly proposed: number;
  readonly volume: string;
  readonly every: string;
  readonly source: string;
}

export interface QuestionDraft {
  readonly id: string;
  readonly text: string;
  readonly grade: ContraindicationGrade;
  readonly askEachSession: boolean;
  readonly foamOnly: boolean;
  readonly source: string;
}

/** How a cap of this kind is typed. */
export function capUnit(quantity: Quantity, per: Limit['cap']['per']): AmountUnit {
  if (quantity === 'injections') return wholeNumber(1, 500);
  if (quantity === 'mass') return per === 'kilogram' ? MG_PER_KG : MG;
  return per === 'kilogram' ? ML_PER_KG : ML;
}

export const EVERY_UNIT = wholeNumber(1, 20_000);

export function limitDraftOf(limit: Limit, label: ReadonlySet<string>): LimitDraft {
  const { id, quantity, window, cap, severity, scope, source } = limit;
  return {
    id,
    quantity,
    window,
    per: cap.per,
    amount: amountEntry(cap.amount, capUnit(quantity, cap.per)),
    severity,
    veinKinds: scope.veinKinds ?? [],
    form: scope.form ?? 'any',
    session: scope.firstSessionIfProne ? 'first-if-prone' : scope.firstSession ? 'first' : 'every',
    ...widthDraftOf(scope.diameterMm),
    source: ownWords(source, label),
  };
}

export function strengthDraftOf(rule: StrengthRule, id: string, label: ReadonlySet<string>): StrengthDraft {
  return {
    id,
    veinKind: rule.veinKind,
    pattern: rule.pattern,
    form: rule.form,
    ...widthDraftOf(rule.diameterMm),
    central: rule.centralVeinOnly ?? false,
    strengths: rule.strengthsUgPerMl,
    proposed: rule.proposedUgPerMl,
    volume: amountEntry(rule.proposedVolumeUl, ML),
    every: String(rule.punctureEvery),
    source: ownWords(rule.source, label),
  };
}

export function questionDraftOf(
  { source, ...question }: Contraindication,
  label: ReadonlySet<string>,
): QuestionDraft {
  return { ...question, source: ownWords(source, label) };
}

/** The clinic's own words for a source. Those of the label do not vouch for what the clinic changes: the field starts empty. */
export function ownWords({ text }: Source, label: ReadonlySet<string>): string {
  return label.has(text) ? '' : text;
}

/** Millimetres are shown with a point and kept as numbers; nothing is dosed by them. */
function widthDraftOf(range: DiameterRange | undefined): Pick<LimitDraft, 'over' | 'upTo'> {
  const shown = (mm: number) => amountEntry(Math.round(mm * 10), MM);
  return {
    over: range ? shown(range.over) : '',
    upTo: range && range.upTo !== null ? shown(range.upTo) : '',
  };
}

/** The strengths to choose from: what is sold, what trials used, and what the profile has besides. */
export function strengthChoices(profile: Pick<LabelProfile, 'strengths'>): readonly number[] {
  const known = [2_500, 5_000, 7_500, 10_000, 20_000, 30_000];
  const own = profile.strengths.flatMap(({ strengthsUgPerMl }) => strengthsUgPerMl);
  return [...new Set([...known, ...own])].toSorted((a, b) => a - b);
}

/** `0.01 to 100 mL` */
export function rangeOf(unit: AmountUnit, word: string): string {
  return `${amountEntry(unit.least, unit)} to ${amountEntry(unit.most, unit)} ${word}`.trim();
}
