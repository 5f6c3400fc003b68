import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MUTANTS } from '../../build/mutants/list.ts';
import { mutate } from '../../build/mutants/mutant.ts';

const ROOT = join(import.meta.dirname, '..', '..');

describe('the faults that npm run mutants puts into the program', () => {
  it.each(MUTANTS)('can still be put in: $file, $name', (mutant) => {
    expect(mutate(mutant, ROOT)).toHaveProperty('text');
  });

  it('are named apart and reach every file that decides on a dose', () => {
    const names = MUTANTS.map(({ file, name }) => `${file} ${name}`);
    expect(new Set(names).size).toBe(names.length);
    const files = new Set(MUTANTS.map(({ file }) => file.replace('shared/domain/dose/', '')));
    const deciding = ['arithmetic', 'assess-dose', 'off-label', 'volume-entry', 'profiles/limits'];
    for (const file of deciding) expect(files).toContain(`${file}.ts`);
    expect(MUTANTS.length).toBeGreaterThanOrEqual(60);
  });
});
