import {
  counterpart,
  figuresOf,
  saysTheSame,
  type ProfileFigure,
  type ProfileRules,
} from './profile-figures.ts';

/** A figure that differs between two versions; null: it is not there at all. */
export interface FigureChange {
  readonly before: ProfileFigure | null;
  readonly after: ProfileFigure | null;
}

/** What differs from one set of rules to another, in the order of the second; what is gone comes last. New words of a source alone count. */
export function compareProfiles(before: ProfileRules, after: ProfileRules): readonly FigureChange[] {
  const old = figuresOf(before);
  const now = figuresOf(after);
  const changed = now
    .map((figure): FigureChange => ({ before: counterpart(figure, old), after: figure }))
    .filter((change) => differs(change));
  const gone = old
    .filter((figure) => counterpart(figure, now) === null)
    .map((figure): FigureChange => ({ before: figure, after: null }));
  return [...changed, ...gone];
}

function differs({ before, after }: FigureChange): boolean {
  if (!before || !after) return true;
  const { source } = before.value;
  return (
    !saysTheSame(before.value, after.value) ||
    source.text !== after.value.source.text ||
    source.mark !== after.value.source.mark
  );
}
