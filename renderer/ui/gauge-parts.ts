interface GaugeAmounts {
  readonly used: number;
  readonly projected: number;
  readonly cap: number;
  readonly planned: number;
  readonly cautionAt: number | null;
}

/** Where the parts of a bar lie, in percent of its scale. */
export interface GaugeParts {
  readonly given: number;
  readonly thisOne: number;
  readonly planned: number;
  /** Past the cap. */
  readonly over: number;
  readonly postAt: number;
  /** Null: no caution, or not within the cap. */
  readonly cautionAt: number | null;
}

/** Cuts a bar into its parts. Its scale ends at the cap, or at what is projected or planned alone where that is more. */
export function gaugeParts({ used, projected, cap, planned, cautionAt }: GaugeAmounts): GaugeParts {
  const certain = Math.max(projected, used);
  // Beside what is given, a plan that does not fit is said in words; alone, it is drawn past the post.
  const total = certain === 0 ? planned : certain;
  const scale = Math.max(cap, total, 1);
  const percent = (amount: number) => (amount * 100) / scale;
  const givenWithin = Math.min(used, cap);
  const certainWithin = Math.min(certain, cap);
  return {
    given: percent(givenWithin),
    thisOne: percent(certainWithin - givenWithin),
    planned: percent(Math.min(planned, cap - certainWithin)),
    over: percent(Math.max(0, total - cap)),
    postAt: percent(cap),
    cautionAt: cautionAt !== null && cautionAt <= cap ? percent(cautionAt) : null,
  };
}
