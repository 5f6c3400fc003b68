import type { Kysely } from 'kysely';
import {
  readComplications,
  readComplicationsBetween,
  readComplicationsOfLot,
  readFollowed,
} from '../../../db/repositories/complications.ts';
import { readNames } from '../../../db/repositories/people.ts';
import {
  countSessionsHeld,
  readLotNames,
  readReactionsIn,
  readSeenVeins,
  type RegisterScope,
} from '../../../db/repositories/register-facts.ts';
import type { Database } from '../../../db/schema.ts';
import type { ReadRegister, RegisterLine, RegisterView } from '../../../shared/contract/complications.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import { reviewFindings, type ReviewFinding } from '../../../shared/domain/outcome/review-findings.ts';
import type { LotId, PatientId } from '../../../shared/kernel/ids.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { ServiceContext } from '../context.ts';
import { linesOf, type RegisterFacts } from './register-lines.ts';

/**
 * The register of complications: what was recorded, the reactions of sessions and the findings of reviews from moderate on (ulcers
 * always). What a recorded complication follows is not shown a second time.
 */
export async function readRegister(
  { db }: Pick<ServiceContext, 'db'>,
  { from, to, lotId }: ReadRegister,
): Promise<Result<RegisterView, Failure>> {
  const lines = await linesOf(db, await factsIn(db, { from, to }));
  return ok({
    lines: lines.filter((line) => isAskedFor(line, from, lotId)),
    sessions: await countSessionsHeld(db, { from, to, lotId }),
    lots: await readLotNames(db),
    names: await readNames(db),
  });
}

/** The lines of one patient, in all cases. */
export async function readRegisterOf(
  { db }: Pick<ServiceContext, 'db'>,
  patientId: PatientId,
): Promise<Result<readonly RegisterLine[], Failure>> {
  return ok(await linesOf(db, await factsIn(db, { patientId })));
}

/** The recorded complications that are put down to a lot, struck-out ones left out. */
export async function readLinesOfLot(db: Kysely<Database>, lotId: LotId): Promise<readonly RegisterLine[]> {
  const complications = await readComplicationsOfLot(db, lotId);
  const standing = complications.filter(({ strikeOut }) => strikeOut === null);
  return linesOf(db, { complications: standing, reactions: [], findings: [] });
}

async function factsIn(db: Kysely<Database>, scope: RegisterScope): Promise<RegisterFacts> {
  const followed = await readFollowed(db);
  const keys = new Set(followed.findings.map(keyOfFinding));
  const reactions = await readReactionsIn(db, scope);
  const findings = reviewFindings(await readSeenVeins(db, scope));
  return {
    complications:
      'patientId' in scope
        ? await readComplications(db, scope.patientId)
        : await readComplicationsBetween(db, scope),
    reactions: reactions.filter(({ reaction }) => !followed.reactions.has(reaction.id)),
    findings: findings.filter((finding) => !keys.has(keyOfFinding(finding))),
  };
}

/** By day: a review may since have been replaced by another of the same day. */
function keyOfFinding({
  caseId,
  finding,
  onsetOn,
}: Pick<ReviewFinding, 'caseId' | 'finding' | 'onsetOn'>): string {
  return [caseId, finding, onsetOn].join();
}

/** What began before is asked for as long as it goes on. */
function isAskedFor(line: RegisterLine, from: ReadRegister['from'], lotId: LotId | null): boolean {
  if (lotId !== null && !line.lots.some(({ id }) => id === lotId)) return false;
  return from === null || line.onsetOn >= from || line.state === 'ongoing';
}
