import type { Kysely } from 'kysely';
import { z } from 'zod';
import { LEGS, veinLabel } from '../../shared/domain/leg-map/vein.ts';
import type {
  AmendmentFact,
  OverrideFact,
  ReactionFact,
  SignatureFact,
} from '../../shared/domain/patient/timeline-facts.ts';
import type { PatientId } from '../../shared/kernel/ids.ts';
import type { Database } from '../schema.ts';
import { fromJson } from './json.ts';
import { sessionStates, stateOf } from './sessions.ts';
import { withAssessments } from './stored-assessment.ts';

// Each reads one kind of fact of a patient, over all sessions in one question.
const Legs = z.array(z.enum(LEGS));

/** The sessions of a patient in all cases, the oldest first, as they were opened and closed. */
export async function readPatientSessions(db: Kysely<Database>, id: PatientId) {
  const rows = await sessionStates(db)
    .innerJoin('people as opener', 'opener.id', 'sessions.opened_by')
    .leftJoin('people as closer', 'closer.id', 'closing.closed_by')
    .select([
      'sessions.case_id',
      'sessions.legs',
      'sessions.weight_g',
      'sessions.profile_id',
      'sessions.profile_version',
      'sessions.opened_at',
      'opener.name as opened_by',
      'closer.name as closed_by',
    ])
    .where('sessions.patient_id', '=', id)
    .orderBy('sessions.opened_at')
    .execute();
  return rows.map((row) => ({
    sessionId: row.session_id,
    caseId: row.case_id,
    number: row.number,
    onDate: row.on_date,
    legs: fromJson(Legs, row.legs),
    weightG: row.weight_g,
    profile: { id: row.profile_id, version: row.profile_version },
    state: stateOf(row),
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    closed:
      row.closed_at === null || row.closed_by === null ? null : { at: row.closed_at, by: row.closed_by },
  }));
}

export async function readSignatureFacts(
  db: Kysely<Database>,
  id: PatientId,
): Promise<readonly SignatureFact[]> {
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('session_signatures as signature', 'signature.session_id', 'sessions.id')
    .innerJoin('people', 'people.id', 'signature.signed_by')
    .select(['signature.session_id', 'signature.role', 'signature.signed_at', 'people.name'])
    .where('sessions.patient_id', '=', id)
    .execute();
  return rows.map((row) => ({
    sessionId: row.session_id,
    role: row.role,
    at: row.signed_at,
    by: row.name,
  }));
}

export async function readAmendmentFacts(
  db: Kysely<Database>,
  id: PatientId,
): Promise<readonly AmendmentFact[]> {
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('session_amendments as amendment', 'amendment.session_id', 'sessions.id')
    .innerJoin('people', 'people.id', 'amendment.made_by')
    .select(['amendment.id', 'amendment.session_id', 'amendment.reason', 'amendment.made_at', 'people.name'])
    .where('sessions.patient_id', '=', id)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    sessionId: row.session_id,
    reason: row.reason,
    at: row.made_at,
    by: row.name,
  }));
}

export async function readReactionFacts(
  db: Kysely<Database>,
  id: PatientId,
): Promise<readonly ReactionFact[]> {
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('reactions', 'reactions.session_id', 'sessions.id')
    .innerJoin('people', 'people.id', 'reactions.recorded_by')
    .leftJoin('reaction_strike_outs as strike', 'strike.reaction_id', 'reactions.id')
    .leftJoin('veins', 'veins.id', 'reactions.vein_id')
    .select([
      'reactions.id',
      'reactions.session_id',
      'reactions.kind',
      'reactions.grade',
      'reactions.happened_at',
      'people.name',
      'strike.struck_at',
      'veins.leg',
      'veins.number',
    ])
    .where('sessions.patient_id', '=', id)
    .execute();
  return rows.map(({ leg, number, ...row }) => ({
    id: row.id,
    sessionId: row.session_id,
    reaction: row.kind,
    grade: row.grade,
    veinLabel: leg === null || number === null ? null : veinLabel({ leg, number }),
    isStruckOut: row.struck_at !== null,
    at: row.happened_at,
    by: row.name,
  }));
}

/** Injections past a hard limit, each with the limits that it passed and the surgeon who allowed it. */
export async function readOverrideFacts(
  db: Kysely<Database>,
  id: PatientId,
): Promise<readonly OverrideFact[]> {
  const rows = await db
    .selectFrom('injections')
    .innerJoin('people as giver', 'giver.id', 'injections.given_by')
    .innerJoin('people as surgeon', 'surgeon.id', 'injections.override_by')
    .leftJoin('injection_strike_outs as strike', 'strike.injection_id', 'injections.id')
    .select([
      'injections.id',
      'injections.session_id',
      'injections.number',
      'injections.assessment',
      'injections.override_reason',
      'injections.given_at',
      'giver.name as by',
      'surgeon.name as surgeon',
      'strike.struck_at',
    ])
    .where('injections.patient_id', '=', id)
    .where('injections.override_by', 'is not', null)
    .execute();
  return withAssessments(db, rows, (row, { gauges, passed }) => ({
    injectionId: row.id,
    sessionId: row.session_id,
    injectionNumber: row.number,
    limits: gauges.map(({ limit }) => limit).filter((limit) => passed.hard.includes(limit.id)),
    surgeon: row.surgeon,
    reason: row.override_reason ?? '',
    isStruckOut: row.struck_at !== null,
    at: row.given_at,
    by: row.by,
  }));
}
