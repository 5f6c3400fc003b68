import type { Transaction } from 'kysely';
import { nextInjectionNumber, type MeasuredVessel } from '../../../db/repositories/injections.ts';
import { readCurrentVein } from '../../../db/repositories/map.ts';
import { readPeople } from '../../../db/repositories/people.ts';
import { readBoxes } from '../../../db/repositories/stock.ts';
import { readVeinAt } from '../../../db/repositories/vein-at.ts';
import type { Database } from '../../../db/schema.ts';
import type { AddedInjection } from '../../../shared/contract/closing.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import { massOf } from '../../../shared/domain/dose/arithmetic.ts';
import type { Dose } from '../../../shared/domain/dose/ledger.ts';
import type { Vein } from '../../../shared/domain/leg-map/vein.ts';
import type { Injection } from '../../../shared/domain/session/session.ts';
import { mayDo } from '../../../shared/domain/staff/roles.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { invalid, notFound } from '../invalid.ts';
import { assess, measure } from './assess-injection.ts';
import { findSlip, readPlannedPuncture } from './check-injection.ts';
import type { CurrentSession } from './current-session.ts';

/** An injection that is to be added to a closed session. */
export interface Addition {
  readonly session: CurrentSession;
  readonly closedAt: Instant;
  readonly input: AddedInjection;
  /** Its place in the request, to name its fields by. */
  readonly at: number;
}

/**
 * The injection as it will stand in the record, with the gauges of the whole session as it is amended: it has been given, so a limit
 * that it passes is said and not refused. Fails where it cannot have been in this session: `invalid-input`, `lot/…`,
 * `session/wrong-leg`, `dose/strength-not-of-lot`; and with `dose/looks-like-slip` until somebody has looked again.
 */
export async function buildAddition(
  trx: Transaction<Database>,
  addition: Addition,
): Promise<Result<{ readonly injection: Injection; readonly measured: MeasuredVessel | null }, Failure>> {
  const { session, input } = addition;
  const { opening } = session;
  const fits = await checkFacts(trx, addition);
  if (!fits.ok) return fits;
  const aimed = await checkVein(trx, addition);
  if (!aimed.ok) return aimed;
  const vein = aimed.value;
  const dose: Dose = { ...input.preparation, volumeUl: input.volumeUl };
  const planned = await readPlannedPuncture(trx, opening, input.veinId);
  const slip = await findSlip(trx, input.givenBy, { input, vein, planned });
  if (slip && !input.volumeConfirmed) return err({ code: 'dose/looks-like-slip', slip });
  const injection: Injection = {
    id: input.injectionId,
    sessionId: opening.id,
    number: await nextInjectionNumber(trx, opening.id),
    veinId: input.veinId,
    vessel: vein && { kind: vein.kind, diameterMm: vein.diameterMm },
    site: input.site,
    lotId: input.lotId,
    dose,
    massUg: massOf(dose),
    needle: input.needle,
    givenAt: input.givenAt,
    givenBy: input.givenBy,
    assessment: await assess(trx, session, {
      dose,
      at: input.givenAt,
      until: addition.closedAt,
      input,
      vein,
    }),
    reason: null,
    override: null,
    confirmedSlip: slip,
    strikeOut: null,
  };
  return ok({ injection, measured: vein && (await measure(trx, opening, vein)) });
}

/** The box, its strength, the time and the person must be of this session. */
async function checkFacts(
  trx: Transaction<Database>,
  { session, closedAt, input, at }: Addition,
): Promise<Result<undefined, Failure>> {
  const { opening } = session;
  const box = (await readBoxes(trx, opening.id)).find(({ id }) => id === input.lotId);
  if (!box) return invalid(`add.${String(at)}.lotId`, 'not-opened');
  if (box.product.strengthUgPerMl !== input.preparation.strengthUgPerMl) {
    return err({ code: 'dose/strength-not-of-lot' });
  }
  if (input.givenAt < opening.openedAt || input.givenAt > closedAt) {
    return invalid(`add.${String(at)}.givenAt`, 'outside-session');
  }
  const giver = (await readPeople(trx)).find(({ id }) => id === input.givenBy);
  return giver && mayDo(giver.roles, 'session/record')
    ? ok()
    : invalid(`add.${String(at)}.givenBy`, 'may-not-inject');
}

/** The vein as it was mapped when it was injected; one that was mapped only afterwards as it is now. */
async function checkVein(
  trx: Transaction<Database>,
  { session, input }: Addition,
): Promise<Result<Vein | null, Failure>> {
  const { caseId, legs } = session.opening;
  const { veinId, site, givenAt: at } = input;
  const vein =
    veinId === null
      ? null
      : ((await readVeinAt(trx, { caseId, veinId, at })) ?? (await readCurrentVein(trx, caseId, veinId)));
  if (veinId !== null && !vein) return notFound('vein');
  const isRightLeg = legs.includes(site.leg) && (!vein || vein.leg === site.leg);
  return isRightLeg ? ok(vein) : err({ code: 'session/wrong-leg' });
}
