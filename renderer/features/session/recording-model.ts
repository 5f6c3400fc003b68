import type { SessionView } from '../../../shared/contract/session.ts';
import type { DoseAssessment } from '../../../shared/domain/dose/assess-dose.ts';
import { slipOfInjection } from '../../../shared/domain/dose/dose-slip.ts';
import type { DoseTotals, LedgerEntry, Preparation } from '../../../shared/domain/dose/ledger.ts';
import type { UsualDose } from '../../../shared/domain/dose/usual-dose.ts';
import type { Leg, Vein } from '../../../shared/domain/leg-map/vein.ts';
import { fitVeins, veinsForNextSession, type VeinFit } from '../../../shared/domain/session/fit-veins.ts';
import {
  nextTask,
  standing,
  veinTasks,
  type PlannedPuncture,
  type VeinTask,
} from '../../../shared/domain/session/vein-tasks.ts';
import type { PersonId, VeinId } from '../../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import type { Microlitres } from '../../../shared/kernel/units.ts';
import { lastVolume } from './last-volume.ts';
import { nextStepOf, type NextStep } from './next-step.ts';
import type { FreeSite, RecordingState, Syringe } from './recording-state.ts';
import {
  assessCandidate,
  ledgerOf,
  limitsOf,
  plannedEntries,
  restOfPlan,
  type Candidate,
} from './session-limits.ts';
import { volumeKeys, type VolumeKey } from './volume-keys.ts';

type Box = SessionView['boxes'][number];

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
  /** Veins that somebody has left for another session. */
  readonly leftForLater: ReadonlySet<VeinId>;
  /** How much of what is planned for each vein still fits; derived anew each time. */
  readonly fits: ReadonlyMap<VeinId, VeinFit>;
  readonly keys: readonly VolumeKey[];
  readonly assessment: DoseAssessment;
  /** What the plan still holds after this injection. */
  readonly stillPlanned: readonly LedgerEntry[];
  readonly rest: { readonly fits: boolean; readonly totals: DoseTotals };
  readonly nextStep: NextStep;
}

/** What the screen knows beside the session and the choices. */
export interface RecordingContext {
  readonly today: CalendarDate;
  /** Who is signed in. */
  readonly me: PersonId;
  /** What that person usually gives. */
  readonly usual: readonly UsualDose[];
}

/** The screen of a session that is open, for what the nurse has chosen. */
export function recordingModel(
  view: SessionView,
  state: RecordingState,
  { today, me, usual }: RecordingContext,
): RecordingModel {
  const tasks = veinTasks(view);
  const syringe = syringeOf(view, state);
  const box = view.boxes.find(({ id }) => id === syringe?.lotId) ?? null;
  const leftForLater = new Set(view.leftForLater.map(({ veinId }) => veinId));
  const fits = fitsOf(view, tasks, leftForLater);
  const { vein, task } = veinInHand(
    view,
    state,
    tasks,
    new Set([...leftForLater, ...veinsForNextSession(fits)]),
  );
  const planned = task?.next ?? null;
  const plannedUl = planned?.volumeUl ?? null;
  const where = placeOf(syringe?.preparation ?? null, vein, state.freeSite);
  const hasPlace = vein !== null || state.freeSite !== null;
  const lastUl = planned || !hasPlace ? null : lastVolume(view, vein, me);
  const volumeUl = state.volumeUl ?? plannedUl ?? lastUl;
  const candidate = where && volumeUl ? { ...where, volumeUl } : null;
  const assessment = assessCandidate(view, syringe?.preparation ?? null, candidate);
  const slip = candidate && slipOfInjection({ ...slipFactsOf(candidate), plannedUl, usual });
  const stillPlanned = plannedEntries(tasks, leftForLater, vein);
  const isPaused = view.pause !== null;
  const facts = { isPaused, state, syringe, box, hasPlace, volumeUl, planned, slip, assessment, today };
  return {
    tasks,
    syringe,
    box,
    vein,
    task,
    freeSite: state.freeSite,
    planned,
    volumeUl,
    leftForLater,
    fits,
    keys: where ? volumeKeys(view, where, { plannedUl, lastUl }) : [],
    assessment,
    stillPlanned,
    rest: restOfPlan(assessment, stillPlanned),
    nextStep: nextStepOf(facts),
  };
}

function fitsOf(
  view: SessionView,
  tasks: readonly VeinTask[],
  leftForLater: ReadonlySet<VeinId>,
): ReadonlyMap<VeinId, VeinFit> {
  return fitVeins({
    tasks,
    leftForLater,
    ledger: ledgerOf(view),
    limits: limitsOf(view),
    patient: view.dosePatient,
  });
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

/** `notNow`: what is left for later, and what no longer fits; either can still be chosen by hand. */
function veinInHand(
  view: SessionView,
  state: RecordingState,
  tasks: readonly VeinTask[],
  notNow: ReadonlySet<VeinId>,
) {
  if (state.freeSite) return { vein: null, task: null };
  if (state.isChosen) {
    const vein = view.veins.find(({ id }) => id === state.inHand) ?? null;
    return { vein, task: tasks.find((task) => task.vein.id === vein?.id) ?? null };
  }
  const before = state.inHand ?? lastVein(view);
  const task = nextTask(tasks, before, notNow);
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
