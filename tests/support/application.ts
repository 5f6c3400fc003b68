import type { z } from 'zod';
import { createApplication, type Application, type BugReport } from '../../electron/application.ts';
import { appRouter } from '../../electron/api/router.ts';
import type { Role } from '../../shared/domain/staff/roles.ts';
import { core, PIN, type Core } from './core.ts';

/** One procedure of the API. */
export interface Procedure {
  readonly path: string;
  readonly type: 'query' | 'mutation' | 'subscription';
  /** What its input must be; null where it takes none. */
  readonly input: z.ZodType | null;
}

interface Described {
  readonly _def: { readonly type: Procedure['type']; readonly inputs: readonly z.ZodType[] };
}

const described = appRouter._def.procedures as unknown as Readonly<Record<string, Described>>;

/** Every procedure there is, from the router itself. */
export const PROCEDURES: readonly Procedure[] = Object.entries(described).map(([path, { _def }]) => ({
  path,
  type: _def.type,
  input: _def.inputs[0] ?? null,
}));

/** What the API answers: the status, and the data or the failure. */
export interface ApiAnswer {
  readonly status: number;
  readonly data?: unknown;
  readonly failure?: { readonly code: string };
}

/** The core behind its door, as a host asks it. */
export interface ApiAtHand extends Core {
  readonly application: Application;
  readonly bugs: BugReport[];
  /** Asks as somebody who is signed in, or, without a token, as nobody. */
  ask(path: string, input?: unknown, token?: string | null): Promise<ApiAnswer>;
  tokenOf(role: Role): Promise<string>;
}

export async function api(): Promise<ApiAtHand> {
  return applicationOn(await core());
}

/** The core started anew on the same records, as after a restart of the program. */
export function applicationOn(at: Core): ApiAtHand {
  const bugs: BugReport[] = [];
  const application = createApplication({
    db: at.context.db,
    backups: {
      list: () => Promise.resolve([]),
      failure: () => null,
      make: () => Promise.reject(new Error('this test makes no backup')),
    },
    surroundings: { ...at.context, uptimeMs: () => at.clock.uptimeMs() },
    isDemo: false,
    switchClinic: () => Promise.reject(new Error('this test has one clinic')),
    reportBug: (report) => bugs.push(report),
    pins: at.context.pins,
  });
  const ask: ApiAtHand['ask'] = async (path, input, token = null) =>
    answerOf(await application.fetch(requestOf(path, input, token)));
  const tokens = new Map<Role, string>();
  const tokenOf = async (role: Role) => {
    const known =
      tokens.get(role) ?? tokenIn(await ask('auth.signIn', { personId: at.people[role].id, pin: PIN }));
    tokens.set(role, known);
    return known;
  };
  return { ...at, application, bugs, ask, tokenOf };
}

/** A request as the client makes it. */
export function requestOf(path: string, input: unknown, token: string | null): Request {
  const type = PROCEDURES.find((procedure) => procedure.path === path)?.type;
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const url = `http://local/api/trpc/${path}`;
  const body = input === undefined ? undefined : JSON.stringify(input);
  if (type === 'mutation') return new Request(url, { method: 'POST', headers, body: body ?? null });
  return new Request(body === undefined ? url : `${url}?input=${encodeURIComponent(body)}`, { headers });
}

export async function answerOf(response: Response): Promise<ApiAnswer> {
  const json: unknown = await response.json();
  const { result, error } = json as {
    result?: { data?: unknown };
    error?: { data: { failure: { code: string } } };
  };
  return error
    ? { status: response.status, failure: error.data.failure }
    : { status: response.status, data: result?.data };
}

function tokenIn({ data }: ApiAnswer): string {
  if (data && typeof data === 'object' && 'token' in data && typeof data.token === 'string')
    return data.token;
  throw new Error('nobody was signed in');
}
