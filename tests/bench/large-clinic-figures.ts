import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openClinics, type Clinics } from '../../electron/clinics.ts';
import { fileKeyStore } from '../../electron/storage/file-key-store.ts';
import { openStorage } from '../../electron/storage/open-storage.ts';
import { storagePaths } from '../../electron/storage/paths.ts';
import { systemSurroundings } from '../../electron/system-surroundings.ts';
import { addDays } from '../../shared/kernel/time.ts';
import { apiClientOf, type ApiClient } from '../support/api-client.ts';
import { PIN, servicesAround, setUp, type Core } from '../support/clinic.ts';
import { valueOf } from '../support/outcome.ts';
import { injection, type OpenSessionAtHand } from '../support/treatment.ts';
import { inFolder } from './bench-clinic.ts';
import { COURSES, fillClinic, makeTemplates, PATIENTS, type LargeClinic } from './large-clinic.ts';
import { measure, rounded, type Figure } from './measure.ts';
import { startOnce } from './start.ts';
import { INJECTIONS } from './template-course.ts';

/** What people type, from what fits one patient to what fits thousands. */
const QUESTIONS = {
  'two parts of a name': 'ma lind',
  'a record number': 'C-77777',
  'a birth date': '14.03.1981',
  'a name that many have': 'anders',
  nobody: 'xyzzy',
  'nothing yet': '',
} as const;

/** What is promised, in milliseconds at the median: a screen comes at once, and recording does not keep the hand waiting. */
export const PROMISED_OF_LARGE = { search: 60, page: 250, list: 1_000, record: 20, startMs: 30_000 } as const;

export interface LargeClinicFigures {
  readonly patients: number;
  readonly injections: number;
  readonly made: Pick<LargeClinic, 'fileMb' | 'seconds'>;
  /** From starting the program to its being ready: the first time of a day, which makes a backup, and once more. */
  readonly startMs: { readonly withBackup: number; readonly again: number };
  readonly search: Readonly<Record<string, Figure>>;
  readonly pages: Readonly<Record<string, Figure>>;
  readonly lists: Readonly<Record<string, Figure>>;
  readonly record: Readonly<Record<string, Figure>>;
}

/** Everything that is asked all day, of the running program, among 100,000 patients with 1,000,000 injections. */
export function benchLargeClinic(runs: number): Promise<LargeClinicFigures> {
  return inFolder(async (root) => {
    const folder = join(root, 'data');
    const clinic = await makeLargeClinic(folder);
    const withBackup = rounded(await startOnce(folder));
    const again = rounded(await startOnce(folder));
    const clinics = valueOf(await openClinics({ folder, startInDemo: false, keyStoreFor: fileKeyStore }));
    try {
      return {
        patients: PATIENTS,
        injections: COURSES * INJECTIONS,
        made: { fileMb: clinic.fileMb, seconds: clinic.seconds },
        startMs: { withBackup, again },
        ...(await ask(clinics, clinic, runs)),
        record: await benchRecording(clinics, clinic, runs * 5),
      };
    } finally {
      await clinics.close();
    }
  });
}

async function ask(clinics: Clinics, { regular: { patientId }, largestLot }: LargeClinic, runs: number) {
  const nurse = await apiClientOf(clinics, 'nurse', PIN);
  const surgeon = await apiClientOf(clinics, 'surgeon', PIN);
  const each = async (questions: Readonly<Record<string, () => Promise<unknown>>>, count = runs) => {
    const figures: Record<string, Figure> = {};
    for (const [name, question] of Object.entries(questions)) figures[name] = await measure(count, question);
    return figures;
  };
  const today = systemSurroundings.today();
  const { cases } = await nurse.patients.get.query({ patientId });
  const caseId = cases[0]?.id ?? '';
  const searches: Record<string, () => Promise<unknown>> = {
    'a lot': () => nurse.day.findLots.query({ text: 'LOT-17', limit: 20 }),
  };
  for (const [name, text] of Object.entries(QUESTIONS))
    searches[name] = () => nurse.patients.search.query({ text, limit: 20 });
  return {
    search: await each(searches),
    pages: await each({
      Today: () => nurse.sessions.today.query({ onDate: today }),
      'the patient with most history': () => nurse.patients.get.query({ patientId }),
      'what happened to that patient': () => nurse.history.events.query({ patientId }),
      'the doses of that patient': () => nurse.history.doses.query({ patientId }),
      'a plan of that patient': () => nurse.plan.get.query({ caseId }),
      'a review of that patient': () => nurse.reviews.get.query({ caseId }),
    }),
    lists: await each(
      {
        'the lots to choose from': () => surgeon.clinicLists.lots.query(),
        'who got the largest lot': () => surgeon.clinicLists.recall.query({ lotId: largestLot }),
        'the overrides of a month': () =>
          surgeon.clinicLists.overrides.query({ month: addDays(today, -40).slice(0, 7) }),
        stock: () => nurse.stock.get.query(),
        'the newest of the audit': () =>
          surgeon.audit.read.query({
            before: null,
            limit: 200,
            personId: null,
            onDate: null,
            patientId: null,
          }),
      },
      Math.max(3, Math.ceil(runs / 4)),
    ),
  };
}

async function benchRecording(clinics: Clinics, { newcomer, regular }: LargeClinic, runs: number) {
  const nurse = await apiClientOf(clinics, 'nurse', PIN);
  const into = (open: OpenSessionAtHand) => measure(runs, () => record(nurse, open));
  return {
    'a new patient': await into(newcomer),
    'the patient with most history': await into(regular),
  };
}

function record(nurse: ApiClient, open: OpenSessionAtHand) {
  const { site: _anywhere, ...given } = injection(open, { volumeConfirmed: true, reason: 'as planned' });
  const site = { leg: 'left', aspect: 'lateral', point: null } as const;
  const volume = { volumeUl: 10, injectionId: randomUUID() };
  return nurse.sessions.record.mutate({ ...given, site, ...volume });
}

async function makeLargeClinic(folder: string): Promise<LargeClinic> {
  const { now } = systemSurroundings;
  const keyStore = fileKeyStore(folder);
  const storage = valueOf(await openStorage({ folder, keyStore, now }));
  const services = { ...servicesAround(storage.database) };
  const context = { ...services.context, ...systemSurroundings };
  const people = await setUp(context);
  const core: Core = { ...services, context, people, as: (role) => ({ ...context, actor: people[role] }) };
  const templates = await makeTemplates(core);
  await storage.close();
  const key = valueOf(await keyStore.load());
  if (!key) throw new Error('the key is gone');
  return fillClinic(storagePaths(folder).database, key, templates);
}
