import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, resolve, sep } from 'node:path';
import { contentSecurityPolicy, cspNoncePlaceholder, securityHeaders } from './content-security.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * Answers a request for the built renderer in `folder`: GET alone, nothing outside the folder, `index.html` for the deep
 * addresses of the app, and for every page a content security policy with a nonce of its own.
 */
export async function serveRenderer(input: {
  readonly folder: string;
  readonly request: Request;
}): Promise<Response> {
  if (input.request.method !== 'GET') return refusal(405, { allow: 'GET' });
  const path = pathWithin(input.folder, new URL(input.request.url).pathname);
  if (path === null) return refusal(400);
  if (extname(path) === '' || path === 'index.html') return page(input.folder);
  const content = await readOrNull(join(input.folder, path));
  if (content === null) return refusal(404);
  return new Response(content, {
    headers: {
      ...securityHeaders,
      'content-type': contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream',
      'cache-control': isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  });
}

async function page(folder: string): Promise<Response> {
  const html = await readOrNull(join(folder, 'index.html'));
  if (html === null) return refusal(404);
  const nonce = randomBytes(18).toString('base64');
  return new Response(new TextDecoder().decode(html).replaceAll(cspNoncePlaceholder, nonce), {
    headers: {
      ...securityHeaders,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(nonce),
      'cache-control': 'no-store',
    },
  });
}

/** The address as a path inside the folder, '' for the folder itself; null if it would leave it or hides something. */
function pathWithin(folder: string, address: string): string | null {
  const decoded = decodedOrNull(address);
  if (decoded === null || /[\0\\]/.test(decoded)) return null;
  const path = relative(resolve(folder), resolve(folder, `.${decoded}`));
  const parts = path.split(sep);
  return parts.some((part) => part.startsWith('.')) || /^([a-z]:|[\\/])/i.test(path) ? null : path;
}

function decodedOrNull(address: string): string | null {
  try {
    return decodeURIComponent(address);
  } catch {
    return null;
  }
}

/** Vite writes the hash of the content into the names under assets/, so that they never change. */
const isHashed = (path: string) => path.split(sep)[0] === 'assets';

async function readOrNull(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'EISDIR', 'ENOTDIR'].includes(String(error.code))
    )
      return null;
    throw error;
  }
}

const refusal = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers: { ...securityHeaders, ...headers } });
