import { randomUUID } from 'node:crypto';
import { aVein } from './treatment.ts';
import type { ApiClient } from './api-client.ts';

/** A session that is open, with a box of 1 % in it, and what a request needs to name. */
export interface SessionByApi {
  readonly path: string;
  readonly sessionId: string;
  readonly lotId: string;
  /** Reticular veins of the left leg, numbered from 1. */
  readonly veinIds: readonly string[];
}

interface PlannedVeins {
  /** How many each vein is to get. */
  readonly punctures: readonly number[];
  readonly volumePerPunctureUl: number;
}

const PREPARATION = { form: 'liquid', strengthUgPerMl: 10_000 } as const;
const ALLERGIES = { substances: [], polidocanol: false, proneToHypersensitivity: false };
const WEIGHT_G = 90_000;

/** Brings somebody of 90 kg to an open session, as a surgeon and a nurse do it, but without the screens. */
export async function openSessionByApi(
  surgeon: ApiClient,
  nurse: ApiClient,
  { punctures, volumePerPunctureUl }: PlannedVeins,
): Promise<SessionByApi> {
  const { today } = await surgeon.clinic.status.query();
  const { id: patientId } = await surgeon.patients.create.mutate({
    recordNumber: 'TWO-1',
    familyName: 'Twohands',
    givenName: 'Thea',
    birthDate: '1979-05-05',
    sex: 'female',
    weightG: WEIGHT_G,
    heightMm: 1_700,
    allergies: ALLERGIES,
  });
  const { id: caseId } = await surgeon.cases.open.mutate({ patientId, reason: 'Reticular veins' });
  const veins = punctures.map((_, n) => {
    const number = n + 1;
    const { path, branches, ...vein } = aVein({ number });
    const points = path.map(([x, y]): [number, number] => [x, y - number * 20]);
    return { ...vein, path: points, branches: branches.map(() => []) };
  });
  const diff = { added: veins, updated: [], removed: [] };
  await surgeon.map.saveGesture.mutate({
    caseId,
    gestureId: randomUUID(),
    baseVersion: 0,
    label: 'draw',
    diff,
  });
  const questions = await answerAssessment(surgeon, caseId);
  await surgeon.cases.recordConsent.mutate({ caseId, onDate: today, formName: 'Form 4' });
  await surgeon.plan.save.mutate({
    caseId,
    baseVersion: 0,
    sessions: [{ number: 1, onDate: today, atTime: null, tighterCaps: [] }],
    items: veins.map(({ id }, n) => ({
      veinId: id,
      sessionNumber: 1,
      preparation: PREPARATION,
      locked: false,
      punctures: punctures[n] ?? 1,
      volumePerPunctureUl,
    })),
  });
  const { opening } = await nurse.sessions.open.mutate({
    caseId,
    number: 1,
    identityConfirmed: true,
    legs: ['left'],
    weightG: WEIGHT_G,
    weightConfirmed: false,
    allergies: ALLERGIES,
    answers: questions.filter(({ askEachSession }) => askEachSession).map(({ id }) => no(id)),
    acceptances: [],
    waivers: [],
  });
  const sessionId = opening.id;
  const lotId = await takeBox(nurse, sessionId);
  return {
    path: `/patients/${patientId}/sessions/${sessionId}`,
    sessionId,
    lotId,
    veinIds: veins.map(({ id }) => id),
  };
}

const no = (contraindicationId: string) => ({ contraindicationId, present: false });

async function answerAssessment(surgeon: ApiClient, caseId: string) {
  const profiles = await surgeon.profiles.list.query();
  const profile = profiles.find(({ inUse }) => inUse)?.profile;
  if (!profile) throw new Error('no profile in use');
  const findings = { ceap: null, symptomatic: null, vcss: null };
  await surgeon.cases.saveAssessment.mutate({
    caseId,
    legs: { right: findings, left: findings },
    fitzpatrick: null,
    earlierTreatment: '',
    duplexFindings: 'no reflux',
    eligibility: profile.contraindications.map(({ id }) => ({ ...no(id), acceptedBecause: null })),
  });
  return profile.contraindications;
}

async function takeBox(nurse: ApiClient, sessionId: string): Promise<string> {
  const { products } = await nurse.stock.get.query();
  const product = products.find(({ strengthUgPerMl }) => Number(strengthUgPerMl) === 10_000);
  const { lots } = await nurse.stock.addLot.mutate({
    productId: product?.id ?? '',
    lotNumber: 'TWO-HANDS',
    expiresOn: '2099-01-01',
    ampoules: 20,
    code: null,
  });
  const lotId = lots.find(({ lotNumber }) => lotNumber === 'TWO-HANDS')?.id ?? '';
  await nurse.sessions.openBox.mutate({ sessionId, lotId });
  return lotId;
}

/** Records so many injections of one volume into a vein, one after the other; gives the ids that were acknowledged. */
export async function recordByApi(
  nurse: ApiClient,
  { sessionId, lotId }: SessionByApi,
  { veinId, count, volumeUl }: { readonly veinId: string; readonly count: number; readonly volumeUl: number },
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const { id } = await nurse.sessions.record.mutate({
      injectionId: randomUUID(),
      sessionId,
      veinId,
      site: { leg: 'left', aspect: 'lateral', point: null },
      lotId,
      preparation: PREPARATION,
      volumeUl,
      needle: '30 G',
      volumeConfirmed: false,
      reason: null,
      override: null,
    });
    ids.push(id);
  }
  return ids;
}
