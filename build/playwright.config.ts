import { defineConfig } from '@playwright/test';
import { resolve } from 'node:path';
import { findChromium } from './chromium.ts';

const root = resolve(import.meta.dirname, '..');
const tallyFile = process.env['PHLEBOPLAN_TALLY'];
const chromium = findChromium();

export default defineConfig({
  testDir: resolve(root, 'tests'),
  testMatch: ['e2e/**/*.spec.ts', 'desktop/**/*.spec.ts'],
  outputDir: resolve(root, 'test-results'),
  // The project's own maps better-sqlite3 to its types, which Playwright would take for the module itself.
  tsconfig: resolve(root, 'build/playwright.tsconfig.json'),
  // Each test has an application of its own; a whole file in one worker would leave the others idle at the end.
  fullyParallel: true,
  // Each drives a browser and a program: on two cores a third makes the others slower than it is worth.
  workers: 2,
  forbidOnly: tallyFile !== undefined,
  // Room for a slow machine that does several things at once.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter:
    tallyFile === undefined
      ? [['list']]
      : [['list'], [resolve(root, 'build/playwright-tally.ts'), { file: tallyFile }]],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium === null ? {} : { executablePath: chromium }),
      args: ['--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
    },
  },
});
