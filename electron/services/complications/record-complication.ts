import type { Transaction } from 'kysely';
import { canonicalJson } from '../../../db/audit/canonical-json.ts';
import { readCase } from '../../../db/repositories/cases.ts';
import { insertComplication, insertCourseEntry } from '../../../db/repositories/complication-writes.ts';
import { readComplication, readFollower, readOwnerOfEntry } from '../../../db/repositories/complications.ts';
import { readVeinsOfCase } from '../../../db/repositories/complication-choices.ts';
import { readReaction } from '../../../db/repositories/reactions.ts';
import { readReviewsOf } from '../../../db/repositories/reviews.ts';
import { readSessionsOf } from '../../../db/repositories/sessions.ts';
import { readBoxes, readLot } from '../../../db/repositories/stock.ts';
import type { Database } from '../../../db/schema.ts';
import type { AddCourseEntry, RecordComplication } from '../../../shared/contract/complications.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { Complication, CourseEntry } from '../../../shared/domain/outcome/complication.ts';
import type { TreatmentCase } from '../../../shared/domain/patient/patient.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { CalendarDate } from '../../../shared/kernel/time.ts';
import type { ServiceContext } from '../context.ts';
import { invalid, notFound } from '../invalid.ts';
import { write, type Write } from '../write.ts';

/**
 * Records a complication with how it first stood. Sent again with the same id and content it counts once. Fails with
 * `complication/already-followed` where another one follows the same reaction or finding.
 */
export async function recordComplication(
  context: ServiceContext,
  input: RecordComplication,
): Promise<Result<Complication, Failure>> {
  const shape = checkShape(input, context.today());
  if (!shape.ok) return shape;
  return write(context, async (writing) => {
    const { trx, at } = writing;
    const known = await readComplication(trx, input.complicationId);
    if (known) return isSame(known, input) ? ok(known) : invalid('complicationId', 'used-before');
    if (await readOwnerOfEntry(trx, input.first.entryId)) return invalid('first.entryId', 'used-before');
    const treated = await readCase(trx, input.caseId);
    if (!treated) return notFound('case');
    const placed = await checkPlace(trx, treated, input);
    if (!placed.ok) return placed;
    const origin = await checkOrigin(trx, treated.id, input.origin);
    if (!origin.ok) return origin;
    const { complicationId: id, first, ...said } = input;
    const recorded = { recordedAt: at, recordedBy: context.actor.id };
    const complication: Complication = {
      ...said,
      id,
      patientId: treated.patientId,
      course: [entryOf(first, recorded)],
      ...recorded,
      strikeOut: null,
    };
    await insertComplication(trx, complication);
    await tell(writing, complication, { action: 'complication/record', after: complication });
    return ok(complication);
  });
}

/** Adds how a complication stands. Fails with `complication/struck-out`. */
export async function addCourseEntry(
  context: ServiceContext,
  { complicationId, ...said }: AddCourseEntry,
): Promise<Result<Complication, Failure>> {
  const shape = checkEntry(said, 'onDate', context.today());
  if (!shape.ok) return shape;
  return write(context, async (writing) => {
    const { trx, at } = writing;
    const complication = await readComplication(trx, complicationId);
    if (!complication) return notFound('complication');
    const entry = entryOf(said, { recordedAt: at, recordedBy: context.actor.id });
    const kept = complication.course.find(({ id }) => id === entry.id);
    if (kept) return isSameEntry(kept, entry) ? ok(complication) : invalid('entryId', 'used-before');
    if (await readOwnerOfEntry(trx, entry.id)) return invalid('entryId', 'used-before');
    if (complication.strikeOut) return err({ code: 'complication/struck-out' });
    if (said.onDate < complication.onsetOn) return invalid('onDate', 'before-onset');
    await insertCourseEntry(trx, complicationId, entry);
    await tell(writing, complication, { action: 'complication/add-entry', after: entry });
    return ok((await readComplication(trx, complicationId)) ?? complication);
  });
}

/** One row in the audit, and the announcement. */
async function tell(
  { audit, changed }: Write,
  { id, patientId }: Complication,
  entry: { readonly action: string; readonly after: unknown },
): Promise<void> {
  await audit({ ...entry, entity: 'complication', entityId: id });
  changed({ topic: 'complication', id: patientId });
}

