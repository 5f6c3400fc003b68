import { amountUnder, appliesToPatient, capOf } from '../../dose/assess-dose.ts';
import type { Limit } from '../../dose/label-profile.ts';
import type { DosePatient, LedgerEntry } from '../../dose/ledger.ts';
import { LEGS, type Leg } from '../../leg-map/vein.ts';
import type { PlannerInput, PlannerOptions } from '../planner-input.ts';

/** Something that sessions have only so much of. */
export interface Dimension {
  /** Null: the minutes of a session. */
  readonly limitId: string | null;
  readonly cap: number;
  /** Of the sessions at the front, where their caps differ; none is above `cap`. */
  readonly ownCaps: readonly number[];
  readonly amountOf: (entries: readonly LedgerEntry[]) => number;
}

const NO_CAP = Number.MAX_SAFE_INTEGER;
const SECONDS_PER_MINUTE = 60;

/** The dimensions of a plan: every limit on a whole session, a cap by leg once for each leg, and the time. Cautions do not shape a plan. */
export function dimensionsOf(input: Omit<PlannerInput, 'veins'>): readonly Dimension[] {
  const limits = input.limits
    .filter(({ window, severity }) => window !== 'injection' && severity !== 'caution')
    .flatMap((limit) =>
      limit.window === 'leg-in-session'
        ? LEGS.map((leg) => dimensionOf(limit, leg, input))
        : [dimensionOf(limit, null, input)],
    );
  return [...limits, ...timeOf(input.options)];
}

function dimensionOf(
  limit: Limit,
  leg: Leg | null,
  { patient, sessionCaps = [] }: Omit<PlannerInput, 'veins'>,
): Dimension {
  const capIn = (session: number) => {
    if (!appliesToPatient(limit, patientIn(patient, session))) return NO_CAP;
    return Math.min(capOf(limit, patient), sessionCaps[session]?.get(limit.id) ?? NO_CAP);
  };
  const own = Math.max(1, sessionCaps.length);
  return {
    limitId: limit.id,
    cap: capIn(own),
    ownCaps: Array.from({ length: own }, (_, session) => capIn(session)),
    amountOf: (entries) =>
      entries.reduce(
        (sum, entry) => sum + (leg === null || entry.leg === leg ? amountUnder(limit, entry) : 0),
        0,
      ),
  };
}

/** Only the first session of a proposal can be the patient's first. */
export function patientIn(patient: DosePatient, session: number): DosePatient {
  return { ...patient, isFirstSession: patient.isFirstSession && session === 0 };
}

function timeOf({ time }: PlannerOptions): readonly Dimension[] {
  if (time === null) return [];
  const cap = Math.floor(time.minutesPerSession * SECONDS_PER_MINUTE);
  const amountOf = (entries: readonly LedgerEntry[]) => entries.length * time.secondsPerPuncture;
  return [{ limitId: null, cap, ownCaps: [], amountOf }];
}
