import type { Kysely } from 'kysely';
import {
  readLotNames,
  readPatientsOfCases,
  readSessionNames,
  readTreatments,
  readVeinNames,
  type ReactionInSession,
  type Treatment,
} from '../../../db/repositories/register-facts.ts';
import type { Database } from '../../../db/schema.ts';
import type {
  RegisterLine,
  RegisterLot,
  RegisterSession,
  RegisterVein,
} from '../../../shared/contract/complications.ts';
import {
  gravest,
  kindOfFinding,
  kindOfReaction,
  standingCourse,
  stateOfCourse,
  type Complication,
} from '../../../shared/domain/outcome/complication.ts';
import type { ReviewFinding } from '../../../shared/domain/outcome/review-findings.ts';
import type { PatientIdentity } from '../../../shared/domain/patient/patient.ts';
import { isSerious } from '../../../shared/domain/session/reaction.ts';
import type { CaseId, LotId, SessionId, VeinId } from '../../../shared/kernel/ids.ts';
import { dayOnWall } from '../wall-calendar.ts';

/** What the register is made of; what is followed by a complication is not among the reactions and findings. */
export interface RegisterFacts {
  readonly complications: readonly Complication[];
  readonly reactions: readonly ReactionInSession[];
  readonly findings: readonly ReviewFinding[];
}

/** The lines of the register, the latest onset first. */
export async function linesOf(db: Kysely<Database>, facts: RegisterFacts): Promise<readonly RegisterLine[]> {
  const names = await readNamesOf(db, facts);
  const treatments = Map.groupBy(
    await readTreatments(
      db,
      facts.findings.flatMap(({ veinIds }) => veinIds),
    ),
    ({ veinId }) => veinId,
  );
  return [
    ...facts.complications.map((complication) => lineOfComplication(complication, names)),
    ...facts.reactions.map((reaction) => lineOfReaction(reaction, names)),
    ...facts.findings.map((finding) =>
      lineOfFinding(
        finding,
        finding.veinIds.flatMap((id) => treatments.get(id) ?? []),
        names,
      ),
    ),
  ].toSorted((a, b) => b.onsetOn.localeCompare(a.onsetOn) || a.key.localeCompare(b.key));
}

interface Names {
  readonly patients: ReadonlyMap<CaseId, PatientIdentity>;
  readonly veins: ReadonlyMap<VeinId, RegisterVein>;
  readonly sessions: ReadonlyMap<SessionId, RegisterSession>;
  readonly lots: ReadonlyMap<LotId, RegisterLot>;
}

async function readNamesOf(
  db: Kysely<Database>,
  { complications, reactions, findings }: RegisterFacts,
): Promise<Names> {
  const caseIds = [...complications, ...reactions, ...findings].map(({ caseId }) => caseId);
  const veinIds = [
    ...[...complications, ...findings].flatMap((each) => each.veinIds),
    ...reactions.flatMap(({ reaction }) => reaction.veinId ?? []),
  ];
  const sessionIds = complications.flatMap(({ sessionId }) => sessionId ?? []);
  const lots = await readLotNames(db);
  return {
    patients: await readPatientsOfCases(db, [...new Set(caseIds)]),
    veins: await readVeinNames(db, [...new Set(veinIds)]),
    sessions: await readSessionNames(db, [...new Set(sessionIds)]),
    lots: new Map(lots.map((lot) => [lot.id, lot])),
  };
}

function lineOfComplication(complication: Complication, names: Names): RegisterLine {
  const { id, caseId, kind, onsetOn, sessionId, lotId } = complication;
  const course = standingCourse(complication.course);
  return {
    key: id,
    source: { from: 'complication', complication },
    patient: known(names.patients.get(caseId)),
    caseId,
    kind,
    grade: gravest(course.map(({ grade }) => grade)),
    serious: course.length === 0 ? null : course.some(({ serious }) => serious),
    onsetOn,
    veins: complication.veinIds.map((veinId) => known(names.veins.get(veinId))),
    session: sessionId && known(names.sessions.get(sessionId)),
    lots: lotId ? [known(names.lots.get(lotId))] : [],
    state: stateOfCourse(complication.course),
    lookedAtOn: course.at(-1)?.onDate ?? onsetOn,
    struckOut: complication.strikeOut !== null,
  };
}

function lineOfReaction({ reaction, caseId, session }: ReactionInSession, names: Names): RegisterLine {
  const { id, kind, grade, veinId, lotId } = reaction;
  const onsetOn = dayOnWall(reaction.happenedAt);
  return {
    key: id,
    source: { from: 'reaction', reaction },
    patient: known(names.patients.get(caseId)),
    caseId,
    kind: kindOfReaction(kind),
    grade,
    serious: isSerious(kind, grade),
    onsetOn,
    veins: veinId ? [known(names.veins.get(veinId))] : [],
    session,
    lots: lotId ? [known(names.lots.get(lotId))] : [],
    state: null,
    lookedAtOn: onsetOn,
    struckOut: false,
  };
}

function lineOfFinding(finding: ReviewFinding, treatments: readonly Treatment[], names: Names): RegisterLine {
  const { caseId, reviewId, onsetOn, course } = finding;
  const before = treatments.filter(({ session }) => session.onDate <= onsetOn);
  const last = before.toSorted((a, b) => b.session.onDate.localeCompare(a.session.onDate))[0] ?? null;
  const lotIds = new Set(before.map(({ lotId }) => lotId));
  return {
    key: `${reviewId} ${finding.finding}`,
    source: { from: 'review', origin: { from: 'review', reviewId, finding: finding.finding }, course },
    patient: known(names.patients.get(caseId)),
    caseId,
    kind: kindOfFinding(finding.finding),
    grade: gravest(course.map(({ grade }) => grade)),
    serious: null,
    onsetOn,
    veins: finding.veinIds.map((veinId) => known(names.veins.get(veinId))),
    session: last?.session ?? null,
    lots: [...lotIds].map((lotId) => known(names.lots.get(lotId))),
    state: course.at(-1)?.grade === null ? 'resolved' : 'ongoing',
    lookedAtOn: course.at(-1)?.onDate ?? onsetOn,
    struckOut: false,
  };
}

/** Facts name each other by foreign keys: what is named is there. */
function known<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('a fact that another names is missing');
  return found;
}
