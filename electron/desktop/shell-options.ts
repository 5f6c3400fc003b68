import { parseArgs } from 'node:util';

export interface ShellOptions {
  /** Absolute; null for the usual folder. */
  readonly dataFolder: string | null;
  readonly demo: boolean;
  /** Absolute; null where nothing is to be brought back. */
  readonly restoreFile: string | null;
}

/** Reads the command line of the app. Leaves alone what it does not know: Chromium has options of its own. */
export function readShellOptions(args: readonly string[]): ShellOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: { data: { type: 'string' }, demo: { type: 'boolean' }, restore: { type: 'string' } },
  });
  return {
    dataFolder: textOrNull(values.data),
    demo: values.demo === true,
    restoreFile: textOrNull(values.restore),
  };
}

const textOrNull = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
