import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openClinics } from '../../electron/clinics.ts';
import { fileKeyStore } from '../../electron/storage/file-key-store.ts';
import { startWebHost, type WebHost } from '../../electron/web-host.ts';
import { valueOf } from '../db/temporary-database.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';

async function host(): Promise<WebHost> {
  const folder = temporaryFolder();
  const rendererFolder = join(folder, 'renderer');
  await mkdir(rendererFolder);
  await writeFile(join(rendererFolder, 'index.html'), '<title>Phleboplan</title>');
  const clinics = valueOf(
    await openClinics({ folder: join(folder, 'data'), startInDemo: false, keyStoreFor: fileKeyStore }),
  );
  const started = await startWebHost({ clinics, rendererFolder, port: 0 });
  onTestFinished(async () => {
    await started.close();
    await clinics.close();
  });
  return started;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** A request with exactly these headers: `fetch` would not let us lie about the host. */
function ask(
  url: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

async function letIn(at: WebHost): Promise<string> {
  const { headers } = await ask(at.startUrl);
  const [cookie] = headers['set-cookie'] ?? [];
  if (!cookie) throw new Error('no cookie was given');
  return cookie.split(';')[0] ?? '';
}

const setUp = JSON.stringify({
  clinicName: 'Harbour Vein Clinic',
  administrator: { name: 'Ann', pin: '2468', alsoRoles: [] },
  profileId: 'strictest',
});

describe('the local web host', () => {
  test('listens on this machine alone', async () => {
    expect((await host()).origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test('trades the token of the start address for a cookie that scripts cannot read, and goes to the start page', async () => {
    const at = await host();
    const { status, headers } = await ask(at.startUrl);
    expect([status, headers['location']]).toEqual([303, '/']);
    expect(headers['set-cookie']).toHaveLength(1);
    expect(headers['set-cookie']?.[0]).toMatch(
      /^phleboplan-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
    expect(headers['set-cookie']?.[0]).not.toContain(new URL(at.startUrl).searchParams.get('token'));
  });

  test('with the cookie the page loads, and loads again', async () => {
    const at = await host();
    const cookie = await letIn(at);
    for (const path of ['/', '/patients/7/map']) {
      const { status, text } = await ask(at.origin + path, { headers: { cookie } });
      expect([status, text]).toEqual([200, '<title>Phleboplan</title>']);
    }
    expect((await ask(at.startUrl, { headers: { cookie } })).status).toBe(303);
  });

  test('the same start address does not let a second browser in, and says so in a sentence', async () => {
    const at = await host();
    await letIn(at);
    const { status, text, headers } = await ask(at.startUrl);
    expect([status, headers['set-cookie']]).toEqual([403, undefined]);
    expect(text).toMatch(/works once/);
  });

  test('a token that was made up does not use up the real one', async () => {
    const at = await host();
    expect((await ask(`${at.origin}/?token=${'a'.repeat(43)}`)).status).toBe(403);
    expect((await ask(`${at.origin}/?token=`)).status).toBe(403);
    expect((await ask(at.startUrl)).status).toBe(303);
  });

  test('without the cookie nothing is answered, on any path, by any method', async () => {
    const at = await host();
    for (const path of ['/', '/index.html', '/api/trpc/clinic.status', '/api/changes', '/../key']) {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS']) {
        const { status } = await ask(at.origin + path, { method });
        expect([method, path, status]).toEqual([method, path, 403]);
      }
    }
    const wrong = { cookie: `${(await letIn(at)).split('=')[0] ?? ''}=${'a'.repeat(43)}` };
    const headers = { ...wrong, 'content-type': 'application/json' };
    const call = { method: 'POST', headers, body: setUp };
    expect((await ask(`${at.origin}/api/trpc/clinic.setUp`, call)).status).toBe(403);
  });

  test('another name for this machine is refused, even with the cookie: it may be a page that rebound its name', async () => {
    const at = await host();
    const cookie = await letIn(at);
    const { port } = new URL(at.origin);
    for (const name of [
      'attacker.example',
      `attacker.example:${port}`,
      `localhost:${port}`,
      '127.0.0.1',
      `127.0.0.1:1`,
    ]) {
      const { status } = await ask(at.origin, { headers: { cookie, host: name } });
      expect([name, status]).toEqual([name, 403]);
    }
  });

  test('pages from elsewhere are refused, even with the cookie', async () => {
    const at = await host();
    const cookie = await letIn(at);
    const call = async (more: Record<string, string>) =>
      ask(`${at.origin}/api/trpc/clinic.setUp`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', ...more },
        body: setUp,
      });
    const { port } = new URL(at.origin);
    for (const origin of [
      'http://attacker.example',
      'null',
      `http://localhost:${port}`,
      'http://127.0.0.1:1',
      `https://127.0.0.1:${port}`,
    ]) {
      expect([origin, (await call({ origin })).status]).toEqual([origin, 403]);
    }
    for (const site of ['cross-site', 'same-site']) {
      expect([site, (await call({ 'sec-fetch-site': site })).status]).toEqual([site, 403]);
    }
    expect((await call({ origin: at.origin, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  test('a start address that is followed from another page is refused and stays good', async () => {
    const at = await host();
    const lured = await ask(at.startUrl, { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(lured.status).toBe(403);
    expect((await ask(at.startUrl, { headers: { 'sec-fetch-site': 'none' } })).status).toBe(303);
  });

  test('tells every open page of a change, and never what it was', async () => {
    const at = await host();
    const cookie = await letIn(at);
    const stream = await fetch(`${at.origin}/api/changes`, { headers: { cookie } });
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await ask(`${at.origin}/api/trpc/clinic.setUp`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: setUp,
    });
    let heard = '';
    while (!heard.includes('data:')) heard += (await reader?.read())?.value ?? '';
    expect(heard).toContain('data: {"topic":"clinic","id":"1"}\n\n');
    await reader?.cancel();
  });

  test('a page that reads the changes does not keep the program from stopping', async () => {
    const at = await host();
    const cookie = await letIn(at);
    const stream = await fetch(`${at.origin}/api/changes`, { headers: { cookie } });
    await at.close();
    await expect(stream.text()).rejects.toThrow();
  });
});
