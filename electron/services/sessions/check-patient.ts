import type { Transaction } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import type { Failure, SessionCheck } from '../../../shared/contract/failure.ts';
import type { OpenSession } from '../../../shared/contract/session.ts';
import { veinLabel, type Leg } from '../../../shared/domain/leg-map/vein.ts';
import {
  hindrancesOf,
  plannedLegs,
  type Hindrance,
  type HindranceKind,
  type OpeningRecord,
} from '../../../shared/domain/session/hindrance.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Grams } from '../../../shared/kernel/units.ts';
import { invalid } from '../invalid.ts';
import { readOpeningRecord, type SessionToOpen } from './read-opening-record.ts';

export interface PatientQuestion extends Omit<SessionToOpen, 'isOtherOpen'> {
  readonly input: OpenSession;
}

/** What the checks have found right. */
export interface CheckedPatient {
  readonly weightG: Grams;
  readonly allergies: NonNullable<OpenSession['allergies']>;
  readonly legs: readonly Leg[];
}

/**
 * Whether the patient may be treated today: what speaks against it first (`session/contraindicated`), then what has not been checked
 * (`session/check-missing`), then what a surgeon has to accept (`session/acceptance-needed`) or to let pass
 * (`session/waiver-needed`), and last whether the leg is the plan's (`session/wrong-leg`).
 */
export async function checkPatient(
  trx: Transaction<Database>,
  { input, ...session }: PatientQuestion,
): Promise<Result<CheckedPatient, Failure>> {
  const { contraindications } = session.profile;
  const isKnown = (id: string) => contraindications.some((entry) => entry.id === id);
  const unknown = input.answers.findIndex((answer) => !isKnown(answer.contraindicationId));
  if (unknown >= 0) return invalid(`answers.${String(unknown)}.contraindicationId`, 'unknown');

  const record = await readOpeningRecord(trx, { ...session, isOtherOpen: false });
  const failure = failureOf(hindrancesOf(record, input), record);
  if (failure) return err(failure);
  const { weightG, allergies } = input;
  if (weightG === null || allergies === null) throw new Error('weight and allergies were not checked');
  return ok({ weightG, allergies, legs: plannedLegs(record) });
}

/** What is told of all that stands in the way: the gravest, in the order above. Null: nothing does. */
function failureOf(found: readonly Hindrance[], { veins }: OpeningRecord): Failure | null {
  const contraindicationIds = idsOf(found, 'contraindicated');
  if (contraindicationIds.length > 0) return { code: 'session/contraindicated', contraindicationIds };
  const missing = new Set(found.map(({ kind }) => CHECK_OF[kind]));
  const checks = CHECKS.filter((check) => missing.has(check));
  if (checks.length > 0) return { code: 'session/check-missing', checks };
  const toAccept = idsOf(found, 'acceptance');
  if (toAccept.length > 0) return { code: 'session/acceptance-needed', contraindicationIds: toAccept };
  const first = found.find((hindrance) => hindrance.kind === 'duplex' || hindrance.kind === 'feeder');
  if (first) {
    const named = new Set(first.veins.map(({ veinId }) => veinId));
    const labels = veins.filter(({ id }) => named.has(id)).map(veinLabel);
    return { code: 'session/waiver-needed', check: first.kind, labels };
  }
  return found.some(({ kind }) => kind === 'leg') ? { code: 'session/wrong-leg' } : null;
}

function idsOf(found: readonly Hindrance[], kind: 'contraindicated' | 'acceptance'): readonly string[] {
  return found.flatMap((hindrance) =>
    hindrance.kind === kind && 'contraindicationId' in hindrance ? [hindrance.contraindicationId] : [],
  );
}

/** The check that a hindrance leaves open; null: it is told in another way. */
const CHECK_OF: Readonly<Record<HindranceKind, SessionCheck | null>> = {
  identity: 'identity',
  consent: 'consent',
  weight: 'weight',
  changes: 'changes',
  assessment: 'eligibility',
  allergies: 'allergies',
  contraindicated: null,
  acceptance: null,
  duplex: null,
  feeder: null,
  leg: null,
  'other-session': null,
};

const CHECKS: readonly SessionCheck[] = [
  'identity',
  'consent',
  'weight',
  'changes',
  'eligibility',
  'allergies',
];
