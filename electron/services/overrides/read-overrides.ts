import type { Kysely } from 'kysely';
import {
  countWork,
  readAssessmentsWithWord,
  readCapsOf,
  readInjectionsWithWord,
  readSessionsWithWord,
  type AssessmentWithWord,
  type Days,
} from '../../../db/repositories/overrides.ts';
import { readNames } from '../../../db/repositories/people.ts';
import { readProfile } from '../../../db/repositories/profiles.ts';
import { readPatientsOfCases } from '../../../db/repositories/register-facts.ts';
import { readStoredSession, type StoredSession } from '../../../db/repositories/sessions.ts';
import type { Database } from '../../../db/schema.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type {
  MonthOfWork,
  OverrideLine,
  OverridesView,
  OverrideWhat,
  ReadOverrides,
} from '../../../shared/contract/overrides.ts';
import type { LabelProfile } from '../../../shared/domain/dose/label-profile.ts';
import type { PatientIdentity } from '../../../shared/domain/patient/patient.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { addDays, addMonths, calendarDate } from '../../../shared/kernel/time.ts';
import type { ServiceContext } from '../context.ts';
import { profileInUse } from '../profiles.ts';
import { dayOnWall, momentsOf } from '../wall-calendar.ts';
import { linesOfInjection } from './injection-lines.ts';

/** Every limit passed, slip confirmed, contraindication accepted, check lifted and cap set in a month, and in the one before. */
export async function readOverrides(
  { db }: Pick<ServiceContext, 'db'>,
  { month }: ReadOverrides,
): Promise<Result<OverridesView, Failure>> {
  const before = addDays(calendarDate(`${month}-01`), -1).slice(0, 7);
  return ok({
    chosen: await monthOf(db, month),
    before: await monthOf(db, before),
    names: await readNames(db),
  });
}

async function monthOf(db: Kysely<Database>, month: string): Promise<MonthOfWork> {
  const from = calendarDate(`${month}-01`);
  const days: Days = { from, to: addDays(addMonths(from, 1), -1) };
  const injections = await readInjectionsWithWord(db, days);
  const lines = [
    ...injections.flatMap(linesOfInjection),
    ...(await linesOfSessions(db, days)),
    ...(await linesOfAssessments(db, days)),
  ];
  return {
    month,
    ...(await countWork(db, days)),
    lines: lines.toSorted((a, b) => b.at.localeCompare(a.at) || a.key.localeCompare(b.key)),
  };
}

async function linesOfSessions(db: Kysely<Database>, days: Days): Promise<readonly OverrideLine[]> {
  const lines: OverrideLine[] = [];
  const profiles = new Map<string, LabelProfile | null>();
  for (const id of await readSessionsWithWord(db, days)) {
    const stored = await readStoredSession(db, id);
    if (!stored) throw new Error('a session that was just found is missing');
    const { profile: version, opening } = stored;
    const name = `${version.id} ${String(version.version)}`;
    if (!profiles.has(name)) profiles.set(name, await readProfile(db, version));
    const patient = (await readPatientsOfCases(db, [opening.caseId])).get(opening.caseId);
    if (!patient) throw new Error('the patient of a session is missing');
    const profile = profiles.get(name) ?? null;
    lines.push(
      ...linesOfOpening(stored, patient, profile),
      ...(await linesOfCaps(db, stored, patient, profile)),
    );
  }
  return lines;
}

function linesOfOpening(
  stored: StoredSession,
  patient: PatientIdentity,
  profile: LabelProfile | null,
): readonly OverrideLine[] {
  const { id, acceptances, waivers, openedAt, openedBy } = stored.opening;
  const line = { ...ofSession(stored, patient), at: openedAt, by: openedBy };
  return [
    ...acceptances.map(({ contraindicationId, surgeonId, reason }): OverrideLine => ({
      ...line,
      key: `${id} accepted ${contraindicationId}`,
      what: contraindicationOf(contraindicationId, profile, 'session'),
      surgeonId,
      reason,
    })),
    ...waivers.map(({ check, veinIds, surgeonId, reason }, index): OverrideLine => ({
      ...line,
      key: `${id} waived ${String(index)}`,
      what: { kind: 'waiver', check, veins: veinIds.length },
      surgeonId,
      reason,
    })),
  ];
}

async function linesOfCaps(
  db: Kysely<Database>,
  stored: StoredSession,
  patient: PatientIdentity,
  profile: LabelProfile | null,
): Promise<readonly OverrideLine[]> {
  const { id, number } = stored.opening;
  const caps = await readCapsOf(db, { id, planId: stored.planId, number });
  return caps.map(({ limitId, amount, reason, setAt, setBy }, index) => ({
    ...ofSession(stored, patient),
    key: `${id} cap ${String(index)}`,
    at: setAt,
    by: setBy,
    what: {
      kind: 'tighter-cap',
      limitId,
      limit: profile?.limits.find((limit) => limit.id === limitId) ?? null,
      amount,
    },
    surgeonId: setBy,
    reason,
  }));
}

function ofSession(
  { opening }: StoredSession,
  patient: PatientIdentity,
): Pick<OverrideLine, 'onDate' | 'patient' | 'caseId' | 'session' | 'injection'> {
  const { id, caseId, number, onDate } = opening;
  return { onDate, patient, caseId, session: { id, number }, injection: null };
}

/** Held against the profile that is in use now: an assessment does not say which it was made under. */
async function linesOfAssessments(db: Kysely<Database>, days: Days): Promise<readonly OverrideLine[]> {
  const assessments = await readAssessmentsWithWord(db, momentsOf(days));
  if (assessments.length === 0) return [];
  const { profile } = await profileInUse(db);
  return assessments.flatMap((assessment) => linesOfAssessment(assessment, profile));
}

/** What the assessment before accepted on the same grounds is not said again. */
function linesOfAssessment(
  { eligibility, before, ...assessment }: AssessmentWithWord,
  profile: LabelProfile,
): readonly OverrideLine[] {
  const isNew = (id: string, because: string) =>
    !before.some(
      ({ contraindicationId, acceptedBecause }) => contraindicationId === id && acceptedBecause === because,
    );
  return eligibility.flatMap(({ contraindicationId, acceptedBecause: reason }): OverrideLine[] =>
    reason === null || !isNew(contraindicationId, reason)
      ? []
      : [
          {
            key: `${assessment.caseId} ${assessment.recordedAt} ${contraindicationId}`,
            at: assessment.recordedAt,
            onDate: dayOnWall(assessment.recordedAt),
            what: contraindicationOf(contraindicationId, profile, 'assessment'),
            patient: assessment.patient,
            caseId: assessment.caseId,
            session: null,
            injection: null,
            by: assessment.recordedBy,
            surgeonId: assessment.recordedBy,
            reason,
          },
        ],
  );
}

function contraindicationOf(
  contraindicationId: string,
  profile: LabelProfile | null,
  at: 'assessment' | 'session',
): OverrideWhat {
  const found = profile?.contraindications.find(({ id }) => id === contraindicationId);
  const said = found ? { text: found.text, source: found.source } : null;
  return { kind: 'contraindication', contraindicationId, said, at };
}
