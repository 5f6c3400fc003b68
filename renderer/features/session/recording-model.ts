import type { RecordInjection, SessionView } from '../../../shared/contract/session.ts';
import type { DoseAssessment, Gauge } from '../../../shared/domain/dose/assess-dose.ts';
import { slipOfInjection, type DoseSlip } from '../../../shared/domain/dose/dose-slip.ts';
import type { DoseTotals, LedgerEntry, Preparation } from '../../../shared/domain/dose/ledger.ts';
import type { UsualDose } from '../../../shared/domain/dose/usual-dose.ts';
import type { Leg, Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import type { Microlitres } from '../../../shared/kernel/units.ts';
import type { FreeSite, RecordingState, Syringe } from './recording-state.ts';
import { assessCandidate, plannedEntries, restOfPlan, type Candidate } from './session-limits.ts';
import {
  nextTask,
  standing,
  veinTasks,
  type PlannedPuncture,
  type VeinTask,
} from '../../../shared/domain/session/vein-tasks.ts';
import { samePreparation } from '../../../shared/domain/dose/ledger.ts';
import { drawable, volumeKeys, type VolumeKey } from './volume-keys.ts';

type Box = SessionView['boxes'][number];

/** What stands where the record button is. */
export type NextStep =
  | { readonly kind: 'no-syringe' }
  | { readonly kind: 'lot-unusable'; readonly because: 'expired' | 'recalled' }
  | { readonly kind: 'nothing-due' }
  | { readonly kind: 'no-volume' }
  /** The volume looks like a ten-fold slip: take the other one, or say that it is right. */
  | { readonly kind: 'slip'; readonly slip: DoseSlip }
  /** The syringe does not hold what is planned: change it, or say why. */
  | { readonly kind: 'other-strength'; readonly planned: Preparation; readonly reasonGiven: boolean }
  | { readonly kind: 'reason-needed'; readonly gauge: Gauge; readonly reasonGiven: boolean }
  | { readonly kind: 'hard-limit'; readonly gauge: Gauge; readonly fitsUl: Microlitres }
  | { readonly kind: 'ready' };

/** Everything that the nurse's screen shows beside the record itself. */
export interface RecordingModel {
  readonly tasks: readonly VeinTask[];
  readonly syringe: Syringe | null;
  readonly box: Box | null;
  /** The vein in hand; null for a free site, or with nothing due. */
  readonly vein: Vein | null;
  readonly task: VeinTask | null;
  readonly freeSite: FreeSite | null;
  readonly planned: PlannedPuncture | null;
  readonly volumeUl: Microlitres | null;
  readonly keys: readonly VolumeKey[];
  readonly assessment: DoseAssessment;
  /** What the plan still holds after this injection. */
  readonly stillPlanned: readonly LedgerEntry[];
  readonly rest: { readonly fits: boolean; readonly totals: DoseTotals };
  readonly nextStep: NextStep;
}

/** The screen of a session that is open, for what the nurse has chosen. `usual`: the own usual doses of who is signed in. */
export function recordingModel(
  view: SessionView,
  state: RecordingState,
  today: CalendarDate,
  usual: readonly UsualDose[],
): RecordingModel {
  const tasks = veinTasks(view);
  const syringe = syringeOf(view, state);
  const box = view.boxes.find(({ id }) => id === syringe?.lotId) ?? null;
  const { vein, task } = veinInHand(view, state, tasks);
  const planned = task?.next ?? null;
  const plannedUl = planned?.volumeUl ?? null;
  const where = placeOf(syringe?.preparation ?? null, vein, state.freeSite);
  const volumeUl = state.volumeUl ?? plannedUl;
  const candidate = where && volumeUl ? { ...where, volumeUl } : null;
  const assessment = assessCandidate(view, syringe?.preparation ?? null, candidate);
  const slip = candidate && slipOfInjection({ ...slipFactsOf(candidate), plannedUl, usual });
  const stillPlanned = plannedEntries(tasks, state.leftForLater, vein);
  return {
    tasks,
    syringe,
    box,
    vein,
    task,
    freeSite: state.freeSite,
    planned,
    volumeUl,
    keys: where ? volumeKeys(view, where, plannedUl) : [],
    assessment,
    stillPlanned,
    rest: restOfPlan(assessment, stillPlanned),
    nextStep: nextStepOf({ state, syringe, box, where, volumeUl, planned, slip, assessment, today }),
  };
}

/** As chosen, else as last used in this session, else the only opened box. */
function syringeOf(view: SessionView, state: RecordingState): Syringe | null {
  if (state.syringe) return state.syringe;
  const last = standing(view.injections).at(-1);
  if (last) {
    const { dose } = last;
    const { strengthUgPerMl } = dose;
    const preparation: Preparation =
      dose.form === 'foam'
        ? { form: 'foam', strengthUgPerMl, gasParts: dose.gasParts }
        : { form: 'liquid', strengthUgPerMl };
    return { lotId: last.lotId, preparation };
  }
  const [only, another] = view.boxes;
  if (!only || another) return null;
  return { lotId: only.id, preparation: { form: 'liquid', strengthUgPerMl: only.product.strengthUgPerMl } };
}

function veinInHand(view: SessionView, state: RecordingState, tasks: readonly VeinTask[]) {
  if (state.freeSite) return { vein: null, task: null };
  if (state.isChosen) {
    const vein = view.veins.find(({ id }) => id === state.inHand) ?? null;
    return { vein, task: tasks.find((task) => task.vein.id === vein?.id) ?? null };
  }
  const before = state.inHand ?? lastVein(view);
  const task = nextTask(tasks, before, state.leftForLater);
  return { vein: task?.vein ?? null, task };
}

function lastVein(view: SessionView): VeinId | null {
  return standing(view.injections).findLast(({ veinId }) => veinId !== null)?.veinId ?? null;
}

function placeOf(
  preparation: Preparation | null,
  vein: Vein | null,
  site: FreeSite | null,
): Omit<Candidate, 'volumeUl'> | null {
  const leg: Leg | undefined = site?.leg ?? vein?.leg;
  return preparation && leg ? { preparation, leg, vein } : null;
}

/** What tells a slip from a dose: the volume, and what kind of vein it goes into. */
function slipFactsOf({ volumeUl, preparation, vein }: Candidate) {
  const { form } = preparation;
  return { volumeUl, vein: vein && { veinKind: vein.kind, veinPattern: vein.pattern, form } };
}

interface StepFacts {
  readonly state: RecordingState;
  readonly syringe: Syringe | null;
  readonly box: Box | null;
  readonly where: Omit<Candidate, 'volumeUl'> | null;
  readonly volumeUl: Microlitres | null;
  readonly planned: PlannedPuncture | null;
  readonly slip: DoseSlip | null;
  readonly assessment: DoseAssessment;
  readonly today: CalendarDate;
}

/** What has to come before the injection can be recorded, the gravest first. */
function nextStepOf(facts: StepFacts): NextStep {
  const { state, syringe, box, where, volumeUl, planned, slip, assessment, today } = facts;
  if (!syringe || !box) return { kind: 'no-syringe' };
  if (box.recalledBecause !== null) return { kind: 'lot-unusable', because: 'recalled' };
  if (box.expiresOn < today) return { kind: 'lot-unusable', because: 'expired' };
  if (!where) return { kind: 'nothing-due' };
  if (!volumeUl) return { kind: 'no-volume' };
  // Before the limits: what still fits under them would be a slip as well.
  if (slip && !state.volumeConfirmed) return { kind: 'slip', slip };
  const gauge = gravestGauge(assessment);
  if (gauge && assessment.verdict === 'hard') {
    return { kind: 'hard-limit', gauge, fitsUl: drawable(assessment.leftOfSyringeUl ?? 0) };
  }
  const reasonGiven = isReason(state.reason);
  if (planned && !samePreparation(planned.preparation, syringe.preparation)) {
    return { kind: 'other-strength', planned: planned.preparation, reasonGiven };
  }
  if (gauge && assessment.verdict === 'soft') return { kind: 'reason-needed', gauge, reasonGiven };
  return { kind: 'ready' };
}

/** Whether a text is enough of a reason for the core: three characters that are not spaces around it. */
export function isReason(text: string): boolean {
  return text.trim().length >= 3;
}

/** Of the limits that would be passed with the gravest severity, the one that would be passed furthest. */
function gravestGauge({ gauges, passed, verdict }: DoseAssessment): Gauge | null {
  if (verdict === 'clear') return null;
  return gauges
    .filter(({ limit }) => passed[verdict].includes(limit.id))
    .reduce<Gauge | null>(
      (worst, gauge) => (!worst || gauge.projected * worst.cap > worst.projected * gauge.cap ? gauge : worst),
      null,
    );
}

/** Neighbour in a list, going round: for the arrow keys. */
export function neighbour<T>(list: readonly T[], current: T | undefined, by: 1 | -1): T | undefined {
  const at = current === undefined ? -1 : list.indexOf(current);
  const start = at === -1 && by === -1 ? 0 : at;
  return list[(start + by + list.length) % list.length];
}

/** The request that records what is chosen; null while something is missing. */
export function injectionRequest(
  view: SessionView,
  model: RecordingModel,
  state: RecordingState,
  override: RecordInjection['override'],
): Omit<RecordInjection, 'injectionId'> | null {
  const { syringe, volumeUl, vein, freeSite } = model;
  const place = freeSite ?? (vein && { leg: vein.leg, aspect: vein.aspect, point: null });
  if (!syringe || !volumeUl || !place) return null;
  // Past a hard and a soft limit at once, the surgeon's reason stands for both.
  const overrideReason = model.assessment.passed.soft.length > 0 ? override?.reason : undefined;
  const reason = isReason(state.reason) ? state.reason.trim() : (overrideReason ?? null);
  return {
    sessionId: view.opening.id,
    veinId: freeSite ? null : (vein?.id ?? null),
    site: { leg: place.leg, aspect: place.aspect, point: place.point },
    lotId: syringe.lotId,
    preparation: syringe.preparation,
    volumeUl,
    needle: state.needle,
    volumeConfirmed: state.volumeConfirmed,
    reason,
    override,
  };
}
