import type { VeinId } from '../../kernel/ids.ts';
import { totalsOf } from '../dose/arithmetic.ts';
import { assessDose, type Gauge } from '../dose/assess-dose.ts';
import type { Limit, Severity } from '../dose/label-profile.ts';
import type { DosePatient, DoseTotals, LedgerEntry } from '../dose/ledger.ts';
import type { Vein } from '../leg-map/vein.ts';
import type { PlanItem } from './plan.ts';

/** What the sums need to know of a vein. */
export type PlannedVein = Pick<Vein, 'id' | 'leg' | 'kind'> & Partial<Pick<Vein, 'diameterMm'>>;

export interface PlannedSessionQuestion {
  /** The items of one session. */
  readonly items: readonly PlanItem[];
  readonly veins: readonly PlannedVein[];
  readonly limits: readonly Limit[];
  /** `isFirstSession` as it will be on the day of this session. */
  readonly patient: DosePatient;
  /** What other sessions give within the 24 hours before, if any. */
  readonly earlierIn24h?: readonly LedgerEntry[];
}

/** A planned session, filled. */
export interface PlannedSessionAssessment {
  readonly totals: DoseTotals;
  /** Limits on the whole session, in the profile's order; `used` is what is planned. */
  readonly gauges: readonly Gauge[];
  /** The hard limit that is filled furthest, the first in order on a tie; null if nothing is planned. */
  readonly bindingLimitId: string | null;
  /** Ids of limits on the whole session that the plan passes, by severity. */
  readonly passed: Readonly<Record<Severity, readonly string[]>>;
  /** Items that give more in one place than a limit on single injections has. */
  readonly injectionsOver: readonly { readonly veinId: VeinId; readonly limitIds: readonly string[] }[];
}

/** The doses that an item stands for: one entry per puncture. Throws for a vein that is not among `veins`. */
export function entriesOf(item: PlanItem, veins: readonly PlannedVein[]): readonly LedgerEntry[] {
  const vein = veins.find(({ id }) => id === item.veinId);
  if (!vein) throw new Error(`a planned vein is not on the map: ${item.veinId}`);
  const entry: LedgerEntry = {
    ...item.preparation,
    volumeUl: item.volumePerPunctureUl,
    leg: vein.leg,
    veinKind: vein.kind,
    diameterMm: vein.diameterMm ?? null,
  };
  return Array.from({ length: item.punctures }, () => entry);
}

/** Holds a planned session against the limits, with the function that will decide when it is given. */
export function assessPlannedSession(question: PlannedSessionQuestion): PlannedSessionAssessment {
  const { items, veins, limits, patient, earlierIn24h = [] } = question;
  const session = items.flatMap((item) => entriesOf(item, veins));
  const { gauges } = assessDose({
    ledger: { session, earlierIn24h },
    limits: limits.filter(({ window }) => window !== 'injection'),
    patient,
    syringe: null,
    candidate: null,
  });
  const passedWith = (severity: Severity) =>
    gauges
      .filter(({ limit, usedState }) => limit.severity === severity && usedState === 'over')
      .map(({ limit }) => limit.id);
  return {
    totals: totalsOf(session),
    gauges,
    bindingLimitId: fullestGauge(gauges)?.limit.id ?? null,
    passed: { caution: passedWith('caution'), soft: passedWith('soft'), hard: passedWith('hard') },
    injectionsOver: injectionsOver(question),
  };
}

/** The gauge of a hard limit that is filled furthest, the first in order on a tie; null if nothing fills any. */
export function fullestGauge(gauges: readonly Gauge[]): Gauge | null {
  let fullest: Gauge | null = null;
  for (const gauge of gauges) {
    if (gauge.limit.severity !== 'hard' || gauge.used === 0) continue;
    if (!fullest || gauge.used * fullest.cap > fullest.used * gauge.cap) fullest = gauge;
  }
  return fullest;
}

function injectionsOver({ items, veins, limits, patient }: PlannedSessionQuestion) {
  const single = limits.filter(({ window }) => window === 'injection');
  return items.flatMap((item) => {
    const candidate = entriesOf(item, veins)[0];
    if (!candidate) return [];
    const ledger = { session: [], earlierIn24h: [] };
    const { passed } = assessDose({ ledger, limits: single, patient, syringe: null, candidate });
    const limitIds = [...passed.hard, ...passed.soft, ...passed.caution];
    return limitIds.length > 0 ? [{ veinId: item.veinId, limitIds }] : [];
  });
}

/** What a session gave into a vein, as far as the plan asks. */
export interface GivenInSession {
  readonly veinId: VeinId;
  readonly sessionNumber: number;
  readonly injections: number;
}

/**
 * What is still to be done of a plan: each item less the injections that its own session gave into the vein. Items that are done
 * are left out; more injections than planned in one session take nothing away from another.
 */
export function remainingItems(
  items: readonly PlanItem[],
  given: readonly GivenInSession[],
): readonly PlanItem[] {
  const left = new Map<string, number>();
  const keyOf = (veinId: VeinId, sessionNumber: number | null) => `${veinId} ${String(sessionNumber)}`;
  for (const { veinId, sessionNumber, injections } of given) {
    const key = keyOf(veinId, sessionNumber);
    left.set(key, (left.get(key) ?? 0) + injections);
  }
  return items.flatMap((item) => {
    const key = keyOf(item.veinId, item.sessionNumber);
    const done = Math.min(item.punctures, left.get(key) ?? 0);
    left.set(key, (left.get(key) ?? 0) - done);
    return done < item.punctures ? [{ ...item, punctures: item.punctures - done }] : [];
  });
}

/** A feeder that the plan treats only after what it feeds. */
export interface FeederLater {
  readonly feederId: VeinId;
  readonly veinId: VeinId;
}

/**
 * The feeders that are planned later than what they feed, in the order of `veins`. Of a vein in several sessions the first counts;
 * a vein without a session, or not planned, is no violation, nor is one that a session held was to treat (`held`, by number): a
 * feeder found since can only come later.
 */
export function feedersLater(
  items: readonly PlanItem[],
  veins: readonly Pick<Vein, 'id' | 'feederId'>[],
  held: ReadonlySet<number> = new Set(),
): readonly FeederLater[] {
  const first = new Map<VeinId, number>();
  for (const { veinId, sessionNumber } of items) {
    if (sessionNumber === null) continue;
    first.set(veinId, Math.min(sessionNumber, first.get(veinId) ?? sessionNumber));
  }
  return veins.flatMap(({ id, feederId }) => {
    const own = first.get(id);
    const feeders = feederId === null ? undefined : first.get(feederId);
    const isLater = own !== undefined && !held.has(own) && feeders !== undefined && feeders > own;
    return isLater && feederId !== null ? [{ feederId, veinId: id }] : [];
  });
}
