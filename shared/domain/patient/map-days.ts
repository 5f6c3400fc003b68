import type { CaseId, PersonId, VeinId } from '../../kernel/ids.ts';
import type { CalendarDate, Instant } from '../../kernel/time.ts';

/** What a gesture left of a vein. */
export interface VeinStep {
  readonly veinId: VeinId;
  readonly caseId: CaseId;
  /** The version of the map that left it so. */
  readonly version: number;
  readonly onDate: CalendarDate;
  readonly madeAt: Instant;
  readonly madeBy: PersonId;
  readonly state: 'mapped' | 'carried-over' | 'erased';
}

/** What became of the veins of a map within a day, against how the day before had left them. */
export interface MapDay {
  readonly caseId: CaseId;
  readonly onDate: CalendarDate;
  /** The last gesture of the day, and who made it. */
  readonly madeAt: Instant;
  readonly madeBy: PersonId;
  readonly mapped: number;
  /** Taken from an older map, to be confirmed. */
  readonly carriedOver: number;
  /** Carried over before, and seen again. */
  readonly confirmed: number;
  readonly changed: number;
  readonly erased: number;
}

/** The days on which something on a map changed, the oldest first; a vein drawn and erased on one day is in none of the counts. */
export function mapDays(steps: readonly VeinStep[]): readonly MapDay[] {
  const states = new Map<VeinId, VeinStep['state']>();
  const days = Map.groupBy(
    steps.toSorted((a, b) => a.version - b.version),
    ({ caseId, onDate }) => `${onDate} ${caseId}`,
  );
  return [...days]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, ofDay]) => dayOf(ofDay, states))
    .filter((day) => day !== null);
}

/** Counts a day and takes it into `states`. */
function dayOf(ofDay: readonly VeinStep[], states: Map<VeinId, VeinStep['state']>): MapDay | null {
  const last = ofDay.at(-1);
  if (!last) return null;
  const counts = { mapped: 0, carriedOver: 0, confirmed: 0, changed: 0, erased: 0 };
  for (const step of new Map(ofDay.map((each) => [each.veinId, each])).values()) {
    const change = changeOf(states.get(step.veinId) ?? 'erased', step.state);
    if (change) counts[change] += 1;
    states.set(step.veinId, step.state);
  }
  const { caseId, onDate, madeAt, madeBy } = last;
  return { caseId, onDate, madeAt, madeBy, ...counts };
}

function changeOf(
  before: VeinStep['state'],
  after: VeinStep['state'],
): 'mapped' | 'carriedOver' | 'confirmed' | 'changed' | 'erased' | null {
  if (after === 'erased') return before === 'erased' ? null : 'erased';
  if (before === 'erased') return after === 'carried-over' ? 'carriedOver' : 'mapped';
  if (before === 'carried-over' && after === 'mapped') return 'confirmed';
  return 'changed';
}
