import { randomBytes, timingSafeEqual } from 'node:crypto';
import { serve } from 'srvx';
import { API_PATH, MAX_BODY_BYTES } from './application.ts';
import { changeStream } from './change-stream.ts';
import type { Clinics } from './clinics.ts';
import { securityHeaders } from './content-security.ts';
import { serveRenderer } from './static-renderer.ts';
import { refusalText } from './start-up-text.ts';

const ADDRESS = '127.0.0.1';

export interface WebHostOptions {
  readonly clinics: Pick<Clinics, 'fetch' | 'onChange'>;
  readonly rendererFolder: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface WebHost {
  /** Opens the app once: the token in it is traded for a cookie. */
  readonly startUrl: string;
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves the app to browsers of this machine alone. The token of the start address is good for one use; it becomes a
 * cookie, without which nothing is answered. Other names of this machine and pages from elsewhere are refused. Throws where
 * the port cannot be had.
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const token = randomBytes(32).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  let isTokenUsed = false;
  let authority = '';

  const server = serve({
    port: options.port,
    hostname: ADDRESS,
    silent: true,
    gracefulShutdown: false,
    maxRequestBodySize: MAX_BODY_BYTES + 1,
    fetch: (request) => answer(request),
  });
  await server.ready();
  const { port } = new URL(server.url ?? '');
  authority = `${ADDRESS}:${port}`;
  const origin = `http://${authority}`;
  // Cookies do not tell ports apart: two hosts on one machine must not overwrite each other's.
  const cookieName = `phleboplan-${port}`;

  async function answer(request: Request): Promise<Response> {
    if (request.headers.get('host') !== authority) return refused('wrong-host');
    if (isFromElsewhere(request, origin)) return refused('wrong-origin');
    const url = new URL(request.url);
    const isKnown = matches(cookieOf(request, cookieName), secret);
    const offered = url.pathname === '/' ? url.searchParams.get('token') : null;
    if (offered !== null && request.method === 'GET') return admit(offered, isKnown);
    if (!isKnown) return refused('no-cookie');
    if (url.pathname.startsWith(`${API_PATH}/`)) return options.clinics.fetch(request);
    if (url.pathname === '/api/changes' && request.method === 'GET')
      return changeStream(options.clinics, request);
    return serveRenderer({ folder: options.rendererFolder, request });
  }

  function admit(offered: string, isKnown: boolean): Response {
    if (isKnown) return redirectHome({});
    if (isTokenUsed || !matches(offered, token)) return refused('used-token');
    isTokenUsed = true;
    return redirectHome({ 'set-cookie': `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/` });
  }

  return {
    startUrl: `${origin}/?token=${token}`,
    origin,
    close: () => server.close(true),
  };
}

/** Browsers say where a request comes from; what says nothing is no browser, and still needs the cookie. */
function isFromElsewhere(request: Request, origin: string): boolean {
  const from = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (from !== null) return from !== origin;
  return site !== null && site !== 'same-origin' && site !== 'none';
}

function cookieOf(request: Request, name: string): string | null {
  const cookies = (request.headers.get('cookie') ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}

function matches(offered: string | null, expected: string): boolean {
  if (offered === null) return false;
  const [a, b] = [Buffer.from(offered), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function redirectHome(headers: Record<string, string>): Response {
  return new Response(null, {
    status: 303,
    headers: { ...securityHeaders, location: '/', 'cache-control': 'no-store', ...headers },
  });
}

function refused(because: Parameters<typeof refusalText>[0]): Response {
  return new Response(refusalText(because), {
    status: 403,
    headers: { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
