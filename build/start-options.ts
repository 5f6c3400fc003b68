import { parseArgs } from 'node:util';
import { resolve } from 'node:path';

export interface StartOptions {
  readonly web: boolean;
  /** 0 for any free port. */
  readonly port: number;
  /** Absolute; null for the usual folder. */
  readonly dataFolder: string | null;
  readonly demo: boolean;
  readonly open: boolean;
  /** Absolute. */
  readonly restoreFile: string | null;
}

/** The options of `npm start`, paths taken from the folder the command was given in; or a sentence on what is wrong. */
export function parseStartOptions(
  args: readonly string[],
  folder: string,
): { readonly options: StartOptions } | { readonly problem: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      strict: true,
      options: {
        web: { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
        data: { type: 'string' },
        demo: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        restore: { type: 'string' },
      },
    });
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535)
      return { problem: `--port takes a number from 0 to 65535, not "${values.port}".` };
    if (values.data === '') return { problem: '--data takes a folder.' };
    if (values.restore === '') return { problem: '--restore takes a file.' };
    return {
      options: {
        web: values.web,
        port: Number(values.port),
        dataFolder: values.data === undefined ? null : resolve(folder, values.data),
        demo: values.demo,
        open: !values['no-open'],
        restoreFile: values.restore === undefined ? null : resolve(folder, values.restore),
      },
    };
  } catch (error) {
    return {
      problem: error instanceof Error ? firstSentence(error.message) : 'The options could not be read.',
    };
  }
}

const firstSentence = (text: string) => `${text.split('. ')[0] ?? text}.`;

/** The same options for the programs that open the clinic. */
export const clinicArguments = (options: StartOptions): string[] => [
  ...(options.dataFolder === null ? [] : ['--data', options.dataFolder]),
  ...(options.demo ? ['--demo'] : []),
  ...(options.restoreFile === null ? [] : ['--restore', options.restoreFile]),
];

/** All of them for the web host. */
export const webArguments = (options: StartOptions): string[] => [
  '--port',
  String(options.port),
  ...clinicArguments(options),
  ...(options.open ? [] : ['--no-open']),
];
