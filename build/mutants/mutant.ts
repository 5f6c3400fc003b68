import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A fault put into the program on purpose, to see whether a test notices. */
export interface Mutant {
  /** What the fault does, in words. */
  readonly name: string;
  /** From the top of the project. */
  readonly file: string;
  /** Occurs once in the file. */
  readonly find: string;
  readonly replace: string;
}

/** Faults of one file, each as name, text and what it becomes. */
export function mutantsOf(
  file: string,
  faults: readonly (readonly [name: string, find: string, replace: string])[],
): readonly Mutant[] {
  return faults.map(([name, find, replace]) => ({ name, file, find, replace }));
}

/** The file with the fault in it, or why it cannot be put in any more. */
export function mutate(
  { file, find, replace }: Mutant,
  root: string,
): { text: string } | { problem: string } {
  const text = readFileSync(join(root, file), 'utf8');
  const [before, after, ...more] = text.split(find);
  if (before === undefined || after === undefined) return { problem: 'its text is not in the file' };
  if (more.length > 0) return { problem: 'its text is in the file more than once' };
  if (find === replace) return { problem: 'it changes nothing' };
  return { text: `${before}${replace}${after}` };
}
