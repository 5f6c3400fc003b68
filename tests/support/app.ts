import { test as base, type Page } from '@playwright/test';
import { rm } from 'node:fs/promises';
import { makeDemoFolder, startApp, type RunningApp } from './running-app.ts';

export { expect } from '@playwright/test';

interface AppFixtures {
  /** `test.use({ clinic: 'empty' })` for a first start; the demo clinic otherwise. */
  readonly clinic: 'demo' | 'empty';
  /** `test.use({ opened: false })` where tests go to addresses of their own first: the browser is let in, and shows nothing yet. */
  readonly opened: boolean;
  readonly app: RunningApp;
}

interface WorkerFixtures {
  readonly demoFolder: string;
}

/** Playwright's `test` with the real application behind `page`: served from this process, on a folder of its own for each test. */
export const test = base.extend<AppFixtures, WorkerFixtures>({
  clinic: ['demo', { option: true }],
  opened: [true, { option: true }],
  demoFolder: [
    async ({}, use) => {
      const folder = await makeDemoFolder();
      await use(folder);
      await rm(folder, { recursive: true, force: true });
    },
    // A whole clinic with 20 patients, on a machine that may be busy.
    { scope: 'worker', timeout: 180_000 },
  ],
  app: async ({ clinic, demoFolder }, use) => {
    const app = await startApp(clinic === 'demo' ? { demo: true, from: demoFolder } : { demo: false });
    await use(app);
    await app.stop();
  },
  page: async ({ app, opened, page }, use) => {
    if (opened) await page.goto(app.startUrl);
    else await page.request.get(app.startUrl);
    await use(page);
  },
});

/** The PIN of everybody in the demo clinic. */
export const DEMO_PIN = '1234';

/** Signs somebody in on the screen with the tiles, and waits for what comes after it. */
export async function signIn(page: Page, name: string, pin: string = DEMO_PIN): Promise<void> {
  const people = page.getByRole('group', { name: 'People' });
  await people.getByRole('button', { name }).click();
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
  await people.waitFor({ state: 'detached' });
}

/** Opens an address of the app, signs somebody in there, and is on that page. */
export async function signInAt(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address);
  await signIn(page, name);
}
