import type { CaseSummary } from '../../../shared/contract/patient.ts';
import type { MapFacts } from '../../../shared/domain/leg-map/map-facts.ts';
import { datesOf, mapOn, type VeinOn } from '../../../shared/domain/leg-map/timeline.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';

/** The case whose map a case began with: the last one before it in which anything was mapped. `cases`: the newest first. */
export function earlierCase(cases: readonly CaseSummary[], caseId: CaseId): CaseSummary | null {
  const at = cases.findIndex(({ id }) => id === caseId);
  return at === -1 ? null : (cases.slice(at + 1).find(({ veins }) => veins > 0) ?? null);
}

/** A vein as it stood on the last day of an earlier map. It is known by leg and number: those it keeps when it is carried over. */
export function lastStateOf(earlier: MapFacts, { leg, number }: Pick<Vein, 'leg' | 'number'>): VeinOn | null {
  const lastDay = datesOf(earlier).at(-1)?.onDate;
  if (lastDay === undefined) return null;
  const { veins } = mapOn(earlier, lastDay);
  return veins.find(({ vein }) => vein.leg === leg && vein.number === number) ?? null;
}
