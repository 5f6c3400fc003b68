import type { Source } from './label-profile.ts';
import {
  counterpart,
  figuresOf,
  saysTheSame,
  type ProfileFigure,
  type ProfileRules,
} from './profile-figures.ts';

/**
 * Gives every figure of a clinic's profile the source it has a right to: one that says what the label says keeps the label's source,
 * any other is the clinic's own, with the words that the clinic gave.
 */
export function settleSources(rules: ProfileRules, label: ProfileRules): ProfileRules {
  const labelled = figuresOf(label);
  const sources = new Map<object, Source>(
    figuresOf(rules).map((figure) => [figure.value, sourceOf(figure, labelled)]),
  );
  const settled = <Value extends { readonly source: Source }>(value: Value): Value => ({
    ...value,
    source: sources.get(value) ?? value.source,
  });
  return {
    ...rules,
    limits: rules.limits.map(settled),
    strengths: rules.strengths.map(settled),
    contraindications: rules.contraindications.map(settled),
    interval: settled(rules.interval),
    observationMinutes: settled(rules.observationMinutes),
    compressionDays: settled(rules.compressionDays),
    breastfeedingPause: rules.breastfeedingPause && settled(rules.breastfeedingPause),
    ...(rules.weighing && { weighing: settled(rules.weighing) }),
    ...(rules.aftercare && { aftercare: settled(rules.aftercare) }),
    expectation: rules.expectation && settled(rules.expectation),
    pace: rules.pace && settled(rules.pace),
  };
}

/** The words of a label do not vouch for a figure that the clinic changed: they are dropped, and others asked for. */
function sourceOf(figure: ProfileFigure, labelled: readonly ProfileFigure[]): Source {
  const inLabel = counterpart(figure, labelled);
  if (inLabel && saysTheSame(figure.value, inLabel.value)) return inLabel.value.source;
  const { text } = figure.value.source;
  return { text: text === inLabel?.value.source.text ? '' : text, mark: 'clinic' };
}
