import type { LabelProfile, Limit, Source, StrengthRule } from './label-profile.ts';

/** What a profile says, without which profile it is. */
export type ProfileRules = Omit<LabelProfile, 'id' | 'version' | 'name' | 'copiedFrom'>;

/** One figure of a profile, the smallest thing that has a source. */
export type ProfileFigure =
  | { readonly about: 'limit'; readonly key: string; readonly value: Limit }
  | { readonly about: 'strength'; readonly key: string; readonly value: StrengthRule }
  | {
      readonly about: 'question';
      readonly key: string;
      readonly value: LabelProfile['contraindications'][number];
    }
  | { readonly about: 'interval'; readonly key: ''; readonly value: LabelProfile['interval'] }
  | { readonly about: 'observation'; readonly key: ''; readonly value: LabelProfile['observationMinutes'] }
  | { readonly about: 'compression'; readonly key: ''; readonly value: LabelProfile['compressionDays'] }
  | {
      readonly about: 'breastfeeding';
      readonly key: '';
      readonly value: NonNullable<LabelProfile['breastfeedingPause']>;
    }
  | {
      readonly about: 'weighing';
      readonly key: '';
      readonly value: NonNullable<LabelProfile['weighing']>;
    }
  | {
      readonly about: 'aftercare';
      readonly key: '';
      readonly value: NonNullable<LabelProfile['aftercare']>;
    }
  | {
      readonly about: 'expectation';
      readonly key: '';
      readonly value: NonNullable<LabelProfile['expectation']>;
    }
  | { readonly about: 'pace'; readonly key: ''; readonly value: NonNullable<LabelProfile['pace']> };

/** Every figure of a profile, in the order in which it is read. */
export function figuresOf(rules: ProfileRules): readonly ProfileFigure[] {
  const { interval, observationMinutes, compressionDays, breastfeedingPause, weighing, aftercare } = rules;
  const { expectation, pace } = rules;
  return [
    ...rules.limits.map((value) => ({ about: 'limit', key: value.id, value }) as const),
    ...rules.strengths.map((value) => ({ about: 'strength', key: strengthKey(value), value }) as const),
    ...rules.contraindications.map((value) => ({ about: 'question', key: value.id, value }) as const),
    { about: 'interval', key: '', value: interval },
    { about: 'observation', key: '', value: observationMinutes },
    { about: 'compression', key: '', value: compressionDays },
    ...(breastfeedingPause ? [{ about: 'breastfeeding', key: '', value: breastfeedingPause } as const] : []),
    ...(weighing ? [{ about: 'weighing', key: '', value: weighing } as const] : []),
    ...(aftercare ? [{ about: 'aftercare', key: '', value: aftercare } as const] : []),
    ...(expectation ? [{ about: 'expectation', key: '', value: expectation } as const] : []),
    ...(pace ? [{ about: 'pace', key: '', value: pace } as const] : []),
  ];
}

/** What a strength rule is for; two rules of a profile are never for the same. */
export function strengthKey(
  rule: Pick<StrengthRule, 'veinKind' | 'pattern' | 'form' | 'diameterMm' | 'centralVeinOnly'>,
): string {
  const { veinKind, pattern, form, diameterMm, centralVeinOnly = false } = rule;
  const width = diameterMm ? `${String(diameterMm.over)}-${String(diameterMm.upTo ?? '')}` : '';
  return [veinKind, pattern, form, width, centralVeinOnly ? 'central' : ''].join(' ').trim();
}

/** The figure of another profile that this one stands for there. */
export function counterpart(figure: ProfileFigure, others: readonly ProfileFigure[]): ProfileFigure | null {
  return others.find(({ about, key }) => about === figure.about && key === figure.key) ?? null;
}

/** Whether two figures say the same; where they come from does not matter, nor the order within a list. */
export function saysTheSame(a: { readonly source: Source }, b: { readonly source: Source }): boolean {
  return canonical({ ...a, source: null }) === canonical({ ...b, source: null });
}

/** A text that is the same for the same content: keys in order, lists of plain values sorted, "no" the same as nothing. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).toSorted().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined && entry !== false)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${key}:${canonical(entry)}`).join()}}`;
}
