import { readCase } from '../../../db/repositories/cases.ts';
import { readAllergies } from '../../../db/repositories/patients.ts';
import type { Lot, OpenSession, SessionView } from '../../../shared/contract/session.ts';
import type { PlanItem } from '../../../shared/domain/plan/plan.ts';
import { aftercarePoints } from '../../../shared/domain/session/aftercare.ts';
import type { CompressionClass, InjectionSite } from '../../../shared/domain/session/session.ts';
import { givesFoam } from '../../../shared/domain/session/walk.ts';
import type { Leg, Vein } from '../../../shared/domain/leg-map/vein.ts';
import {
  idOf,
  type CaseId,
  type InjectionId,
  type LotId,
  type SessionId,
} from '../../../shared/kernel/ids.ts';
import { grams, microlitres } from '../../../shared/kernel/units.ts';
import {
  closeSession,
  openBox,
  openSession,
  readSession,
  recordInjection,
  signSession,
  startWalk,
} from '../../services/sessions.ts';
import type { ServiceContext } from '../../services/context.ts';
import { readPlan } from '../../services/plan.ts';
import { readStock } from '../../services/stock.ts';
import { as, DEMO_PIN, done, type DemoClinic, type StaffName } from '../demo-clinic.ts';
import { after, type Moment } from '../demo-time.ts';
import type { Script } from '../scripts.ts';
import { punctureSites } from '../veins/puncture-sites.ts';

/** The beginning of a session: the checks are done, the boxes are open. */
export interface Opening {
  readonly caseId: CaseId;
  readonly number: number;
  readonly legs: readonly Leg[];
  readonly weightG: number;
  readonly nurse: StaffName;
  /** Contraindications that are present today, and on what grounds the surgeon lets it pass. */
  readonly accepted?: Readonly<Record<string, string>>;
  readonly surgeon?: StaffName;
}

/** Opens a session and the boxes that its plan asks for. */
export async function open(clinic: DemoClinic, opening: Opening): Promise<SessionId> {
  const context = as(clinic, opening.nurse);
  const { profile } = await done(readPlan(context, opening.caseId));
  const accepted = opening.accepted ?? {};
  const allergies = await allergiesOf(context, opening.caseId);
  const view = await done(
    openSession(context, {
      caseId: opening.caseId,
      number: opening.number,
      identityConfirmed: true,
      legs: [...opening.legs],
      weightG: grams(opening.weightG),
      weightConfirmed: true,
      allergies,
      answers: profile.contraindications
        .filter(({ askEachSession }) => askEachSession)
        .map(({ id }) => ({ contraindicationId: id, present: id in accepted })),
      acceptances: Object.entries(accepted).map(([contraindicationId, reason]) => ({
        contraindicationId,
        surgeonId: clinic.person(opening.surgeon ?? 'okafor').id,
        pin: DEMO_PIN,
        reason,
      })),
      waivers: [],
    }),
  );
  const sessionId = view.opening.id;
  for (const strength of new Set(view.due.map(({ preparation }) => preparation.strengthUgPerMl))) {
    await openBoxOf(clinic, opening.nurse, sessionId, strength);
  }
  return sessionId;
}

/** What stands on record about the patient's allergies: nothing has changed. */
async function allergiesOf({ db }: ServiceContext, caseId: CaseId): Promise<OpenSession['allergies']> {
  const treated = await readCase(db, caseId);
  const statement = treated && (await readAllergies(db, treated.patientId));
  if (!statement) return null;
  const { substances, polidocanol, proneToHypersensitivity } = statement;
  return { substances: [...substances], polidocanol, proneToHypersensitivity };
}

/** Takes the first-expiring good box of a strength into a session. */
async function openBoxOf(clinic: DemoClinic, nurse: StaffName, sessionId: SessionId, strength: number) {
  const context = as(clinic, nurse);
  const { lots } = await done(readStock(context));
  const lot = lots.find(
    (each) =>
      each.product.strengthUgPerMl === strength &&
      each.expiresOn >= context.today() &&
      each.recalledBecause === null,
  );
  if (!lot) throw new Error(`no box of ${String(strength)} µg/mL`);
  await done(openBox(context, { sessionId, lotId: lot.id }));
}

/** One injection of a plan, where it will be given. */
export interface Due {
  readonly vein: Vein;
  readonly item: PlanItem;
  readonly lotId: LotId;
  readonly site: InjectionSite;
}

/** What is due in a session, puncture by puncture, as planned. */
export async function dueIn(clinic: DemoClinic, sessionId: SessionId): Promise<readonly Due[]> {
  const view = await done(readSession(as(clinic, 'okafor'), sessionId));
  return view.due.flatMap((item) => {
    const vein = veinOf(view, item);
    const lotId = boxOf(view, item.preparation.strengthUgPerMl).id;
    const { leg, aspect } = vein;
    return punctureSites(vein, item.punctures).map((point) => ({
      vein,
      item,
      lotId,
      site: { leg, aspect, point },
    }));
  });
}

