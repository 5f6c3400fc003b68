import { describe, expect, test } from 'vitest';
import { readComplicationChoices } from '../../../electron/services/complications/read-choices.ts';
import { readRegister } from '../../../electron/services/complications/read-register.ts';
import {
  addCourseEntry,
  recordComplication,
} from '../../../electron/services/complications/record-complication.ts';
import { strikeOutComplication } from '../../../electron/services/complications/strike-out-complication.ts';
import { recordInjection } from '../../../electron/services/sessions.ts';
import type {
  ReadRegister,
  RecordComplication,
  RegisterLine,
} from '../../../shared/contract/complications.ts';
import { addDays, calendarDate } from '../../../shared/kernel/time.ts';
import { failureOf, valueOf } from '../../support/outcome.ts';
import { anEntry, pigmentation } from '../../support/complications.ts';
import { core, type Core } from '../../support/core.ts';
import { injection, openedSession, type OpenSessionAtHand } from '../../support/treatment.ts';

const TODAY = calendarDate('2026-11-02');
const EVER: ReadRegister = { from: null, to: calendarDate('2030-01-01'), lotId: null };

async function treated(): Promise<{ at: Core; open: OpenSessionAtHand }> {
  const at = await core();
  const open = await openedSession(at);
  valueOf(await recordInjection(at.as('nurse'), injection(open)));
  return { at, open };
}

const linesIn = async (at: Core, over: Partial<ReadRegister> = {}): Promise<readonly RegisterLine[]> =>
  valueOf(await readRegister(at.as('nurse'), { ...EVER, ...over })).lines;

