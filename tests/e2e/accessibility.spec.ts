import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { demoPlaces, type DemoPlaces } from '../../build/screenshot-places.ts';
import { DEMO_PIN, expect, signIn, test } from '../support/app.ts';
import type { RunningApp } from '../support/running-app.ts';

const SURGEON = 'Dr Ines Okafor';
const NURSE = 'Tom Brandt';
const CLINICIAN = 'Dr Leila Sørensen';
const ADMINISTRATOR = 'Anne Hale';

/** A screen, and who looks at it. */
interface Screen {
  readonly name: string;
  readonly as: string;
  readonly path: (at: DemoPlaces) => string;
}

const SCREENS: readonly Screen[] = [
  { name: 'Today', as: NURSE, path: () => '/today' },
  { name: 'a new patient', as: NURSE, path: () => '/patients/new' },
  { name: 'opening a session', as: NURSE, path: (at) => at.opening('Ferreira', 3) },
  { name: 'opening a session that is refused', as: NURSE, path: (at) => at.opening('Kaya', 1) },
  { name: 'a session being recorded', as: NURSE, path: (at) => at.session('Lindqvist', 2) },
  { name: 'a patient', as: SURGEON, path: (at) => at.patient('Lindqvist') },
  {
    name: 'what happened to a patient',
    as: SURGEON,
    path: (at) => `${at.patient('Lindqvist')}?tab=timeline`,
  },
  { name: 'the doses of a patient', as: SURGEON, path: (at) => `${at.patient('Lindqvist')}?tab=doses` },
  { name: 'the sessions of a patient', as: SURGEON, path: (at) => `${at.patient('Lindqvist')}?tab=sessions` },
  { name: 'the assessment', as: SURGEON, path: (at) => at.page('Halvorsen', 'assess') },
  { name: 'the map', as: SURGEON, path: (at) => at.page('Lindqvist', 'map') },
  { name: 'a map of very many veins', as: SURGEON, path: (at) => at.page('Berg', 'map') },
  { name: 'an empty map', as: SURGEON, path: (at) => at.page('Tanaka', 'map') },
  { name: 'the plan', as: SURGEON, path: (at) => at.page('Lindqvist', 'plan') },
  { name: 'a session to be signed', as: SURGEON, path: (at) => at.session('Andersen', 4) },
  { name: 'a signed session', as: SURGEON, path: (at) => at.session('Reyes', 1) },
  { name: 'the review', as: CLINICIAN, path: (at) => at.page('Marchetti', 'review') },
  { name: 'the people', as: ADMINISTRATOR, path: () => '/settings/people' },
  { name: 'the limits', as: ADMINISTRATOR, path: () => '/settings/limits' },
  { name: 'the stock', as: ADMINISTRATOR, path: () => '/settings/stock' },
  { name: 'the backups', as: ADMINISTRATOR, path: () => '/settings/backups' },
  { name: 'the audit trail', as: ADMINISTRATOR, path: () => '/settings/audit' },
  { name: 'the scanner', as: ADMINISTRATOR, path: () => '/settings/scanner' },
];

/** What a theme can change of what axe looks for: the page is the same in both, but for its colours. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds that is serious or critical in the light theme and in the dark one, with the places. */
async function findingsOn(page: Page): Promise<readonly string[]> {
  const inLight = await analysed(axeOn(page));
  await turn(page, 'dark');
  const inDark = await analysed(axeOn(page).withRules(OF_COLOURS));
  await turn(page, 'light');
  return [...inLight, ...inDark.map((finding) => `in the dark theme ${finding}`)];
}

/** Without what is not asked here: frames of other origins, for which it opens a page at each look, and places without a finding. */
const axeOn = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });

async function analysed(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** As when the system changes its theme while the page is open; a colour on its way to another is no colour of either. */
async function turn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
  await page.evaluate(async () => {
    const underWay = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(underWay.map(({ finished }) => finished));
  });
}

async function look(app: RunningApp, page: Page, path: string): Promise<readonly string[]> {
  await page.goto(new URL(path, app.origin).href);
  await page.getByRole('main').waitFor();
  await expect(page.getByText('DEMO CLINIC', { exact: true })).toBeVisible();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await expect(page.getByText('Loading…')).toHaveCount(0);
  return findingsOn(page);
}

test.use({ colorScheme: 'light', actionTimeout: 12_000 });

for (const person of [NURSE, SURGEON, CLINICIAN, ADMINISTRATOR]) {
  test(`no screen that ${person} uses has a serious finding in either theme`, async ({ app, page }) => {
    test.setTimeout(300_000);
    const places = await demoPlaces(await app.api(SURGEON, DEMO_PIN));
    await signIn(page, person);
    for (const screen of SCREENS.filter((each) => each.as === person)) {
      await test.step(screen.name, async () => {
        expect.soft(await look(app, page, screen.path(places)), screen.name).toEqual([]);
      });
    }
  });
}

test('signing in has no serious finding in either theme', async ({ page }) => {
  await page.getByRole('group', { name: 'People' }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole('button', { name: NURSE }).click();
  expect(await findingsOn(page)).toEqual([]);
});

test.describe('on an empty folder', () => {
  test.use({ clinic: 'empty' });

  test('the first start has no serious finding in either theme', async ({ page }) => {
    await page.getByLabel('Name of the clinic').waitFor();
    expect(await findingsOn(page)).toEqual([]);
  });
});
