import type { Kysely } from 'kysely';
import { readGivenInCase } from '../../db/repositories/injections.ts';
import type { Database } from '../../db/schema.ts';
import type { GivenToVein } from '../../shared/contract/plan.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import { micrograms, microlitres } from '../../shared/kernel/units.ts';

/** What each session of a case gave to each vein; struck-out injections and free sites are left out. */
export async function readGiven(db: Kysely<Database>, caseId: CaseId): Promise<readonly GivenToVein[]> {
  const sums = new Map<string, GivenToVein>();
  for (const { veinId, sessionNumber, dose, massUg } of await readGivenInCase(db, caseId)) {
    if (veinId === null) continue;
    const key = `${String(sessionNumber)} ${veinId}`;
    const before = sums.get(key);
    sums.set(key, {
      veinId,
      sessionNumber,
      injections: (before?.injections ?? 0) + 1,
      volumeUl: microlitres((before?.volumeUl ?? 0) + dose.volumeUl),
      massUg: micrograms((before?.massUg ?? 0) + massUg),
    });
  }
  return [...sums.values()];
}
