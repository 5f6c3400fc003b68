import { describe, expect, onTestFinished, test } from 'vitest';
import { closeSession, openBox, openSession, readSession } from '../../../electron/services/sessions.ts';
import { startWebHost } from '../../../electron/web-host.ts';
import type { RecordInjection } from '../../../shared/contract/session.ts';
import { massOf } from '../../../shared/domain/dose/arithmetic.ts';
import { grams, microlitres } from '../../../shared/kernel/units.ts';
import { answerOf, api, requestOf, type ApiAnswer, type ApiAtHand } from '../../support/application.ts';
import { PIN } from '../../support/core.ts';
import { valueOf } from '../../support/outcome.ts';
import { aLot, closing, injection, openedSession, opening, readyCase } from '../../support/treatment.ts';

/** How somebody asks to record an injection, over whatever carries it. */
type Recorder = (input: RecordInjection) => Promise<ApiAnswer>;

/** Two people at two windows of one clinic. */
async function twoWindows(at: ApiAtHand): Promise<readonly [Recorder, Recorder]> {
  const tokens = [await at.tokenOf('nurse'), await at.tokenOf('surgeon')] as const;
  const recorder =
    (token: string): Recorder =>
    (input) =>
      at.ask('sessions.record', input, token);
  return [recorder(tokens[0]), recorder(tokens[1])];
}

/** The same two behind the local web host, over real connections. */
async function twoBrowsers(at: ApiAtHand): Promise<readonly [Recorder, Recorder]> {
  const host = await startWebHost({ clinics: at.application, rendererFolder: '/nowhere', port: 0 });
  onTestFinished(() => host.close());
  const entered = await fetch(host.startUrl, { redirect: 'manual' });
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const recorder =
    (token: string): Recorder =>
    async (input) => {
      const asked = requestOf('sessions.record', input, token);
      const headers = { ...Object.fromEntries(asked.headers), cookie };
      const { pathname } = new URL(asked.url);
      const sent = { method: 'POST', headers, body: await asked.text() };
      return answerOf(await fetch(`${host.origin}${pathname}`, sent));
    };
  return [recorder(await at.tokenOf('nurse')), recorder(await at.tokenOf('surgeon'))];
}

const WAYS = [
  ['through the application', twoWindows],
  ['over the web host', twoBrowsers],
] as const;

/** All of them at the same moment, by turns from either window; the codes of what was refused. */
async function atOnce(
  [one, other]: readonly [Recorder, Recorder],
  inputs: readonly RecordInjection[],
): Promise<{ readonly given: number; readonly refused: readonly (string | undefined)[] }> {
  const answers = await Promise.all(inputs.map((input, n) => (n % 2 === 0 ? one : other)(input)));
  const refused = answers.filter(({ failure }) => failure !== undefined).map(({ failure }) => failure?.code);
  return { given: answers.length - refused.length, refused };
}

const times = <T>(count: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, n) => make(n));

// 21 kg: 42 mg in 24 hours, which is 14 injections of 3 mg.
const LIGHT = { weightG: grams(21_000) };

describe.each(WAYS)('many requests at the same moment from two people, %s', (_way, windowsOf) => {
  test('40 where there is room for 7: 7 are given, the numbers have no gap, and nothing is over the limit', async () => {
    const at = await api();
    const open = await openedSession(at, LIGHT);
    const windows = await windowsOf(at);
    await atOnce(
      windows,
      times(7, () => injection(open)),
    );
    const { given, refused } = await atOnce(
      windows,
      times(40, () => injection(open)),
    );
    expect(given).toBe(7);
    expect(new Set(refused)).toEqual(new Set(['dose/over-hard-limit']));
    const view = valueOf(await readSession(at.as('nurse'), open.session.opening.id));
    expect(view.injections.map(({ number }) => number)).toEqual(times(14, (n) => n + 1));
    expect(view.injections.reduce((sum, { dose }) => sum + massOf(dose), 0)).toBe(42_000);
    for (const { assessment, override } of view.injections) {
      expect([assessment.verdict === 'hard', override]).toEqual([false, null]);
    }
    expect(at.bugs).toEqual([]);
  });

  test('200 by turns, ten at a moment: exactly those that were acknowledged, numbered without a gap, none twice', async () => {
    const at = await api();
    const open = await openedSession(at, { weightG: grams(90_000) });
    const windows = await windowsOf(at);
    const inputs = times(200, () => injection(open, { volumeUl: microlitres(50) }));
    for (let from = 0; from < inputs.length; from += 10) {
      const few = inputs.slice(from, from + 10);
      expect(await atOnce(windows, few)).toEqual({ given: 10, refused: [] });
    }
    const { injections } = valueOf(await readSession(at.as('nurse'), open.session.opening.id));
    expect(injections.map(({ number }) => number)).toEqual(times(200, (n) => n + 1));
    expect(injections.map(({ id }) => id).toSorted()).toEqual(
      inputs.map(({ injectionId }) => injectionId).toSorted(),
    );
    expect(injections.reduce((sum, { dose }) => sum + dose.volumeUl, 0)).toBe(10_000);
    expect(new Set(injections.map(({ givenBy }) => givenBy)).size).toBe(2);
  });

  test('without a reason none passes a soft limit; the same request ten times counts once', async () => {
    const at = await api();
    const open = await openedSession(at);
    const windows = await windowsOf(at);
    const soft = { volumeUl: microlitres(400) };
    const without = await atOnce(
      windows,
      times(10, () => injection(open, soft)),
    );
    expect(without).toEqual({ given: 0, refused: times(10, () => 'dose/reason-needed') });
    const same = injection(open, { ...soft, reason: 'long feeder' });
    expect(
      (
        await atOnce(
          windows,
          times(10, () => same),
        )
      ).given,
    ).toBe(10);
    const { injections } = valueOf(await readSession(at.as('nurse'), open.session.opening.id));
    expect(injections).toHaveLength(1);
  });

  test('none comes from a box that has expired, nor looks like a slip that nobody has confirmed', async () => {
    const at = await api();
    const open = await openedSession(at);
    const { id } = open.session.opening;
    const lotId = await aLot(at, { expiresOn: at.context.today() });
    valueOf(await openBox(at.as('nurse'), { sessionId: id, lotId }));
    const windows = await windowsOf(at);
    const slips = await atOnce(
      windows,
      times(10, () => injection(open, { volumeUl: microlitres(3_000) })),
    );
    expect(slips).toEqual({ given: 0, refused: times(10, () => 'dose/looks-like-slip') });
    at.clock.advance(24);
    const expired = await atOnce(
      windows,
      times(10, (n) => injection(open, n % 2 === 0 ? { lotId } : {})),
    );
    expect(expired).toEqual({ given: 5, refused: times(5, () => 'lot/expired') });
  });
});

