import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { TallyReporter } from './vitest-tally.ts';

const root = resolve(import.meta.dirname, '..');
const tallyFile = process.env['PHLEBOPLAN_TALLY'];

export default defineConfig({
  root,
  resolve: {
    // The real package would download its binary as soon as it is imported.
    alias: [{ find: /^electron$/, replacement: resolve(root, 'tests/support/electron.ts') }],
  },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    environment: 'node',
    // All cores: left to itself it keeps one free, which on two cores is half of them.
    maxWorkers: '100%',
    // Room for a slow machine that does several things at once; a test that hangs still ends.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: tallyFile === undefined ? ['default'] : ['default', new TallyReporter(tallyFile)],
  },
});
