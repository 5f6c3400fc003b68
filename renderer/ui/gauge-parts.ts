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

/** Cuts a bar into its parts. Its scale ends at the cap, or at what is projected where that is more; the plan beyond the cap is not drawn. */
export function gaugeParts({ used, projected, cap, planned, cautionAt }: GaugeAmounts): GaugeParts {
  const scale = Math.max(cap, projected, used, 1);
  const percent = (amount: number) => (amount * 100) / scale;
  const givenWithin = Math.min(used, cap);
  const projectedWithin = Math.min(Math.max(projected, used), cap);
  return {
    given: percent(givenWithin),
    thisOne: percent(projectedWithin - givenWithin),
    planned: percent(Math.min(planned, cap - projectedWithin)),
    over: percent(Math.max(0, Math.max(projected, used) - cap)),
    postAt: percent(cap),
    cautionAt: cautionAt !== null && cautionAt <= cap ? percent(cautionAt) : null,
  };
}
