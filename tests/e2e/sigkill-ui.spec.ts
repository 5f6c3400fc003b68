import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { BrowserContext, Page } from '@playwright/test';
import { demoPlaces } from '../../build/screenshot-places.ts';
import { startApp } from '../support/running-app.ts';
import { DEMO_PIN, expect, signIn, test } from '../support/app.ts';

const NURSE = 'Tom Brandt';
const ROUNDS = 3;

interface Program {
  readonly child: ChildProcess;
  readonly startUrl: string;
}

/** The program in a process of its own, as `npm start -- --web --demo` starts it. */
async function startProgram(folder: string): Promise<Program> {
  const serve = resolve(import.meta.dirname, '../../electron/serve.ts');
  const child = spawn(process.execPath, [serve, '--demo', '--no-open', '--port', '0', '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const [, startUrl] = /^Phleboplan is ready: (\S+)$/.exec(line) ?? [];
    if (startUrl !== undefined) return { child, startUrl };
  }
  throw new Error('the program ended before it was ready');
}

async function kill({ child }: Program): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function goToSession(context: BrowserContext, program: Program, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(program.startUrl);
  await signIn(page, NURSE);
  await page.goto(new URL(path, program.startUrl).href);
  await page.getByRole('region', { name: 'Recorded injections' }).waitFor();
  return page;
}

/** The numbers in the ledger, the newest first, struck-out ones among them. */
async function numbersOn(page: Page): Promise<readonly number[]> {
  const rows = page.getByRole('region', { name: 'Recorded injections' }).getByRole('row');
  const texts = await rows.locator('td:first-child').allTextContents();
  return texts.map(Number).filter(Number.isInteger);
}

/** The demo clinic of this worker, where Maja Lindqvist's session is open; copied, since it will be killed. */
async function copied(demoFolder: string): Promise<{ readonly folder: string; readonly path: string }> {
  const app = await startApp({ demo: true, from: demoFolder });
  const path = (await demoPlaces(await app.api(NURSE, DEMO_PIN))).session('Lindqvist', 2);
  await app.stop();
  const folder = await mkdtemp(join(tmpdir(), 'phleboplan-killed-'));
  await cp(demoFolder, folder, { recursive: true });
  return { folder, path };
}

test('what the nurse saw recorded is there after the program was killed', async ({ context, demoFolder }) => {
  test.setTimeout(180_000);
  const { folder, path } = await copied(demoFolder);
  try {
    let program = await startProgram(folder);
    let page = await goToSession(context, program, path);
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = (await numbersOn(page)).length;
      await page.keyboard.press('2');
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await numbersOn(page)).length).toBe(before + 1);
      const seen = await numbersOn(page);
      // A second one is on its way when the program dies: it is there or it is not, never by half.
      await page.getByRole('button', { name: /^Record 0\.\d+ mL in/ }).waitFor();
      await page.keyboard.press('Enter');
      await kill(program);
      await page.close();

      program = await startProgram(folder);
      page = await goToSession(context, program, path);
      const found = await numbersOn(page);
      expect(found.slice(-seen.length)).toEqual(seen);
      expect(found.length - seen.length).toBeLessThanOrEqual(1);
      expect(found).toEqual(found.map((_, index) => found.length - index));
    }
    await kill(program);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
