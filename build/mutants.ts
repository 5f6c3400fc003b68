import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { MUTANTS } from './mutants/list.ts';
import { mutate, type Mutant } from './mutants/mutant.ts';
import { root, run } from './run.ts';

/** What of the project the tests need. */
const NEEDED = [
  'package.json',
  'tsconfig.json',
  'build/vitest.config.ts',
  'build/vitest-tally.ts',
  'build/tally.ts',
];
const FOLDERS = ['shared', 'db', 'electron', 'renderer', 'tests'];
/** A test that a fault sends round in circles has noticed it. */
const MOST_MS = 120_000;
const AT_ONCE = 2;

type Fate = 'killed' | 'survived' | 'does not apply any more';

/**
 * `npm run mutants -- [WORD]`: puts each fault of the list (or those whose file or name has the word) into a copy of the project and
 * runs the tests that must notice it there. Prints what became of each and the score; exits 1 if one survives or no longer applies.
 */
async function main(word: string): Promise<number> {
  const chosen = MUTANTS.filter(({ file, name }) => `${file} ${name}`.includes(word));
  const copies = Array.from({ length: AT_ONCE }, copyOfProject);
  try {
    const tests = [...new Set(chosen.flatMap((mutant) => mutant.tests))];
    const sound = await Promise.all(copies.map((copy) => testsPass(copy, tests)));
    if (sound.includes(false)) {
      console.error('The tests fail without any fault; so they can say nothing about faults.');
      return 1;
    }
    const waiting = [...chosen];
    const fates = (await Promise.all(copies.map((copy) => work(copy, waiting)))).flat();
    const killed = fates.filter((fate) => fate === 'killed').length;
    console.log(`${String(killed)} of ${String(chosen.length)} faults noticed`);
    return killed === chosen.length && killed > 0 ? 0 : 1;
  } finally {
    for (const copy of copies) rmSync(copy, { recursive: true, force: true });
  }
}

/** Takes one fault after the other from those that wait. */
async function work(copy: string, waiting: Mutant[]): Promise<readonly Fate[]> {
  const fates: Fate[] = [];
  for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
    const fate = await fateOf(mutant, copy);
    fates.push(fate);
    console.log(`${fate.padEnd(8)}  ${mutant.file.replace('shared/domain/', '')}: ${mutant.name}`);
  }
  return fates;
}

async function fateOf(mutant: Mutant, copy: string): Promise<Fate> {
  const mutated = mutate(mutant, copy);
  if ('problem' in mutated) return 'does not apply any more';
  const path = join(copy, mutant.file);
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, mutated.text);
  const passes = await testsPass(copy, mutant.tests);
  writeFileSync(path, before);
  return passes ? 'survived' : 'killed';
}

/** The working tree is never touched: faults are put into a copy that only borrows the installed packages. */
function copyOfProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'phleboplan-mutants-'));
  for (const path of [...NEEDED, ...FOLDERS]) cpSync(join(root, path), join(copy, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

async function testsPass(copy: string, tests: readonly string[]): Promise<boolean> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const config = join(copy, 'build', 'vitest.config.ts');
  const args = [vitest, 'run', '--root', copy, '--config', config, '--bail', '1', '--no-cache', ...tests];
  const { code } = await run(process.execPath, args, { quiet: true, timeoutMs: MOST_MS });
  return code === 0;
}

process.exitCode = await main(process.argv[2] ?? '');