describe('a complication', () => {
  test('stands in the register with its patient, vein, session, lot and state', async () => {
    const { at, open } = await treated();
    valueOf(await recordComplication(at.as('clinician'), pigmentation(open)));
    const { lines, sessions } = valueOf(await readRegister(at.as('nurse'), EVER));
    expect(sessions).toBe(1);
    expect(lines).toMatchObject([
      {
        kind: 'pigmentation',
        grade: 'mild',
        serious: false,
        onsetOn: TODAY,
        patient: { familyName: 'Lindqvist' },
        veins: [{ leg: 'left', number: 1 }],
        session: { number: 1, onDate: TODAY },
        lots: [{ id: open.lotId }],
        state: 'ongoing',
        struckOut: false,
      },
    ]);
  });

  test('has the state of the last day, whatever was written down last, and the gravest grade', async () => {
    const { at, open } = await treated();
    const recorded = pigmentation(open);
    valueOf(await recordComplication(at.as('surgeon'), recorded));
    at.clock.advance(24 * 30);
    const { complicationId } = recorded;
    const later = anEntry({ onDate: addDays(TODAY, 20), state: 'resolved', grade: null });
    const between = anEntry({ onDate: addDays(TODAY, 9), grade: 'severe', serious: true });
    valueOf(await addCourseEntry(at.as('surgeon'), { complicationId, ...later }));
    valueOf(await addCourseEntry(at.as('nurse'), { complicationId, ...between }));
    const [line] = await linesIn(at);
    expect(line).toMatchObject({
      state: 'resolved',
      grade: 'severe',
      serious: true,
      lookedAtOn: later.onDate,
    });
  });

  test('counts once when the same request comes twice, and refuses another under its id', async () => {
    const { at, open } = await treated();
    const recorded = pigmentation(open);
    valueOf(await recordComplication(at.as('nurse'), recorded));
    valueOf(await recordComplication(at.as('nurse'), recorded));
    const other = await recordComplication(at.as('nurse'), { ...recorded, kind: 'matting' });
    expect(failureOf(other)).toMatchObject({ code: 'invalid-input' });
    const entry = { complicationId: recorded.complicationId, ...anEntry({ note: 'seen' }) };
    valueOf(await addCourseEntry(at.as('nurse'), entry));
    valueOf(await addCourseEntry(at.as('nurse'), entry));
    const changed = await addCourseEntry(at.as('nurse'), { ...entry, note: 'not seen' });
    expect(failureOf(changed)).toMatchObject({ code: 'invalid-input' });
    const [line, ...more] = await linesIn(at);
    expect(more).toEqual([]);
    expect(line?.source).toMatchObject({ complication: { course: [{}, { note: 'seen' }] } });
  });

  test('cannot begin before its session, its case, or tomorrow, nor in a vein or box of somebody else', async () => {
    const { at, open } = await treated();
    const other = await openedSession(at, { familyName: 'Other' });
    const refusals: [Partial<RecordComplication>, unknown][] = [
      [{ onsetOn: addDays(TODAY, 1) }, { issues: [{ path: 'onsetOn', rule: 'in-future' }] }],
      [
        { onsetOn: addDays(TODAY, -1), sessionId: null },
        { issues: [{ path: 'onsetOn', rule: 'before-case' }] },
      ],
      [{ veinIds: [other.veins[0].id] }, { issues: [{ path: 'veinIds.0', rule: 'unknown' }] }],
      [
        { veinIds: [open.veins[0].id, open.veins[0].id] },
        { issues: [{ path: 'veinIds', rule: 'vein-twice' }] },
      ],
      [
        { sessionId: other.session.opening.id, lotId: null },
        { code: 'not-found', what: 'session' },
      ],
      [{ lotId: other.lotId }, { issues: [{ path: 'lotId', rule: 'not-of-session' }] }],
      [{ kind: 'other', description: '' }, { issues: [{ path: 'description', rule: 'needed' }] }],
      [{ first: anEntry({ grade: null }) }, { issues: [{ path: 'first.grade', rule: 'needed' }] }],
      [
        { first: anEntry({ onDate: addDays(TODAY, 1) }) },
        { issues: [{ path: 'first.onDate', rule: 'in-future' }] },
      ],
      [
        { first: anEntry({ onDate: addDays(TODAY, -1) }) },
        { issues: [{ path: 'first.onDate', rule: 'before-onset' }] },
      ],
    ];
    for (const [over, failure] of refusals) {
      const result = await recordComplication(at.as('surgeon'), pigmentation(open, over));
      expect(failureOf(result), JSON.stringify(over)).toMatchObject(failure as object);
    }
    expect(await linesIn(at)).toEqual([]);
  });

  test('that was recorded by mistake stays, struck out with the reason, and takes no more entries', async () => {
    const { at, open } = await treated();
    const recorded = pigmentation(open);
    const { complicationId } = recorded;
    valueOf(await recordComplication(at.as('nurse'), recorded));
    const strike = { complicationId, entryId: null, reason: 'another patient' };
    valueOf(await strikeOutComplication(at.as('surgeon'), strike));
    expect(failureOf(await strikeOutComplication(at.as('surgeon'), strike))).toEqual({
      code: 'complication/struck-out',
    });
    const entry = await addCourseEntry(at.as('surgeon'), { complicationId, ...anEntry() });
    expect(failureOf(entry)).toEqual({ code: 'complication/struck-out' });
    expect(await linesIn(at)).toMatchObject([
      { struckOut: true, source: { complication: { strikeOut: { reason: 'another patient' } } } },
    ]);
  });

  test('goes by what is left when an entry is struck out', async () => {
    const { at, open } = await treated();
    const recorded = pigmentation(open);
    const { complicationId } = recorded;
    valueOf(await recordComplication(at.as('nurse'), recorded));
    const wrong = anEntry({ state: 'fatal', grade: 'severe', serious: true });
    valueOf(await addCourseEntry(at.as('nurse'), { complicationId, ...wrong }));
    const strike = { complicationId, entryId: wrong.entryId, reason: 'wrong button' };
    valueOf(await strikeOutComplication(at.as('nurse'), strike));
    expect(await linesIn(at)).toMatchObject([{ state: 'ongoing', grade: 'mild', serious: false }]);
  });

  test('that goes on is found long after it began; one that is over is not', async () => {
    const { at, open } = await treated();
    const goesOn = pigmentation(open);
    const over = pigmentation(open, { kind: 'matting', first: anEntry({ state: 'resolved', grade: null }) });
    valueOf(await recordComplication(at.as('nurse'), goesOn));
    valueOf(await recordComplication(at.as('nurse'), over));
    const later = await linesIn(at, { from: addDays(TODAY, 1) });
    expect(later.map(({ kind }) => kind)).toEqual(['pigmentation']);
  });

  test('is announced and leaves a row in the audit with each write', async () => {
    const { at, open } = await treated();
    const recorded = pigmentation(open);
    valueOf(await recordComplication(at.as('nurse'), recorded));
    const entry = anEntry();
    valueOf(await addCourseEntry(at.as('nurse'), { complicationId: recorded.complicationId, ...entry }));
    const told = at.changes.filter(({ topic }) => topic === 'complication');
    expect(told).toEqual([
      { topic: 'complication', id: open.patientId },
      { topic: 'complication', id: open.patientId },
    ]);
    const rows = await at.database.db
      .selectFrom('audit')
      .select('action')
      .where('entity', '=', 'complication')
      .orderBy('seq')
      .execute();
    expect(rows.map(({ action }) => action)).toEqual(['complication/record', 'complication/add-entry']);
  });

  test('can be put down to what the patient had: cases, veins, sessions and their boxes', async () => {
    const { at, open } = await treated();
    const choices = valueOf(await readComplicationChoices(at.as('nurse'), open.patientId));
    expect(choices).toMatchObject({
      patient: { id: open.patientId },
      cases: [
        {
          id: open.caseId,
          veins: [{ number: 1 }, { number: 2 }],
          sessions: [{ number: 1, lots: [{ id: open.lotId }] }],
        },
      ],
    });
  });
});
