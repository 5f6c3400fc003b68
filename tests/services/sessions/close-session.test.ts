import { describe, expect, test } from 'vitest';
import { measure, readPatient } from '../../../electron/services/patients.ts';
import {
  amendSession,
  closeSession,
  readSession,
  recordReaction,
  recordInjection,
  signSession,
  strikeOutInjection,
} from '../../../electron/services/sessions.ts';
import { grams, microlitres } from '../../../shared/kernel/units.ts';
import { failureOf, valueOf } from '../../db/temporary-database.ts';
import { amendment } from '../../support/amendments.ts';
import { core, PIN } from '../../support/core.ts';
import { aReaction, aLot, injection, openedSession, closing } from '../../support/treatment.ts';

describe('striking out', () => {
  test('the injection stays with who struck it out and why; a second time is refused', async () => {
    const at = await core();
    const open = await openedSession(at);
    const { id } = valueOf(await recordInjection(at.as('nurse'), injection(open)));
    const strike = { injectionId: id, reason: 'recorded twice' };
    valueOf(await strikeOutInjection(at.as('surgeon'), strike));
    const { injections } = valueOf(await readSession(at.as('nurse'), open.session.opening.id));
    expect(injections).toMatchObject([
      { id, strikeOut: { reason: 'recorded twice', struckBy: at.people.surgeon.id } },
    ]);
    expect(failureOf(await strikeOutInjection(at.as('nurse'), strike))).toEqual({
      code: 'injection/already-struck-out',
    });
    const summary = valueOf(await readPatient(at.as('nurse'), open.patientId)).cases[0]?.sessions[0];
    expect(summary).toMatchObject({ injections: 0, volumeUl: 0, massUg: 0, struckOut: 1 });
  });
});

