import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import { searchText } from '../../db/repositories/search-text.ts';
import type { Database } from '../../db/schema.ts';
import { searchPatients } from '../../electron/services/patients.ts';
import { readToday } from '../../electron/services/sessions.ts';
import { idOf } from '../../shared/kernel/ids.ts';
import { addDays, calendarDate } from '../../shared/kernel/time.ts';
import { grams } from '../../shared/kernel/units.ts';
import type { Core } from '../support/clinic.ts';
import { valueOf } from '../support/outcome.ts';
import { inClinic } from './bench-clinic.ts';
import { measure, type Figure } from './measure.ts';

const PATIENTS = 100_000;
const ROWS_AT_ONCE = 1_000;

/** What people type, from what fits one patient to what fits thousands. */
const QUESTIONS = {
  'two parts of a name': 'ma lind',
  'a record number': 'R-77777',
  'a birth date': '14.03.1981',
  'a name that many have': 'anders',
  nobody: 'xyzzy',
  'nothing yet': '',
} as const;

export interface LargeClinicFigures {
  readonly patients: number;
  readonly search: Readonly<Record<string, Figure>>;
  readonly today: Figure;
}

/** The search, and the page of the day, among 100,000 patients, each treated once. */
export function benchLargeClinic(runs: number): Promise<LargeClinicFigures> {
  return inClinic(async (core) => {
    await fill(core);
    const nurse = core.as('nurse');
    const search: Record<string, Figure> = {};
    for (const [name, text] of Object.entries(QUESTIONS)) {
      search[name] = await measure(runs, async () =>
        valueOf(await searchPatients(nurse, { text, limit: 20 })),
      );
    }
    const today = await measure(runs, async () => valueOf(await readToday(nurse, core.context.today())));
    return { patients: PATIENTS, search, today };
  });
}

const FAMILY_NAMES = [
  'Lindqvist',
  'Andersson',
  'Müller',
  'Sørensen',
  'Okonkwo',
  'Nowak',
  'García',
  'Rossi',
  'Dubois',
  'Kowalska',
];
const GIVEN_NAMES = [
  'Maja',
  'Anna',
  'Zoë',
  'Ingrid',
  'Fatima',
  'Elena',
  'Björn',
  'Claire',
  'Noor',
  'Petra',
  'Lucía',
];

async function fill(core: Core): Promise<void> {
  for (let from = 0; from < PATIENTS; from += ROWS_AT_ONCE) {
    const rows = Array.from({ length: ROWS_AT_ONCE }, (_, n) => courseOf(core, from + n));
    await core.context.db.transaction().execute(async (trx) => {
      await trx
        .insertInto('patients')
        .values(rows.map((row) => row.patient))
        .execute();
      await trx
        .insertInto('cases')
        .values(rows.map((row) => row.course))
        .execute();
      await trx
        .insertInto('plans')
        .values(rows.map((row) => row.plan))
        .execute();
      await trx
        .insertInto('sessions')
        .values(rows.map((row) => row.session))
        .execute();
      await trx
        .insertInto('session_closings')
        .values(rows.map((row) => row.closing))
        .execute();
      await trx
        .insertInto('session_signatures')
        .values(rows.map((row) => row.signature))
        .execute();
    });
  }
}

/** The rows of a patient who was treated once, on one day of the last five years. */
function courseOf({ context: { now, today }, people }: Core, n: number) {
  const [at, by] = [now(), people.surgeon.id];
  const onDate = addDays(today(), -1 - (n % 1_800));
  const [caseId, planId, sessionId] = [
    idOf<'case'>(randomUUID()),
    idOf<'plan'>(randomUUID()),
    idOf<'session'>(randomUUID()),
  ];
  const person = patient(n, at);
  return {
    patient: person,
    course: {
      id: caseId,
      patient_id: person.id,
      opened_on: onDate,
      reason: 'Spider veins',
      opened_at: at,
      opened_by: by,
    },
    plan: { id: planId, case_id: caseId, version: 1, saved_at: at, saved_by: by },
    session: {
      id: sessionId,
      case_id: caseId,
      patient_id: person.id,
      number: 1,
      on_date: onDate,
      legs: '["left"]',
      weight_g: grams(60_000),
      answers: '[]',
      acceptances: '[]',
      plan_id: planId,
      profile_id: 'strictest',
      profile_version: 1,
      opened_at: at,
      opened_by: by,
    },
    closing: {
      session_id: sessionId,
      ampoules: '[]',
      compression_class: '2',
      compression_days: 7,
      observed_minutes: 20,
      aftercare_given: 1,
      note: '',
      closed_at: at,
      closed_by: by,
    },
    signature: { session_id: sessionId, role: 'surgeon', signed_at: at, signed_by: by },
  } as const;
}

function patient(
  n: number,
  at: Insertable<Database['patients']>['created_at'],
): Insertable<Database['patients']> {
  const familyName = `${FAMILY_NAMES[n % FAMILY_NAMES.length] ?? ''}-${(n % 9_973).toString(36)}`;
  const givenName = GIVEN_NAMES[(n * 7) % GIVEN_NAMES.length] ?? '';
  const recordNumber = `R-${String(n)}`;
  return {
    id: idOf<'patient'>(randomUUID()),
    version: 1,
    record_number: recordNumber,
    family_name: familyName,
    given_name: givenName,
    birth_date: addDays(calendarDate('1940-01-01'), (n * 37) % 25_000),
    sex: 'female',
    search_text: searchText({ familyName, givenName, recordNumber }),
    created_at: at,
    changed_at: at,
  };
}
