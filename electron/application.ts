import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { Failure } from '../shared/contract/failure.ts';
import type { RequestContext } from './api/request-context.ts';
import { appRouter } from './api/router.ts';
import { failureOf } from './api/trpc.ts';
import type { Backups } from './services/backups.ts';
import { watchClock } from './services/clock-watch.ts';
import type { Change, Machine, PublicContext } from './services/context.ts';
import { createPins, type Pins } from './services/pins.ts';
import { createSignIns } from './services/sign-ins.ts';

/** Where the API lies below any host's address. */
export const API_PATH = '/api/trpc';
/** No request needs more: the largest is a gesture that carries over a whole map. */
export const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** What an application is made of. */
export interface ApplicationDependencies {
  readonly db: PublicContext['db'];
  readonly backups: Backups;
  readonly surroundings: Machine;
  readonly isDemo: boolean;
  readonly switchClinic: RequestContext['switchClinic'];
  /** Hears of every bug, without anything that a patient or a person wrote. */
  readonly reportBug: (report: BugReport) => void;
  readonly pins?: Pins;
}

export interface BugReport {
  /** The procedure, `patients.get`. */
  readonly procedure: string;
  /** The kind of the error and where it came from; never its message, which might quote a record. */
  readonly kind: string;
  readonly frames: readonly string[];
}

/** The core behind one `fetch`-shaped door, the same for every host. */
export interface Application {
  /** Answers a request to the API; who asks is told by the bearer token in `authorization`. */
  fetch(request: Request): Promise<Response>;
  /** Calls the listener after every commit; gives a function that ends it. */
  onChange(listener: (change: Change) => void): () => void;
}

/** Puts the core together. It opens and closes nothing: that is its owner's business. */
export function createApplication(dependencies: ApplicationDependencies): Application {
  const listeners = new Set<(change: Change) => void>();
  const signIns = createSignIns();
  const publicContext: PublicContext = {
    ...dependencies.surroundings,
    db: dependencies.db,
    pins: dependencies.pins ?? createPins(),
    announce: (change) => {
      for (const listener of listeners) listener(change);
    },
  };

  const clock = watchClock(publicContext, dependencies.surroundings);

  async function contextOf(request: Request): Promise<RequestContext> {
    await clock.look();
    const token = bearerToken(request);
    return {
      public: publicContext,
      signIns,
      backups: dependencies.backups,
      isDemo: dependencies.isDemo,
      switchClinic: dependencies.switchClinic,
      token,
      actor: token === null ? null : await signIns.personOf(publicContext, token),
    };
  }

  return {
    fetch: async (request) => {
      const bounded = await withinBounds(request);
      if (!bounded) return refusal(413, { code: 'invalid-input', issues: [{ path: '', rule: 'too_big' }] });
      return fetchRequestHandler({
        endpoint: API_PATH,
        req: bounded,
        router: appRouter,
        allowBatching: false,
        createContext: () => contextOf(bounded),
        onError: ({ error, path }) => {
          if (failureOf(error).code !== 'internal') return;
          dependencies.reportBug(bugReport(path ?? '', error.cause ?? error));
        },
      });
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function bearerToken(request: Request): string | null {
  return /^Bearer ([\w-]{1,200})$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? null;
}

/** The request with its body read, or null if it is longer than any honest one. */
async function withinBounds(request: Request): Promise<Request | null> {
  if (request.body === null) return request;
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) return null;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  const { url, method, headers, signal } = request;
  return new Request(url, { method, headers, signal, body: Buffer.concat(chunks) });
}

/** A refusal in the shape of the API's own. */
function refusal(status: number, failure: Failure): Response {
  return Response.json(
    { error: { message: failure.code, code: -32_600, data: { code: 'PAYLOAD_TOO_LARGE', failure } } },
    { status },
  );
}

/** A bug told without anything that a patient or a person wrote. */
export function bugReport(procedure: string, error: unknown): BugReport {
  if (!(error instanceof Error)) return { procedure, kind: typeof error, frames: [] };
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { procedure, kind: error.name + code, frames: frames.map((line) => line.trim()) };
}
