import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { buildApp } from './build-app.ts';
import { chromiumMissing, ensureChromium } from './chromium.ts';
import { root, runTool } from './run.ts';
import { nothing, sumOf, summaryLine, type Tally } from './tally.ts';

interface Step {
  readonly name: string;
  readonly title: string;
  run(filters: readonly string[]): Promise<Tally>;
}

const onePassed: Tally = { ...nothing, passed: 1 };
const failedOnce = (name: string): Tally => ({ ...nothing, failed: 1, failures: [name] });

/** They know nothing of each other and keep one core busy each, so two of them run at a time; the longest begins. */
const checks: readonly Step[] = [
  check('lint', 'Lint', [
    'eslint/bin/eslint.js',
    '--config',
    'build/eslint.config.js',
    '--max-warnings',
    '0',
    '.',
  ]),
  check('format', 'Formatting', ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
  check('types', 'Types', ['typescript/bin/tsc', '-p', '.']),
  check('purity', 'Types of shared/ without DOM and Node', ['typescript/bin/tsc', '-p', 'shared']),
  check('rules', 'Import rules', [
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    'build/dependency-cruiser.cjs',
    'shared',
    'db',
    'electron',
    'renderer',
  ]),
];

/** They share the cores out themselves. */
const runners: readonly Step[] = [
  {
    name: 'unit',
    title: 'Unit, database and API tests',
    run: (filters) =>
      runner(['vitest/vitest.mjs', 'run', '--config', 'build/vitest.config.ts', ...filters], 'unit'),
  },
  {
    name: 'browser',
    title: 'Browser tests',
    run: async (filters) => {
      if ((await ensureChromium()) === null) {
        console.error(chromiumMissing);
        return failedOnce('No Chromium');
      }
      if (!(await buildApp())) return failedOnce('The app does not build');
      return runner(
        ['@playwright/test/cli.js', 'test', '--config', 'build/playwright.config.ts', ...filters],
        'browser',
      );
    },
  },
];

/** A check that passes or fails as a whole; what it found is shown only when it failed. */
function check(name: string, title: string, [tool = '', ...args]: readonly string[]): Step {
  return {
    name,
    title,
    run: async () => {
      const { code, output } = await runTool(tool, args, { quiet: true });
      if (code === 0) return onePassed;
      console.error(output);
      return failedOnce(title);
    },
  };
}

const tallySchema = z.strictObject({
  passed: z.int(),
  failed: z.int(),
  failures: z.array(z.string()),
  skipped: z.array(z.strictObject({ name: z.string(), reason: z.string() })),
});

/** A test runner, counted from the report it writes itself. */
async function runner([tool = '', ...args]: readonly string[], name: string): Promise<Tally> {
  const file = resolve(root, `test-results/${name}-tally.json`);
  rmSync(file, { force: true });
  const { code } = await runTool(tool, args, { env: { PHLEBOPLAN_TALLY: file } });
  const tally = readTally(file);
  // A runner that ends badly without naming a failed test has failed itself.
  return code !== 0 && tally.failed === 0
    ? { ...tally, failed: 1, failures: [`The runner of the ${name} tests ended with ${String(code)}`] }
    : tally;
}

function readTally(file: string): Tally {
  try {
    return tallySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    console.error('The runner left no report.');
    return failedOnce('The runner left no report');
  }
}

/** Runs steps in their order, so many at a time, and says what became of each as soon as it has ended. */
async function runAll(
  steps: readonly Step[],
  filters: readonly string[],
  atOnce: number,
): Promise<readonly Tally[]> {
  const waiting = [...steps];
  const tallies: Tally[] = [];
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      console.log(`\n${step.title} …`);
      const started = performance.now();
      const tally = await step.run(filters);
      tallies.push(tally);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${tally.failed === 0 ? '✓' : '✗'} ${step.title}: ${summaryLine(tally)} (${seconds} s)`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return tallies;
}

async function main(args: readonly string[]): Promise<void> {
  const steps = [...checks, ...runners];
  const names = steps.map(({ name }) => name);
  const filters = args.filter((arg) => !names.includes(arg));
  if (filters.some((filter) => filter.startsWith('-'))) {
    console.log(`Usage: npm test -- [${names.join(' | ')}] [file names for the unit and browser tests]`);
    process.exitCode = 2;
    return;
  }
  const chosen = (among: readonly Step[]) =>
    args.length > filters.length ? among.filter(({ name }) => args.includes(name)) : among;
  // Whoever stops it half-way has not seen it pass.
  const halfWay = () => (process.exitCode = 130);
  process.on('exit', halfWay);
  const checked = await runAll(chosen(checks), filters, 2);
  const tested = await runAll(chosen(runners), filters, 1);
  process.off('exit', halfWay);
  const total = sumOf([...checked, ...tested]);
  console.log('');
  for (const name of total.failures) console.log(`failed: ${name}`);
  for (const { name, reason } of total.skipped) console.log(`skipped: ${name} (${reason})`);
  console.log(summaryLine(total));
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}

await main(process.argv.slice(2));
