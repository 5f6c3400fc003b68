import { readCasesOf } from '../../db/repositories/cases.ts';
import {
  insertGesture,
  insertVeinNames,
  insertVeinVersions,
  readMapDates,
  readCurrentVeins,
} from '../../db/repositories/map.ts';
import type { Vein } from '../../shared/domain/leg-map/vein.ts';
import type { TreatmentCase } from '../../shared/domain/patient/patient.ts';
import { idOf, type VeinId } from '../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import type { ServiceContext } from './context.ts';
import type { Write } from './write.ts';

/** Starts the map of a new case from the patient's last map, if there is one: same veins and numbers, ids of their own. */
export async function carryMapOver(
  context: ServiceContext,
  { trx, at, audit }: Write,
  opened: TreatmentCase,
): Promise<void> {
  for (const earlier of await readCasesOf(trx, opened.patientId)) {
    if (earlier.id === opened.id) continue;
    const lastMap = await readCurrentVeins(trx, earlier.id);
    const mappedOn = (await readMapDates(trx, earlier.id)).at(-1);
    if (lastMap.length === 0 || !mappedOn) continue;
    const veins = carriedOver(lastMap, mappedOn, context.newUuid);
    await insertGesture(trx, {
      id: idOf<'gesture'>(context.newUuid()),
      caseId: opened.id,
      version: 1,
      label: 'carry-over',
      madeAt: at,
      madeOn: opened.openedOn,
      madeBy: context.actor.id,
    });
    await insertVeinNames(trx, opened.id, veins);
    await insertVeinVersions(
      trx,
      opened.id,
      1,
      veins.map((vein) => ({ veinId: vein.id, vein })),
    );
    await audit({
      action: 'map/carry-over',
      entity: 'map',
      entityId: opened.id,
      after: { fromCase: earlier.id, veins },
    });
    return;
  }
}

/** A vein that was itself still unconfirmed keeps the day on which somebody last saw it. */
function carriedOver(veins: readonly Vein[], mappedOn: CalendarDate, newUuid: () => string): readonly Vein[] {
  const ids = new Map<VeinId, VeinId>(veins.map(({ id }) => [id, idOf<'vein'>(newUuid())]));
  return veins.map((vein) => ({
    ...vein,
    id: ids.get(vein.id) ?? vein.id,
    feederId: (vein.feederId && ids.get(vein.feederId)) ?? null,
    carriedOverFrom: vein.carriedOverFrom ?? mappedOn,
  }));
}
