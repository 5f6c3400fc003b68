import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readAudit } from '../../electron/services/audit.ts';
import { openCase } from '../../electron/services/cases.ts';
import { readMap, saveGesture } from '../../electron/services/map.ts';
import { readReviews } from '../../electron/services/reviews.ts';
import { readSession } from '../../electron/services/sessions.ts';
import type { SaveGesture } from '../../shared/contract/map.ts';
import { reverseDiff } from '../../shared/document/map-diff.ts';
import type { MapRecord } from '../../shared/document/map-document.ts';
import type { Vein } from '../../shared/domain/leg-map/vein.ts';
import { idOf, type CaseId } from '../../shared/kernel/ids.ts';
import { failureOf, valueOf } from '../db/temporary-database.ts';
import { core, rowCounts, type Core } from '../support/core.ts';
import { aCase, aNote, aPatient, aScale, aSite, aVein, draw, openedSession } from '../support/treatment.ts';

async function mapWith(...records: MapRecord[]): Promise<{ at: Core; caseId: CaseId }> {
  const at = await core();
  const caseId = await aCase(at, await aPatient(at));
  if (records.length > 0) await draw(at, caseId, ...records);
  return { at, caseId };
}

const mapOf = async (at: Core, caseId: CaseId) =>
  valueOf(await readMap(at.as('nurse'), { caseId, onDate: null }));

async function save(at: Core, caseId: CaseId, diff: Partial<SaveGesture['diff']>) {
  const { version } = await mapOf(at, caseId);
  return saveGesture(at.as('surgeon'), {
    caseId,
    gestureId: idOf<'gesture'>(randomUUID()),
    baseVersion: version,
    label: 'test',
    diff: { added: [], updated: [], removed: [], ...diff },
  });
}

describe('sites, notes and the measured distance', () => {
  test('are there when the map is read again, and in the audit', async () => {
    const vein = aVein();
    const marks = [aNote(), aScale(), aSite({ veinId: vein.id, note: 'first' })];
    const { at, caseId } = await mapWith(vein, ...marks);
    const map = await mapOf(at, caseId);
    expect(map.marks).toEqual(marks);
    expect(map.veins).toEqual([vein]);
    const [row] = valueOf(
      await readAudit(at.as('administrator'), {
        before: null,
        limit: 1,
        personId: null,
        onDate: null,
        patientId: null,
      }),
    ).rows;
    expect(row?.action).toBe('map/gesture');
    expect(JSON.parse(row?.after ?? '')).toMatchObject({ added: [vein, ...marks] });
  });

  test('can be changed, erased and brought back, and earlier days still show them as they were', async () => {
    const note = aNote();
    const { at, caseId } = await mapWith(note);
    at.clock.advance(48);
    const changed = { ...note, text: 'Perforator, seen' };
    valueOf(await save(at, caseId, { updated: [[note, changed]] }));
    expect((await mapOf(at, caseId)).marks).toEqual([changed]);
    const erasing = { added: [], updated: [], removed: [changed] };
    valueOf(await save(at, caseId, erasing));
    expect((await mapOf(at, caseId)).marks).toEqual([]);
    valueOf(await save(at, caseId, reverseDiff(erasing)));
    expect((await mapOf(at, caseId)).marks).toEqual([changed]);
    const before = valueOf(await readMap(at.as('nurse'), { caseId, onDate: '2026-11-03' as never }));
    expect(before.marks).toEqual([note]);
  });

  test('a change that starts from another state than the stored one is a conflict', async () => {
    const note = aNote();
    const { at, caseId } = await mapWith(note);
    const other = { ...note, text: 'other' };
    const failure = failureOf(await save(at, caseId, { updated: [[other, note]] }));
    expect(failure).toEqual({ code: 'conflict', what: 'map', currentVersion: 1 });
    expect(failureOf(await save(at, caseId, { removed: [aNote()] })).code).toBe('conflict');
  });

  const misfits: readonly [string, (vein: Vein, note: MapRecord) => Partial<SaveGesture['diff']>, string][] =
    [
      [
        'a site in a vein that is not there',
        () => ({ added: [aSite({ veinId: idOf<'vein'>(randomUUID()) })] }),
        'unknown',
      ],
      [
        'a site in a vein of the other leg',
        (vein) => ({ added: [aSite({ leg: 'right', veinId: vein.id })] }),
        'other-leg',
      ],
      ['a mark that is there already', (_vein, note) => ({ added: [note] }), 'on-the-map'],
      [
        'a note that becomes a site',
        (_vein, note) => ({ updated: [[note, aSite({ id: idOf<'mark'>(note.id) })]] }),
        'fixed',
      ],
      [
        'a vein that becomes a note',
        (vein) => ({ updated: [[vein, aNote({ id: idOf<'mark'>(vein.id) })]] }),
        'fixed',
      ],
      [
        'a note with the id of a vein',
        (vein) => ({ added: [aNote({ id: idOf<'mark'>(vein.id) })] }),
        'on-the-map',
      ],
      [
        'a vein with the id of a note',
        (_vein, note) => ({ added: [aVein({ number: 2, id: idOf<'vein'>(note.id) })] }),
        'on-the-map',
      ],
      ['two measured distances at once', () => ({ added: [aScale(), aScale()] }), 'second-scale'],
      [
        'a distance that makes the leg too small',
        () => ({ added: [aScale({ distanceMm: 119 })] }),
        'implausible-scale',
      ],
      [
        'a distance that makes the leg too large',
        () => ({ added: [aScale({ distanceMm: 321 })] }),
        'implausible-scale',
      ],
      [
        'a distance from a place to itself',
        () => ({ added: [aScale({ to: [0, 300] })] }),
        'implausible-scale',
      ],
    ];
  test.each(misfits)('refuses %s', async (_name, diff, rule) => {
    const [vein, note] = [aVein(), aNote()];
    const { at, caseId } = await mapWith(vein, note);
    const counts = await rowCounts(at.database);
    const failure = failureOf(await save(at, caseId, diff(vein, note)));
    expect(failure.code === 'invalid-input' && failure.issues.map((issue) => issue.rule)).toContain(rule);
    expect(await rowCounts(at.database)).toEqual(counts);
  });

  test('refuses a note with the id of a vein that was erased', async () => {
    const vein = aVein();
    const { at, caseId } = await mapWith(vein);
    valueOf(await save(at, caseId, { removed: [vein] }));
    const note = aNote({ id: idOf<'mark'>(vein.id) });
    expect(failureOf(await save(at, caseId, { added: [note] }))).toMatchObject({
      issues: [{ path: 'diff.added.0.id', rule: 'taken' }],
    });
  });

  test('refuses a vein or a note that another case has', async () => {
    const [vein, note] = [aVein(), aNote()];
    const { at } = await mapWith(vein, note);
    const elsewhere = await aCase(at, await aPatient(at));
    expect(failureOf(await save(at, elsewhere, { added: [vein, note] }))).toEqual({
      code: 'invalid-input',
      issues: [
        { path: 'diff.added.0.id', rule: 'taken' },
        { path: 'diff.added.1.id', rule: 'taken' },
      ],
    });
  });

  test('refuses to erase a vein that a site names, unless the site goes or lets go of it', async () => {
    const vein = aVein();
    const sites = [aSite({ veinId: vein.id }), aSite({ veinId: vein.id })] as const;
    const { at, caseId } = await mapWith(vein, ...sites);
    expect(failureOf(await save(at, caseId, { removed: [vein] }))).toMatchObject({
      issues: [{ path: 'diff.removed.0', rule: 'still-named' }],
    });
    const half = { removed: [vein, sites[0]] };
    expect(failureOf(await save(at, caseId, half)).code).toBe('invalid-input');
    const free = { ...sites[1], veinId: null };
    valueOf(await save(at, caseId, { ...half, updated: [[sites[1], free]] }));
    expect(await mapOf(at, caseId)).toMatchObject({ veins: [], marks: [free] });
  });

  test('a site may name a vein that is drawn in the same gesture', async () => {
    const { at, caseId } = await mapWith();
    const vein = aVein();
    valueOf(await save(at, caseId, { added: [aSite({ veinId: vein.id }), vein] }));
    expect((await mapOf(at, caseId)).marks).toMatchObject([{ veinId: vein.id }]);
  });
});

