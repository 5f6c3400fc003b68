import type { VeinId } from '../../kernel/ids.ts';
import { massOf } from '../dose/arithmetic.ts';
import { samePreparation, type Dose, type Preparation } from '../dose/ledger.ts';
import type { Leg } from '../leg-map/vein.ts';
import type { PlanItem } from './plan.ts';

/** So many punctures of a preparation; of foam the volume is the foam's. */
export interface Portion {
  readonly preparation: Preparation;
  readonly punctures: number;
  readonly volumeUl: number;
  readonly massUg: number;
}

/** What came of what was planned for a vein. */
export type PlannedGivenDifference =
  | { readonly kind: 'as-planned' }
  /** The same preparation; amounts in whole µL and punctures more than planned. */
  | { readonly kind: 'more'; readonly volumeUl: number; readonly punctures: number }
  | { readonly kind: 'less'; readonly volumeUl: number; readonly punctures: number }
  /** The same volume in more (or, negative, fewer) punctures. */
  | { readonly kind: 'other-punctures'; readonly punctures: number }
  /** Another strength, form or parts of gas; volume more (or, negative, less) than planned. */
  | { readonly kind: 'other-preparation'; readonly volumeUl: number }
  | { readonly kind: 'not-given'; readonly now: WhereNow }
  | { readonly kind: 'not-planned' };

/** Where what was not given has gone since. */
export type WhereNow =
  | { readonly kind: 'given'; readonly sessionNumber: number }
  | { readonly kind: 'planned'; readonly sessionNumber: number }
  /** In the plan, in no session. */
  | { readonly kind: 'unplanned' }
  /** Not planned again. */
  | { readonly kind: 'dropped' }
  /** The session is still open. */
  | { readonly kind: 'still-due' };

/** A vein, or the free sites of a leg together, in a session. */
export interface PlannedGivenRow {
  readonly veinId: VeinId | null;
  readonly leg: Leg | null;
  /** In the order of the plan; empty: not planned. */
  readonly planned: readonly Portion[];
  readonly given: readonly Portion[];
  /** Injections that were struck out; in no sum. */
  readonly struckOut: number;
  readonly difference: PlannedGivenDifference;
}

/** An injection as far as the comparison asks. */
export interface GivenDose {
  readonly sessionNumber: number;
  readonly veinId: VeinId | null;
  readonly leg: Leg;
  readonly dose: Dose;
  readonly isStruckOut: boolean;
}

export interface PlannedGivenQuestion {
  readonly sessionNumber: number;
  readonly isOpen: boolean;
  /** What the plan held for the session when it was opened, in its order. */
  readonly planned: readonly PlanItem[];
  /** Injections of all sessions of the case, in the order in which they were given. */
  readonly injections: readonly GivenDose[];
  /** The plan of the case as it stands now. */
  readonly planNow: readonly PlanItem[];
  /** Sessions of the case that took place or are open. */
  readonly held: readonly number[];
}

/** What was planned for a session beside what it gave: the planned veins in the order of the plan, then what was not planned. */
export function plannedBesideGiven(question: PlannedGivenQuestion): readonly PlannedGivenRow[] {
  const { sessionNumber, planned, injections } = question;
  const own = injections.filter((each) => each.sessionNumber === sessionNumber);
  const plannedIds = [...new Set(planned.map(({ veinId }) => veinId))];
  const others = [...new Set(own.map(({ veinId }) => veinId))].filter(
    (veinId) => veinId !== null && !plannedIds.includes(veinId),
  );
  const free = [...new Set(own.filter(({ veinId }) => veinId === null).map(({ leg }) => leg))];
  return [
    ...[...plannedIds, ...others].map((veinId) =>
      rowOf(
        { veinId, leg: null },
        planned.filter((item) => item.veinId === veinId),
        own.filter((each) => each.veinId === veinId),
        question,
      ),
    ),
    ...free.map((leg) =>
      rowOf(
        { veinId: null, leg },
        [],
        own.filter((each) => each.veinId === null && each.leg === leg),
        question,
      ),
    ),
  ];
}

