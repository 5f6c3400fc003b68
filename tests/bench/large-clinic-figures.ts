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
import { figureOf, measure, rounded, type Figure } from './measure.ts';
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
export const PROMISED_OF_LARGE = {
  startMs: 2_000,
  search: 60,
  page: 250,
  list: 1_000,
  counting: 3_000,
  record: 20,
} as const;

export interface LargeClinicFigures {
  readonly patients: number;
  readonly injections: number;
  readonly made: Pick<LargeClinic, 'fileMb' | 'seconds'>;
  /** From starting the program to its being ready, the slowest of three. */
  readonly startMs: number;
  /** The backup that begins with the start, and Today asked for again and again until it is made. */
  readonly backup: { readonly seconds: number; readonly todayMeanwhile: Figure };
  readonly search: Readonly<Record<string, Figure>>;
  readonly pages: Readonly<Record<string, Figure>>;
  readonly lists: Readonly<Record<string, Figure>>;
  /** What goes through everything there is. */
  readonly counting: Readonly<Record<string, Figure>>;
  readonly record: Readonly<Record<string, Figure>>;
}

/** Everything that is asked all day, of the running program, among 100,000 patients with 1,000,000 injections. */
export function benchLargeClinic(runs: number): Promise<LargeClinicFigures> {
  return inFolder(async (root) => {
    const folder = join(root, 'data');
    const clinic = await makeLargeClinic(folder);
    const starts = [await startOnce(folder), await startOnce(folder), await startOnce(folder)];
    const clinics = valueOf(await openClinics({ folder, startInDemo: false, keyStoreFor: fileKeyStore }));
    try {
      return {
        patients: PATIENTS,
        injections: COURSES * INJECTIONS,
        made: { fileMb: clinic.fileMb, seconds: clinic.seconds },
        startMs: rounded(Math.max(...starts)),
        backup: await benchBackup(clinics),
        ...(await ask(clinics, clinic, runs)),
        record: await benchRecording(clinics, clinic, runs * 5),
      };
    } finally {
      await clinics.close();
    }
  });
}

async function benchBackup(clinics: Clinics): Promise<LargeClinicFigures['backup']> {
  const nurse = await apiClientOf(clinics, 'nurse', PIN);
  const onDate = systemSurroundings.today();
  const before = performance.now();
  const took: number[] = [];
  while ((await nurse.backups.list.query()).length === 0) {
    const { backupFailure } = await nurse.clinic.status.query();
    if (backupFailure !== null) throw new Error(`no backup: ${backupFailure.code}`);
    took.push((await measure(1, () => nurse.sessions.today.query({ onDate }))).medianMs);
  }
  const seconds = Math.round((performance.now() - before) / 100) / 10;
  return { seconds, todayMeanwhile: figureOf(took) };
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
        'the audit of one patient': () =>
          surgeon.audit.read.query({
            before: null,
            limit: 200,
            personId: null,
            onDate: null,
            patientId,
          }),
        'the complications of a month': () =>
          surgeon.complications.register.query({ from: addDays(today, -30), to: today, lotId: null }),
      },
      Math.max(3, Math.ceil(runs / 4)),
    ),
    counting: await each(
      {
        'how all veins responded': () =>
          surgeon.statistics.response.query({ treatedFrom: null, treatedTo: null, part: null, kind: null }),
      },
      3,
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
