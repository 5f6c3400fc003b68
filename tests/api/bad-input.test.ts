import { describe, expect, test } from 'vitest';
import { answerOf, api, PROCEDURES, requestOf } from '../support/application.ts';
import { rowCounts } from '../support/core.ts';
import { spoiled } from '../support/spoiled.ts';
import { validInputs } from '../support/valid-inputs.ts';

const TAKING_INPUT = PROCEDURES.filter(({ input }) => input !== null);

/** Who may do most of it, so that the input is what is refused. */
function roleFor(path: string): 'administrator' | 'surgeon' {
  if (/^(people|profiles\.choose|backups|clinic\.setLock|day\.(add|change)Room)/.test(path))
    return 'administrator';
  return 'surgeon';
}

describe('bad input at every procedure', () => {
  test('there is a fitting input for every procedure that takes one', async () => {
    const inputs = await validInputs(await api());
    expect(Object.keys(inputs).toSorted()).toEqual(TAKING_INPUT.map(({ path }) => path).toSorted());
    for (const { path, input } of TAKING_INPUT) {
      expect([path, input?.safeParse(inputs[path]).error?.issues]).toEqual([path, undefined]);
    }
  });

  test.each(TAKING_INPUT.map(({ path }) => path))('%s refuses it and writes nothing', async (path) => {
    const at = await api();
    const inputs = await validInputs(at);
    const token = await at.tokenOf(roleFor(path));
    const counts = await rowCounts(at.database);
    const faults = spoiled(inputs[path]);
    expect(faults.length).toBeGreaterThan(8);
    for (const { fault, input } of faults) {
      const answer = await at.ask(path, input, token);
      expect([fault, answer.status, answer.failure?.code]).toEqual([fault, 400, 'invalid-input']);
    }
    expect(await rowCounts(at.database)).toEqual(counts);
    expect(at.bugs).toEqual([]);
  });

  test('null where a number or a text must be, which is what NaN and Infinity turn into', async () => {
    const at = await api();
    const inputs = await validInputs(at);
    const tokens = { surgeon: await at.tokenOf('surgeon'), administrator: await at.tokenOf('administrator') };
    const counts = await rowCounts(at.database);
    for (const { path, input } of TAKING_INPUT) {
      const token = tokens[roleFor(path)];
      const fitting = inputs[path];
      if (fitting === null || typeof fitting !== 'object' || !input) throw new Error(`no input for ${path}`);
      for (const key of Object.keys(fitting)) {
        const spoiledInput = { ...fitting, [key]: null };
        // Null has a meaning of its own in some fields.
        if (input.safeParse(spoiledInput).success) continue;
        const { failure } = await at.ask(path, spoiledInput, token);
        expect([path, key, failure]).toMatchObject([path, key, { code: 'invalid-input' }]);
      }
    }
    expect(await rowCounts(at.database)).toEqual(counts);
  });

  test('names the field and the rule', async () => {
    const at = await api();
    const inputs = await validInputs(at);
    const record = inputs['sessions.record'];
    if (!record || typeof record !== 'object') throw new Error('no input');
    const answer = await at.ask('sessions.record', { ...record, volumeUl: 0.5 }, await at.tokenOf('nurse'));
    expect(answer.failure).toEqual({
      code: 'invalid-input',
      issues: [{ path: 'volumeUl', rule: 'invalid_type' }],
    });
  });
});

describe('requests that are no requests', () => {
  const postAs =
    (token: string) =>
    (body: string, headers: Record<string, string> = {}) =>
      new Request('http://local/api/trpc/patients.create', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
        body,
      });

  test('are refused without a word of what went wrong inside', async () => {
    const at = await api();
    const token = await at.tokenOf('nurse');
    const post = postAs(token);
    const counts = await rowCounts(at.database);
    const requests = [
      post('not json'),
      post('{"recordNumber":'),
      post(''),
      post('[[[[[[[[' + '['.repeat(50_000)),
      post('{"__proto__":{"admin":true}}'),
      post('{}', { 'content-type': 'text/plain' }),
      new Request('http://local/api/trpc/patients.create', { headers: { authorization: `Bearer ${token}` } }),
      new Request('http://local/api/trpc/patients.create,patients.create?batch=1', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"0":{},"1":{}}',
      }),
      new Request('http://local/api/trpc/patients.get?input=%7Bbroken', {
        headers: { authorization: `Bearer ${token}` },
      }),
    ];
    for (const [n, request] of requests.entries()) {
      const response = await at.application.fetch(request);
      const text = await response.clone().text();
      expect([n, response.status >= 400 && response.status < 500]).toEqual([n, true]);
      expect((await answerOf(response)).failure?.code, String(n)).toBe('invalid-input');
      expect(text).not.toMatch(/ at |node:|SyntaxError|JSON/);
    }
    expect(await rowCounts(at.database)).toEqual(counts);
  });

  test('a body longer than any honest one is not even read to its end', async () => {
    const at = await api();
    const token = await at.tokenOf('nurse');
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(new Uint8Array(1024 * 1024).fill(0x78));
      },
    });
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: endless,
      duplex: 'half',
    };
    const request = new Request('http://local/api/trpc/patients.create', init);
    const response = await at.application.fetch(request);
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(40);
  });

  test('an unknown procedure is not found', async () => {
    const at = await api();
    const response = await at.application.fetch(requestOf('patients.destroy', undefined, null));
    expect(response.status).toBe(404);
    expect((await answerOf(response)).failure).toEqual({ code: 'not-found', what: 'procedure' });
  });
});
