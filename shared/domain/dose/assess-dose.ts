import { micrograms, microlitres, type Microlitres } from '../../kernel/units.ts';
import { assertNever } from '../../kernel/assert-never.ts';
import { LEGS, type Leg } from '../leg-map/vein.ts';
import { amountForWeight, massOf, mostVolumeUl } from './arithmetic.ts';
import { isInRange, SEVERITIES, type Limit, type Severity } from './label-profile.ts';
import type { DoseLedger, DosePatient, Form, LedgerEntry, Preparation } from './ledger.ts';

/** `near` above 80 % of the cap, `over` above the cap itself. */
export type GaugeState = 'ok' | 'near' | 'over';

/** One limit, filled. All amounts are whole numbers in the unit of the limit's quantity. */
export interface Gauge {
  readonly limit: Limit;
  /** The cap for this patient, rounded down. */
  readonly cap: number;
  readonly used: number;
  /** With the candidate; equals `used` without one. */
  readonly projected: number;
  /** Of the cap before the candidate, never below 0. */
  readonly left: number;
  /** How much more of the syringe in hand fits under this limit, rounded down; null if the limit sets no bound on its volume. */
  readonly leftOfSyringeUl: Microlitres | null;
  readonly usedState: GaugeState;
  readonly projectedState: GaugeState;
}

/** What `assessDose` answers. */
export interface DoseAssessment {
  /** Every limit that applies, in the profile's order. */
  readonly gauges: readonly Gauge[];
  /** The id of the hard limit that leaves least of the syringe in hand, the first in order on a tie; null with no syringe or no such limit. */
  readonly bindingLimitId: string | null;
  /** What may still be given of the syringe in hand under all hard limits, rounded down; null with no syringe or no such limit. */
  readonly leftOfSyringeUl: Microlitres | null;
  /** Limits the candidate would pass, by severity. */
  readonly passed: Readonly<Record<Severity, readonly string[]>>;
  /** The gravest of what is passed. */
  readonly verdict: 'clear' | Severity;
}

export interface DoseQuestion {
  readonly ledger: DoseLedger;
  readonly limits: readonly Limit[];
  readonly patient: DosePatient;
  /** The syringe in hand, if there is one. */
  readonly syringe: Preparation | null;
  /** The injection about to be given, if a volume has been chosen. */
  readonly candidate: LedgerEntry | null;
}

/**
 * Holds a ledger, and an injection that is about to be given, against limits. The same answer stands on the screen before the
 * confirm and decides in the core. `near` and `over` are exact comparisons of whole numbers; caps and what is left round down.
 * A free site is of unknown kind and counts under the limits of every kind of vein.
 */
export function assessDose(question: DoseQuestion): DoseAssessment {
  const gauges = question.limits
    .filter((limit) => isInForce(limit, question))
    .map((limit) => gaugeOf(limit, question));
  const binding = bindingGauge(gauges);
  const passedWith = (severity: Severity) =>
    gauges
      .filter(
        ({ limit, used, projected, cap }) =>
          limit.severity === severity && projected > used && projected > cap,
      )
      .map(({ limit }) => limit.id);
  const passed = { caution: passedWith('caution'), soft: passedWith('soft'), hard: passedWith('hard') };
  return {
    gauges,
    bindingLimitId: binding?.limit.id ?? null,
    leftOfSyringeUl: binding?.leftOfSyringeUl ?? null,
    passed,
    verdict: SEVERITIES.findLast((severity) => passed[severity].length > 0) ?? 'clear',
  };
}

/** The cap of a limit for a patient, in the unit of its quantity, rounded down. */
export function capOf(limit: Limit, patient: Pick<DosePatient, 'weightG'>): number {
  return limit.cap.per === 'person' ? limit.cap.amount : amountForWeight(limit.cap.amount, patient.weightG);
}

/** How much of a limit one dose takes up, in the unit of its quantity; 0 for what the limit does not count. */
export function amountUnder(limit: Limit, entry: LedgerEntry): number {
  if (!countsDose(limit, entry)) return 0;
  switch (limit.quantity) {
    case 'mass':
      return massOf(entry);
    case 'injections':
      return 1;
    case 'liquid-volume':
    case 'foam-volume':
    case 'total-volume':
      return entry.volumeUl;
    default:
      return assertNever(limit.quantity);
  }
}

/**
 * Whether a limit counts what goes into a vessel in a form. A kind or width that nobody has said counts under the limits of
 * every kind and width.
 */
