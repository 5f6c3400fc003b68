import type { Leg, LegView, Vein } from '../../../shared/domain/leg-map/vein.ts';
import { sameView, viewsOfBothLegs, viewsOfLeg } from '../../../shared/domain/leg-map/views.ts';
import type { PlanItem } from '../../../shared/domain/plan/plan.ts';
import type { VeinId } from '../../../shared/kernel/ids.ts';
import type { VeinMark } from '../../canvas/vein-mark.ts';
import type { PlanDraft } from './plan-draft.ts';
import type { PlanFacts } from './plan-facts.ts';

type Asked = Pick<PlanFacts, 'view'>;

/** Where a vein stands in the plan: sessions that treated it, and those that still have it to do, both by number. */
export interface VeinCourseInPlan {
  readonly given: readonly number[];
  readonly due: readonly number[];
}

/** What the plan has for each vein that it names, or that was treated without it. */
export function coursesInPlan(
  items: readonly PlanItem[],
  { view }: Asked,
): ReadonlyMap<VeinId, VeinCourseInPlan> {
  const courses = new Map<VeinId, { readonly given: Set<number>; readonly due: Set<number> }>();
  const courseOf = (id: VeinId) => {
    const known = courses.get(id) ?? { given: new Set<number>(), due: new Set<number>() };
    courses.set(id, known);
    return known;
  };
  for (const { veinId, sessionNumber, injections } of view.given)
    if (injections > 0) courseOf(veinId).given.add(sessionNumber);
  const held = new Map(view.held.map(({ number, state }) => [number, state]));
  const injected = injectionsOf(view.given);
  for (const { veinId, sessionNumber, punctures } of items) {
    if (sessionNumber === null) continue;
    const state = held.get(sessionNumber);
    const isDone = state === 'open' && (injected.get(`${veinId} ${String(sessionNumber)}`) ?? 0) >= punctures;
    if ((state === undefined || state === 'open') && !isDone) courseOf(veinId).due.add(sessionNumber);
  }
  const sorted = (numbers: Set<number>) => [...numbers].sort((a, b) => a - b);
  return new Map(
    [...courses].map(([id, { given, due }]) => [id, { given: sorted(given), due: sorted(due) }]),
  );
}

function injectionsOf(given: PlanFacts['view']['given']): ReadonlyMap<string, number> {
  return new Map(
    given.map(({ veinId, sessionNumber, injections }) => [`${veinId} ${String(sessionNumber)}`, injections]),
  );
}

/**
 * How the plan's map marks each vein: on the marker of the session that does it next, as injected once nothing of it is left to do,
 * pale where no session has it. With a session `emphasised`, all that it does not treat is pale.
 */
export function planMapMarks(
  draft: Pick<PlanDraft, 'items'>,
  facts: Pick<PlanFacts, 'view' | 'veins'>,
  emphasised: number | null,
): ReadonlyMap<VeinId, VeinMark> {
  const courses = coursesInPlan(draft.items, facts);
  return new Map(
    facts.veins.map((vein) => [vein.id, markOf(vein, courses.get(vein.id) ?? NOT_PLANNED, emphasised)]),
  );
}

const NOT_PLANNED: VeinCourseInPlan = { given: [], due: [] };

function markOf(
  vein: Pick<Vein, 'carriedOverFrom'>,
  { given, due }: VeinCourseInPlan,
  emphasised: number | null,
): VeinMark {
  const next = emphasised !== null && due.includes(emphasised) ? emphasised : due[0];
  const last = emphasised !== null && given.includes(emphasised) ? emphasised : given.at(-1);
  const shown = next ?? last;
  const isPale =
    shown === undefined || (emphasised !== null && !given.includes(emphasised) && next !== emphasised);
  const state = next !== undefined ? 'planned' : last !== undefined ? 'injected' : 'mapped';
  const label = [
    given.length > 0 ? '✓' : '',
    ...due.filter((number) => number !== next).map((n) => `+${String(n)}`),
  ]
    .filter((part) => part !== '')
    .join(' ');
  return {
    state: vein.carriedOverFrom === null ? state : 'carried-over',
    ...(shown === undefined ? {} : { sessionNumber: shown }),
    ...(label === '' ? {} : { label }),
    ...(isPale ? { dimmed: true } : {}),
  };
}

/**
 * The views with veins that the plan treats or has treated, as they stand beside each other on the map; those with any vein where it
 * treats none.
 */
export function planMapViews(
  draft: Pick<PlanDraft, 'items'>,
  facts: Pick<PlanFacts, 'view' | 'veins'>,
  leg: Leg | 'both',
): readonly LegView[] {
  const courses = coursesInPlan(draft.items, facts);
  const views = leg === 'both' ? viewsOfBothLegs() : viewsOfLeg(leg);
  const withOne = (veins: readonly Vein[]) =>
    views.filter((view) => veins.some((vein) => sameView(view, vein)));
  const planned = withOne(facts.veins.filter(({ id }) => courses.has(id)));
  return planned.length > 0 ? planned : withOne(facts.veins);
}
