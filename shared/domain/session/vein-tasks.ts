import type { PersonId, VeinId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Microlitres } from '../../kernel/units.ts';
import type { Preparation } from '../dose/ledger.ts';
import type { Leg, Vein } from '../leg-map/vein.ts';
import type { PlanItem } from '../plan/plan.ts';
import type { Injection } from './session.ts';

/** One puncture as the plan means it. */
export interface PlannedPuncture {
  readonly preparation: Preparation;
  readonly volumeUl: Microlitres;
}

/** Somebody's word that a vein is left for another session, though it is due in this one. */
export interface LeftForLater {
  readonly veinId: VeinId;
  /** Empty where none was given. */
  readonly reason: string;
  readonly leftAt: Instant;
  readonly leftBy: PersonId;
}

/** A vein that is due in this session, and how far it has got. */
export interface VeinTask {
  readonly vein: Vein;
  readonly punctures: readonly PlannedPuncture[];
  /** Injections that count; struck-out ones do not. */
  readonly given: number;
  readonly givenUl: number;
  /** What is meant to come next; null when the vein has had all its punctures. */
  readonly next: PlannedPuncture | null;
  readonly isDone: boolean;
}

/** The veins that the plan holds for this session, in the planned order. */
export function veinTasks(session: {
  readonly due: readonly PlanItem[];
  readonly veins: readonly Vein[];
  readonly injections: readonly Injection[];
}): readonly VeinTask[] {
  const veins = new Map(session.veins.map((vein) => [vein.id, vein]));
  return [...new Set(session.due.map(({ veinId }) => veinId))].flatMap((veinId) => {
    const vein = veins.get(veinId);
    return vein ? [taskOf(vein, plannedPunctures(session.due, veinId), session.injections)] : [];
  });
}

/** What is meant for a vein in a session, puncture by puncture in the order of the plan. `due`: the plan's items of that session. */
export function plannedPunctures(due: readonly PlanItem[], veinId: VeinId): readonly PlannedPuncture[] {
  return due
    .filter((item) => item.veinId === veinId)
    .flatMap(({ preparation, volumePerPunctureUl, punctures }) =>
      Array<PlannedPuncture>(punctures).fill({ preparation, volumeUl: volumePerPunctureUl }),
    );
}

function taskOf(vein: Vein, punctures: readonly PlannedPuncture[], all: readonly Injection[]): VeinTask {
  const given = standing(all).filter((injection) => injection.veinId === vein.id);
  const next = punctures[given.length] ?? null;
  return {
    vein,
    punctures,
    given: given.length,
    givenUl: given.reduce((sum, { dose }) => sum + dose.volumeUl, 0),
    next,
    isDone: next === null,
  };
}

/** The injections that count. */
export function standing(injections: readonly Injection[]): readonly Injection[] {
  return injections.filter((injection) => injection.strikeOut === null);
}

/**
 * The vein to go on with: the one in hand while it has punctures left, else the next in the planned order that is neither done
 * nor left for another session, beginning behind the one in hand and coming round; null when nothing is left.
 */
export function nextTask(
  tasks: readonly VeinTask[],
  inHand: VeinId | null,
  leftForLater: ReadonlySet<VeinId>,
): VeinTask | null {
  const open = (task: VeinTask) => !task.isDone && !leftForLater.has(task.vein.id);
  const at = tasks.findIndex((task) => task.vein.id === inHand);
  const current = tasks[at];
  if (current && open(current)) return current;
  return [...tasks.slice(at + 1), ...tasks.slice(0, at + 1)].find(open) ?? null;
}

/** Punctures of the whole session: how many are planned, how many of those were given, and how many were given besides. */
export function punctureCount(
  tasks: readonly VeinTask[],
  injections: readonly Injection[],
): { readonly planned: number; readonly done: number; readonly extra: number } {
  const planned = tasks.reduce((sum, task) => sum + task.punctures.length, 0);
  const done = tasks.reduce((sum, task) => sum + Math.min(task.given, task.punctures.length), 0);
  return { planned, done, extra: standing(injections).length - done };
}

/** What the plan still holds for this session, puncture by puncture. */
export function remainingPunctures(
  tasks: readonly VeinTask[],
  leftForLater: ReadonlySet<VeinId> = new Set(),
): readonly { readonly task: VeinTask; readonly puncture: PlannedPuncture }[] {
  return tasks
    .filter((task) => !leftForLater.has(task.vein.id))
    .flatMap((task) => task.punctures.slice(task.given).map((puncture) => ({ task, puncture })));
}

/** The legs of a session's tasks, right before left. */
export function legsOf(tasks: readonly VeinTask[]): readonly Leg[] {
  const legs = new Set(tasks.map((task) => task.vein.leg));
  return (['right', 'left'] as const).filter((leg) => legs.has(leg));
}