export function countsDose(
  limit: Limit,
  entry: Pick<LedgerEntry, 'form' | 'veinKind' | 'diameterMm'>,
): boolean {
  return countsForm(limit, entry.form) && countsVein(limit, entry);
}

/** Whether the scope of a limit takes in this patient, today. */
export function appliesToPatient({ scope }: Limit, patient: DosePatient): boolean {
  const { isFirstSession, proneToHypersensitivity } = patient;
  if (scope.firstSession && !isFirstSession) return false;
  return !scope.firstSessionIfProne || (proneToHypersensitivity && isFirstSession);
}

/** `near` above 80 % of the cap, `over` above the cap; whole numbers only. */
export function gaugeState(used: number, cap: number): GaugeState {
  if (used > cap) return 'over';
  return used * 5 > cap * 4 ? 'near' : 'ok';
}

/** A limit on a single injection has no gauge until there is an injection, or a syringe, that it could stop. */
function isInForce(limit: Limit, { patient, candidate, syringe }: DoseQuestion): boolean {
  if (!appliesToPatient(limit, patient)) return false;
  if (limit.window !== 'injection') return true;
  if (candidate) return countsDose(limit, candidate);
  const { veinKinds, diameterMm } = limit.scope;
  const isForAnyVein = veinKinds === undefined && diameterMm === undefined;
  return syringe !== null && countsForm(limit, syringe.form) && isForAnyVein;
}

function gaugeOf(limit: Limit, question: DoseQuestion): Gauge {
  const { candidate, patient, syringe } = question;
  const cap = capOf(limit, patient);
  const used = usedOf(limit, question);
  const projected = used + (candidate ? amountUnder(limit, candidate) : 0);
  const left = Math.max(0, cap - used);
  return {
    limit,
    cap,
    used,
    projected,
    left,
    leftOfSyringeUl: syringe ? leftOfSyringe(limit, left, syringe) : null,
    usedState: gaugeState(used, cap),
    projectedState: gaugeState(projected, cap),
  };
}

/** Within the limit's window. By leg: the leg of the candidate, or with none the leg that has had more. */
function usedOf(limit: Limit, { ledger, candidate }: DoseQuestion): number {
  const sum = (entries: readonly LedgerEntry[]) =>
    entries.reduce((total, entry) => total + amountUnder(limit, entry), 0);
  const onLeg = (leg: Leg) => sum(ledger.session.filter((entry) => entry.leg === leg));
  switch (limit.window) {
    case 'injection':
      return 0;
    case 'session':
      return sum(ledger.session);
    case 'leg-in-session':
      return candidate ? onLeg(candidate.leg) : Math.max(...LEGS.map(onLeg));
    case '24-hours':
      return sum(ledger.session) + sum(ledger.earlierIn24h);
    default:
      return assertNever(limit.window);
  }
}

function leftOfSyringe(limit: Limit, left: number, syringe: Preparation): Microlitres | null {
  if (!countsForm(limit, syringe.form)) return null;
  switch (limit.quantity) {
    case 'mass':
      return mostVolumeUl(syringe, micrograms(left));
    case 'injections':
      return left > 0 ? null : microlitres(0);
    case 'liquid-volume':
    case 'foam-volume':
    case 'total-volume':
      return microlitres(left);
    default:
      return assertNever(limit.quantity);
  }
}

function bindingGauge(gauges: readonly Gauge[]): Gauge | null {
  let binding: Gauge | null = null;
  for (const gauge of gauges) {
    if (gauge.limit.severity !== 'hard' || gauge.leftOfSyringeUl === null) continue;
    if (binding?.leftOfSyringeUl == null || gauge.leftOfSyringeUl < binding.leftOfSyringeUl) binding = gauge;
  }
  return binding;
}

function countsForm({ quantity, scope }: Limit, form: Form): boolean {
  if (scope.form !== undefined && scope.form !== form) return false;
  if (quantity === 'liquid-volume') return form === 'liquid';
  return quantity !== 'foam-volume' || form === 'foam';
}

function countsVein({ scope }: Limit, vein: Pick<LedgerEntry, 'veinKind' | 'diameterMm'>): boolean {
  const { veinKind, diameterMm = null } = vein;
  const ofKind = scope.veinKinds === undefined || veinKind === null || scope.veinKinds.includes(veinKind);
  const ofWidth =
    scope.diameterMm === undefined || diameterMm === null || isInRange(scope.diameterMm, diameterMm);
  return ofKind && ofWidth;
}