describe('closing and signing', () => {
  test('a difference between opened, injected and wasted needs a reason', async () => {
    const at = await core();
    const open = await openedSession(at);
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    const input = closing(open.session.opening.id, { injectedUl: 500 }, open.lotId);
    expect(failureOf(await closeSession(at.as('nurse'), input))).toEqual({
      code: 'session/difference-unexplained',
      differenceUl: 200,
    });
    const explained = { ...input, differenceReason: 'spilled a little' };
    expect(valueOf(await closeSession(at.as('nurse'), explained)).closing).toMatchObject({
      ampoules: [{ ampoulesOpened: 1, injectedUl: 300, wastedUl: 1_500 }],
      differenceReason: 'spilled a little',
    });
  });

  test('every opened box is counted, and no other', async () => {
    const at = await core();
    const open = await openedSession(at);
    const other = await aLot(at);
    const none = { ...closing(open.session.opening.id), ampoules: [] };
    expect(failureOf(await closeSession(at.as('nurse'), none))).toMatchObject({
      issues: [{ path: 'ampoules', rule: 'missing' }],
    });
    const foreign = closing(open.session.opening.id, { injectedUl: 0 }, other);
    expect(failureOf(await closeSession(at.as('nurse'), foreign))).toMatchObject({
      issues: [{ path: 'ampoules.0.lotId', rule: 'not-opened' }],
    });
    const { ampoules, ...ending } = closing(open.session.opening.id, { injectedUl: 0 }, open.lotId);
    const twice = { ...ending, ampoules: [...ampoules, ...ampoules] };
    expect(failureOf(await closeSession(at.as('nurse'), twice))).toMatchObject({
      issues: [{ path: 'ampoules', rule: 'twice' }],
    });
  });

  async function closed() {
    const at = await core();
    const open = await openedSession(at);
    const { id } = valueOf(await recordInjection(at.as('nurse'), injection(open)));
    const sessionId = open.session.opening.id;
    valueOf(await closeSession(at.as('nurse'), closing(sessionId, { injectedUl: 300 }, open.lotId)));
    return { at, open, sessionId, injectionId: id };
  }

  test('an open session cannot be signed', async () => {
    const at = await core();
    const { session } = await openedSession(at);
    const signing = { sessionId: session.opening.id, role: 'nurse', pin: PIN } as const;
    expect(failureOf(await signSession(at.as('nurse'), signing))).toEqual({ code: 'session/not-closed' });
  });

  test('a nurse and a surgeon sign, each with the own PIN; then it is signed', async () => {
    const { at, sessionId } = await closed();
    const byNurse = valueOf(await signSession(at.as('nurse'), { sessionId, role: 'nurse', pin: PIN }));
    expect(byNurse.state).toBe('closed');
    const bySurgeon = valueOf(await signSession(at.as('surgeon'), { sessionId, role: 'surgeon', pin: PIN }));
    expect(bySurgeon.state).toBe('signed');
    expect(bySurgeon.signatures.map(({ role }) => role)).toEqual(['nurse', 'surgeon']);
  });

  test('nobody signs in a role that is not theirs, with a wrong PIN, or twice', async () => {
    const { at, sessionId } = await closed();
    const sign = async (who: 'nurse' | 'surgeon', role: 'nurse' | 'surgeon', pin = PIN) =>
      signSession(at.as(who), { sessionId, role, pin });
    expect(failureOf(await sign('nurse', 'surgeon'))).toEqual({ code: 'forbidden', needs: ['surgeon'] });
    expect(failureOf(await sign('nurse', 'nurse', '0000'))).toMatchObject({ code: 'auth/wrong-pin' });
    valueOf(await sign('surgeon', 'surgeon'));
    expect(failureOf(await sign('surgeon', 'surgeon'))).toEqual({ code: 'session/already-signed' });
  });

  test('before the first signature mistakes are struck out and reactions noted; after it the record is locked', async () => {
    const { at, sessionId, injectionId } = await closed();
    const reaction = aReaction(sessionId, { note: 'gone' });
    expect(valueOf(await recordReaction(at.as('nurse'), reaction)).reactions).toHaveLength(1);
    valueOf(await signSession(at.as('nurse'), { sessionId, role: 'nurse', pin: PIN }));
    const strike = { injectionId, reason: 'wrong vein' };
    expect(failureOf(await strikeOutInjection(at.as('surgeon'), strike))).toEqual({ code: 'session/locked' });
    const later = aReaction(sessionId, { note: 'came back' });
    expect(failureOf(await recordReaction(at.as('nurse'), later))).toEqual({ code: 'session/locked' });
  });

  test('struck out between closing and signing: nobody signs until a surgeon has said anew how it ended', async () => {
    const { at, open, sessionId, injectionId } = await closed();
    valueOf(await strikeOutInjection(at.as('nurse'), { injectionId, reason: 'was not given' }));
    const sign = (role: 'nurse' | 'surgeon') => signSession(at.as(role), { sessionId, role, pin: PIN });
    for (const role of ['nurse', 'surgeon'] as const)
      expect(failureOf(await sign(role))).toEqual({ code: 'session/recount-needed' });
    expect(valueOf(await readSession(at.as('nurse'), sessionId)).closing?.ampoules).toMatchObject([
      { injectedUl: 300, wastedUl: 1_700 },
    ]);
    const remark = amendment(sessionId, { remark: 'the ampoule was thrown away whole' });
    expect(failureOf(await amendSession(at.as('surgeon'), remark))).toEqual({
      code: 'session/difference-unexplained',
      differenceUl: 300,
    });
    const { sessionId: _of, nextOn: _next, ...said } = closing(sessionId, { injectedUl: 0 }, open.lotId);
    const ampoules = [{ lotId: open.lotId, ampoulesOpened: 1, wastedUl: microlitres(2_000) }];
    const corrected = amendment(sessionId, { closing: { ...said, ampoules } });
    expect(valueOf(await amendSession(at.as('surgeon'), corrected)).closing?.ampoules).toMatchObject([
      { ampoulesOpened: 1, injectedUl: 0, wastedUl: 2_000 },
    ]);
    valueOf(await sign('nurse'));
    expect(valueOf(await sign('surgeon')).state).toBe('signed');
  });

  test('a later weight does not change the caps of the session', async () => {
    const { at, open, sessionId } = await closed();
    const { patientId } = open;
    const onDate = at.context.today();
    valueOf(await measure(at.as('nurse'), { patientId, onDate, weightG: grams(90_000), heightMm: null }));
    expect(valueOf(await readSession(at.as('nurse'), sessionId)).dosePatient.weightG).toBe(60_000);
  });
});
