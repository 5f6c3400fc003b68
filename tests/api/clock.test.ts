import { describe, expect, test } from 'vitest';
import type { Change } from '../../electron/services/context.ts';
import { openBox, openSession, readSession } from '../../electron/services/sessions.ts';
import { grams } from '../../shared/kernel/units.ts';
import { api, applicationOn, type ApiAtHand } from '../support/application.ts';
import { valueOf } from '../support/outcome.ts';
import {
  aLot,
  closing,
  injection,
  openedSession,
  opening,
  readyCase,
  type OpenSessionAtHand,
} from '../support/treatment.ts';

// 21 kg: 42 mg in 24 hours, which is 14 injections of 3 mg.
const LIGHT = { weightG: grams(21_000) };
const DAY = 24;
const YEAR = 365 * DAY;

/** Records as the nurse until something is in the way; gives how many were recorded and what it was. */
async function fill(at: ApiAtHand, open: OpenSessionAtHand, most: number) {
  const token = await at.tokenOf('nurse');
  for (let given = 0; given < most; given += 1) {
    const { failure } = await at.ask('sessions.record', injection(open), token);
    if (failure) return { given, code: failure.code };
  }
  return { given: most, code: null };
}

/** A session with ten injections, signed off, and a box that lasts. */
async function tenGiven(at: ApiAtHand) {
  const first = await openedSession(at, LIGHT);
  expect(await fill(at, first, 10)).toEqual({ given: 10, code: null });
  const { id } = first.session.opening;
  const token = await at.tokenOf('nurse');
  const { failure } = await at.ask('sessions.close', closing(id, { injectedUl: 3_000 }, first.lotId), token);
  expect(failure).toBeUndefined();
  const lotId = await aLot(at, { expiresOn: '2099-01-01' });
  const again = await readyCase(at, LIGHT, first.patientId);
  return { again, lotId };
}

/** A session of a patient in a case of its own, once the running program has been asked something. */
async function nextSession(at: ApiAtHand, { again, lotId }: Awaited<ReturnType<typeof tenGiven>>) {
  await at.ask('clinic.status');
  const input = opening(again.caseId, { ...LIGHT, weightConfirmed: true });
  const session = valueOf(await openSession(at.as('nurse'), input));
  valueOf(await openBox(at.as('nurse'), { sessionId: session.opening.id, lotId }));
  return { ...again, session, lotId };
}

const changesOf = async (at: ApiAtHand) =>
  at.database.db.selectFrom('audit').selectAll().where('action', '=', 'clock/set').execute();

