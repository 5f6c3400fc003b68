import { randomUUID } from 'node:crypto';
import { saveGesture } from '../../electron/services/map.ts';
import type { MapDiff } from '../../shared/document/map-document.ts';
import type { Vein } from '../../shared/domain/leg-map/vein.ts';
import { idOf } from '../../shared/kernel/ids.ts';
import { valueOf } from '../support/outcome.ts';
import { aCase, aPatient, aVein, draw } from '../support/treatment.ts';
import { inClinic } from './bench-clinic.ts';
import { measure, type Figure } from './measure.ts';

const VEINS = 5_000;
const POINTS = 20;

export interface GestureFigures {
  readonly veins: number;
  readonly draw: Figure;
  readonly move: Figure;
  readonly erase: Figure;
}

/** Drawing, moving and erasing one vein on a map of 5,000 veins with 20 points each, every second one fed by the one before. */
export function benchSaveGesture(runs: number): Promise<GestureFigures> {
  return inClinic(async (core) => {
    const caseId = await aCase(core, await aPatient(core));
    const veins = Array.from({ length: VEINS }, (_, n) => shortVein(n + 1));
    await draw(core, caseId, ...veins.map((vein, n) => fed(vein, veins[n - 1])));
    let version = 1;
    const save = async (diff: Partial<MapDiff>) => {
      const gestureId = idOf<'gesture'>(randomUUID());
      const whole = { added: [], updated: [], removed: [], ...diff };
      const input = { caseId, gestureId, baseVersion: version, label: 'bench', diff: whole };
      version = valueOf(await saveGesture(core.as('surgeon'), input)).version;
    };
    const drawn = Array.from({ length: runs }, (_, n) => fed(shortVein(VEINS + 1 + n), veins[n]));
    const moved = drawn.map((vein) => ({ ...vein, note: 'moved' }));
    return {
      veins: VEINS,
      draw: await measure(runs, (run) => save({ added: drawn.slice(run, run + 1) })),
      move: await measure(runs, (run) =>
        save({ updated: drawn.slice(run, run + 1).map((vein, n) => [vein, moved[run + n] ?? vein]) }),
      ),
      erase: await measure(runs, (run) => save({ removed: moved.slice(run, run + 1) })),
    };
  });
}

function fed(vein: Vein, feeder: Vein | undefined): Vein {
  return feeder && vein.number % 2 === 0 ? { ...vein, feederId: feeder.id } : vein;
}

function shortVein(number: number): Vein {
  const path = Array.from(
    { length: POINTS },
    (_, n) => [(n % 9) + 0.25, 300 + n * 2.5 + number / 100] as const,
  );
  return aVein({ number, path });
}
