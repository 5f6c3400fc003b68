import { describe, expect, test } from 'vitest';
import { readPlan, savePlan } from '../../../electron/services/plan.ts';
import { chooseProfile } from '../../../electron/services/profiles.ts';
import { readReviews } from '../../../electron/services/reviews.ts';
import {
  openSession,
  readSession,
  recordInjection,
  setSessionCap,
} from '../../../electron/services/sessions.ts';
import type { SavePlan } from '../../../shared/contract/plan.ts';
import type { SetSessionCap } from '../../../shared/contract/session.ts';
import { idOf } from '../../../shared/kernel/ids.ts';
import { microlitres } from '../../../shared/kernel/units.ts';
import { core, factCounts, PIN, rowCounts, type Core } from '../../support/core.ts';
import { failureOf, valueOf } from '../../support/outcome.ts';
import { injection, openedSession, opening, readyCase, type Ready } from '../../support/treatment.ts';

type Caps = SavePlan['sessions'][number]['tighterCaps'];

async function saveCaps(at: Core, { caseId }: Ready, tighterCaps: Caps, over: Partial<SavePlan> = {}) {
  const { plan } = valueOf(await readPlan(at.as('surgeon'), caseId));
  if (!plan) throw new Error('no plan');
  const { version: baseVersion, sessions, items } = plan;
  const capped = sessions.map((session) => ({ ...session, tighterCaps }));
  const input = { caseId, baseVersion, sessions: capped, items: [...items], ...over };
  return savePlan(at.as('surgeon'), input);
}

describe('a tighter cap in the plan', () => {
  test('is kept with the plan, with who set it', async () => {
    const at = await core();
    const ready = await readyCase(at);
    const caps = [
      { limitId: 'session-volume', amount: 4_000 },
      { limitId: 'mass-24h', amount: 50_000 },
    ];
    const view = valueOf(await saveCaps(at, ready, caps));
    const sorted = caps.toSorted((a, b) => (a.limitId < b.limitId ? -1 : 1));
    expect(view.plan?.sessions[0]?.tighterCaps).toEqual(sorted);
    expect(view.capsSet).toMatchObject(
      sorted.map((cap) => ({ ...cap, sessionNumber: 1, setBy: at.people.surgeon.id })),
    );
  });

  test('keeps who set it first, over versions that somebody else saves', async () => {
    const at = await core();
    const ready = await readyCase(at);
    valueOf(await saveCaps(at, ready, [{ limitId: 'session-volume', amount: 4_000 }]));
    const first = valueOf(await readPlan(at.as('surgeon'), ready.caseId)).capsSet[0];
    at.clock.advance(1);
    const again = valueOf(await saveCaps(at, ready, [{ limitId: 'session-volume', amount: 4_000 }]));
    expect(again.capsSet).toEqual([first]);
    const changed = valueOf(await saveCaps(at, ready, [{ limitId: 'session-volume', amount: 3_000 }]));
    expect(changed.capsSet[0]?.setAt).not.toBe(first?.setAt);
  });

  test('is refused where it is wider than the profile has it for this patient, or unknown, or said twice', async () => {
    const at = await core();
    const ready = await readyCase(at);
    const counts = await rowCounts(at.database);
    const refusal = async (caps: Caps) => failureOf(await saveCaps(at, ready, caps));
    expect(await refusal([{ limitId: 'mass-24h', amount: 120_001 }])).toMatchObject({
      code: 'dose/cap-wider',
      limit: { id: 'mass-24h' },
      most: 120_000,
    });
    expect(await refusal([{ limitId: 'no-such', amount: 1 }])).toEqual({
      code: 'invalid-input',
      issues: [{ path: 'sessions.0.tighterCaps.0.limitId', rule: 'unknown' }],
    });
    const twice = [
      { limitId: 'mass-24h', amount: 1 },
      { limitId: 'mass-24h', amount: 2 },
    ];
    expect(await refusal(twice)).toMatchObject({ code: 'invalid-input' });
    expect(await rowCounts(at.database)).toEqual(counts);
    valueOf(await saveCaps(at, ready, [{ limitId: 'mass-24h', amount: 120_000 }]));
  });

  test('stays savable after the clinic has chosen limits that lack it', async () => {
    const at = await core();
    const ready = await readyCase(at);
    valueOf(await saveCaps(at, ready, [{ limitId: 'mass-24h', amount: 50_000 }]));
    valueOf(await chooseProfile(at.as('administrator'), { profileId: 'us-asclera', version: 1 }));
    valueOf(await saveCaps(at, ready, [{ limitId: 'mass-24h', amount: 50_000 }]));
  });

  test('holds in the session that is opened under it, and stays with it', async () => {
    const at = await core();
    const open = await openedWithCap(at, { limitId: 'session-volume', amount: 500 });
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    expect(failureOf(await recordInjection(at.as('nurse'), injection(open)))).toMatchObject({
      code: 'dose/over-hard-limit',
      assessment: { passed: { hard: ['session-volume'] }, leftOfSyringeUl: 200 },
    });
    expect(open.session.tighterCaps).toMatchObject([
      { limitId: 'session-volume', amount: 500, setBy: at.people.surgeon.id },
    ]);
    const { judgedBy } = valueOf(await readReviews(at.as('clinician'), open.caseId));
    expect(judgedBy).toMatchObject([{ tighterCaps: [{ limitId: 'session-volume', amount: 500 }] }]);
    const changed = await saveCaps(at, open, []);
    expect(failureOf(changed)).toMatchObject({ code: 'plan/session-done' });
  });

  test('in one session says nothing of another', async () => {
    const at = await core();
    const ready = await readyCase(at);
    const { plan } = valueOf(await readPlan(at.as('surgeon'), ready.caseId));
    if (!plan) throw new Error('no plan');
    const second = {
      number: 2,
      onDate: at.context.today(),
      atTime: null,
      tighterCaps: [{ limitId: 'session-volume', amount: 100 }],
    };
    valueOf(await saveCaps(at, ready, [], { sessions: [...plan.sessions, second] }));
    const session = valueOf(await openSession(at.as('nurse'), opening(ready.caseId)));
    expect(session.tighterCaps).toEqual([]);
  });
});

