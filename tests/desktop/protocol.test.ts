import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveScheme } from '../../electron/desktop/protocol.ts';
import { protocol, resetElectron } from '../support/electron.ts';
import { startShell } from './started.ts';

let folder: string;

beforeAll(async () => {
  const top = await mkdtemp(join(tmpdir(), 'phleboplan-renderer-'));
  folder = join(top, 'renderer');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(top, 'secret.txt'), 'patient data');
  await writeFile(
    join(folder, 'index.html'),
    '<meta property="csp-nonce" nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__" src="/assets/app-1a2b.js"></script>',
  );
  await writeFile(join(folder, 'assets/app-1a2b.js'), 'export {};');
  await writeFile(join(folder, '.hidden'), 'hidden');
  resetElectron();
  serveScheme(folder);
});
afterAll(() => rm(join(folder, '..'), { recursive: true }));

function get(url: string, init?: RequestInit): Promise<Response> {
  const handler = protocol.handlers.get('app');
  return handler ? Promise.resolve(handler(new Request(url, init))) : expect.unreachable('nothing is served');
}

describe('app://phleboplan/', () => {
  test('is a secure standard scheme that is not let past the content security policy', async () => {
    await startShell();
    expect(protocol.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
    resetElectron();
    serveScheme(folder);
  });

  test('answers with a policy that allows nothing inline but the styles of this answer', async () => {
    const response = await get('app://phleboplan/');
    const policy = response.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(nonce).toMatch(/^[\w+/=]{20,}$/);
    expect(policy).toBe(
      `default-src 'none'; script-src 'self'; style-src-elem 'self' 'nonce-${nonce}'; style-src-attr 'none'; ` +
        "font-src 'self'; img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    const html = await response.text();
    expect(html).not.toContain('__CSP_NONCE__');
    expect(html.split(`nonce="${nonce}"`)).toHaveLength(3);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('gives every answer a nonce of its own', async () => {
    const policies = await Promise.all(
      [1, 2, 3].map(async () => (await get('app://phleboplan/')).headers.get('content-security-policy')),
    );
    expect(new Set(policies).size).toBe(3);
  });

  test.each(['/index.html', '/patients/4/map', '/patients/4/map/', '/today?search=a.b'])(
    'serves the page at the deep address %s',
    async (path) => {
      const response = await get(`app://phleboplan${path}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    },
  );

  test('serves hashed files for ever and with their own type', async () => {
    const response = await get('app://phleboplan/assets/app-1a2b.js');
    expect(await response.text()).toBe('export {};');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('does not pass a page off as a file that is missing', async () => {
    expect((await get('app://phleboplan/assets/gone-9f.js')).status).toBe(404);
  });

  test.each([
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%2e%2e%5csecret.txt',
    '//%2e%2e/secret.txt',
    '/.hidden',
    '/assets/%2ehidden',
    '/index.html%00.js',
    '/%zz',
    '/C:%5cwindows%5cwin.ini',
  ])('refuses %s', async (path) => {
    const response = await get(`app://phleboplan${path}`);
    expect([400, 404]).toContain(response.status);
    expect(await response.text()).toBe('');
  });

  test('keeps dots in the path inside the folder', async () => {
    const response = await get('app://phleboplan/assets/../../secret.txt');
    expect(response.status).toBe(404);
  });

  test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('refuses %s', async (method) => {
    const response = await get('app://phleboplan/', { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET');
  });

  test.each([
    'app://example.invalid/',
    'app://phleboplan.example.invalid/index.html',
    'app://phleboplan:81/',
  ])('serves nothing under %s', async (url) => {
    expect((await get(url)).status).toBe(404);
  });
});
