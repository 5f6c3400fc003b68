import { randomUUID } from 'node:crypto';
import { openCase, recordConsent, saveAssessment } from '../../electron/services/cases.ts';
import { readMap, saveGesture } from '../../electron/services/map.ts';
import { createPatient } from '../../electron/services/patients.ts';
import { readPlan, savePlan } from '../../electron/services/plan.ts';
import { openBox, openSession } from '../../electron/services/sessions.ts';
import { addLot, readStock } from '../../electron/services/stock.ts';
import { MapAt } from '../../shared/contract/map.ts';
import type { CreatePatient } from '../../shared/contract/patient.ts';
import type { SavePlan } from '../../shared/contract/plan.ts';
import type { RecordReaction } from '../../shared/contract/reactions.ts';
import type { CloseSession } from '../../shared/contract/closing.ts';
import type { OpenSession, RecordInjection, SessionView } from '../../shared/contract/session.ts';
import type { LabelProfile } from '../../shared/domain/dose/label-profile.ts';
import { SHIPPED_PROFILES } from '../../shared/domain/dose/profiles/index.ts';
import type { MapRecord } from '../../shared/document/map-document.ts';
import type { NoteMark, ScaleMark, SiteMark } from '../../shared/domain/leg-map/map-mark.ts';
import type { Vein } from '../../shared/domain/leg-map/vein.ts';
import { USUAL_AFTERCARE } from '../../shared/domain/session/aftercare.ts';
import { idOf, type CaseId, type LotId, type PatientId, type SessionId } from '../../shared/kernel/ids.ts';
import { calendarDate } from '../../shared/kernel/time.ts';
import { grams, microgramsPerMillilitre, microlitres } from '../../shared/kernel/units.ts';
import type { Core } from './clinic.ts';
import { valueOf } from './outcome.ts';

let recordNumbers = 1000;

/** A patient of 60 kg without allergies. */
export async function aPatient(core: Core, over: Partial<CreatePatient> = {}): Promise<PatientId> {
  recordNumbers += 1;
  const patient = await createPatient(core.as('nurse'), {
    recordNumber: `R-${String(recordNumbers)}`,
    familyName: 'Lindqvist',
    givenName: 'Maja',
    birthDate: calendarDate('1981-03-14'),
    sex: 'female',
    weightG: grams(60_000),
    heightMm: 1_650,
    allergies: { substances: [], polidocanol: false, proneToHypersensitivity: false },
    ...over,
  });
  return valueOf(patient).id;
}

export async function aCase(core: Core, patientId: PatientId): Promise<CaseId> {
  return valueOf(await openCase(core.as('surgeon'), { patientId, reason: 'Spider veins' })).id;
}

/** A reticular vein of the left thigh. */
export function aVein(over: Partial<Vein> = {}): Vein {
  return {
    id: idOf<'vein'>(randomUUID()),
    leg: 'left',
    aspect: 'lateral',
    number: 1,
    kind: 'reticular',
    pattern: 'line',
    colour: 'blue-green',
    diameterMm: 2,
    depth: 'subdermal',
    path: [
      [10, 600],
      [12, 560],
      [9, 520],
    ],
    branches: [],
    feederId: null,
    note: '',
    carriedOverFrom: null,
    ...over,
  };
}

/** A site in the vein above, or a free one. */
export function aSite(over: Partial<SiteMark> = {}): SiteMark {
  const id = idOf<'mark'>(randomUUID());
  return {
    mark: 'site',
    id,
    leg: 'left',
    aspect: 'lateral',
    point: [11, 580],
    veinId: null,
    note: '',
    ...over,
  };
}

export function aNote(over: Partial<NoteMark> = {}): NoteMark {
  const id = idOf<'mark'>(randomUUID());
  return {
    mark: 'note',
    id,
    leg: 'left',
    aspect: 'lateral',
    point: [20, 400],
    text: 'Perforator?',
    carriedOverFrom: null,
    ...over,
  };
}