async function openedWithCap(at: Core, cap: Caps[number]) {
  const ready = await readyCase(at);
  valueOf(await saveCaps(at, ready, [cap]));
  return openedSession(at, {}, ready);
}

describe('a tighter cap while a session is open', () => {
  const word = (at: Core, over: Partial<SetSessionCap>, sessionId: SetSessionCap['sessionId']) => ({
    sessionId,
    limitId: 'session-volume',
    amount: 500,
    surgeonId: at.people.surgeon.id,
    pin: PIN,
    reason: 'frail skin',
    ...over,
  });

  test('holds from the next injection on, set with a surgeon’s PIN at the nurse’s screen', async () => {
    const at = await core();
    const open = await openedSession(at);
    const { id } = open.session.opening;
    const view = valueOf(await setSessionCap(at.as('nurse'), word(at, {}, id)));
    expect(view.tighterCaps).toEqual([
      {
        limitId: 'session-volume',
        amount: 500,
        reason: 'frail skin',
        setAt: at.clock.now,
        setBy: at.people.surgeon.id,
      },
    ]);
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    expect(failureOf(await recordInjection(at.as('nurse'), injection(open)))).toMatchObject({
      code: 'dose/over-hard-limit',
    });
  });

  test('can be made tighter, and be the profile’s again; every word of it stays', async () => {
    const at = await core();
    const open = await openedSession(at);
    const { id } = open.session.opening;
    const set = (over: Partial<SetSessionCap>) => setSessionCap(at.as('nurse'), word(at, over, id));
    valueOf(await set({}));
    expect(valueOf(await set({ amount: 300 })).tighterCaps).toMatchObject([{ amount: 300 }]);
    expect(valueOf(await set({ amount: null })).tighterCaps).toEqual([]);
    const kept = await at.context.db.selectFrom('session_caps').select('amount').orderBy('seq').execute();
    expect(kept.map(({ amount }) => amount)).toEqual([500, 300, null]);
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
  });

  test('lifts a cap of the plan as well', async () => {
    const at = await core();
    const open = await openedWithCap(at, { limitId: 'session-volume', amount: 100 });
    const { id } = open.session.opening;
    expect(failureOf(await recordInjection(at.as('nurse'), injection(open)))).toMatchObject({
      code: 'dose/over-hard-limit',
    });
    expect(valueOf(await setSessionCap(at.as('nurse'), word(at, { amount: null }, id))).tighterCaps).toEqual(
      [],
    );
    valueOf(await recordInjection(at.as('nurse'), injection(open)));
  });

  test('is refused without a surgeon’s own PIN, wider than the profile, for no such limit, and once closed', async () => {
    const at = await core();
    const open = await openedSession(at);
    const { id } = open.session.opening;
    const counts = await factCounts(at.database);
    const refusal = async (over: Partial<SetSessionCap>) =>
      failureOf(await setSessionCap(at.as('nurse'), word(at, over, id)));
    expect(await refusal({ surgeonId: at.people.nurse.id })).toEqual({
      code: 'dose/override-refused',
      because: 'not-a-surgeon',
    });
    expect(await refusal({ amount: 10_001 })).toMatchObject({ code: 'dose/cap-wider', most: 10_000 });
    expect(await refusal({ limitId: 'no-such' })).toMatchObject({ code: 'invalid-input' });
    expect(await refusal({ sessionId: idOf('00000000-0000-4000-8000-000000000000') })).toMatchObject({
      code: 'not-found',
    });
    expect(await refusal({ pin: '0000' })).toEqual({ code: 'dose/override-refused', because: 'wrong-pin' });
    expect(await factCounts(at.database)).toEqual(counts);
  });

  test('tightens a soft limit on single injections too', async () => {
    const at = await core();
    const open = await openedSession(at);
    const { id } = open.session.opening;
    const tighter = { limitId: 'injection-reticular', amount: 200 };
    valueOf(await setSessionCap(at.as('nurse'), word(at, tighter, id)));
    const given = (volumeUl: number) =>
      recordInjection(at.as('nurse'), injection(open, { volumeUl: microlitres(volumeUl) }));
    expect(failureOf(await given(300))).toMatchObject({ code: 'dose/reason-needed' });
    valueOf(await given(200));
    const view = valueOf(await readSession(at.as('nurse'), id));
    expect(view.injections).toHaveLength(1);
  });
});