function veinOf(view: SessionView, item: PlanItem): Vein {
  const vein = view.veins.find(({ id }) => id === item.veinId);
  if (!vein) throw new Error('a planned vein is not on the map');
  return vein;
}

function boxOf(view: SessionView, strength: number): Lot {
  const box = view.boxes.find(({ product }) => product.strengthUgPerMl === strength);
  if (!box) throw new Error(`no box of ${String(strength)} µg/mL is open`);
  return box;
}

/** How an injection differs from the plan. */
export interface Departure {
  readonly volumeUl?: number;
  /** It looks like a slip, and is none. */
  readonly volumeConfirmed?: boolean;
  /** Why a soft limit is passed. */
  readonly reason?: string;
  /** Why a surgeon lets a hard limit be passed. */
  readonly overrideReason?: string;
  readonly surgeon?: StaffName;
}

/** How single punctures of a session differ from the plan, by their number. */
export type Departures = Readonly<Record<number, Departure>>;

/** Records one injection. */
export async function inject(
  clinic: DemoClinic,
  nurse: StaffName,
  sessionId: SessionId,
  due: Due,
  departure: Departure = {},
): Promise<InjectionId> {
  const context = as(clinic, nurse);
  const given = await done(
    recordInjection(context, {
      injectionId: idOf<'injection'>(context.newUuid()),
      sessionId,
      veinId: due.vein.id,
      site: due.site,
      lotId: due.lotId,
      preparation: due.item.preparation,
      volumeUl: microlitres(departure.volumeUl ?? due.item.volumePerPunctureUl),
      needle: due.vein.kind === 'telangiectasia' ? '32 G' : '30 G',
      volumeConfirmed: departure.volumeConfirmed ?? false,
      reason: departure.reason ?? null,
      override:
        departure.overrideReason === undefined
          ? null
          : {
              surgeonId: clinic.person(departure.surgeon ?? 'okafor').id,
              pin: DEMO_PIN,
              reason: departure.overrideReason,
            },
    }),
  );
  return given.id;
}

/** Gives one injection after the other, 40 to 70 seconds apart. */
export async function* injectAll(
  clinic: DemoClinic,
  nurse: StaffName,
  sessionId: SessionId,
  dues: readonly Due[],
  start: Moment,
  departures: Departures = {},
): Script<Moment> {
  let moment = start;
  for (const [index, due] of dues.entries()) {
    moment = after(moment, 40 + ((index * 17) % 31));
    yield moment;
    await inject(clinic, nurse, sessionId, due, departures[index + 1]);
  }
  return moment;
}

/** Sends the patient for the observed walk. */
export async function walk(clinic: DemoClinic, nurse: StaffName, sessionId: SessionId): Promise<void> {
  await done(startWalk(as(clinic, nurse), { sessionId }));
}

/** How a session ended. */
export interface Ending {
  readonly compressionClass?: CompressionClass;
  readonly compressionDays?: number;
  readonly fullLength?: boolean;
  readonly note?: string;
}

/** Reconciles the ampoules and closes the session. */
export async function close(
  clinic: DemoClinic,
  nurse: StaffName,
  sessionId: SessionId,
  ending: Ending = {},
): Promise<void> {
  const context = as(clinic, nurse);
  const view = await done(readSession(context, sessionId));
  await done(
    closeSession(context, {
      sessionId,
      ampoules: view.boxes.map((box) => {
        const injectedUl = liquidFrom(view, box);
        const ampoulesOpened = Math.ceil(injectedUl / box.product.ampouleUl);
        return {
          lotId: box.id,
          ampoulesOpened,
          wastedUl: microlitres(ampoulesOpened * box.product.ampouleUl - injectedUl),
        };
      }),
      differenceReason: null,
      compressionClass: ending.compressionClass ?? '2',
      compressionDays: ending.compressionDays ?? 7,
      fullLength: ending.fullLength ?? false,
      observedMinutes: 20,
      aftercareGiven: true,
      aftercareExplained: aftercarePoints(view.profile, givesFoam(view.injections)).map(({ id }) => id),
      nextOn: view.upcoming[0]?.onDate ?? null,
      note: ending.note ?? '',
    }),
  );
}

/** The liquid that was drawn from a lot and given. */
function liquidFrom(view: SessionView, lot: Lot): number {
  return view.injections
    .filter((injection) => injection.lotId === lot.id && injection.strikeOut === null)
    .reduce(
      (sum, { dose }) => sum + (dose.form === 'foam' ? dose.volumeUl / (1 + dose.gasParts) : dose.volumeUl),
      0,
    );
}

/** Signs with the demo's PIN. */
export async function sign(
  clinic: DemoClinic,
  who: StaffName,
  sessionId: SessionId,
  role: 'nurse' | 'surgeon',
): Promise<void> {
  await done(signSession(as(clinic, who), { sessionId, role, pin: DEMO_PIN }));
}
