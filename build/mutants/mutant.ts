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
  /** The test files, or folders of them, that must notice. */
  readonly tests: readonly string[];
}

export const DOSE_TESTS = 'tests/shared/domain/dose';

/** Faults of one file, each as name, text and what it becomes; the dose tests notice them if nothing is said. */
export function mutantsOf(
  file: string,
  faults: readonly (readonly [name: string, find: string, replace: string])[],
  tests: readonly string[] = [DOSE_TESTS],
): readonly Mutant[] {
  return faults.map(([name, find, replace]) => ({ name, file, find, replace, tests }));
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
