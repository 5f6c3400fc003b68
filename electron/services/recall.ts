import type { Kysely } from 'kysely';
import { readNames } from '../../db/repositories/people.ts';
import {
  insertNotice,
  readInjectionsOfLot,
  readNotices,
  readReactionsOfLot,
  readRecall,
  readSessionsOfLot,
  readUsedLots,
  type LotInjection,
  type LotSession,
} from '../../db/repositories/recall.ts';
import { readLot } from '../../db/repositories/stock.ts';
import type { Database } from '../../db/schema.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import type {
  NoteTold,
  RecallPatient,
  RecallSession,
  RecallSite,
  RecallView,
  UsedLot,
} from '../../shared/contract/recall.ts';
import type { Lot } from '../../shared/contract/session.ts';
import type { LotId } from '../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { readLinesOfLot } from './complications/read-register.ts';
import type { ServiceContext } from './context.ts';
import { invalid, notFound } from './invalid.ts';
import { write } from './write.ts';

/** The lots to choose from. */
export async function readLotsUsed({
  db,
}: Pick<ServiceContext, 'db'>): Promise<Result<readonly UsedLot[], Failure>> {
  return ok(await readUsedLots(db));
}

/** Everybody in whose sessions a lot was opened, with what they got of it. */
export async function readRecallOf(
  { db }: Pick<ServiceContext, 'db'>,
  lotId: LotId,
): Promise<Result<RecallView, Failure>> {
  const lot = await readLot(db, lotId);
  return lot ? ok(await recallViewOf(db, lot)) : notFound('lot');
}

async function recallViewOf(db: Kysely<Database>, lot: Lot): Promise<RecallView> {
  const injections = Map.groupBy(await readInjectionsOfLot(db, lot.id), ({ sessionId }) => sessionId);
  const reactions = await readReactionsOfLot(db, lot.id);
  const lines = await readLinesOfLot(db, lot.id);
  const notices = await readNotices(db, lot.id);
  const byPatient = Map.groupBy(await readSessionsOfLot(db, lot.id), ({ patient }) => patient.id);
  const patients = [...byPatient].map(([id, sessions]): RecallPatient => {
    const got = sessions.map((session) => gotIn(session, injections.get(session.sessionId) ?? []));
    const ofThese = new Set(sessions.map(({ sessionId }) => sessionId));
    return {
      patient: (sessions[0] ?? missing()).patient,
      certainty: certaintyOf(got),
      sessions: got,
      reactions: reactions.filter(({ sessionId }) => ofThese.has(sessionId)),
      complications: lines.filter(({ patient }) => patient.id === id),
      notices: notices.get(id) ?? [],
    };
  });
  return {
    lot,
    recall: await readRecall(db, lot.id),
    patients: patients.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b))),
    names: await readNames(db),
  };
}

/**
 * Notes that a patient was told of the recall of a lot, on a day not in the future, or that this was noted by mistake; the last
 * word counts. Fails with `lot/not-recalled`.
 */
export function noteTold(context: ServiceContext, input: NoteTold): Promise<Result<RecallView, Failure>> {
  if (input.onDate > context.today()) return Promise.resolve(invalid('onDate', 'in-future'));
  return write(context, async ({ trx, at, audit, changed }) => {
    const { lotId, patientId, ...said } = input;
    const lot = await readLot(trx, lotId);
    if (!lot) return notFound('lot');
    if (lot.recalledBecause === null) return err({ code: 'lot/not-recalled', lotNumber: lot.lotNumber });
    const sessions = await readSessionsOfLot(trx, lotId);
    if (!sessions.some(({ patient }) => patient.id === patientId)) return notFound('patient');
    const notice = { ...said, recordedAt: at, recordedBy: context.actor.id };
    await insertNotice(trx, { lotId, patientId }, notice);
    await audit({
      action: 'recall/note-told',
      entity: 'patient',
      entityId: patientId,
      after: { lotId, ...notice },
    });
    changed({ topic: 'stock', id: lotId });
    return ok(await recallViewOf(trx, lot));
  });
}

function gotIn(
  { sessionId, caseId, number, onDate }: LotSession,
  injections: readonly LotInjection[],
): RecallSession {
  const given = injections.filter(({ struckBecause }) => struckBecause === null);
  const struck = injections.filter(({ struckBecause }) => struckBecause !== null);
  return {
    sessionId,
    caseId,
    number,
    onDate,
    injections: given.length,
    liquidUl: volumeOf(given.filter(({ form }) => form === 'liquid')),
    foamUl: volumeOf(given.filter(({ form }) => form === 'foam')),
    massUg: massOf(given),
    sites: sitesOf(given),
    struckOut: {
      injections: struck.length,
      volumeUl: volumeOf(struck),
      massUg: massOf(struck),
      reasons: [...new Set(struck.flatMap(({ struckBecause }) => struckBecause ?? []))],
    },
  };
}

function certaintyOf(sessions: readonly RecallSession[]): RecallPatient['certainty'] {
  if (sessions.some(({ injections }) => injections > 0)) return 'given';
  return sessions.some(({ struckOut }) => struckOut.injections > 0) ? 'struck-out' : 'opened';
}

/** Each vein once, in the order in which they were injected; free sites once for each leg. */
function sitesOf(injections: readonly LotInjection[]): readonly RecallSite[] {
  const sites = injections.map(({ leg, veinNumber }): RecallSite => ({ leg, number: veinNumber }));
  return [...new Map(sites.map((site) => [`${site.leg} ${String(site.number)}`, site])).values()];
}

function volumeOf(injections: readonly LotInjection[]): number {
  return injections.reduce((sum, { volumeUl }) => sum + volumeUl, 0);
}

function massOf(injections: readonly LotInjection[]): number {
  return injections.reduce((sum, { massUg }) => sum + massUg, 0);
}

function nameOf({ patient }: RecallPatient): string {
  return `${patient.familyName}, ${patient.givenName} ${patient.recordNumber}`;
}

function missing(): never {
  throw new Error('a group without a member');
}
