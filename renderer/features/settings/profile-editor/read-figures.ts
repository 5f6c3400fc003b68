import {
  ML,
  MM,
  parseAmount,
  wholeNumber,
  type AmountUnit,
} from '../../../../shared/domain/dose/amount-entry.ts';
import type {
  Contraindication,
  DiameterRange,
  Limit,
  Source,
  StrengthRule,
} from '../../../../shared/domain/dose/label-profile.ts';
import { microgramsPerMillilitre, microlitres } from '../../../../shared/kernel/units.ts';
import { amountFault } from '../../../text/profile-text.ts';
import {
  capUnit,
  EVERY_UNIT,
  rangeOf,
  type LimitDraft,
  type QuestionDraft,
  type StrengthDraft,
} from './figure-drafts.ts';

/** What is wrong, in words, by the field it stands in. */
export type Faults = Readonly<Record<string, string>>;

/** What was read, or null with the faults that kept it from being read. */
export interface Read<Value> {
  readonly value: Value | null;
  readonly faults: Faults;
}

/** Collects numbers that are read, and the fault of each that is none. */
export class Reader {
  readonly faults: Record<string, string> = {};

  amount(field: string, text: string, unit: AmountUnit, word = unit.word): number {
    const parsed = parseAmount(text, unit);
    if (parsed.ok) return parsed.value;
    this.faults[field] = amountFault(parsed.error, rangeOf(unit, word));
    return unit.least;
  }

  whole(field: string, text: string, [least, most]: readonly [number, number], word = ''): number {
    return this.amount(field, text, wholeNumber(least, most, word.toLowerCase()), word);
  }

  /** Nothing in both fields is no range. */
  width(over: string, upTo: string): DiameterRange | undefined {
    if (over.trim() === '' && upTo.trim() === '') return undefined;
    const mm = (text: string) => this.amount('diameterMm', text, MM, 'mm') / 10;
    return { over: over.trim() === '' ? 0 : mm(over), upTo: upTo.trim() === '' ? null : mm(upTo) };
  }

  of<Value>(value: Value): Read<Value> {
    return { value: Object.keys(this.faults).length === 0 ? value : null, faults: this.faults };
  }
}

export function readLimit(draft: LimitDraft): Read<Limit> {
  const reader = new Reader();
  const { id, quantity, window, per, severity, veinKinds, form, session } = draft;
  const unit = capUnit(quantity, per);
  const word = quantity === 'injections' ? 'injections' : capWord(draft);
  const amount = reader.amount('cap', draft.amount, unit, word);
  const diameterMm = reader.width(draft.over, draft.upTo);
  return reader.of<Limit>({
    id,
    quantity,
    window,
    cap: { per: quantity === 'injections' ? 'person' : per, amount },
    scope: {
      ...(veinKinds.length > 0 && { veinKinds }),
      ...(diameterMm && { diameterMm }),
      ...(form !== 'any' && { form }),
      ...(session === 'first' && { firstSession: true }),
      ...(session === 'first-if-prone' && { firstSessionIfProne: true }),
    },
    severity,
    source: own(draft.source),
  });
}

/** `mL/kg`: the unit in which the cap of a limit is typed. */
export function capWord({ quantity, per }: Pick<LimitDraft, 'quantity' | 'per'>): string {
  if (quantity === 'injections') return '';
  const word = quantity === 'mass' ? 'mg' : 'mL';
  return per === 'kilogram' ? `${word}/kg` : word;
}

export function readStrength(draft: StrengthDraft): Read<StrengthRule> {
  const reader = new Reader();
  const { veinKind, pattern, form, central, strengths, proposed } = draft;
  const diameterMm = reader.width(draft.over, draft.upTo);
  const volume = reader.amount('proposedVolumeUl', draft.volume, { ...ML, most: 20_000 }, 'mL');
  const every = reader.amount('punctureEvery', draft.every, EVERY_UNIT, pattern === 'web' ? 'mm²' : 'mm');
  return reader.of<StrengthRule>({
    veinKind,
    pattern,
    form,
    ...(diameterMm && { diameterMm }),
    ...(central && { centralVeinOnly: true }),
    strengthsUgPerMl: strengths.map(microgramsPerMillilitre),
    proposedUgPerMl: microgramsPerMillilitre(proposed),
    proposedVolumeUl: microlitres(volume),
    punctureEvery: every,
    source: own(draft.source),
  });
}

export function readQuestion({ source, ...question }: QuestionDraft): Read<Contraindication> {
  return { value: { ...question, text: question.text.trim(), source: own(source) }, faults: {} };
}

/** Where the figure turns out to be the label's, the rules give it the label's source again. */
export function own(text: string): Source {
  return { text: text.trim(), mark: 'clinic' };
}
