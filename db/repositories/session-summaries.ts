import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { SessionSummary } from '../../shared/contract/patient.ts';
import { LEGS } from '../../shared/domain/leg-map/vein.ts';
import type { CaseId, PatientId } from '../../shared/kernel/ids.ts';
import { micrograms, microlitres } from '../../shared/kernel/units.ts';
import type { Database } from '../schema.ts';
import { fromJson } from './json.ts';
import { sessionStates, stateOf } from './sessions.ts';

const Legs = z.array(z.enum(LEGS));

/** The sessions of one case, or of one patient over all cases. */
interface SessionsOf {
  readonly column: 'sessions.case_id' | 'sessions.patient_id';
  readonly id: CaseId | PatientId;
}

/** The sessions of a case with their sums, by number; what was struck out is counted apart. */
export async function readSessionSummaries(
  db: Kysely<Database>,
  caseId: CaseId,
): Promise<readonly SessionSummary[]> {
  const summaries = await readSummaries(db, { column: 'sessions.case_id', id: caseId });
  return summaries.map(({ summary }) => summary);
}

/** The same of all cases of a patient, each with its case. */
export async function readSessionSummariesOf(
  db: Kysely<Database>,
  patientId: PatientId,
): Promise<ReadonlyMap<CaseId, readonly SessionSummary[]>> {
  const byCase = Map.groupBy(
    await readSummaries(db, { column: 'sessions.patient_id', id: patientId }),
    ({ caseId }) => caseId,
  );
  return new Map([...byCase].map(([caseId, of]) => [caseId, of.map(({ summary }) => summary)]));
}

async function readSummaries(
  db: Kysely<Database>,
  of: SessionsOf,
): Promise<readonly { readonly caseId: CaseId; readonly summary: SessionSummary }[]> {
  const rows = await sessionStates(db)
    .innerJoin('people', 'people.id', 'sessions.opened_by')
    .select(['sessions.legs', 'sessions.case_id', 'people.name'])
    .where(of.column, '=', of.id)
    .orderBy('sessions.number')
    .execute();
  const given = new Map((await readSums(db, of)).map((sums) => [sums.session_id, sums]));
  const signers = Map.groupBy(await readSigners(db, of), ({ session_id }) => session_id);
  return rows.map((row) => {
    const sums = given.get(row.session_id);
    const summary = {
      id: row.session_id,
      number: row.number,
      onDate: row.on_date,
      legs: fromJson(Legs, row.legs),
      state: stateOf(row),
      openedBy: row.name,
      injections: sums?.injections ?? 0,
      volumeUl: microlitres(sums?.volume_ul ?? 0),
      massUg: micrograms(sums?.mass_ug ?? 0),
      struckOut: sums?.struck_out ?? 0,
      overrides: sums?.overrides ?? 0,
      signedBy: (signers.get(row.session_id) ?? []).map(({ name }) => name),
    };
    return { caseId: row.case_id, summary };
  });
}

async function readSums(db: Kysely<Database>, of: SessionsOf) {
  return db
    .selectFrom('injections')
    .innerJoin('sessions', 'sessions.id', 'injections.session_id')
    .leftJoin('injection_strike_outs as strike', 'strike.injection_id', 'injections.id')
    .select((eb) => {
      const counts = eb('strike.injection_id', 'is', null);
      const sumWhere = (column: 'injections.volume_ul' | 'injections.mass_ug') =>
        eb.fn.sum<number>(eb.case().when(counts).then(eb.ref(column)).else(0).end());
      return [
        'injections.session_id',
        sumWhere('injections.volume_ul').as('volume_ul'),
        sumWhere('injections.mass_ug').as('mass_ug'),
        eb.fn.sum<number>(eb.case().when(counts).then(1).else(0).end()).as('injections'),
        eb.fn.count<number>('strike.injection_id').as('struck_out'),
        eb.fn
          .sum<number>(
            eb
              .case()
              .when(eb.and([counts, eb('injections.override_by', 'is not', null)]))
              .then(1)
              .else(0)
              .end(),
          )
          .as('overrides'),
      ];
    })
    .where(of.column, '=', of.id)
    .groupBy('injections.session_id')
    .execute();
}

async function readSigners(db: Kysely<Database>, of: SessionsOf) {
  return db
    .selectFrom('session_signatures')
    .innerJoin('sessions', 'sessions.id', 'session_signatures.session_id')
    .innerJoin('people', 'people.id', 'session_signatures.signed_by')
    .select(['session_signatures.session_id', 'people.name'])
    .where(of.column, '=', of.id)
    .orderBy('session_signatures.signed_at')
    .execute();
}
