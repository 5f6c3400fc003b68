import { describe, expect, test } from 'vitest';
import { openBox } from '../../electron/services/sessions.ts';
import { ROLES, type Role } from '../../shared/domain/staff/roles.ts';
import { idOf, type PersonId } from '../../shared/kernel/ids.ts';
import { addDays } from '../../shared/kernel/time.ts';
import { microgramsPerMillilitre, microlitres } from '../../shared/kernel/units.ts';
import { amendment } from '../support/amendments.ts';
import { api, type ApiAtHand } from '../support/application.ts';
import { PIN, rowCounts } from '../support/core.ts';
import { valueOf } from '../support/outcome.ts';
import {
  aCase,
  aLot,
  aPatient,
  aReaction,
  assess,
  aVein,
  closing,
  draw,
  injection,
  openedSession,
  opening,
  plan,
  readyCase,
} from '../support/treatment.ts';

/** A request that must be refused, and as what. */
interface Blocked {
  readonly path: string;
  readonly input: unknown;
  readonly code: string;
  /** Who may ask this at all; everybody else is refused for the role. */
  readonly open: readonly Role[];
}

const RECORDING: readonly Role[] = ['surgeon', 'nurse'];
const OTHER_PIN = '1357';

const must = async (at: ApiAtHand, role: Role, path: string, input: unknown): Promise<unknown> => {
  const { data, failure } = await at.ask(path, input, await at.tokenOf(role));
  if (failure) throw new Error(`${path}: ${JSON.stringify(failure)}`);
  return data;
};

const record = (input: unknown, code: string): Blocked => ({
  path: 'sessions.record',
  input,
  code,
  open: RECORDING,
});

/** An open session, and one thing that is done to it or about it before somebody records. */
const inSession =
  (work: (at: ApiAtHand, open: Awaited<ReturnType<typeof openedSession>>) => Blocked | Promise<Blocked>) =>
  async (at: ApiAtHand) =>
    work(at, await openedSession(at));

/** A surgeon's word with one thing wrong about it. */
const word = (at: ApiAtHand, over: { readonly surgeonId?: PersonId; readonly pin?: string } = {}) => ({
  surgeonId: at.people.surgeon.id,
  pin: PIN,
  reason: 'needed',
  ...over,
});

/** From here on the surgeon has a PIN of her own: the one that all share would prove nothing. */
async function giveSurgeonOwnPin(at: ApiAtHand): Promise<void> {
  const { id, roles } = at.people.surgeon;
  await must(at, 'administrator', 'people.change', { personId: id, roles, active: true, pin: OTHER_PIN });
}

const overHard = { volumeUl: microlitres(9_000), volumeConfirmed: true };

