import { expect, test } from 'vitest';
import type { PatientKind } from '../../db/repositories/audited-things.ts';
import { appendAudit } from '../../db/audit/append-audit.ts';
import { inTransaction } from '../../db/connection/in-transaction.ts';
import { readAudit } from '../../electron/services/audit.ts';
import { recordComplication } from '../../electron/services/complications/record-complication.ts';
import { noteTold } from '../../electron/services/recall.ts';
import { recordReview } from '../../electron/services/reviews.ts';
import { recordInjection, recordReaction, strikeOutReaction } from '../../electron/services/sessions.ts';
import { recallLot } from '../../electron/services/stock.ts';
import type { PatientId } from '../../shared/kernel/ids.ts';
import { ok } from '../../shared/kernel/result.ts';
import { pigmentation } from '../support/complications.ts';
import { core, type Core } from '../support/core.ts';
import { valueOf } from '../support/outcome.ts';
import { aResponse, aReview } from '../support/reviews.ts';
import { aReaction, injection, openedSession } from '../support/treatment.ts';

const rowsOf = async (at: Core, patientId: PatientId | null) =>
  valueOf(
    await readAudit(at.as('administrator'), {
      before: null,
      limit: 200,
      personId: null,
      onDate: null,
      patientId,
    }),
  ).rows;

/** Something of every kind is done to a patient, whose box is then recalled. */
async function treated(at: Core) {
  const open = await openedSession(at);
  const nurse = at.as('nurse');
  const wheal = aReaction(open.session.opening.id);
  valueOf(await recordInjection(nurse, injection(open)));
  valueOf(await recordReaction(nurse, wheal));
  valueOf(await strikeOutReaction(nurse, { reactionId: wheal.reactionId, reason: 'was none' }));
  valueOf(await recordComplication(nurse, pigmentation(open)));
  const responses = [aResponse(open.veins[0].id)];
  valueOf(await recordReview(at.as('clinician'), aReview(at, open.caseId, { responses })));
  valueOf(await recallLot(nurse, { lotId: open.lotId, reason: 'particles' }));
  const told = { lotId: open.lotId, patientId: open.patientId, told: true, note: 'by phone' };
  valueOf(await noteTold(nurse, { ...told, onDate: at.context.today() }));
  return open;
}

/** The ids of everything that names a patient, or something of that patient's, in its table. */
async function idsOf(at: Core, patientId: PatientId): Promise<readonly string[]> {
  const ids = new Set<string>([patientId]);
  for (const column of ['patient_id', 'case_id', 'session_id']) {
    for (const { id, owner } of await rowsWith(at, column)) if (ids.has(owner)) ids.add(id);
  }
  return [...ids];
}

/** The rows of every table that has an id of its own and names an owner in a column. */
async function rowsWith({ context: { db } }: Core, column: string) {
  const rows: { readonly id: string; readonly owner: string }[] = [];
  for (const { name, columns } of await db.introspection.getTables()) {
    const names = columns.map((each) => each.name);
    if (!names.includes('id') || !names.includes(column)) continue;
    const all: readonly object[] = await db
      .selectFrom(name as 'audit')
      .selectAll()
      .execute();
    for (const row of all) {
      const fields = new Map(Object.entries(row));
      rows.push({ id: String(fields.get('id')), owner: String(fields.get(column)) });
    }
  }
  return rows;
}

/** A new kind of thing that belongs to a patient is to be done above as well. */
const KINDS: Readonly<Record<PatientKind, true>> = {
  patient: true,
  case: true,
  map: true,
  plan: true,
  assessment: true,
  session: true,
  injection: true,
  reaction: true,
  review: true,
  complication: true,
};

test('everything that was done to a patient is found by the patient, and nothing of another', async () => {
  const at = await core();
  const [one, other] = [await treated(at), await treated(at)];
  const ids = await idsOf(at, one.patientId);
  const named = (await rowsOf(at, null)).filter(({ entityId, before, after }) =>
    ids.some((id) => [entityId, before ?? '', after ?? ''].some((text) => text.includes(id))),
  );
  const found = await rowsOf(at, one.patientId);
  expect(found.map(({ seq }) => seq)).toEqual(named.map(({ seq }) => seq));
  expect(found.every(({ patient }) => patient?.id === one.patientId)).toBe(true);
  expect(new Set(found.map(({ entity }) => entity))).toEqual(new Set(Object.keys(KINDS)));
  expect(found.filter(({ action }) => action === 'recall/note-told')).toHaveLength(1);
  const seqs = new Set(found.map(({ seq }) => seq));
  expect((await rowsOf(at, other.patientId)).some(({ seq }) => seqs.has(seq))).toBe(false);
});

test('a notice of a recall that stands under its lot, as it once did, is found by the patient too', async () => {
  const at = await core();
  const [one, other] = [await treated(at), await treated(at)];
  const before = (await rowsOf(at, one.patientId)).length;
  await inTransaction(at.context.db, async (trx) => {
    for (const { lotId, patientId } of [one, other])
      await appendAudit(trx, {
        at: at.clock.now,
        personId: at.people.nurse.id,
        action: 'recall/note-told',
        entity: 'lot',
        entityId: lotId,
        after: { patientId, told: true, note: 'by phone' },
      });
    return ok();
  });
  const found = await rowsOf(at, one.patientId);
  expect(found).toHaveLength(before + 1);
  expect(found[0]).toMatchObject({ action: 'recall/note-told', entityId: one.lotId });
});
