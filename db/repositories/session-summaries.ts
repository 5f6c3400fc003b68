import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { SessionSummary } from '../../shared/contract/patient.ts';
import { LEGS } from '../../shared/domain/leg-map/vein.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import { micrograms, microlitres } from '../../shared/kernel/units.ts';
import type { Database } from '../schema.ts';
import { fromJson } from './json.ts';
import { sessionStates, stateOf } from './sessions.ts';

const Legs = z.array(z.enum(LEGS));

/** The sessions of a case with their sums, by number; what was struck out is counted apart. */
export async function readSessionSummaries(
  db: Kysely<Database>,
  caseId: CaseId,
): Promise<readonly SessionSummary[]> {
  const rows = await sessionStates(db)
    .innerJoin('people', 'people.id', 'sessions.opened_by')
    .select(['sessions.legs', 'people.name'])
    .where('sessions.case_id', '=', caseId)
    .orderBy('sessions.number')
    .execute();
  const given = await readSums(db, caseId);
  const signers = await readSigners(db, caseId);
  return rows.map((row) => {
    const sums = given.find(({ session_id }) => session_id === row.session_id);
    return {
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
      signedBy: signers.filter(({ session_id }) => session_id === row.session_id).map(({ name }) => name),
    };
  });
}

async function readSums(db: Kysely<Database>, caseId: CaseId) {
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
    .where('sessions.case_id', '=', caseId)
    .groupBy('injections.session_id')
    .execute();
}

async function readSigners(db: Kysely<Database>, caseId: CaseId) {
  return db
    .selectFrom('session_signatures')
    .innerJoin('sessions', 'sessions.id', 'session_signatures.session_id')
    .innerJoin('people', 'people.id', 'session_signatures.signed_by')
    .select(['session_signatures.session_id', 'people.name'])
    .where('sessions.case_id', '=', caseId)
    .orderBy('session_signatures.signed_at')
    .execute();
}
