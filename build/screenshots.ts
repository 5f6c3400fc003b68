import { chromium, type Browser, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { calendarDate, instantOf } from '../shared/kernel/time.ts';
import { makeDemoFolder, startApp, type RunningApp } from '../tests/support/running-app.ts';
import { DEMO_PIN } from '../electron/demo/demo-clinic.ts';
import { buildApp } from './build-app.ts';
import { chromiumMissing, ensureChromium } from './chromium.ts';
import { demoPlaces, type DemoPlaces } from './screenshot-places.ts';

/** The pictures repeat: it is always this morning in them. */
const TODAY = calendarDate('2026-10-08');
const NOW = new Date(`${TODAY}T09:28:20`);
const surroundings = {
  now: () => instantOf(NOW.getTime()),
  today: () => TODAY,
  newUuid: () => randomUUID(),
  uptimeMs: () => 0,
};

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

/** A picture: who is signed in, and where. */
interface Shot {
  readonly name: string;
  readonly as: string | null;
  readonly path: (places: DemoPlaces) => string;
  readonly dark?: boolean;
  /** What the person does there before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

const SURGEON = 'Dr Ines Okafor';
const NURSE = 'Tom Brandt';
const CLINICIAN = 'Dr Leila Sørensen';
const ADMINISTRATOR = 'Anne Hale';

const shots: readonly Shot[] = [
  { name: 'sign-in', as: null, path: () => '/' },
  { name: 'today', as: NURSE, path: () => '/today' },
  { name: 'new-patient', as: NURSE, path: () => '/patients/new' },
  { name: 'patient', as: SURGEON, path: (at) => at.patient('Lindqvist') },
  { name: 'patient-timeline', as: SURGEON, path: (at) => `${at.patient('Lindqvist')}?tab=timeline` },
  { name: 'patient-doses', as: SURGEON, path: (at) => `${at.patient('Lindqvist')}?tab=doses` },
  { name: 'patient-sessions', as: SURGEON, path: (at) => `${at.patient('Lindqvist')}?tab=sessions` },
  { name: 'assess', as: SURGEON, path: (at) => at.page('Halvorsen', 'assess') },
  {
    name: 'map',
    as: SURGEON,
    path: (at) => at.page('Lindqvist', 'map'),
    act: (page) => page.getByRole('option', { name: /^L1 / }).click(),
  },
  { name: 'map-dark', as: SURGEON, path: (at) => at.page('Lindqvist', 'map'), dark: true },
  { name: 'map-many', as: SURGEON, path: (at) => at.page('Berg', 'map') },
  { name: 'map-carried-over', as: SURGEON, path: (at) => at.page('Janssen', 'map') },
  { name: 'map-empty', as: SURGEON, path: (at) => at.page('Tanaka', 'map') },
  { name: 'plan', as: SURGEON, path: (at) => at.page('Lindqvist', 'plan') },
  { name: 'plan-dark', as: SURGEON, path: (at) => at.page('Lindqvist', 'plan'), dark: true },
  { name: 'plan-many', as: SURGEON, path: (at) => at.page('Berg', 'plan') },
  { name: 'open-session', as: NURSE, path: (at) => at.opening('Ferreira', 3) },
  { name: 'open-session-refused', as: NURSE, path: (at) => at.opening('Kaya', 1) },
  { name: 'session', as: NURSE, path: (at) => at.session('Lindqvist', 2) },
  { name: 'session-dark', as: NURSE, path: (at) => at.session('Lindqvist', 2), dark: true },
  { name: 'session-to-sign', as: SURGEON, path: (at) => at.session('Andersen', 4) },
  { name: 'session-signed', as: SURGEON, path: (at) => at.session('Reyes', 1) },
  { name: 'review', as: CLINICIAN, path: (at) => at.page('Marchetti', 'review') },
  { name: 'settings-people', as: ADMINISTRATOR, path: () => '/settings/people' },
  { name: 'settings-limits', as: ADMINISTRATOR, path: () => '/settings/limits' },
  { name: 'settings-stock', as: ADMINISTRATOR, path: () => '/settings/stock' },
  { name: 'settings-backups', as: ADMINISTRATOR, path: () => '/settings/backups' },
  { name: 'settings-audit', as: ADMINISTRATOR, path: () => '/settings/audit' },
  { name: 'settings-scanner', as: ADMINISTRATOR, path: () => '/settings/scanner' },
];

async function main([folder]: readonly string[]): Promise<number> {
  if (folder === undefined) {
    console.error('Usage: npm run screenshots -- DIR');
    return 2;
  }
  const executablePath = await ensureChromium();
  if (executablePath === null) {
    console.error(chromiumMissing);
    return 1;
  }
  if (!(await buildApp())) return 1;
  const target = resolve(folder);
  await mkdir(target, { recursive: true });
  const browser = await chromium.launch({
    executablePath,
    args: ['--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
  });
  const demo = await makeDemoFolder(surroundings);
  try {
    for (const size of SIZES) {
      await takeFirstStart(browser, size, target);
      for (const group of groupsOf(shots)) await takeGroup(browser, demo, size, group, target);
    }
    return 0;
  } finally {
    await browser.close();
    await rm(demo, { recursive: true, force: true });
  }
}

/** Shots of one person in one colour scheme share a window: each group signs in once. */
function groupsOf(all: readonly Shot[]): readonly (readonly Shot[])[] {
  const keyOf = ({ as, dark = false }: Shot) => `${as ?? ''} ${String(dark)}`;
  return [...new Set(all.map(keyOf))].map((key) => all.filter((shot) => keyOf(shot) === key));
}

type Size = (typeof SIZES)[number];

async function openWindow(browser: Browser, size: Size, dark: boolean, app: RunningApp): Promise<Page> {
  const context = await browser.newContext({
    viewport: size,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  await page.clock.setFixedTime(NOW);
  await page.goto(app.startUrl);
  return page;
}

async function takeFirstStart(browser: Browser, size: Size, target: string): Promise<void> {
  const app = await startApp({ demo: false, surroundings });
  try {
    const page = await openWindow(browser, size, false, app);
    await take(page, target, 'first-start', size);
    await page.context().close();
  } finally {
    await app.stop();
  }
}

async function takeGroup(
  browser: Browser,
  demo: string,
  size: Size,
  group: readonly Shot[],
  target: string,
): Promise<void> {
  const app = await startApp({ demo: true, from: demo, surroundings });
  try {
    const places = await demoPlaces(await app.api(SURGEON, DEMO_PIN));
    const [first] = group;
    const page = await openWindow(browser, size, first?.dark ?? false, app);
    if (first?.as) await signIn(page, first.as);
    for (const shot of group) {
      await page.goto(new URL(shot.path(places), app.origin).href);
      await page.getByRole('main').waitFor();
      await shot.act?.(page);
      await take(page, target, shot.name, size);
    }
    await page.context().close();
  } finally {
    await app.stop();
  }
}

async function signIn(page: Page, name: string): Promise<void> {
  const people = page.getByRole('group', { name: 'People' });
  await people.getByRole('button', { name }).click();
  await page.keyboard.type(DEMO_PIN);
  await page.keyboard.press('Enter');
  await people.waitFor({ state: 'detached' });
}

const LOOKS = 20;
const BETWEEN_LOOKS_MS = 400;

/** The picture of a page once nothing on it changes any more: answers, fonts and legs are there. */
async function stillPicture(page: Page): Promise<Buffer> {
  let before = await page.screenshot();
  for (let looks = 0; looks < LOOKS; looks += 1) {
    await page.waitForTimeout(BETWEEN_LOOKS_MS);
    const now = await page.screenshot();
    if (now.equals(before)) break;
    before = now;
  }
  return before;
}

async function take(page: Page, target: string, name: string, size: Size): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(BETWEEN_LOOKS_MS);
  const file = `${name}-${String(size.width)}.png`;
  await writeFile(resolve(target, file), await stillPicture(page));
  console.log(file);
}

process.exitCode = await main(process.argv.slice(2));