/** 200 mm of the reference leg that measure 220 mm. */
export function aScale(over: Partial<ScaleMark> = {}): ScaleMark {
  const id = idOf<'mark'>(randomUUID());
  return {
    mark: 'scale',
    id,
    leg: 'left',
    aspect: 'lateral',
    from: [0, 300],
    to: [0, 500],
    distanceMm: 220,
    ...over,
  };
}

/** Draws veins and marks in one gesture. */
export async function draw(core: Core, caseId: CaseId, ...added: MapRecord[]): Promise<void> {
  const { version } = valueOf(await readMap(core.as('surgeon'), MapAt.parse({ caseId, onDate: null })));
  valueOf(
    await saveGesture(core.as('surgeon'), {
      caseId,
      gestureId: idOf<'gesture'>(randomUUID()),
      baseVersion: version,
      label: 'draw',
      diff: { added, updated: [], removed: [] },
    }),
  );
}

export const LIQUID_1_PERCENT = { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(10_000) } as const;

/** Plans veins into sessions, five punctures of 0.3 mL of 1 % each. */
export async function plan(
  core: Core,
  caseId: CaseId,
  sessions: readonly (readonly Vein[])[],
  over: Partial<SavePlan['items'][number]> = {},
): Promise<void> {
  const current = valueOf(await readPlan(core.as('surgeon'), caseId)).plan;
  valueOf(
    await savePlan(core.as('surgeon'), {
      caseId,
      baseVersion: current?.version ?? 0,
      sessions: sessions.map((_, n) => ({
        number: n + 1,
        onDate: core.context.today(),
        atTime: null,
        tighterCaps: [],
      })),
      items: sessions.flatMap((veins, n) =>
        veins.map((vein) => ({
          veinId: vein.id,
          sessionNumber: n + 1,
          preparation: LIQUID_1_PERCENT,
          punctures: 5,
          volumePerPunctureUl: microlitres(300),
          locked: false,
          ...over,
        })),
      ),
    }),
  );
}

const PROFILE = SHIPPED_PROFILES.find(({ id }) => id === 'strictest');

function questions(): LabelProfile['contraindications'] {
  if (!PROFILE) throw new Error('no default profile');
  return PROFILE.contraindications;
}

/** Answers "no" to every question of the eligibility check, but for those that are named. */
export async function assess(
  core: Core,
  caseId: CaseId,
  present: Readonly<Record<string, string | null>> = {},
): Promise<void> {
  const findings = { ceap: null, symptomatic: null, vcss: null };
  valueOf(
    await saveAssessment(core.as('surgeon'), {
      caseId,
      legs: { right: findings, left: findings },
      fitzpatrick: null,
      earlierTreatment: '',
      duplexFindings: null,
      eligibility: questions().map(({ id }) => ({
        contraindicationId: id,
        present: id in present,
        acceptedBecause: present[id] ?? null,
      })),
    }),
  );
}

export async function consent(core: Core, caseId: CaseId): Promise<void> {
  valueOf(
    await recordConsent(core.as('nurse'), { caseId, onDate: core.context.today(), formName: 'Form 4' }),
  );
}

/** What a nurse answers before an uneventful session. */
export function opening(caseId: CaseId, over: Partial<OpenSession> = {}): OpenSession {
  return {
    caseId,
    number: 1,
    identityConfirmed: true,
    legs: ['left'],
    weightG: grams(60_000),
    weightConfirmed: false,
    allergies: { substances: [], polidocanol: false, proneToHypersensitivity: false },
    answers: questions()
      .filter(({ askEachSession }) => askEachSession)
      .map(({ id }) => ({ contraindicationId: id, present: false })),
    acceptances: [],
    waivers: [],
    ...over,
  };
}

/** A new lot of a strength, good for a year unless something else is said. */
export async function aLot(
  core: Core,
  over: { readonly ugPerMl?: number; readonly expiresOn?: string } = {},
): Promise<LotId> {
  const { products } = valueOf(await readStock(core.as('nurse')));
  const product = products.find(({ strengthUgPerMl }) => strengthUgPerMl === (over.ugPerMl ?? 10_000));
  if (!product) throw new Error('no such product');
  const lotNumber = `L-${randomUUID().slice(0, 8)}`;
  const expiresOn = calendarDate(over.expiresOn ?? '2027-11-02');
  const stock = valueOf(
    await addLot(core.as('nurse'), {
      productId: product.id,
      lotNumber,
      expiresOn,
      ampoules: null,
      code: null,
    }),
  );
  const lot = stock.lots.find((each) => each.lotNumber === lotNumber);
  if (!lot) throw new Error('the lot is not in stock');
  return lot.id;
}

