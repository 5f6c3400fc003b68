import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { served, textAt, type Served } from '../support/served.ts';
import { aVein } from '../support/treatment.ts';
import { SHIPPED_PROFILES } from '../../shared/domain/dose/profiles/index.ts';

const ROUNDS = 3;
const PIN = '2468';

interface Treatment {
  readonly personId: string;
  readonly sessionId: string;
  readonly lotId: string;
  readonly veinId: string;
}

async function must(at: Served, path: string, input?: unknown): Promise<unknown> {
  const { data, failure } = await at.ask(path, input);
  if (failure) throw new Error(`${path}: ${JSON.stringify(failure)}`);
  return data;
}

function listAt(data: unknown, key: string): readonly unknown[] {
  const value =
    data !== null && typeof data === 'object' && key in data ? data[key as keyof typeof data] : null;
  if (!Array.isArray(value)) throw new Error(`no ${key} in the answer`);
  return value;
}

/** From the first start to an open session, over HTTP like any client. */
async function begin(at: Served): Promise<Treatment> {
  await must(at, 'clinic.setUp', {
    clinicName: 'Harbour Vein Clinic',
    administrator: { name: 'Ann', pin: PIN, alsoRoles: ['surgeon', 'nurse'] },
    profileId: 'strictest',
  });
  const status = await must(at, 'clinic.status');
  const today = textAt(status, 'today');
  const personId = textAt(listAt(status, 'people')[0], 'id');
  await at.signIn(personId, PIN);
  const patient = await must(at, 'patients.create', {
    recordNumber: 'R-1',
    familyName: 'Lindqvist',
    givenName: 'Maja',
    birthDate: '1981-03-14',
    sex: 'female',
    weightG: 60_000,
    heightMm: 1_650,
    allergies: { substances: [], polidocanol: false, proneToHypersensitivity: false },
  });
  const opened = await must(at, 'cases.open', { patientId: textAt(patient, 'id'), reason: 'Spider veins' });
  const caseId = textAt(opened, 'id');
  const vein = aVein();
  const diff = { added: [vein], updated: [], removed: [] };
  await must(at, 'map.saveGesture', { caseId, gestureId: randomUUID(), baseVersion: 0, label: 'draw', diff });
  const preparation = { form: 'liquid', strengthUgPerMl: 2_500 };
  await must(at, 'plan.save', {
    caseId,
    baseVersion: 0,
    sessions: [{ number: 1, onDate: today, atTime: null, tighterCaps: [] }],
    items: [
      { veinId: vein.id, sessionNumber: 1, preparation, punctures: 9, volumePerPunctureUl: 1, locked: false },
    ],
  });
  const questions = SHIPPED_PROFILES.find(({ id }) => id === 'strictest')?.contraindications ?? [];
  const no = (id: string) => ({ contraindicationId: id, present: false });
  const leg = { ceap: null, symptomatic: null, vcss: null };
  await must(at, 'cases.saveAssessment', {
    caseId,
    legs: { right: leg, left: leg },
    fitzpatrick: null,
    earlierTreatment: '',
    duplexFindings: null,
    eligibility: questions.map(({ id }) => ({ ...no(id), acceptedBecause: null })),
  });
  await must(at, 'cases.recordConsent', { caseId, onDate: today, formName: 'Form 4' });
  const session = await must(at, 'sessions.open', {
    caseId,
    number: 1,
    identityConfirmed: true,
    legs: ['left'],
    weightG: 60_000,
    weightConfirmed: false,
    allergies: { substances: [], polidocanol: false, proneToHypersensitivity: false },
    answers: questions.filter(({ askEachSession }) => askEachSession).map(({ id }) => no(id)),
    acceptances: [],
    waivers: [],
  });
  const sessionId = textAt(
    session && typeof session === 'object' && 'opening' in session ? session.opening : null,
    'id',
  );
  const productId = textAt(listAt(await must(at, 'stock.get'), 'products')[0], 'id');
  const stock = await must(at, 'stock.addLot', {
    productId,
    lotNumber: 'A1',
    expiresOn: '2099-01-01',
    ampoules: null,
    code: null,
  });
  const lotId = textAt(listAt(stock, 'lots')[0], 'id');
  await must(at, 'sessions.openBox', { sessionId, lotId });
  return { personId, sessionId, lotId, veinId: vein.id };
}

/** Records as fast as answers come, two at a time, until the program is gone; gives the ids that were acknowledged. */
async function recordUntilGone(
  at: Served,
  { sessionId, lotId, veinId }: Treatment,
  after: number,
): Promise<string[]> {
  const acknowledged: string[] = [];
  const record = async () => {
    for (;;) {
      const injectionId = randomUUID();
      await must(at, 'sessions.record', {
        injectionId,
        sessionId,
        veinId,
        site: { leg: 'left', aspect: 'lateral', point: [10, 600] },
        lotId,
        preparation: { form: 'liquid', strengthUgPerMl: 2_500 },
        volumeUl: 1,
        needle: '30 G',
        volumeConfirmed: false,
        reason: null,
        override: null,
      });
      acknowledged.push(injectionId);
      // A moment that lies somewhere within a request under way.
      if (acknowledged.length === after) setTimeout(() => at.child.kill('SIGKILL'), Math.random() * 8);
    }
  };
  const ended = await Promise.allSettled([record(), record()]);
  for (const end of ended) {
    const because: unknown = end.status === 'rejected' ? end.reason : null;
    // Only the connection may fail: a refusal would be a fault of this test.
    expect(because).toBeInstanceOf(TypeError);
  }
  return acknowledged;
}

test(
  'the program is killed again and again: every injection that was acknowledged is there, with its audit row, and nothing half-written',
  { timeout: 240_000 },
  async () => {
    const data = join(temporaryFolder(), 'data');
    let at = await served('--data', data);
    const treatment = await begin(at);
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      acknowledged.push(...(await recordUntilGone(at, treatment, 1 + Math.floor(Math.random() * 20))));
      at = await served('--data', data);
      await at.signIn(treatment.personId, PIN);
      const injections = listAt(
        await must(at, 'sessions.get', { sessionId: treatment.sessionId }),
        'injections',
      );
      const stored = injections.map((injection) => textAt(injection, 'id'));
      expect(stored).toEqual(expect.arrayContaining(acknowledged));
      // Two were under way at most when it was killed.
      expect(stored.length - acknowledged.length).toBeLessThanOrEqual(2 * (round + 1));
      expect(injections.map((injection) => numberOf(injection))).toEqual(stored.map((_, n) => n + 1));
      expect(await auditedInjections(at)).toEqual(stored.toSorted());
      expect(await must(at, 'audit.verify')).toMatchObject({ brokenAt: null });
    }
    expect(acknowledged.length).toBeGreaterThan(ROUNDS);
    expect(await at.stop('SIGTERM')).toBe(0);
  },
);

function numberOf(injection: unknown): unknown {
  return injection !== null && typeof injection === 'object' && 'number' in injection
    ? injection.number
    : null;
}

async function auditedInjections(at: Served): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let before: number | null = null; ;) {
    const rows = listAt(
      await must(at, 'audit.read', {
        before,
        limit: 200,
        personId: null,
        onDate: null,
        patientId: null,
      }),
      'rows',
    );
    ids.push(
      ...rows
        .filter((row) => textAt(row, 'action') === 'injection/record')
        .map((row) => textAt(row, 'entityId')),
    );
    const last = rows.at(-1);
    if (rows.length < 200 || !last || typeof last !== 'object' || !('seq' in last)) return ids.toSorted();
    before = Number(last.seq);
  }
}