describe('somebody sets the clock while the program runs', () => {
  test.each([
    ['back by a year', -YEAR],
    ['back by a day', -DAY],
    ['back by three hours', -3],
    ['forward by three hours', 3],
    ['forward by a day', DAY],
    ['forward by a year', YEAR],
  ])('%s: what was given before it still counts in the 24 hours', async (_how, hours) => {
    const at = await api();
    const given = await tenGiven(at);
    at.clock.advance(1);
    at.clock.set(hours);
    at.clock.advance(1);
    const open = await nextSession(at, given);
    expect(open.session.dosePatient.isFirstSession).toBe(false);
    expect(await fill(at, open, 6)).toEqual({ given: 4, code: 'dose/over-hard-limit' });
  });

  test('forward and back again, and forward once more: it counts until 24 hours have truly passed, and no longer', async () => {
    const at = await api();
    const given = await tenGiven(at);
    for (const hours of [40, -40, 30]) {
      at.clock.advance(2);
      at.clock.set(hours);
      await at.ask('clinic.status');
    }
    at.clock.advance(16);
    const open = await nextSession(at, given);
    expect(open.session.earlierIn24h).toHaveLength(10);
    at.clock.advance(2.1);
    expect((await fill(at, open, 6)).given).toBe(6);
    expect(valueOf(await readSession(at.as('nurse'), open.session.opening.id)).earlierIn24h).toEqual([]);
  });

  test.each([
    ['an hour', -1],
    ['a day', -DAY],
    ['a year', -YEAR],
  ])('back by %s in the middle of a session: its times never run backwards', async (_how, hours) => {
    const at = await api();
    const open = await openedSession(at);
    const { id } = open.session.opening;
    const [nurse, surgeon] = [await at.tokenOf('nurse'), await at.tokenOf('surgeon')];
    const record = async () => (await at.ask('sessions.record', injection(open), nurse)).data;
    at.clock.advance(0.2);
    await record();
    at.clock.set(hours);
    at.clock.advance(0.1);
    const mistaken = (await record()) as { readonly id: string };
    await at.ask('sessions.strikeOut', { injectionId: mistaken.id, reason: 'twice' }, nurse);
    at.clock.advance(0.1);
    await record();
    await at.ask('sessions.close', closing(id, { injectedUl: 600 }, open.lotId), nurse);
    await at.ask('sessions.sign', { sessionId: id, role: 'surgeon', pin: '2468' }, surgeon);
    const { opening: held, injections, ...ending } = valueOf(await readSession(at.as('nurse'), id));
    const times = [
      held.openedAt,
      ...injections.map(({ givenAt }) => givenAt),
      ending.closing?.closedAt ?? '',
      ending.signatures[0]?.signedAt ?? '',
    ];
    expect(times).toHaveLength(6);
    expect(times).toEqual(times.toSorted());
    const struck = injections.flatMap(({ strikeOut }) => strikeOut?.struckAt ?? []);
    expect(struck.every((moment) => moment >= (injections[1]?.givenAt ?? ''))).toBe(true);
    expect(injections.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('the audit keeps what it showed before and after, once, and every screen says so for a day', async () => {
    const at = await api();
    const changes: Change[] = [];
    at.application.onChange((change) => changes.push(change));
    const doubt = async () => (await at.ask('clinic.status')).data;
    expect(await doubt()).toMatchObject({ clockDoubt: null });
    at.clock.advance(3);
    at.clock.set(2);
    await Promise.all([doubt(), doubt(), at.ask('patients.search', { text: '' }, null), doubt()]);
    expect(await doubt()).toMatchObject({
      clockDoubt: { kind: 'set', at: '2026-11-02T14:00:00.000Z', byMs: 7_200_000 },
    });
    const rows = await changesOf(at);
    expect(rows).toMatchObject([
      {
        person_id: null,
        before: '{"clock":"2026-11-02T12:00:00.000Z"}',
        after: '{"clock":"2026-11-02T14:00:00.000Z"}',
      },
    ]);
    expect(changes).toEqual([{ topic: 'clinic', id: 'clock' }]);
    at.clock.advance(23.9);
    expect(await doubt()).toMatchObject({ clockDoubt: { kind: 'set' } });
    at.clock.advance(0.2);
    expect(await doubt()).toMatchObject({ clockDoubt: null });
  });

  test('seconds that the network puts right, and a night in which the machine slept, are no change of the clock', async () => {
    const at = await api();
    for (const hours of [0.03, -0.03, 0.02]) {
      at.clock.set(hours);
      await at.ask('clinic.status');
    }
    at.clock.advance(14);
    expect((await at.ask('clinic.status')).data).toMatchObject({ clockDoubt: null });
    expect(await changesOf(at)).toEqual([]);
  });

  test('a clock that was set back while the program did not run is said as soon as it runs', async () => {
    const at = await api();
    at.clock.advance(-5);
    const { data } = await applicationOn(at).ask('clinic.status');
    expect(data).toMatchObject({ clockDoubt: { kind: 'behind', lastAt: '2026-11-02T09:00:00.000Z' } });
  });
});

describe('midnight and the leap day', () => {
  test.each(['2026-12-31T23:50:00.000Z', '2028-02-28T23:50:00.000Z', '2028-02-29T23:50:00.000Z'])(
    'a session that is opened at %s goes on over midnight as one session',
    async (from) => {
      const at = await api();
      at.clock.advance((Date.parse(from) - Date.parse(at.clock.now)) / 3_600_000);
      const lotId = await aLot(at, { expiresOn: '2099-01-01' });
      const open = await nextSession(at, { again: await readyCase(at, LIGHT), lotId });
      expect((await fill(at, open, 10)).given).toBe(10);
      at.clock.advance(0.5);
      expect(await fill(at, open, 6)).toEqual({ given: 4, code: 'dose/over-hard-limit' });
      const { opening: held, injections } = valueOf(
        await readSession(at.as('nurse'), open.session.opening.id),
      );
      expect(held.onDate).toBe(from.slice(0, 10));
      expect(injections.map(({ number }) => number)).toEqual(Array.from({ length: 14 }, (_, n) => n + 1));
      expect(new Set(injections.map(({ givenAt }) => givenAt.slice(0, 10))).size).toBe(2);
    },
  );
});
