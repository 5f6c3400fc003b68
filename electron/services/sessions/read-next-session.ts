import type { Kysely } from 'kysely';
import { readCase, readCasesOf } from '../../../db/repositories/cases.ts';
import { readReviewsOf } from '../../../db/repositories/reviews.ts';
import { readOpenSessionOf, readSessionsOf, type SessionLine } from '../../../db/repositories/sessions.ts';
import type { Database } from '../../../db/schema.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { NextSessionView } from '../../../shared/contract/next-session.ts';
import { standingReviews } from '../../../shared/domain/outcome/review.ts';
import type { TreatmentCase } from '../../../shared/domain/patient/patient.ts';
import type { Plan, PlannedSession } from '../../../shared/domain/plan/plan.ts';
import type { DateCautionQuestion } from '../../../shared/domain/plan/plan-dates.ts';
import {
  hindrancesOf,
  type Hindrance,
  type OpeningRecord,
} from '../../../shared/domain/session/hindrance.ts';
import { sessionCautions, type SessionCaution } from '../../../shared/domain/session/session-cautions.ts';
import type { CaseId, VeinId } from '../../../shared/kernel/ids.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import type { ServiceContext } from '../context.ts';
import { notFound } from '../invalid.ts';
import { readPlanOfMappedVeins } from '../plan.ts';
import { profileInUse } from '../profiles.ts';
import { readOpeningRecord } from './read-opening-record.ts';

/** The first planned session of a case that was not held, and what is known to stand in its way; null where none is planned. */
export async function readNextSession(
  { db, today }: ServiceContext,
  caseId: CaseId,
): Promise<Result<NextSessionView | null, Failure>> {
  const treated = await readCase(db, caseId);
  if (!treated) return notFound('case');
  const plan = await readPlanOfMappedVeins(db, caseId);
  const held = await readSessionsOf(db, caseId);
  const next = firstToCome(plan, held);
  if (!plan || !next) return ok(null);
  const { profile } = await profileInUse(db);
  const known = await readOpeningRecord(db, {
    treated,
    due: plan.items.filter(({ sessionNumber }) => sessionNumber === next.number),
    profile,
    today: today(),
    isOtherOpen: (await readOpenSessionOf(db, treated.patientId)) !== null,
  });
  const record = { ...known, treated: new Set([...known.treated, ...dueNow(plan, held)]) };
  const hindrances = hindrancesOf(record, null);
  const cautions = sessionCautions({
    record,
    number: next.number,
    onDate: next.onDate,
    reviews: standingReviews(await readReviewsOf(db, caseId)),
    dates: {
      sessions: withDaysHeld(plan, held),
      lastTreatedElsewhereOn: await lastTreatedElsewhereOn(db, treated),
      interval: profile.interval,
      today: today(),
    },
  });
  const { number, onDate } = next;
  return ok({ caseId, number, onDate, hindrances, cautions, ...namedIn(record, hindrances, cautions) });
}

function firstToCome(plan: Plan | null, held: readonly SessionLine[]): PlannedSession | undefined {
  return plan?.sessions
    .filter(({ number }) => !held.some((session) => session.number === number))
    .toSorted((a, b) => a.number - b.number)[0];
}

/** What the open session is to treat: by the time of the next one it is expected to be. */
function dueNow({ items }: Plan, held: readonly SessionLine[]): ReadonlySet<VeinId> {
  const open = held.find(({ state }) => state === 'open');
  const due = items.filter(({ sessionNumber }) => open !== undefined && sessionNumber === open.number);
  return new Set(due.map(({ veinId }) => veinId));
}

function withDaysHeld({ sessions }: Plan, held: readonly SessionLine[]): DateCautionQuestion['sessions'] {
  const heldOn = new Map(held.map(({ number, onDate }) => [number, onDate]));
  return sessions.map((session) => {
    const onDate = heldOn.get(session.number);
    return { ...session, onDate: onDate ?? session.onDate, isHeld: onDate !== undefined };
  });
}

/** The last day on which the patient was treated in another case; null: never. */
async function lastTreatedElsewhereOn(
  db: Kysely<Database>,
  { id, patientId }: Pick<TreatmentCase, 'id' | 'patientId'>,
): Promise<CalendarDate | null> {
  const days: CalendarDate[] = [];
  for (const other of await readCasesOf(db, patientId)) {
    if (other.id !== id) days.push(...(await readSessionsOf(db, other.id)).map(({ onDate }) => onDate));
  }
  return days.toSorted().at(-1) ?? null;
}

/** What the words of the page are made from: no more than is named. */
function namedIn(
  { veins, profile }: OpeningRecord,
  hindrances: readonly Hindrance[],
  cautions: readonly SessionCaution[],
): Pick<NextSessionView, 'veins' | 'contraindications'> {
  const ids = new Set<VeinId>([
    ...hindrances.flatMap((hindrance) => {
      if (hindrance.kind === 'duplex') return hindrance.veins.map(({ veinId }) => veinId);
      if (hindrance.kind === 'feeder')
        return hindrance.veins.flatMap(({ veinId, feederId }) => [veinId, feederId]);
      return [];
    }),
    ...cautions.flatMap((caution) => ('veins' in caution ? caution.veins : [])),
  ]);
  const questions = new Set(
    hindrances.flatMap((hindrance) =>
      hindrance.kind === 'contraindicated' || hindrance.kind === 'acceptance'
        ? [hindrance.contraindicationId]
        : hindrance.kind === 'assessment'
          ? (hindrance.unanswered ?? [])
          : [],
    ),
  );
  return {
    veins: veins.filter(({ id }) => ids.has(id)).map(({ id, leg, number }) => ({ id, leg, number })),
    contraindications: profile.contraindications.filter(({ id }) => questions.has(id)),
  };
}
