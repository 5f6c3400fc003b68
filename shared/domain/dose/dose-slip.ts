import type { Microlitres } from '../../kernel/units.ts';
import type { VeinKind, VeinPattern } from '../leg-map/vein.ts';
import type { ComparableVeins, UsualDose, VeinDose } from './usual-dose.ts';

/**
 * From this many times what was expected, a volume looks like a decimal point in the wrong place. Five, because too much is the
 * danger: a slip of ten is still caught where no more than half of the expected was meant. A change of mind between the usual volumes
 * for one place, 0.1 to 0.3 mL, is let pass.
 */
export const SLIP_MORE = 5;

/**
 * Down to this part of what was expected, a volume looks like a slip. A tenth, the slip of the point itself: too little can be
 * followed by more, and a first drop of 0.05 mL into a vein planned at 0.3 mL is nothing to ask about.
 */
export const SLIP_LESS = 10;

/** Fewer veins than this are no custom. */
export const LEAST_SAMPLES = 10;

/** About what one puncture reaches: mm of a line, mm² of a web, as the spacing of the shipped profiles has it. */
const REACH: Readonly<Record<VeinKind, Readonly<Record<VeinPattern, number>>>> = {
  telangiectasia: { line: 15, web: 415 },
  reticular: { line: 35, web: 875 },
  varicose: { line: 100, web: 2_500 },
};

/** A volume that looks like a slip, and what it was held against; both in µL. */
export interface DoseSlip {
  /** The plan's volume for this puncture, or what this person usually gives. */
  readonly against: 'plan' | 'usual';
  readonly direction: 'more' | 'less';
  readonly volumeUl: number;
  /** Of one's own usual dose rounded down, at least 1. */
  readonly expectedUl: number;
  /** On how many veins one's own usual dose rests; null for the plan. */
  readonly samples: number | null;
}

/** Whether the volume of one puncture is 5 times what is planned for it or more, or a tenth or less; null if not. */
export function slipAgainstPlan(volumeUl: Microlitres, plannedUl: Microlitres): DoseSlip | null {
  const slip = { against: 'plan', volumeUl, expectedUl: plannedUl, samples: null } as const;
  if (volumeUl >= SLIP_MORE * plannedUl) return { ...slip, direction: 'more' };
  return volumeUl * SLIP_LESS <= plannedUl ? { ...slip, direction: 'less' } : null;
}

/**
 * Whether all that a vein is to get in a session is 5 times what this person usually gives to its length or area, or more, or a
 * tenth or less. Null if not, where fewer than 10 such veins are known, or for a vein without extent. A vein shorter than one
 * puncture reaches gets a puncture all the same: it never has too much for that.
 */
export function slipOfVein(dose: VeinDose, usual: readonly UsualDose[]): DoseSlip | null {
  const custom = customFor(dose, usual);
  if (!custom || dose.extent === 0) return null;
  const reached = Math.max(dose.extent, reachOf(dose));
  if (isMore(dose.volumeUl, custom, reached)) return slipOf('more', dose.volumeUl, custom, reached);
  const isLess = dose.volumeUl * custom.extent * SLIP_LESS <= custom.volumeUl * dose.extent;
  return isLess ? slipOf('less', dose.volumeUl, custom, dose.extent) : null;
}

/**
 * Whether one puncture is 5 times what this person usually gives to as much of such a vein as one puncture reaches, or more. Little
 * is no slip here: another puncture may follow.
 */
export function slipOfPuncture(
  volumeUl: number,
  vein: ComparableVeins,
  usual: readonly UsualDose[],
): DoseSlip | null {
  const custom = customFor(vein, usual);
  const reached = reachOf(vein);
  return custom && isMore(volumeUl, custom, reached) ? slipOf('more', volumeUl, custom, reached) : null;
}

/**
 * Whether an injection that is about to be given looks like a slip: by the plan, or where nothing is planned by the custom of who
 * gives it. What a surgeon planned has been held against custom when it was planned, and is not asked again at every puncture.
 */
export function slipOfInjection(question: {
  readonly volumeUl: Microlitres;
  /** What the plan means for this puncture; null where nothing is planned. */
  readonly plannedUl: Microlitres | null;
  /** Null: a free site, which has no custom. */
  readonly vein: ComparableVeins | null;
  readonly usual: readonly UsualDose[];
}): DoseSlip | null {
  const { volumeUl, plannedUl, vein, usual } = question;
  if (plannedUl !== null) return slipAgainstPlan(volumeUl, plannedUl);
  return vein && slipOfPuncture(volumeUl, vein, usual);
}

function isMore(volumeUl: number, custom: UsualDose, reached: number): boolean {
  return volumeUl * custom.extent >= SLIP_MORE * custom.volumeUl * reached;
}

function slipOf(
  direction: DoseSlip['direction'],
  volumeUl: number,
  { volumeUl: usualUl, extent, samples }: UsualDose,
  reached: number,
): DoseSlip {
  const expectedUl = Math.max(1, (usualUl * reached - ((usualUl * reached) % extent)) / extent);
  return { against: 'usual', direction, volumeUl, expectedUl, samples };
}

function customFor(vein: ComparableVeins, usual: readonly UsualDose[]): UsualDose | null {
  const { veinKind, veinPattern, form } = vein;
  const custom = usual.find(
    (each) => each.veinKind === veinKind && each.veinPattern === veinPattern && each.form === form,
  );
  return custom && custom.samples >= LEAST_SAMPLES ? custom : null;
}

function reachOf({ veinKind, veinPattern }: ComparableVeins): number {
  return REACH[veinKind][veinPattern];
}