const WHILE_RECORDING: Readonly<Record<string, (at: ApiAtHand) => Promise<Blocked>>> = {
  'an ampoule of a box that has expired since it was opened': inSession((at, open) => {
    at.clock.advance(24 * 366);
    return record(injection(open), 'lot/expired');
  }),
  'a box that has expired': inSession(async (at, { session }) => {
    const lotId = await aLot(at, { expiresOn: '2026-11-01' });
    const input = { sessionId: session.opening.id, lotId };
    return { path: 'sessions.openBox', input, code: 'lot/expired', open: RECORDING };
  }),
  'an ampoule of a box that was recalled since': inSession(async (at, open) => {
    await must(at, 'administrator', 'stock.recallLot', { lotId: open.lotId, reason: 'particles' });
    return record(injection(open), 'lot/recalled');
  }),
  'a box that was recalled': inSession(async (at, { session }) => {
    const lotId = await aLot(at);
    await must(at, 'nurse', 'stock.recallLot', { lotId, reason: 'particles' });
    const input = { sessionId: session.opening.id, lotId };
    return { path: 'sessions.openBox', input, code: 'lot/recalled', open: RECORDING };
  }),
  'an ampoule of a box that nobody opened': inSession(async (at, open) =>
    record(injection(open, { lotId: await aLot(at) }), 'lot/not-opened'),
  ),
  'a strength that is not on the box': inSession((_at, open) => {
    const preparation = { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(5_000) } as const;
    return record(injection(open, { preparation }), 'dose/strength-not-of-lot');
  }),
  'another strength than planned, without a reason': inSession(async (at, open) => {
    const lotId = await aLot(at, { ugPerMl: 5_000 });
    valueOf(await openBox(at.as('nurse'), { sessionId: open.session.opening.id, lotId }));
    const preparation = { form: 'liquid', strengthUgPerMl: microgramsPerMillilitre(5_000) } as const;
    return record(injection(open, { lotId, preparation }), 'dose/planned-otherwise');
  }),
  'the other leg': inSession((_at, open) => {
    const site = { leg: 'right', aspect: 'lateral', point: null } as const;
    return record(injection(open, { site }), 'session/wrong-leg');
  }),
  'a volume that looks like a slip and was not confirmed': inSession((_at, open) =>
    record(injection(open, { volumeUl: microlitres(3_000) }), 'dose/looks-like-slip'),
  ),
  'a soft limit without a reason': inSession((_at, open) =>
    record(injection(open, { volumeUl: microlitres(400) }), 'dose/reason-needed'),
  ),
  'a hard limit without a surgeon': inSession((_at, open) => {
    const input = injection(open, { volumeUl: microlitres(12_500), volumeConfirmed: true, reason: 'large' });
    return record(input, 'dose/over-hard-limit');
  }),
  'a hard limit with a wrong PIN': inSession((at, open) =>
    record(injection(open, { ...overHard, override: word(at, { pin: '0000' }) }), 'dose/override-refused'),
  ),
  'a hard limit with the PIN of somebody else': inSession(async (at, open) => {
    await giveSurgeonOwnPin(at);
    return record(injection(open, { ...overHard, override: word(at) }), 'dose/override-refused');
  }),
  'a hard limit with the word of a nurse': inSession((at, open) => {
    const override = word(at, { surgeonId: at.people.nurse.id });
    return record(injection(open, { ...overHard, override }), 'dose/override-refused');
  }),
  'a hard limit with the word of a surgeon who has left': inSession(async (at, open) => {
    const gone = await must(at, 'administrator', 'people.add', {
      name: 'gone',
      roles: ['surgeon'],
      pin: OTHER_PIN,
    });
    const { id } = gone as { readonly id: string };
    const change = { personId: id, roles: ['surgeon'], active: false, pin: null };
    await must(at, 'administrator', 'people.change', change);
    const override = word(at, { surgeonId: idOf<'person'>(id), pin: OTHER_PIN });
    return record(injection(open, { ...overHard, override }), 'not-found');
  }),
  'where somebody else has injected meanwhile': inSession(async (at, open) => {
    await must(at, 'nurse', 'sessions.record', injection(open));
    return record(injection(open, { seenInjections: 0 }), 'session/moved-on');
  }),
  'while the session is paused': inSession(async (at, open) => {
    const sessionId = open.session.opening.id;
    await must(at, 'nurse', 'recording.pause', { sessionId, reason: 'telephone' });
    return record(injection(open), 'session/paused');
  }),
  'after something serious': inSession(async (at, open) => {
    const serious = aReaction(open.session.opening.id, { kind: 'chest-tightness', grade: 'severe' });
    await must(at, 'nurse', 'recording.recordReaction', serious);
    return record(injection(open), 'session/paused');
  }),
  'going on after something serious without a surgeon': inSession(async (at, { session }) => {
    const sessionId = session.opening.id;
    const serious = aReaction(sessionId, { kind: 'chest-tightness', grade: 'severe' });
    await must(at, 'nurse', 'recording.recordReaction', serious);
    const input = { sessionId, surgeon: null };
    return { path: 'recording.resume', input, code: 'session/surgeon-needed', open: RECORDING };
  }),
  'a cap that is wider than the profile’s': inSession((at, { session }) => {
    const cap = { sessionId: session.opening.id, limitId: 'session-volume', amount: 10_001 };
    return {
      path: 'sessions.setCap',
      input: { ...cap, ...word(at) },
      code: 'dose/cap-wider',
      open: RECORDING,
    };
  }),
  'a tighter cap with the PIN of somebody else': inSession(async (at, { session }) => {
    await giveSurgeonOwnPin(at);
    const cap = { sessionId: session.opening.id, limitId: 'session-volume', amount: 5_000 };
    const code = 'dose/override-refused';
    return { path: 'sessions.setCap', input: { ...cap, ...word(at) }, code, open: RECORDING };
  }),
  'striking out twice': inSession(async (at, open) => {
    const { id } = (await must(at, 'nurse', 'sessions.record', injection(open))) as { readonly id: string };
    const input = { injectionId: id, reason: 'twice' };
    await must(at, 'nurse', 'sessions.strikeOut', input);
    return { path: 'sessions.strikeOut', input, code: 'injection/already-struck-out', open: RECORDING };
  }),
};

