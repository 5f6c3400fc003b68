import type { Page } from '@playwright/test';
import { isVein } from '../../shared/document/map-document.ts';
import type { Vein } from '../../shared/domain/leg-map/vein.ts';
import { idOf, type CaseId } from '../../shared/kernel/ids.ts';
import type { ApiClient } from '../support/api-client.ts';
import { DEMO_PIN, expect, signIn, signInAt, test } from '../support/app.ts';
import type { RunningApp } from '../support/running-app.ts';
import { isSaved, lock, stroke, windingDown, type At } from '../support/walks.ts';

test.use({ opened: false });

const SURGEON = 'Dr Ines Okafor';

interface OpenMap {
  readonly api: ApiClient;
  readonly caseId: CaseId;
  readonly address: string;
  readonly veins: () => Promise<readonly Vein[]>;
  /** The centre of the canvas, in pixels of the page. */
  readonly middle: At;
}

/** Opens the map of a case as somebody, one view alone, so that the leg is in the middle. */
async function openMap(app: RunningApp, page: Page, who = SURGEON): Promise<OpenMap> {
  const api = await app.api(SURGEON, DEMO_PIN);
  const [patient] = await api.patients.search.query({ text: 'Halvorsen', limit: 1 });
  if (patient === undefined) throw new Error('the demo clinic has no such patient');
  const [first] = (await api.patients.get.query({ patientId: patient.id })).cases;
  if (first === undefined) throw new Error('no case');
  const caseId = first.id;
  const address = `/patients/${patient.id}/cases/${caseId}/map`;
  await signInAt(page, `${app.origin}${address}`, who);
  await showMedial(page);
  const box = await page.getByRole('application').boundingBox();
  if (box === null) throw new Error('no map on the screen');
  return {
    api,
    caseId,
    address,
    veins: async () => (await api.map.get.query({ caseId, onDate: null })).veins,
    middle: [box.x + box.width / 2, box.y + box.height / 2],
  };
}

async function showMedial(page: Page): Promise<void> {
  await page.getByLabel('Views', { exact: true }).selectOption('medial');
}

/** Saves a gesture from elsewhere: another window, another person. */
async function changeElsewhere(
  { api, caseId }: OpenMap,
  baseVersion: number,
  { added = [], updated = [] }: { added?: readonly Vein[]; updated?: readonly (readonly [Vein, Vein])[] },
): Promise<void> {
  const gestureId = idOf<'gesture'>(crypto.randomUUID());
  const diff = {
    added: added.map(plainVein),
    updated: updated.map(([from, to]): [PlainVein, PlainVein] => [plainVein(from), plainVein(to)]),
    removed: [],
  };
  await api.map.saveGesture.mutate({ caseId, gestureId, baseVersion, label: 'change', diff });
}

type PlainVein = ReturnType<typeof plainVein>;

/** A vein with arrays that may be written to, as the API asks for. */
function plainVein(vein: Vein) {
  const points = (path: Vein['path']) => path.map(([x, y]): [number, number] => [x, y]);
  return { ...vein, path: points(vein.path), branches: vein.branches.map(points) };
}

const rows = (page: Page) => page.getByRole('listbox', { name: 'Veins' }).getByRole('option');
const labels = (page: Page) => rows(page).allTextContents();

/** Draws a line vein on the leg. */
async function draw(page: Page, [x, y]: At, dy = -150): Promise<void> {
  await page.keyboard.press('l');
  await stroke(page, windingDown([x, y + dy], 100));
}

