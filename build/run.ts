import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { resolve } from 'node:path';

/** The top of the project. */
export const root = resolve(import.meta.dirname, '..');

export interface Outcome {
  /** The exit code; 1 where the program could not be started, ran out of time or fell to a signal. */
  readonly code: number;
  /** What it wrote, where that was asked for. */
  readonly output: string;
  readonly timedOut: boolean;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Keep what it writes instead of showing it. */
  readonly quiet?: boolean;
  readonly timeoutMs?: number;
}

/** Runs a program in the project until it ends. SIGINT and SIGTERM go through to it; once it has stopped, this process ends too. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return new Promise((settle) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...options.env },
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    let timedOut = false;
    const keep = (chunk: Buffer) => (output += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const timer = setTimeout(
      () => {
        timedOut = true;
        child.kill();
      },
      options.timeoutMs ?? 2 ** 31 - 1,
    );
    let stoppedBy: NodeJS.Signals | null = null;
    // A terminal sends Ctrl-C to the child as well; passing it on would make it two.
    const pass = (signal: NodeJS.Signals) => {
      stoppedBy = signal;
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    process.on('SIGINT', pass).on('SIGTERM', pass);
    const settled = (code: number) => {
      clearTimeout(timer);
      process.off('SIGINT', pass).off('SIGTERM', pass);
      settle({ code, output, timedOut });
    };
    child.on('error', (error) => {
      output += error.message;
      settled(1);
    });
    child.on('close', (code) => {
      if (stoppedBy !== null) process.exit(code ?? 128 + constants.signals[stoppedBy]);
      settled(code ?? 1);
    });
  });
}

/** Runs a command line tool of `node_modules` with the Node that runs this. */
export const runTool = (file: string, args: readonly string[], options?: RunOptions): Promise<Outcome> =>
  run(process.execPath, [resolve(root, 'node_modules', file), ...args], options);