function rowOf(
  of: Pick<PlannedGivenRow, 'veinId' | 'leg'>,
  items: readonly PlanItem[],
  injections: readonly GivenDose[],
  question: PlannedGivenQuestion,
): PlannedGivenRow {
  const planned = portionsOf(
    items.flatMap(({ preparation, punctures, volumePerPunctureUl }) =>
      Array<Dose>(punctures).fill({ ...preparation, volumeUl: volumePerPunctureUl }),
    ),
  );
  const standing = injections.filter(({ isStruckOut }) => !isStruckOut);
  const given = portionsOf(standing.map(({ dose }) => dose));
  return {
    ...of,
    planned,
    given,
    struckOut: injections.length - standing.length,
    difference: differenceOf(planned, given, () => whereNow(of.veinId, question)),
  };
}

/** Doses by preparation, each preparation where it first occurs. */
function portionsOf(doses: readonly Dose[]): readonly Portion[] {
  const portions: Portion[] = [];
  for (const dose of doses) {
    const at = portions.findIndex(({ preparation }) => samePreparation(preparation, dose));
    const before = portions[at];
    const more = {
      preparation: before?.preparation ?? preparationOf(dose),
      punctures: (before?.punctures ?? 0) + 1,
      volumeUl: (before?.volumeUl ?? 0) + dose.volumeUl,
      massUg: (before?.massUg ?? 0) + massOf(dose),
    };
    portions[before ? at : portions.length] = more;
  }
  return portions;
}

function preparationOf(dose: Dose): Preparation {
  const { strengthUgPerMl } = dose;
  return dose.form === 'foam'
    ? { form: 'foam', strengthUgPerMl, gasParts: dose.gasParts }
    : { form: 'liquid', strengthUgPerMl };
}

function differenceOf(
  planned: readonly Portion[],
  given: readonly Portion[],
  now: () => WhereNow,
): PlannedGivenDifference {
  if (planned.length === 0) return { kind: 'not-planned' };
  if (given.length === 0) return { kind: 'not-given', now: now() };
  const volumeUl = moreOf('volumeUl', given, planned);
  const punctures = moreOf('punctures', given, planned);
  if (!samePreparations(planned, given)) return { kind: 'other-preparation', volumeUl };
  if (volumeUl > 0) return { kind: 'more', volumeUl, punctures };
  if (volumeUl < 0) {
    return {
      kind: 'less',
      volumeUl: moreOf('volumeUl', planned, given),
      punctures: moreOf('punctures', planned, given),
    };
  }
  return punctures === 0 ? { kind: 'as-planned' } : { kind: 'other-punctures', punctures };
}

/** Whether both use the same preparations, each of them somewhere. */
function samePreparations(planned: readonly Portion[], given: readonly Portion[]): boolean {
  const covers = (some: readonly Portion[], all: readonly Portion[]) =>
    some.every((each) => all.some(({ preparation }) => samePreparation(preparation, each.preparation)));
  return covers(planned, given) && covers(given, planned);
}

function whereNow(veinId: VeinId | null, question: PlannedGivenQuestion): WhereNow {
  const { sessionNumber, isOpen, injections, planNow, held } = question;
  if (isOpen) return { kind: 'still-due' };
  const later = injections.find(
    (each) => each.veinId === veinId && each.sessionNumber > sessionNumber && !each.isStruckOut,
  );
  if (later) return { kind: 'given', sessionNumber: later.sessionNumber };
  const items = planNow.filter((item) => item.veinId === veinId);
  const next = items
    .flatMap((item) => item.sessionNumber ?? [])
    .filter((number) => !held.includes(number))
    .toSorted((a, b) => a - b)[0];
  if (next !== undefined) return { kind: 'planned', sessionNumber: next };
  return items.some((item) => item.sessionNumber === null) ? { kind: 'unplanned' } : { kind: 'dropped' };
}

function moreOf(key: 'volumeUl' | 'punctures', some: readonly Portion[], than: readonly Portion[]): number {
  const totalOf = (portions: readonly Portion[]) => portions.reduce((sum, portion) => sum + portion[key], 0);
  return totalOf(some) - totalOf(than);
}
