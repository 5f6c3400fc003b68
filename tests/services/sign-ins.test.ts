import { describe, expect, test } from 'vitest';
import { readAudit } from '../../electron/services/audit.ts';
import { changePerson, readPinUse } from '../../electron/services/people.ts';
import { createPins } from '../../electron/services/pins.ts';
import { openSession, signSession } from '../../electron/services/sessions.ts';
import { createSignIns } from '../../electron/services/sign-ins.ts';
import type { Role } from '../../shared/domain/staff/roles.ts';
import { failureOf, valueOf } from '../db/temporary-database.ts';
import { core, PIN, type Core } from '../support/core.ts';
import { opening, readyCase } from '../support/treatment.ts';

const EVERYTHING = { before: null, limit: 200, personId: null, onDate: null, patientId: null } as const;

async function auditOf(at: Core) {
  const { rows } = valueOf(await readAudit(at.as('administrator'), EVERYTHING));
  return rows.map(({ by, action, after }) => {
    return { by, action, after: after === null ? null : (JSON.parse(after) as unknown) };
  });
}

const wrongPin = async (at: Core, role: Role, times: number) => {
  const signIns = createSignIns();
  for (let n = 0; n < times; n += 1) {
    const failure = failureOf(
      await signIns.signIn(at.context, { personId: at.people[role].id, pin: '0000' }),
    );
    if (failure.code === 'auth/wrong-pin') at.clock.advance(failure.waitSeconds / 3600);
  }
};

/** The same clinic after the program was ended and started again. */
const restarted = (at: Core) => ({ ...at.context, pins: createPins({ cost: 16 }) });

const useOf = async (at: Core, role: Role) =>
  valueOf(await readPinUse(at.as('administrator'))).find(({ personId }) => personId === at.people[role].id);

describe('wrong PINs', () => {
  test('are still counted after the program was started again', async () => {
    const at = await core();
    const signIns = createSignIns();
    const tryPin = (context = restarted(at)) =>
      signIns.signIn(context, { personId: at.people.nurse.id, pin: '0000' });
    await wrongPin(at, 'nurse', 6);
    expect(failureOf(await tryPin())).toEqual({ code: 'auth/wrong-pin', waitSeconds: 64, inARow: 7 });
    const right = { personId: at.people.nurse.id, pin: PIN };
    expect(failureOf(await signIns.signIn(restarted(at), right))).toMatchObject({
      code: 'auth/wait',
      waitSeconds: 64,
    });
    at.clock.advance(1);
    valueOf(await signIns.signIn(restarted(at), right));
    expect(failureOf(await tryPin())).toMatchObject({ waitSeconds: 1, inARow: 1 });
  });

  test('stand in the audit with what they were for, also where the use case failed', async () => {
    const at = await core();
    const { caseId } = await readyCase(at);
    const word = { surgeonId: at.people.surgeon.id, pin: '0000', reason: 'well controlled' };
    const refused = await openSession(
      at.as('nurse'),
      opening(caseId, { acceptances: [{ contraindicationId: 'diabetes', ...word }] }),
    );
    expect(failureOf(refused).code).toBe('auth/wrong-pin');
    const [newest] = await auditOf(at);
    expect(newest).toEqual({
      by: 'nurse',
      action: 'pin/wrong',
      after: { purpose: 'contraindication/accept', inARow: 1 },
    });
  });

  test('are shown to the administrator, whose new PIN lets the person in at once', async () => {
    const at = await core();
    await wrongPin(at, 'nurse', 8);
    failureOf(await createSignIns().signIn(at.context, { personId: at.people.nurse.id, pin: '0000' }));
    expect(await useOf(at, 'nurse')).toMatchObject({
      wrongInARow: 9,
      waitSeconds: 256,
      lastWrongAt: at.clock.now,
      lastSignInAt: null,
    });
    const personId = at.people.nurse.id;
    const change = { personId, roles: ['nurse' as const], active: true, pin: '97531' };
    valueOf(await changePerson(at.as('administrator'), change));
    expect(await useOf(at, 'nurse')).toMatchObject({ wrongInARow: 0, waitSeconds: 0, lastWrongAt: null });
    valueOf(await createSignIns().signIn(at.context, { personId, pin: '97531' }));
    expect(await useOf(at, 'nurse')).toMatchObject({ lastSignInAt: at.clock.now });
  });

  test('are kept without the PIN', async () => {
    const at = await core();
    await createSignIns().signIn(at.context, { personId: at.people.nurse.id, pin: '86420' });
    const tries = await at.context.db.selectFrom('sign_in_attempts').selectAll().execute();
    expect(tries).toMatchObject([{ person_id: at.people.nurse.id, purpose: 'sign-in', outcome: 'wrong' }]);
    expect(JSON.stringify([tries, await auditOf(at)])).not.toContain('86420');
  });
});

describe('who works at a screen', () => {
  test('signing in, changing places and locking leave a row each', async () => {
    const at = await core();
    const signIns = createSignIns();
    const nurse = valueOf(await signIns.signIn(at.context, { personId: at.people.nurse.id, pin: PIN }));
    const surgeon = valueOf(
      await signIns.changePerson(at.as('nurse'), nurse.token, { personId: at.people.surgeon.id, pin: PIN }),
    );
    await signIns.signOut(at.as('surgeon'), surgeon.token, { because: 'untouched' });
    expect((await auditOf(at)).slice(0, 3)).toEqual([
      { by: 'surgeon', action: 'screen/lock', after: { because: 'untouched' } },
      { by: 'surgeon', action: 'screen/change-person', after: { from: at.people.nurse.id } },
      { by: 'nurse', action: 'screen/sign-in', after: null },
    ]);
  });

  test('after a change the token of the one before is worth nothing', async () => {
    const at = await core();
    const signIns = createSignIns();
    const { token } = valueOf(await signIns.signIn(at.context, { personId: at.people.nurse.id, pin: PIN }));
    const refused = await signIns.changePerson(at.as('nurse'), token, {
      personId: at.people.surgeon.id,
      pin: '0000',
    });
    expect(failureOf(refused).code).toBe('auth/wrong-pin');
    expect(await signIns.personOf(at.context, token)).toMatchObject({ name: 'nurse' });
    at.clock.advance(1);
    const next = valueOf(
      await signIns.changePerson(at.as('nurse'), token, { personId: at.people.surgeon.id, pin: PIN }),
    );
    expect(await signIns.personOf(at.context, token)).toBeNull();
    expect(await signIns.personOf(at.context, next.token)).toMatchObject({ name: 'surgeon' });
  });

  test('a signature with the own PIN is kept as a right one, and counts as no sign-in', async () => {
    const at = await core();
    const missing = { sessionId: at.people.nurse.id, role: 'nurse' as const, pin: PIN };
    // No such session: the PIN was right all the same.
    await signSession(at.as('nurse'), { ...missing, sessionId: missing.sessionId as never });
    const tries = await at.context.db.selectFrom('sign_in_attempts').select(['purpose', 'outcome']).execute();
    expect(tries).toEqual([{ purpose: 'session/sign', outcome: 'right' }]);
    expect(await useOf(at, 'nurse')).toMatchObject({ lastSignInAt: null });
  });
});
