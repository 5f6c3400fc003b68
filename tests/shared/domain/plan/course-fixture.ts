import type { Vein } from '../../../../shared/domain/leg-map/vein.ts';
import type { PlanItem, PlannedSession } from '../../../../shared/domain/plan/plan.ts';
import type {
  HeldSession,
  PlanDraft,
  PlanningOptions,
  PlanSituation,
} from '../../../../shared/domain/plan/plan-situation.ts';
import type { VeinId } from '../../../../shared/kernel/ids.ts';
import { addDays, calendarDate } from '../../../../shared/kernel/time.ts';
import { grams, microlitres } from '../../../../shared/kernel/units.ts';
import { percent, shipped } from '../dose/examples.ts';
import { veinId } from './planned-veins.ts';

export const TODAY = calendarDate('2026-09-03');

export const OPTIONS: PlanningOptions = {
  oneLegPerSession: false,
  order: 'fewest',
  time: null,
  earliestDate: null,
};

/** Vein `n`: a reticular line of 80 mm behind the left knee, if nothing else is said. */
export function vein(n: number, more: Partial<Vein> = {}): Vein {
  return {
    id: idOfVein(n),
    leg: 'left',
    aspect: 'posterior',
    number: n,
    kind: 'reticular',
    pattern: 'line',
    colour: 'blue-green',
    diameterMm: 2,
    depth: 'subdermal',
    path: [
      [0, 480],
      [0, 400],
    ],
    branches: [],
    feederId: null,
    note: '',
    carriedOverFrom: null,
    ...more,
  };
}

/** The same behind the thigh. */
export const AT_THIGH: Partial<Vein> = {
  path: [
    [0, 680],
    [0, 620],
  ],
};

export function idOfVein(n: number): VeinId {
  return veinId(`v${String(n)}`);
}

/** Vein `n` in a session: 1.5 mL of 1 % in 5 punctures. Five of these fit under the 88 mg of the patient below, six do not. */
export function item(n: number, sessionNumber: number | null, more: Partial<PlanItem> = {}): PlanItem {
  return {
    veinId: idOfVein(n),
    sessionNumber,
    preparation: { form: 'liquid', strengthUgPerMl: percent(100) },
    punctures: 5,
    volumePerPunctureUl: microlitres(300),
    locked: false,
    ...more,
  };
}

/** Session `number`, three weeks after the one before. */
export function session(number: number, more: Partial<PlannedSession> = {}): PlannedSession {
  return { number, onDate: addDays(TODAY, 21 * (number - 1)), atTime: null, tighterCaps: [], ...more };
}

/** A draft with as many sessions as its items name. */
export function draftOf(items: readonly PlanItem[], sessions: readonly PlannedSession[] = []): PlanDraft {
  const given = new Set(sessions.map(({ number }) => number));
  const named = [...new Set(items.flatMap(({ sessionNumber }) => sessionNumber ?? []))];
  const others = named.filter((number) => !given.has(number)).map((number) => session(number));
  return { sessions: [...sessions, ...others].toSorted((a, b) => a.number - b.number), items };
}

/** Somebody of 44.0 kg under the strictest limits: 88.0 mg in 24 hours, 10.0 mL a session. */
export function situation(veins: readonly Vein[], more: Partial<PlanSituation> = {}): PlanSituation {
  return {
    veins,
    heightScale: 1,
    profile: shipped('strictest'),
    weightG: grams(44_000),
    proneToHypersensitivity: false,
    treatedBefore: false,
    held: [],
    given: [],
    lastOpening: null,
    cleared: [],
    further: [],
    lastTreatedElsewhereOn: null,
    ...more,
  };
}

/** Session 1 was held on the day it was planned for, and gave so many injections to the veins. `items`: the plan at its opening. */
export function afterFirst(
  items: readonly PlanItem[],
  given: Readonly<Record<number, number>>,
  state: HeldSession['state'] = 'signed',
): Partial<PlanSituation> {
  return {
    held: [{ number: 1, onDate: TODAY, state }],
    given: Object.entries(given).map(([n, injections]) => {
      return { veinId: idOfVein(Number(n)), sessionNumber: 1, injections };
    }),
    lastOpening: { sessionNumber: 1, items },
    treatedBefore: true,
  };
}