/** Closed with one injection; signed by those who are named. */
async function closedSession(at: ApiAtHand, ...signedBy: readonly ('nurse' | 'surgeon')[]) {
  const open = await openedSession(at);
  const sessionId = open.session.opening.id;
  const { id } = (await must(at, 'nurse', 'sessions.record', injection(open))) as { readonly id: string };
  await must(at, 'nurse', 'sessions.close', closing(sessionId, { injectedUl: 300 }, open.lotId));
  for (const role of signedBy) await must(at, role, 'sessions.sign', { sessionId, role, pin: PIN });
  return { open, sessionId, injectionId: id };
}

const AFTERWARDS: Readonly<Record<string, (at: ApiAtHand) => Promise<Blocked>>> = {
  'recording in a session that is closed': async (at) => {
    const { open } = await closedSession(at);
    return record(injection(open), 'session/locked');
  },
  'opening a box in a session that is closed': async (at) => {
    const { sessionId } = await closedSession(at);
    const input = { sessionId, lotId: await aLot(at) };
    return { path: 'sessions.openBox', input, code: 'session/locked', open: RECORDING };
  },
  'a cap for a session that is closed': async (at) => {
    const { sessionId } = await closedSession(at);
    const input = { sessionId, limitId: 'session-volume', amount: 5_000, ...word(at) };
    return { path: 'sessions.setCap', input, code: 'session/locked', open: RECORDING };
  },
  'striking out in a record that is signed': async (at) => {
    const { injectionId } = await closedSession(at, 'nurse');
    const input = { injectionId, reason: 'twice' };
    return { path: 'sessions.strikeOut', input, code: 'session/locked', open: RECORDING };
  },
  'a reaction in a record that is signed': async (at) => {
    const { sessionId } = await closedSession(at, 'surgeon');
    const input = aReaction(sessionId);
    return { path: 'recording.recordReaction', input, code: 'session/locked', open: RECORDING };
  },
  'closing twice': async (at) => {
    const { open, sessionId } = await closedSession(at);
    const input = closing(sessionId, { injectedUl: 300 }, open.lotId);
    return { path: 'sessions.close', input, code: 'session/locked', open: RECORDING };
  },
  'ampoules that do not add up, without a reason': inSession((_at, open) => {
    const input = {
      ...closing(open.session.opening.id, { injectedUl: 0 }, open.lotId),
      ampoules: [{ lotId: open.lotId, ampoulesOpened: 1, wastedUl: 1_500 }],
    };
    return { path: 'sessions.close', input, code: 'session/difference-unexplained', open: RECORDING };
  }),
  'a next session sooner than the least interval': inSession((at, open) => {
    const nextOn = addDays(at.context.today(), 2);
    const input = { ...closing(open.session.opening.id, { injectedUl: 0 }, open.lotId), nextOn };
    return { path: 'sessions.close', input, code: 'session/next-too-soon', open: RECORDING };
  }),
  'amending a record that is still open': inSession((_at, { session }) => ({
    path: 'closing.amend',
    input: amendment(session.opening.id, { remark: 'late' }),
    code: 'session/not-closed',
    open: ['surgeon'],
  })),
  'amending with a wrong PIN': async (at) => {
    const { sessionId } = await closedSession(at, 'surgeon');
    const input = amendment(sessionId, { remark: 'late', pin: '0000' });
    return { path: 'closing.amend', input, code: 'auth/wrong-pin', open: ['surgeon'] };
  },
};

