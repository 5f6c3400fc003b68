import { readCasesOf } from '../../db/repositories/cases.ts';
import { insertGesture, readMapDates, readMapVersion } from '../../db/repositories/map-gestures.ts';
import { readMarks } from '../../db/repositories/map-marks.ts';
import { readVeins } from '../../db/repositories/map.ts';
import { EMPTY_DIFF } from '../../shared/document/map-diff.ts';
import { isMark, isVein, type MapRecord } from '../../shared/document/map-document.ts';
import type { MapMark } from '../../shared/domain/leg-map/map-mark.ts';
import type { Vein } from '../../shared/domain/leg-map/vein.ts';
import type { TreatmentCase } from '../../shared/domain/patient/patient.ts';
import { idOf, type VeinId } from '../../shared/kernel/ids.ts';
import type { CalendarDate } from '../../shared/kernel/time.ts';
import type { ServiceContext } from './context.ts';
import { insertStates } from './map/insert-states.ts';
import type { Write } from './write.ts';

/**
 * Starts the map of a new case from the patient's last map, if there is one: same veins and numbers, the notes and the measured
 * distance, all with ids of their own. Sites stay behind: where the needle is to go in is decided anew.
 */
export async function carryMapOver(
  context: ServiceContext,
  { trx, at, audit }: Write,
  opened: TreatmentCase,
): Promise<void> {
  for (const earlier of await readCasesOf(trx, opened.patientId)) {
    if (earlier.id === opened.id) continue;
    const version = await readMapVersion(trx, earlier.id);
    const veins = await readVeins(trx, earlier.id, version);
    const marks = (await readMarks(trx, earlier.id, version)).filter(({ mark }) => mark !== 'site');
    const mappedOn = (await readMapDates(trx, earlier.id)).at(-1);
    if (veins.length + marks.length === 0 || !mappedOn) continue;
    const added: readonly MapRecord[] = [
      ...carriedOver(veins, mappedOn, context.newUuid),
      ...marks.map((mark): MapMark => carriedMark(mark, mappedOn, context.newUuid)),
    ];
    await insertGesture(trx, {
      id: idOf<'gesture'>(context.newUuid()),
      caseId: opened.id,
      version: 1,
      label: 'carry-over',
      madeAt: at,
      madeOn: opened.openedOn,
      madeBy: context.actor.id,
    });
    const diff = { ...EMPTY_DIFF, added };
    await insertStates(trx, opened.id, 1, diff, { veinNames: [], markNames: [] });
    await audit({
      action: 'map/carry-over',
      entity: 'map',
      entityId: opened.id,
      after: { fromCase: earlier.id, veins: added.filter(isVein), marks: added.filter(isMark) },
    });
    return;
  }
}

/** A note says how old it is, like a vein. */
function carriedMark(mark: MapMark, mappedOn: CalendarDate, newUuid: () => string): MapMark {
  const id = idOf<'mark'>(newUuid());
  return mark.mark === 'note'
    ? { ...mark, id, carriedOverFrom: mark.carriedOverFrom ?? mappedOn }
    : { ...mark, id };
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