test('C6 C7 C7b C7c a drawing is saved like text, says so only then, and can be corrected after a reload', async ({
  app,
  page,
}) => {
  const { veins, middle } = await openMap(app, page);
  const before = await veins();
  await page.route('**/map.saveGesture*', (route) => route.abort());
  await draw(page, middle);
  await expect(page.getByText('Not saved: The program did not answer.')).toBeVisible();
  await expect(page.getByText(/Saved \d\d:/)).toHaveCount(0);
  expect(await veins()).toHaveLength(before.length);

  // Another view and another page change nothing about it, and do not hide it.
  await page.getByLabel('Views', { exact: true }).selectOption('lateral');
  await page
    .getByRole('link', { name: /Plan/ })
    .or(page.getByRole('button', { name: /Plan/ }))
    .first()
    .click();
  await expect(
    page.getByRole('status').filter({ hasText: '1 change on the map is not saved yet' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'To the map' }).click();
  await expect(page.getByText('Not saved: The program did not answer.')).toBeVisible();

  await page.unroute('**/map.saveGesture*');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await isSaved(page);
  expect(await veins()).toHaveLength(before.length + 1);

  await page.reload();
  await showMedial(page);
  const drawn = (await veins()).find(({ id }) => !before.some((old) => old.id === id));
  if (drawn === undefined) throw new Error('no new vein');
  await rows(page)
    .filter({ hasText: `L${String(drawn.number)}` })
    .click();
  await page.getByLabel('Diameter mm').fill('0.7');
  await page.keyboard.press('Enter');
  await isSaved(page);
  expect((await veins()).find(({ id }) => id === drawn.id)?.diameterMm).toBe(0.7);
});

test('two windows on one map: the rest goes through by itself, and what both changed is decided with the keyboard', async ({
  app,
  page,
}) => {
  const open = await openMap(app, page);
  const { api, caseId, veins, middle } = open;
  const before = await api.map.get.query({ caseId, onDate: null });
  const both = before.veins.find(({ leg, carriedOverFrom }) => leg === 'left' && carriedOverFrom === null);
  if (both === undefined) throw new Error('no vein on the left leg');
  await page.route('**/map.saveGesture*', (route) => route.abort());
  await rows(page)
    .filter({ hasText: new RegExp(`^L${String(both.number)}(?!\\d)`) })
    .click();
  await page.getByLabel('Diameter mm').fill('0.7');
  await page.keyboard.press('Enter');
  await showMedial(page);
  await draw(page, middle);
  await expect(page.getByText('Not saved: The program did not answer.')).toBeVisible();

  // Meanwhile, elsewhere.
  const number = before.nextNumber.left;
  const added = { ...both, id: idOf<'vein'>(crypto.randomUUID()), number, feederId: null, note: 'theirs' };
  await changeElsewhere(open, before.version, {
    added: [added],
    updated: [[both, { ...both, diameterMm: 2.2 }]],
  });
  await page.unroute('**/map.saveGesture*');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));

  await expect(
    page.getByRole('status').filter({ hasText: `your new veins are now L${String(number + 1)}` }),
  ).toBeVisible();
  const choice = page.getByRole('group', { name: `Vein L${String(both.number)}` });
  await expect(choice.getByText('0.7 mm')).toBeVisible();
  await expect(choice.getByText('2.2 mm')).toBeVisible();
  await expect(page.getByText(/Saved \d\d:/)).toHaveCount(0);
  await expect.poll(async () => (await veins()).length).toBe(before.veins.length + 2);
  await choice.getByRole('button', { name: 'Keep yours' }).focus();
  await page.keyboard.press('Enter');
  await expect(choice).toHaveCount(0);
  await isSaved(page);
  const diameter = async () => (await veins()).find(({ id }) => id === both.id)?.diameterMm;
  expect(await diameter()).toBe(0.7);
  // The choice is a step like any other; one step further back is the drawing.
  await page.keyboard.press('Control+z');
  await expect.poll(diameter).toBe(2.2);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await veins()).length).toBe(before.veins.length + 1);
  expect((await veins()).filter(isVein).map((vein) => vein.note)).toContain('theirs');
});

test('who may only read sees what is drawn elsewhere without doing anything', async ({ app, page }) => {
  const open = await openMap(app, page, 'Tom Brandt');
  const { api, caseId } = open;
  const before = await api.map.get.query({ caseId, onDate: null });
  const seen = before.veins.find(({ leg }) => leg === 'left');
  if (seen === undefined) throw new Error('no vein on the left leg');
  const number = before.nextNumber.left;
  const id = idOf<'vein'>(crypto.randomUUID());
  await changeElsewhere(open, before.version, { added: [{ ...seen, id, number, feederId: null }] });
  await expect(rows(page).filter({ hasText: `L${String(number)}` })).toBeVisible();
});

test('C8 the lock keeps what is drawn and not saved, and says so; the same person goes on', async ({
  app,
  page,
}) => {
  const { veins, middle } = await openMap(app, page);
  const before = await veins();
  await page.route('**/map.saveGesture*', (route) => route.abort());
  await draw(page, middle);
  await expect(page.getByText('Not saved: The program did not answer.')).toBeVisible();
  const listed = await labels(page);
  await lock(page);
  await expect(page.getByText(/is not saved yet: only they can save it/)).toBeVisible();
  await page.unroute('**/map.saveGesture*');
  await page.keyboard.type(DEMO_PIN);
  await page.keyboard.press('Enter');
  await isSaved(page);
  expect(await labels(page)).toEqual(listed);
  expect(await veins()).toHaveLength(before.length + 1);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await veins()).length).toBe(before.length);
});

test('what one person drew is never saved in the name of another, and not lost when somebody else takes over', async ({
  app,
  page,
}) => {
  const { veins, middle } = await openMap(app, page);
  const before = await veins();
  await page.route('**/map.saveGesture*', (route) => route.abort());
  await draw(page, middle);
  await expect(page.getByText('Not saved: The program did not answer.')).toBeVisible();
  await lock(page);
  await page.unroute('**/map.saveGesture*');
  await signIn(page, 'Tom Brandt');
  await expect(
    page.getByRole('status').filter({ hasText: `1 change of ${SURGEON} on a map is not saved` }),
  ).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  expect(await veins()).toHaveLength(before.length);
  await lock(page);
  await signIn(page, SURGEON);
  await expect.poll(async () => (await veins()).length).toBe(before.length + 1);
});

test('a page that goes has sent what was waiting', async ({ app, page }) => {
  const { veins, middle } = await openMap(app, page);
  const before = await veins();
  await page.route('**/map.saveGesture*', (route) => route.abort(), { times: 1 });
  await draw(page, middle);
  await expect(page.getByText('Not saved: The program did not answer.')).toBeVisible();
  await page.goto('about:blank');
  await expect.poll(async () => (await veins()).length).toBe(before.length + 1);
});
test('a page that goes in the middle of a stroke has ended it first', async ({ app, page }) => {
  const { veins, middle } = await openMap(app, page);
  const before = await veins();
  await page.keyboard.press('l');
  const points = windingDown([middle[0], middle[1] - 150], 100);
  await page.mouse.move(...(points[0] ?? middle));
  await page.mouse.down();
  for (const point of points) await page.mouse.move(...point);
  await page.goto('about:blank');
  await expect.poll(async () => (await veins()).length).toBe(before.length + 1);
});
