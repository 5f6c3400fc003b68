import { describe, expect, test } from 'vitest';
import { recordComplication } from '../../electron/services/complications/record-complication.ts';
import { noteTold, readLotsUsed, readRecallOf } from '../../electron/services/recall.ts';
import {
  openBox,
  recordInjection,
  recordReaction,
  strikeOutInjection,
} from '../../electron/services/sessions.ts';
import { recallLot } from '../../electron/services/stock.ts';
import type { LotId } from '../../shared/kernel/ids.ts';
import { addDays, calendarDate } from '../../shared/kernel/time.ts';
import { microlitres } from '../../shared/kernel/units.ts';
import { pigmentation } from '../support/complications.ts';
import { core, type Core } from '../support/core.ts';
import { failureOf, valueOf } from '../support/outcome.ts';
import { aReaction, injection, openedSession } from '../support/treatment.ts';

const TODAY = calendarDate('2026-11-02');

const recallOf = async (at: Core, lotId: LotId) => valueOf(await readRecallOf(at.as('nurse'), lotId));
const recalled = async (at: Core, lotId: LotId) =>
  valueOf(await recallLot(at.as('nurse'), { lotId, reason: 'particles' }));

describe('the recall list', () => {
  test('leads from a lot to everybody who got it, with session, mL, mg and veins', async () => {
    const at = await core();
    const open = await openedSession(at);
    const { lotId, veins } = open;
    for (const veinId of [veins[0].id, veins[1].id, veins[0].id]) {
      valueOf(await recordInjection(at.as('nurse'), injection(open, { veinId })));
    }
    valueOf(
      await recordInjection(at.as('nurse'), injection(open, { veinId: null, volumeUl: microlitres(200) })),
    );
    const view = await recallOf(at, lotId);
    expect(view.recall).toBeNull();
    expect(view.patients).toMatchObject([
      {
        patient: { familyName: 'Lindqvist' },
        certainty: 'given',
        sessions: [
          {
            number: 1,
            onDate: TODAY,
            injections: 4,
            liquidUl: 1_100,
            foamUl: 0,
            massUg: 11_000,
            sites: [
              { leg: 'left', number: 1 },
              { leg: 'left', number: 2 },
              { leg: 'left', number: null },
            ],
            struckOut: { injections: 0 },
          },
        ],
      },
    ]);
  });

  test('tells foam from liquid', async () => {
    const at = await core();
    const open = await openedSession(at);
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    const { strengthUgPerMl } = injection(open).preparation;
    const foam = injection(open, {
      preparation: { form: 'foam', strengthUgPerMl, gasParts: 4 },
      volumeUl: microlitres(250),
      reason: 'as foam',
    });
    valueOf(await recordInjection(at.as('nurse'), foam));
    const { patients } = await recallOf(at, open.lotId);
    expect(patients[0]?.sessions).toMatchObject([{ liquidUl: 300, foamUl: 250, massUg: 3_500 }]);
  });

  test('keeps apart what was struck out, and boxes that were opened and not used', async () => {
    const at = await core();
    const open = await openedSession(at, { familyName: 'Struck' });
    const { lotId } = open;
    const given = valueOf(await recordInjection(at.as('nurse'), injection(open)));
    valueOf(await strikeOutInjection(at.as('nurse'), { injectionId: given.id, reason: 'recorded twice' }));
    const other = await openedSession(at, { familyName: 'Opened' });
    valueOf(await openBox(at.as('nurse'), { sessionId: other.session.opening.id, lotId }));
    const { patients } = await recallOf(at, lotId);
    expect(patients).toMatchObject([
      { patient: { familyName: 'Opened' }, certainty: 'opened', sessions: [{ injections: 0 }] },
      {
        patient: { familyName: 'Struck' },
        certainty: 'struck-out',
        sessions: [
          {
            injections: 0,
            massUg: 0,
            struckOut: { injections: 1, volumeUl: 300, massUg: 3_000, reasons: ['recorded twice'] },
          },
        ],
      },
    ]);
  });

  test('shows the reactions and complications that are put down to the lot', async () => {
    const at = await core();
    const open = await openedSession(at);
    const { lotId } = open;
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    valueOf(await recordReaction(at.as('nurse'), aReaction(open.session.opening.id, { lotId })));
    valueOf(await recordReaction(at.as('nurse'), aReaction(open.session.opening.id)));
    valueOf(await recordComplication(at.as('nurse'), pigmentation(open)));
    const { patients } = await recallOf(at, lotId);
    expect(patients).toMatchObject([
      { reactions: [{ kind: 'wheal', lotId }], complications: [{ kind: 'pigmentation' }] },
    ]);
    expect(patients[0]?.reactions).toHaveLength(1);
  });

  test('keeps two people who got one lot apart: what each of them had, and what each was told', async () => {
    const at = await core();
    const first = await openedSession(at);
    const second = await openedSession(at, { familyName: 'Other' });
    const { lotId } = first;
    const otherSession = second.session.opening.id;
    valueOf(await openBox(at.as('nurse'), { sessionId: otherSession, lotId }));
    valueOf(await recordReaction(at.as('nurse'), aReaction(otherSession, { lotId })));
    await recalled(at, lotId);
    const told = { lotId, patientId: first.patientId, told: true, onDate: TODAY, note: '' };
    const { patients } = valueOf(await noteTold(at.as('nurse'), told));
    const of = (id: string) => patients.find(({ patient }) => patient.id === id);
    expect(of(first.patientId)).toMatchObject({ reactions: [], notices: [{ told: true }] });
    expect(of(second.patientId)).toMatchObject({ reactions: [{ kind: 'wheal', lotId }], notices: [] });
  });

  test('says how often and when each lot was last opened', async () => {
    const at = await core();
    const open = await openedSession(at);
    const lots = valueOf(await readLotsUsed(at.as('nurse')));
    expect(lots.find(({ id }) => id === open.lotId)).toMatchObject({ lastUsedOn: TODAY, sessions: 1 });
  });
});

