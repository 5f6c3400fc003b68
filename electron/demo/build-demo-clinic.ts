import { sql, type Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { Person } from '../../shared/domain/staff/roles.ts';
import type { CalendarDate, Instant } from '../../shared/kernel/time.ts';
import { readStatus, setUpClinic } from '../services/clinic.ts';
import type { PublicContext } from '../services/context.ts';
import { addPerson } from '../services/people.ts';
import { createPins } from '../services/pins.ts';
import { approveProfile, readProfiles } from '../services/profiles.ts';
import { amendments } from './amendments.ts';
import { BEGINNING_COURSES } from './courses/beginning.ts';
import { playCourse } from './courses/course.ts';
import { janssen } from './courses/janssen.ts';
import { kaya } from './courses/kaya.ts';
import { lindqvist } from './courses/lindqvist.ts';
import { REVIEWED_COURSES } from './courses/reviewed.ts';
import { reyes } from './courses/reyes.ts';
import { TODAYS_COURSES } from './courses/today.ts';
import { weber } from './courses/weber.ts';
import { as, DEMO_PIN, done, STAFF, type DemoClinic, type StaffName } from './demo-clinic.ts';
import { demoCalendar, type Moment } from './demo-time.ts';
import { recalledLot } from './recalled-lot.ts';
import { complications } from './register.ts';
import { rooms, signIns } from './rooms.ts';
import { playTogether, type Script } from './scripts.ts';
import { seededUuids } from './seeded-uuids.ts';
import { deliveries } from './stock.ts';

export interface DemoClinicInput {
  /** An empty, migrated database. */
  readonly db: Kysely<Database>;
  /** The day on the clinic's own wall; all dates are told from it. */
  readonly today: CalendarDate;
  /** The moment of building: nothing in the demo happened later. */
  readonly now: Instant;
}

const OPENED_DAYS_AGO = -2_200;
/** Everybody's PIN is on the sign-in screen: it need not be slow to guess. */
const PIN_COST = 1_024;

/**
 * Fills an empty database with the demo clinic, through the services, with a clock and ids of its own: the same input gives the
 * same content. Throws if a service refuses anything.
 */
export async function buildDemoClinic({ db, today, now }: DemoClinicInput): Promise<void> {
  const calendar = demoCalendar(today, now);
  let clock: Moment = calendar.moment(OPENED_DAYS_AGO, '08:00');
  const context: PublicContext = {
    db,
    now: () => clock.at,
    today: () => clock.date,
    newUuid: seededUuids('demo clinic'),
    pins: createPins({ cost: PIN_COST }),
    announce: () => undefined,
  };
  const clinic: DemoClinic = { calendar, context, person: await hireStaff(context) };
  const scripts = [
    approval(clinic),
    deliveries(clinic),
    rooms(clinic),
    signIns(clinic),
    lindqvist(clinic),
    janssen(clinic),
    reyes(clinic),
    kaya(clinic),
    weber(clinic),
    amendments(clinic),
    recalledLot(clinic),
    ...complications(clinic),
    ...[...TODAYS_COURSES, ...REVIEWED_COURSES, ...BEGINNING_COURSES].map((course) =>
      playCourse(clinic, course),
    ),
  ];
  // Nothing is lost if the power fails while the demo is made: it is made again.
  await sql`pragma synchronous = off`.execute(db);
  await playTogether(scripts, (moment) => {
    clock = moment;
  });
  await sql`pragma synchronous = full`.execute(db);
}

/** A surgeon has read the limits and approves them. */
async function* approval(clinic: DemoClinic): Script {
  yield clinic.calendar.moment(OPENED_DAYS_AGO, '12:30');
  const context = as(clinic, 'okafor');
  const profiles = await done(readProfiles(context));
  const inUse = profiles.find((each) => each.inUse);
  if (!inUse) throw new Error('no profile is in use');
  const { id, version } = inUse.profile;
  await done(approveProfile(context, { profileId: id, version, comment: 'For the demo clinic alone' }));
}

/** Sets the clinic up and brings in its people. */
async function hireStaff(context: PublicContext): Promise<(name: StaffName) => Person> {
  const { hale, ...others } = STAFF;
  const administration = { name: hale.name, pin: DEMO_PIN, alsoRoles: [] };
  const firstStart = { clinicName: 'Demo clinic', administrator: administration, profileId: 'strictest' };
  await done(setUpClinic(context, firstStart, { isDemo: true }));
  const { people } = await done(
    readStatus(context, { isDemo: true, lastBackupAt: null, backupFailure: null }),
  );
  const administrator = people.find(({ name }) => name === hale.name);
  if (!administrator) throw new Error('the administrator was not created');
  const staff = new Map<string, Person>([[hale.name, administrator]]);
  for (const { name, roles } of Object.values(others)) {
    const actor = { ...context, actor: administrator };
    staff.set(name, await done(addPerson(actor, { name, roles: [...roles], pin: DEMO_PIN })));
  }
  return (name) => {
    const person = staff.get(STAFF[name].name);
    if (!person) throw new Error(`not hired: ${name}`);
    return person;
  };
}