const CHECKED: Readonly<Record<string, (at: ApiAtHand) => Promise<Blocked>>> = {
  'before somebody has confirmed who it is': async (at) =>
    opens({ ...opening((await readyCase(at)).caseId), identityConfirmed: false }, 'session/check-missing'),
  'before the weight of the day': async (at) =>
    opens({ ...opening((await readyCase(at)).caseId), weightG: null }, 'session/check-missing'),
  'before the questions of the day': async (at) =>
    opens({ ...opening((await readyCase(at)).caseId), answers: [] }, 'session/check-missing'),
  'without consent': async (at) => {
    const caseId = await aCase(at, await aPatient(at));
    const vein = aVein();
    await draw(at, caseId, vein);
    await assess(at, caseId);
    await plan(at, caseId, [[vein]]);
    return opens(opening(caseId), 'session/check-missing');
  },
  'a patient who is contraindicated': async (at) => {
    const { caseId } = await readyCase(at);
    const { answers, ...rest } = opening(caseId);
    const pregnant = answers.map((answer) =>
      answer.contraindicationId === 'pregnancy' ? { ...answer, present: true } : answer,
    );
    return opens({ ...rest, answers: pregnant }, 'session/contraindicated');
  },
  'a relative contraindication that nobody has accepted': async (at) => {
    const { caseId } = await readyCase(at);
    await assess(at, caseId, { diabetes: null });
    return opens(opening(caseId), 'session/acceptance-needed');
  },
  'a relative contraindication that a nurse accepts': async (at) => {
    const { caseId } = await readyCase(at);
    await assess(at, caseId, { diabetes: null });
    const acceptance = { contraindicationId: 'diabetes', ...word(at, { surgeonId: at.people.nurse.id }) };
    return opens({ ...opening(caseId), acceptances: [acceptance] }, 'forbidden');
  },
  'a relative contraindication that is accepted with the PIN of somebody else': async (at) => {
    await giveSurgeonOwnPin(at);
    const { caseId } = await readyCase(at);
    await assess(at, caseId, { diabetes: null });
    const acceptances = [{ contraindicationId: 'diabetes', ...word(at) }];
    return opens({ ...opening(caseId), acceptances }, 'auth/wrong-pin');
  },
  'the leg that is not planned': async (at) =>
    opens({ ...opening((await readyCase(at)).caseId), legs: ['right'] }, 'session/wrong-leg'),
  'what is not planned': async (at) =>
    opens({ ...opening((await readyCase(at)).caseId), number: 7 }, 'session/not-planned'),
  'a patient who has a session open': async (at) =>
    opens(opening((await openedSession(at)).caseId), 'session/already-open'),
  'a session that was held': async (at) =>
    opens(opening((await closedSession(at)).open.caseId), 'session/already-done'),
};

const opens = (input: unknown, code: string): Blocked => ({
  path: 'sessions.open',
  input,
  code,
  open: RECORDING,
});

describe.each([
  ['while it is recorded', WHILE_RECORDING],
  ['after a session', AFTERWARDS],
  ['before a session', CHECKED],
])('refused to every role, and nothing is written: %s', (_when, scenes) => {
  test.each(Object.entries(scenes))('%s', async (_name, scene) => {
    const at = await api();
    const { path, input, code, open } = await scene(at);
    const tokens = new Map<Role, string>();
    for (const role of ROLES) tokens.set(role, await tokenOf(at, role));
    const before = await countsOf(at);
    for (const role of ROLES) {
      const { failure } = await at.ask(path, input, tokens.get(role));
      expect([role, failure?.code]).toEqual([role, open.includes(role) ? code : 'forbidden']);
      // A wrong PIN makes the next one wait.
      at.clock.advance(0.1);
    }
    expect(await countsOf(at)).toEqual(before);
    expect(at.bugs).toEqual([]);
  });
});