describe('many requests at the same moment', () => {
  test('in a session some hours after that of another case, 24 hours are counted over both', async () => {
    const at = await api();
    const first = await openedSession(at, LIGHT);
    const windows = await twoWindows(at);
    expect(
      (
        await atOnce(
          windows,
          times(10, () => injection(first)),
        )
      ).given,
    ).toBe(10);
    const { id } = first.session.opening;
    valueOf(await closeSession(at.as('nurse'), closing(id, { injectedUl: 3_000 }, first.lotId)));
    at.clock.advance(3);
    const again = await readyCase(at, LIGHT, first.patientId);
    const session = valueOf(await openSession(at.as('nurse'), opening(again.caseId, LIGHT)));
    valueOf(await openBox(at.as('nurse'), { sessionId: session.opening.id, lotId: first.lotId }));
    const second = { ...again, session, lotId: first.lotId };
    const { given, refused } = await atOnce(
      windows,
      times(20, () => injection(second)),
    );
    expect(given).toBe(4);
    expect(new Set(refused)).toEqual(new Set(['dose/over-hard-limit']));
  });

  test('with a surgeon’s word those are over the limit that carry it, and no other', async () => {
    const at = await api();
    const open = await openedSession(at, LIGHT);
    const windows = await twoWindows(at);
    await atOnce(
      windows,
      times(14, () => injection(open)),
    );
    const override = { surgeonId: at.people.surgeon.id, pin: PIN, reason: 'finish the vein' };
    const inputs = times(12, (n) => injection(open, n < 3 ? { override } : {}));
    const { given } = await atOnce(windows, inputs);
    expect(given).toBe(3);
    const { injections } = valueOf(await readSession(at.as('nurse'), open.session.opening.id));
    const over = injections.filter(({ assessment }) => assessment.verdict === 'hard');
    expect(over).toHaveLength(3);
    expect(over.every((each) => each.override?.surgeonId === at.people.surgeon.id)).toBe(true);
  });

  test('tighter limits that are set meanwhile hold for every injection after them', async () => {
    const at = await api();
    const open = await openedSession(at);
    const { id } = open.session.opening;
    const windows = await twoWindows(at);
    const cap = { sessionId: id, limitId: 'session-volume', amount: 1_500, surgeonId: at.people.surgeon.id };
    const setCap = at.ask(
      'sessions.setCap',
      { ...cap, pin: PIN, reason: 'frail' },
      await at.tokenOf('nurse'),
    );
    await Promise.all([
      setCap,
      atOnce(
        windows,
        times(30, () => injection(open)),
      ),
    ]);
    const { injections, tighterCaps } = valueOf(await readSession(at.as('nurse'), id));
    expect(tighterCaps).toHaveLength(1);
    const capped = injections.filter(({ assessment }) =>
      assessment.gauges.some(({ limit, cap: most }) => limit.id === 'session-volume' && most === 1_500),
    );
    for (const { assessment } of capped) expect(assessment.verdict).not.toBe('hard');
    const next = await atOnce(windows, [injection(open), injection(open)]);
    const givenUl = injections.reduce((sum, { dose }) => sum + dose.volumeUl, 0);
    expect(next.given).toBe(Math.max(0, Math.min(2, Math.floor((1_500 - givenUl) / 300))));
  });

  test('two people cannot both open a session of one patient', async () => {
    const at = await api();
    const ready = await readyCase(at);
    const tokens = [await at.tokenOf('nurse'), await at.tokenOf('surgeon')];
    const asked = times(8, (n) => at.ask('sessions.open', opening(ready.caseId), tokens[n % 2] ?? null));
    const answers = await Promise.all(asked);
    expect(answers.filter(({ failure }) => failure === undefined)).toHaveLength(1);
    expect(new Set(answers.flatMap(({ failure }) => failure?.code ?? []))).toEqual(
      new Set(['session/already-open']),
    );
  });
});
