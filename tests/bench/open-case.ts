import { readMap } from '../../electron/services/map.ts';
import { readPlan } from '../../electron/services/plan.ts';
import type { Vein } from '../../shared/domain/leg-map/vein.ts';
import { valueOf } from '../support/outcome.ts';
import { aCase, aPatient, aVein, draw, plan } from '../support/treatment.ts';
import { inClinic } from './bench-clinic.ts';
import { measure, type Figure } from './measure.ts';

const VEINS = 300;
const POINTS = 80;

/** Reading the map and the plan of a case with 300 veins of 80 points, all of them planned. */
export function benchOpenCase(runs: number): Promise<Figure> {
  return inClinic(async (core) => {
    const caseId = await aCase(core, await aPatient(core));
    const veins = Array.from({ length: VEINS }, (_, n) => longVein(n + 1));
    await draw(core, caseId, ...veins);
    await plan(core, caseId, [veins.slice(0, 100), veins.slice(100, 200), veins.slice(200)]);
    const nurse = core.as('nurse');
    return measure(runs, async () => {
      valueOf(await readMap(nurse, { caseId, onDate: null }));
      valueOf(await readPlan(nurse, caseId));
    });
  });
}

function longVein(number: number): Vein {
  const path = Array.from(
    { length: POINTS },
    (_, n) => [(n % 9) + 0.25, 300 + n * 2.5 + number / 100] as const,
  );
  return aVein({ number, path });
}