/** The surgeon may have been given a PIN of her own meanwhile. */
async function tokenOf(at: ApiAtHand, role: Role): Promise<string> {
  const personId = at.people[role].id;
  const { data } = await at.ask('auth.signIn', { personId, pin: PIN });
  if (data && typeof data === 'object' && 'token' in data) return String(data.token);
  at.clock.advance(0.1);
  const own = await at.ask('auth.signIn', { personId, pin: OTHER_PIN });
  return (own.data as { readonly token: string }).token;
}

/** Rows of every table, but for the PINs that were tried and what the audit says of them. */
async function countsOf(at: ApiAtHand) {
  const { sign_in_attempts: _tried, audit: _all, ...counts } = await rowCounts(at.database);
  const { n } = await at.database.db
    .selectFrom('audit')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('action', '!=', 'pin/wrong')
    .executeTakeFirstOrThrow();
  return { ...counts, audit: n };
}

describe('signing', () => {
  test('a session that is still open, a second time, with a wrong PIN, with the PIN of another, in another role: refused, and nothing is written', async () => {
    const at = await api();
    const open = await openedSession(at);
    const sessionId = open.session.opening.id;
    const [nurse, surgeon] = [await at.tokenOf('nurse'), await at.tokenOf('surgeon')];
    const [clinician, administrator] = [await at.tokenOf('clinician'), await at.tokenOf('administrator')];
    const counts = await countsOf(at);
    for (const [token, role] of [
      [nurse, 'nurse'],
      [surgeon, 'surgeon'],
    ] as const) {
      const { failure } = await at.ask('sessions.sign', { sessionId, role, pin: PIN }, token);
      expect(failure?.code).toBe('session/not-closed');
    }
    expect(await countsOf(at)).toEqual(counts);
    await must(at, 'nurse', 'sessions.close', closing(sessionId, { injectedUl: 0 }, open.lotId));
    await must(at, 'nurse', 'sessions.sign', { sessionId, role: 'nurse', pin: PIN });
    await giveSurgeonOwnPin(at);
    const closed = await countsOf(at);
    const asked = [
      [nurse, 'nurse', PIN, 'session/already-signed'],
      [nurse, 'surgeon', PIN, 'forbidden'],
      [clinician, 'surgeon', PIN, 'forbidden'],
      [administrator, 'nurse', PIN, 'forbidden'],
      [surgeon, 'surgeon', '0000', 'auth/wrong-pin'],
      [surgeon, 'surgeon', PIN, 'auth/wrong-pin'],
    ] as const;
    for (const [token, role, pin, code] of asked) {
      const { failure } = await at.ask('sessions.sign', { sessionId, role, pin }, token);
      expect([role, pin, failure?.code]).toEqual([role, pin, code]);
      at.clock.advance(0.1);
    }
    expect(await countsOf(at)).toEqual(closed);
    await must(at, 'surgeon', 'sessions.sign', { sessionId, role: 'surgeon', pin: OTHER_PIN });
  });

  test('somebody who has left can neither sign in nor go on with what was begun', async () => {
    const at = await api();
    const open = await openedSession(at);
    const nurse = await at.tokenOf('nurse');
    const change = { personId: at.people.nurse.id, roles: ['nurse'], active: false, pin: null };
    await must(at, 'administrator', 'people.change', change);
    const counts = await countsOf(at);
    expect((await at.ask('sessions.record', injection(open), nurse)).failure?.code).toBe('not-signed-in');
    const signIn = { personId: at.people.nurse.id, pin: PIN };
    expect((await at.ask('auth.signIn', signIn)).failure?.code).toBe('not-found');
    expect(await countsOf(at)).toEqual(counts);
  });
});