/** A case that is ready to be treated: assessed, consented, mapped and planned. */
export interface Ready {
  readonly patientId: PatientId;
  readonly caseId: CaseId;
  readonly veins: readonly [Vein, Vein];
}

/** Two veins of the left leg in session 1, unless something else is planned afterwards. */
export async function readyCase(
  core: Core,
  over: Partial<CreatePatient> = {},
  known?: PatientId,
): Promise<Ready> {
  const patientId = known ?? (await aPatient(core, over));
  const caseId = await aCase(core, patientId);
  // A further case begins with the veins of the one before.
  const first = known ? 3 : 1;
  const veins: readonly [Vein, Vein] = [aVein({ number: first }), aVein({ number: first + 1 })];
  await draw(core, caseId, ...veins);
  await assess(core, caseId);
  await consent(core, caseId);
  await plan(core, caseId, [veins]);
  return { patientId, caseId, veins };
}

/** A session that is open and has a box of 1 % in it. */
export interface OpenSessionAtHand extends Ready {
  readonly session: SessionView;
  readonly lotId: LotId;
}

export async function openedSession(
  core: Core,
  over: Partial<CreatePatient> = {},
  made?: Ready,
): Promise<OpenSessionAtHand> {
  const ready = made ?? (await readyCase(core, over));
  const { weightG, allergies } = over;
  const said = { ...(weightG && { weightG }), ...(allergies && { allergies }) };
  const session = valueOf(await openSession(core.as('nurse'), opening(ready.caseId, said)));
  const lotId = await aLot(core);
  valueOf(await openBox(core.as('nurse'), { sessionId: session.opening.id, lotId }));
  return { ...ready, session, lotId };
}

/** 0.3 mL of 1 % into the first vein. */
export function injection(
  { session, veins, lotId }: OpenSessionAtHand,
  over: Partial<RecordInjection> = {},
): RecordInjection {
  return {
    injectionId: idOf<'injection'>(randomUUID()),
    sessionId: session.opening.id,
    veinId: veins[0].id,
    site: { leg: 'left', aspect: 'lateral', point: [10, 600] },
    lotId,
    preparation: LIQUID_1_PERCENT,
    volumeUl: microlitres(300),
    needle: '30 G',
    volumeConfirmed: false,
    reason: null,
    override: null,
    ...over,
  };
}

/** A mild wheal, just now. */
export function aReaction(sessionId: SessionId, over: Partial<RecordReaction> = {}): RecordReaction {
  return {
    reactionId: idOf<'reaction'>(randomUUID()),
    sessionId,
    kind: 'wheal',
    grade: 'mild',
    veinId: null,
    lotId: null,
    injectionId: null,
    note: '',
    done: '',
    happenedAt: null,
    ...over,
  };
}

/** How a session is closed in which so much was injected from one box: the rest of the ampoules is wasted. */
export function closing(
  sessionId: SessionId,
  given: { readonly injectedUl: number } = { injectedUl: 0 },
  lotId?: LotId,
): CloseSession {
  const ampoulesOpened = Math.ceil(given.injectedUl / 2_000);
  return {
    sessionId,
    ampoules: lotId
      ? [{ lotId, ampoulesOpened, wastedUl: microlitres(ampoulesOpened * 2_000 - given.injectedUl) }]
      : [],
    differenceReason: lotId ? null : 'no ampoule was opened',
    compressionClass: '2',
    compressionDays: 7,
    fullLength: false,
    observedMinutes: 20,
    aftercareGiven: true,
    aftercareExplained: USUAL_AFTERCARE.points.map(({ id }) => id),
    nextOn: null,
    note: '',
  };
}
