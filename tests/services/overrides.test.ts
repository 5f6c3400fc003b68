import { describe, expect, test } from 'vitest';
import { readOverrides } from '../../electron/services/overrides/read-overrides.ts';
import {
  openBox,
  openSession,
  recordInjection,
  setSessionCap,
  strikeOutInjection,
} from '../../electron/services/sessions.ts';
import type { OverrideLine } from '../../shared/contract/overrides.ts';
import { microgramsPerMillilitre, microlitres } from '../../shared/kernel/units.ts';
import { core, PIN, type Core } from '../support/core.ts';
import { valueOf } from '../support/outcome.ts';
import {
  aCase,
  aLot,
  aPatient,
  assess,
  aVein,
  consent,
  draw,
  injection,
  openedSession,
  opening,
  plan,
  readyCase,
} from '../support/treatment.ts';

const NOVEMBER = { month: '2026-11' };

const linesOf = async (at: Core): Promise<readonly OverrideLine[]> =>
  valueOf(await readOverrides(at.as('surgeon'), NOVEMBER)).chosen.lines;

const word = (at: Core, reason: string) => ({ surgeonId: at.people.surgeon.id, pin: PIN, reason });

describe('the overrides of a month', () => {
  test('say which limit was passed, by how much, who gave it, who allowed it and why', async () => {
    const at = await core();
    const open = await openedSession(at);
    const cap = {
      sessionId: open.session.opening.id,
      limitId: 'session-volume',
      amount: 500,
      ...word(at, 'frail'),
    };
    valueOf(await setSessionCap(at.as('nurse'), cap));
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    const override = word(at, 'one web is left');
    const given = valueOf(await recordInjection(at.as('nurse'), injection(open, { override })));
    const [passed, set] = (await linesOf(at)).toSorted((a, b) => a.what.kind.localeCompare(b.what.kind));
    expect(passed).toMatchObject({
      what: { kind: 'hard-limit', limit: { id: 'session-volume' }, cap: 500, projected: 600 },
      patient: { familyName: 'Lindqvist' },
      session: { number: 1 },
      injection: { id: given.id, number: 2, struckOut: false },
      by: at.people.nurse.id,
      surgeonId: at.people.surgeon.id,
      reason: 'one web is left',
    });
    expect(passed && 'limit' in passed.what && passed.what.limit?.source.text).toMatch(/10 mL/);
    expect(set).toMatchObject({
      what: { kind: 'tighter-cap', limitId: 'session-volume', amount: 500 },
      by: at.people.surgeon.id,
      reason: 'frail',
    });
  });

  test('tell reasons for soft limits from reasons for another strength, and slips that were confirmed', async () => {
    const at = await core();
    const open = await openedSession(at);
    const soft = injection(open, { volumeUl: microlitres(400), reason: 'wide segment' });
    valueOf(await recordInjection(at.as('nurse'), soft));
    const slip = injection(open, { volumeUl: microlitres(30), volumeConfirmed: true });
    valueOf(await recordInjection(at.as('nurse'), slip));
    const weaker = await aLot(at, { ugPerMl: 5_000 });
    valueOf(await openBox(at.as('nurse'), { sessionId: open.session.opening.id, lotId: weaker }));
    const other = injection(open, {
      lotId: weaker,
      preparation: { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(5_000) },
      reason: 'thin walls',
    });
    valueOf(await recordInjection(at.as('nurse'), other));
    const lines = (await linesOf(at)).toSorted((a, b) => a.what.kind.localeCompare(b.what.kind));
    expect(lines).toMatchObject([
      { what: { kind: 'other-strength' }, reason: 'thin walls', surgeonId: null },
      { what: { kind: 'slip', slip: { direction: 'less' } }, reason: null },
      { what: { kind: 'soft-limit', cap: 300, projected: 400 }, reason: 'wide segment' },
    ]);
  });

  test('keep an injection that was struck out, and say so; it is not among the injections of the month', async () => {
    const at = await core();
    const open = await openedSession(at);
    const soft = injection(open, { volumeUl: microlitres(400), reason: 'wide segment' });
    valueOf(await recordInjection(at.as('nurse'), soft));
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    valueOf(
      await strikeOutInjection(at.as('nurse'), {
        injectionId: soft.injectionId,
        reason: 'nothing given',
      }),
    );
    const { chosen, before } = valueOf(await readOverrides(at.as('clinician'), NOVEMBER));
    expect(chosen).toMatchObject({ sessions: 1, injections: 1, lines: [{ injection: { struckOut: true } }] });
    expect(before).toEqual({ month: '2026-10', sessions: 0, injections: 0, lines: [] });
  });

  test('name a contraindication that was accepted at the assessment once, however often that is saved', async () => {
    const at = await core();
    const ready = await readyCase(at);
    await assess(at, ready.caseId, { diabetes: 'well controlled' });
    await assess(at, ready.caseId, { diabetes: 'well controlled' });
    expect(await linesOf(at)).toMatchObject([
      {
        what: { kind: 'contraindication', contraindicationId: 'diabetes', at: 'assessment' },
        session: null,
        by: at.people.surgeon.id,
        reason: 'well controlled',
      },
    ]);
  });

  test('name a contraindication that a surgeon accepted when the session was opened', async () => {
    const at = await core();
    const ready = await readyCase(at);
    await assess(at, ready.caseId, { diabetes: null });
    const acceptances = [{ contraindicationId: 'diabetes', ...word(at, 'seen by the diabetologist') }];
    valueOf(await openSession(at.as('nurse'), opening(ready.caseId, { acceptances })));
    const lines = await linesOf(at);
    expect(lines.map(({ what }) => (what.kind === 'contraindication' ? what.said?.text : what.kind))).toEqual(
      ['Diabetes mellitus'],
    );
    expect(lines).toMatchObject([
      {
        what: { kind: 'contraindication', at: 'session' },
        session: { number: 1 },
        by: at.people.nurse.id,
        surgeonId: at.people.surgeon.id,
        reason: 'seen by the diabetologist',
      },
    ]);
  });

  test('name a check that was lifted, with how many veins it was about', async () => {
    const at = await core();
    const vein = aVein({ kind: 'varicose', diameterMm: 4 });
    const caseId = await aCase(at, await aPatient(at));
    await draw(at, caseId, vein);
    await assess(at, caseId);
    await consent(at, caseId);
    await plan(at, caseId, [[vein]]);
    const waivers = [{ check: 'duplex' as const, veinIds: [vein.id], ...word(at, 'seen elsewhere') }];
    valueOf(await openSession(at.as('nurse'), opening(caseId, { waivers })));
    expect(await linesOf(at)).toMatchObject([
      {
        what: { kind: 'waiver', check: 'duplex', veins: 1 },
        surgeonId: at.people.surgeon.id,
        reason: 'seen elsewhere',
      },
    ]);
  });
});