describe('the scale of the map', () => {
  test('follows the measured distance, and body height again once that is erased', async () => {
    const scale = aScale();
    const { at, caseId } = await mapWith(scale);
    expect((await mapOf(at, caseId)).heightScale).toBeCloseTo(1.1, 9);
    valueOf(await save(at, caseId, { removed: [scale] }));
    expect((await mapOf(at, caseId)).heightScale).toBeCloseTo(1650 / 1605.42, 6);
  });

  test('refuses a second measured distance; the first can be measured anew or be replaced', async () => {
    const scale = aScale();
    const { at, caseId } = await mapWith(scale);
    expect(failureOf(await save(at, caseId, { added: [aScale()] }))).toMatchObject({
      issues: [{ path: 'diff.added.0.mark', rule: 'second-scale' }],
    });
    const anew = { ...scale, distanceMm: 210 };
    valueOf(await save(at, caseId, { updated: [[scale, anew]] }));
    valueOf(await save(at, caseId, { removed: [anew], added: [aScale({ distanceMm: 190 })] }));
    expect((await mapOf(at, caseId)).heightScale).toBeCloseTo(0.95, 9);
  });

  test('is the same on the map, in the session and in the review', async () => {
    const at = await core();
    const open = await openedSession(at);
    await draw(at, open.caseId, aScale());
    const session = valueOf(await readSession(at.as('nurse'), open.session.opening.id));
    const review = valueOf(await readReviews(at.as('clinician'), open.caseId));
    const scales = [await mapOf(at, open.caseId), session, review].map(({ heightScale }) => heightScale);
    expect(scales).toEqual([1.1, 1.1, 1.1]);
  });
});

describe('a new case of the same patient', () => {
  test('takes over the notes and the measured distance, but no sites', async () => {
    const at = await core();
    const patientId = await aPatient(at);
    const before = await aCase(at, patientId);
    const [vein, note, scale] = [aVein(), aNote(), aScale()];
    await draw(at, before, vein, note, scale, aSite({ veinId: vein.id }));
    at.clock.advance(24 * 400);
    const { id } = valueOf(await openCase(at.as('surgeon'), { patientId, reason: 'Came back' }));
    const map = await mapOf(at, id);
    expect(map.heightScale).toBeCloseTo(1.1, 9);
    expect(map.marks).toMatchObject([{ text: note.text }, { distanceMm: scale.distanceMm }]);
    expect(map.marks.map((mark) => mark.id)).not.toContain(note.id);
    expect((await mapOf(at, before)).marks).toHaveLength(3);
  });
});