describe('who was told of a recall', () => {
  test('is noted with the day and the person; the last word counts and all are kept', async () => {
    const at = await core();
    const { lotId, patientId } = await openedSession(at);
    await recalled(at, lotId);
    const told = { lotId, patientId, told: true, onDate: TODAY, note: 'by phone' };
    const view = valueOf(await noteTold(at.as('clinician'), told));
    expect(view.recall).toMatchObject({ reason: 'particles', by: at.people.nurse.id });
    expect(view.patients[0]?.notices).toMatchObject([
      { told: true, onDate: TODAY, note: 'by phone', recordedBy: at.people.clinician.id },
    ]);
    valueOf(await noteTold(at.as('nurse'), { ...told, told: false, note: '' }));
    const { patients } = await recallOf(at, lotId);
    expect(patients[0]?.notices.map((notice) => notice.told)).toEqual([true, false]);
    expect(at.changes.filter(({ topic, id }) => topic === 'stock' && id === lotId)).toHaveLength(4);
  });

  test('cannot be noted of a lot that is not recalled, a day to come, or somebody who never had it', async () => {
    const at = await core();
    const { lotId, patientId } = await openedSession(at);
    const told = { lotId, patientId, told: true, onDate: TODAY, note: '' };
    expect(failureOf(await noteTold(at.as('nurse'), told))).toMatchObject({ code: 'lot/not-recalled' });
    await recalled(at, lotId);
    const tomorrow = { ...told, onDate: addDays(TODAY, 1) };
    expect(failureOf(await noteTold(at.as('nurse'), tomorrow))).toMatchObject({
      issues: [{ path: 'onDate', rule: 'in-future' }],
    });
    const other = await openedSession(at, { familyName: 'Other' });
    const stranger = { ...told, patientId: other.patientId };
    expect(failureOf(await noteTold(at.as('nurse'), stranger))).toEqual({
      code: 'not-found',
      what: 'patient',
    });
    expect((await recallOf(at, lotId)).patients[0]?.notices).toEqual([]);
  });
});
