import { readPlannedOn } from '../../db/repositories/today.ts';
import { addRoom, arrangeSession } from '../services/rooms.ts';
import { createSignIns } from '../services/sign-ins.ts';
import { as, DEMO_PIN, done, type DemoClinic, type StaffName } from './demo-clinic.ts';
import type { Script } from './scripts.ts';

const ROOMS = ['Room 1', 'Room 2', 'Room 3'] as const;

interface Place {
  readonly room: (typeof ROOMS)[number] | null;
  readonly nurse: StaffName | null;
}

/** Where today's patients go, by their record number; who is not here has not been given a room yet. */
const PLACES: Readonly<Record<string, Place>> = {
  'DC-00388': { room: 'Room 1', nurse: 'brandt' },
  'DC-00417': { room: 'Room 2', nurse: 'brandt' },
  'DC-00431': { room: 'Room 1', nurse: 'silva' },
  'DC-00402': { room: 'Room 2', nurse: 'silva' },
  'DC-00365': { room: 'Room 1', nurse: null },
};

/** The rooms of the clinic, and the evening before today, when the day is arranged. */
export async function* rooms(clinic: DemoClinic): Script {
  yield clinic.calendar.moment(-400, '08:10');
  const ids = new Map<string, Awaited<ReturnType<typeof room>>>();
  for (const name of ROOMS) ids.set(name, await room(clinic, name));

  yield clinic.calendar.moment(-1, '17:20');
  const context = as(clinic, 'silva');
  for (const { caseId, patient, number } of await readPlannedOn(context.db, clinic.calendar.day(0))) {
    const place = PLACES[patient.recordNumber];
    if (!place) continue;
    const roomId = (place.room && ids.get(place.room)) ?? null;
    const personId = place.nurse && clinic.person(place.nurse).id;
    await done(arrangeSession(context, { caseId, number, roomId, personId }));
  }
}

async function room(clinic: DemoClinic, name: string) {
  return (await done(addRoom(as(clinic, 'hale'), { name }))).id;
}

/** Somebody signs in at the second try: the audit and the list of the people tell of it. */
export async function* signIns(clinic: DemoClinic): Script {
  yield clinic.calendar.moment(0, '07:48');
  const { context } = clinic;
  const screen = createSignIns();
  const personId = clinic.person('brandt').id;
  await screen.signIn(context, { personId, pin: '4321' });
  yield clinic.calendar.moment(0, '07:49');
  await done(screen.signIn(context, { personId, pin: DEMO_PIN }));
}
