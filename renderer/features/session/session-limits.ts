import type { SessionView } from '../../../shared/contract/session.ts';
import {
  amountUnder,
  assessDose,
  capOf,
  type DoseAssessment,
  type Gauge,
} from '../../../shared/domain/dose/assess-dose.ts';
import { totalsOf } from '../../../shared/domain/dose/arithmetic.ts';
import type { DoseLedger, DoseTotals, LedgerEntry, Preparation } from '../../../shared/domain/dose/ledger.ts';
import type { Limit } from '../../../shared/domain/dose/label-profile.ts';
import { withTighterCaps } from '../../../shared/domain/dose/tighter-caps.ts';
import type { Leg, Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { Microlitres } from '../../../shared/kernel/units.ts';
import { entryOfPuncture } from '../../../shared/domain/session/fit-veins.ts';
import { remainingPunctures, standing, type VeinTask } from '../../../shared/domain/session/vein-tasks.ts';

/** The injection that is about to be given: what is in the syringe, how much, and where. */
export interface Candidate {
  readonly preparation: Preparation;
  readonly volumeUl: Microlitres;
  readonly leg: Leg;
  readonly vein: Vein | null;
}

type DoseFacts = Pick<SessionView, 'injections' | 'earlierIn24h' | 'profile' | 'tighterCaps' | 'dosePatient'>;

/** All injections that count towards the limits. */
export function ledgerOf(view: Pick<DoseFacts, 'injections' | 'earlierIn24h'>): DoseLedger {
  const session = standing(view.injections).map(({ dose, site, vessel }): LedgerEntry => ({
    ...dose,
    leg: site.leg,
    veinKind: vessel?.kind ?? null,
    diameterMm: vessel?.diameterMm ?? null,
  }));
  return { session, earlierIn24h: view.earlierIn24h };
}

/** A candidate as the limits see it. */
export function entryOf(candidate: Candidate): LedgerEntry {
  return {
    ...candidate.preparation,
    volumeUl: candidate.volumeUl,
    leg: candidate.leg,
    veinKind: candidate.vein?.kind ?? null,
    diameterMm: candidate.vein?.diameterMm ?? null,
  };
}

/** The limits that hold in a session: the profile's, tighter where a surgeon said so. */
export function limitsOf({
  profile,
  tighterCaps,
  dosePatient,
}: Pick<DoseFacts, 'profile' | 'tighterCaps' | 'dosePatient'>): readonly Limit[] {
  return withTighterCaps(profile.limits, tighterCaps, dosePatient);
}

/** The same answer that the core will give: every limit now, and with the candidate. */
export function assessCandidate(
  view: DoseFacts,
  syringe: Preparation | null,
  candidate: Candidate | null,
): DoseAssessment {
  return assessDose({
    ledger: ledgerOf(view),
    limits: limitsOf(view),
    patient: view.dosePatient,
    syringe,
    candidate: candidate && entryOf(candidate),
  });
}

/** What this session has given so far. */
export function sessionTotals(view: DoseFacts): DoseTotals {
  return totalsOf(ledgerOf(view).session);
}

/** What the plan still holds, as entries; without the puncture that is about to be given. */
export function plannedEntries(
  tasks: readonly VeinTask[],
  leftForLater: ReadonlySet<VeinId>,
  inHand: Vein | null,
): readonly LedgerEntry[] {
  let skipOne = inHand !== null;
  return remainingPunctures(tasks, leftForLater).flatMap(({ task, puncture }) => {
    if (skipOne && task.vein.id === inHand?.id) {
      skipOne = false;
      return [];
    }
    return [entryOfPuncture(task, puncture)];
  });
}

/** How much of a limit the rest of the plan would take, in the limit's unit. */
export function plannedUnder(gauge: Gauge, planned: readonly LedgerEntry[]): number {
  if (gauge.limit.window === 'injection') return 0;
  return planned.reduce((sum, entry) => sum + amountUnder(gauge.limit, entry), 0);
}

/** Whether the rest of the plan fits under every hard limit, together with the candidate. */
export function restOfPlan(
  assessment: DoseAssessment,
  planned: readonly LedgerEntry[],
): { readonly fits: boolean; readonly totals: DoseTotals } {
  const fits = assessment.gauges.every(
    (gauge) => gauge.limit.severity !== 'hard' || gauge.projected + plannedUnder(gauge, planned) <= gauge.cap,
  );
  return { fits, totals: totalsOf(planned) };
}

/** The gauges of the panel: those that fill up over the session or the day, the binding one first, then every other one. */
export function sortedGauges({ gauges, bindingLimitId }: DoseAssessment): {
  readonly bars: readonly Gauge[];
  /** Limits on the injection in hand alone. */
  readonly single: readonly Gauge[];
  /** Cautions, and foam while there is none: not what the session is steered by. */
  readonly others: readonly Gauge[];
  readonly cautions: readonly Gauge[];
} {
  const isIdleFoam = ({ limit, projected }: Gauge) => limit.quantity === 'foam-volume' && projected === 0;
  const isSingle = ({ limit }: Gauge) => limit.window === 'injection';
  const isBar = (gauge: Gauge) => gauge.limit.severity !== 'caution' && !isIdleFoam(gauge);
  const summing = gauges.filter((gauge) => !isSingle(gauge));
  const binds = ({ limit }: Gauge) => Number(limit.id === bindingLimitId);
  return {
    bars: summing.filter(isBar).toSorted((a, b) => binds(b) - binds(a)),
    single: gauges.filter(isSingle),
    others: summing.filter((gauge) => !isBar(gauge)),
    cautions: gauges.filter(({ limit }) => limit.severity === 'caution'),
  };
}

/** Who set the cap of a gauge tighter than the profile has it, and what the profile has; null where nobody did. */
export function tightenedBy(
  {
    profile,
    tighterCaps,
    dosePatient,
    names,
  }: Pick<DoseFacts, 'profile' | 'tighterCaps' | 'dosePatient'> & Pick<SessionView, 'names'>,
  { limit, cap }: Pick<Gauge, 'limit' | 'cap'>,
): { readonly by: string; readonly profileCap: number } | null {
  const own = profile.limits.find(({ id }) => id === limit.id);
  const set = tighterCaps.find(({ limitId }) => limitId === limit.id);
  const profileCap = own && capOf(own, dosePatient);
  if (!set || profileCap === undefined || cap >= profileCap) return null;
  return { by: names[set.setBy] ?? 'a surgeon', profileCap };
}