type EntrySaid = RecordComplication['first'];

function entryOf(
  { entryId, ...said }: EntrySaid,
  recorded: Pick<CourseEntry, 'recordedAt' | 'recordedBy'>,
): CourseEntry {
  return { id: entryId, ...said, ...recorded, strikeOut: null };
}

function checkShape(input: RecordComplication, today: CalendarDate): Result<undefined, Failure> {
  if (input.onsetOn > today) return invalid('onsetOn', 'in-future');
  if (input.kind === 'other' && input.description === '') return invalid('description', 'needed');
  if (new Set(input.veinIds).size < input.veinIds.length) return invalid('veinIds', 'vein-twice');
  if (input.first.onDate < input.onsetOn) return invalid('first.onDate', 'before-onset');
  return checkEntry(input.first, 'first.onDate', today);
}

function checkEntry(
  { onDate, state, grade }: Omit<EntrySaid, 'entryId'>,
  path: 'onDate' | 'first.onDate',
  today: CalendarDate,
): Result<undefined, Failure> {
  if (onDate > today) return invalid(path, 'in-future');
  const isUngraded = state === 'ongoing' && grade === null;
  return isUngraded ? invalid(path.replace('onDate', 'grade'), 'needed') : ok();
}

/** That veins, session and lot are of this case and belong together, and that nothing began before what it is put down to. */
async function checkPlace(
  trx: Transaction<Database>,
  { id, openedOn }: TreatmentCase,
  { veinIds, sessionId, lotId, onsetOn }: RecordComplication,
): Promise<Result<undefined, Failure>> {
  if (onsetOn < openedOn) return invalid('onsetOn', 'before-case');
  const veins = new Set((await readVeinsOfCase(trx, id)).map((vein) => vein.id));
  const unknown = veinIds.findIndex((veinId) => !veins.has(veinId));
  if (unknown >= 0) return invalid(`veinIds.${String(unknown)}`, 'unknown');
  if (sessionId !== null) {
    const session = (await readSessionsOf(trx, id)).find((each) => each.id === sessionId);
    if (!session) return notFound('session');
    if (onsetOn < session.onDate) return invalid('onsetOn', 'before-session');
  }
  if (lotId === null) return ok();
  if (!(await readLot(trx, lotId))) return notFound('lot');
  const boxes = sessionId === null ? null : await readBoxes(trx, sessionId);
  return boxes && !boxes.some((box) => box.id === lotId) ? invalid('lotId', 'not-of-session') : ok();
}

async function checkOrigin(
  trx: Transaction<Database>,
  caseId: CaseId,
  origin: RecordComplication['origin'],
): Promise<Result<undefined, Failure>> {
  if (origin === null) return ok();
  if (await readFollower(trx, origin)) return err({ code: 'complication/already-followed' });
  if (origin.from === 'review') {
    const review = (await readReviewsOf(trx, caseId)).find(({ id }) => id === origin.reviewId);
    const isFound = review?.responses.some((response) => response[origin.finding] > 0) ?? false;
    return isFound ? ok() : notFound('finding');
  }
  const reaction = await readReaction(trx, origin.reactionId);
  const sessions = reaction ? await readSessionsOf(trx, caseId) : [];
  const isOfCase = sessions.some(({ id }) => id === reaction?.sessionId);
  return isOfCase && reaction?.strikeOut === null ? ok() : notFound('reaction');
}

function isSame(known: Complication, input: RecordComplication): boolean {
  const { complicationId, first, ...said } = input;
  const kept = {
    caseId: known.caseId,
    kind: known.kind,
    onsetOn: known.onsetOn,
    veinIds: known.veinIds.toSorted(),
    sessionId: known.sessionId,
    lotId: known.lotId,
    description: known.description,
    origin: known.origin,
  };
  const same = canonicalJson({ ...said, veinIds: said.veinIds.toSorted() }) === canonicalJson(kept);
  return complicationId === known.id && same && known.course.some(({ id }) => id === first.entryId);
}

function isSameEntry(kept: CourseEntry, sent: CourseEntry): boolean {
  const said = ({ onDate, state, grade, serious, treatment, note }: CourseEntry) =>
    canonicalJson({ onDate, state, grade, serious, treatment, note });
  return said(kept) === said(sent);
}
