import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { answerOf, PROCEDURES, type ApiAnswer } from './application.ts';

const serve = resolve(import.meta.dirname, '../../electron/serve.ts');

/** The program as somebody starts it, in a process of its own. */
export interface Served {
  readonly child: ChildProcess;
  readonly startUrl: string;
  /** Asks the API over HTTP, with the cookie and, once signed in, the token. */
  ask(path: string, input?: unknown): Promise<ApiAnswer>;
  signIn(personId: string, pin: string): Promise<void>;
  /** Sends a signal and waits for the end; gives the exit code, or null if the signal ended it. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts the program and lets one client in. */
export async function served(...options: readonly string[]): Promise<Served> {
  const child = spawn(process.execPath, [serve, '--no-open', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const startUrl = await addressIn(child);
  const { origin } = new URL(startUrl);
  const entered = await fetch(startUrl, { redirect: 'manual' });
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  let token: string | null = null;

  const ask = async (path: string, input?: unknown): Promise<ApiAnswer> => {
    const headers = {
      cookie,
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const body = input === undefined ? null : JSON.stringify(input);
    const isMutation = PROCEDURES.find((procedure) => procedure.path === path)?.type === 'mutation';
    const query = !isMutation && body !== null ? `?input=${encodeURIComponent(body)}` : '';
    const url = `${origin}/api/trpc/${path}${query}`;
    return answerOf(await fetch(url, isMutation ? { method: 'POST', headers, body } : { headers }));
  };
  return {
    child,
    startUrl,
    ask,
    signIn: async (personId, pin) => {
      const { data } = await ask('auth.signIn', { personId, pin });
      token = textAt(data, 'token');
    },
    stop: async (signal) => {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

async function addressIn(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the output is not piped');
  for await (const line of createInterface({ input: child.stdout })) {
    const [, address] = /^Phleboplan is ready: (\S+)$/.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error('the program ended before it was ready');
}

/** A text in an answer. */
export function textAt(data: unknown, key: string): string {
  const value =
    data !== null && typeof data === 'object' && key in data ? data[key as keyof typeof data] : null;
  if (typeof value !== 'string') throw new Error(`no ${key} in the answer`);
  return value;
}
