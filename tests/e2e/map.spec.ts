import type { Page } from '@playwright/test';
import type { MapMark } from '../../shared/domain/leg-map/map-mark.ts';
import type { Vein } from '../../shared/domain/leg-map/vein.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import type { ApiClient } from '../support/api-client.ts';
import { DEMO_PIN, expect, signInAt, test } from '../support/app.ts';
import type { RunningApp } from '../support/running-app.ts';

test.use({ opened: false });

type At = readonly [x: number, y: number];

interface OpenMap {
  readonly page: Page;
  readonly veins: () => Promise<readonly Vein[]>;
  readonly marks: () => Promise<readonly MapMark[]>;
  /** Well on the leg where its medial view is shown alone, in pixels of the page. */
  readonly middle: At;
}

/** Opens the map of the case of a patient who has one, as somebody. */
async function openMap(app: RunningApp, page: Page, who = 'Dr Ines Okafor'): Promise<OpenMap> {
  const api = await app.api('Dr Ines Okafor', DEMO_PIN);
  const { patientId, caseId } = await mappedCase(api);
  await signInAt(page, `${app.origin}/patients/${patientId}/cases/${caseId}/map`, who);
  const box = await page.getByRole('application').boundingBox();
  if (box === null) throw new Error('no map on the screen');
  return {
    page,
    veins: async () => (await api.map.get.query({ caseId, onDate: null })).veins,
    marks: async () => (await api.map.get.query({ caseId, onDate: null })).marks,
    middle: [box.x + box.width / 2 + 35, box.y + box.height / 2],
  };
}

async function mappedCase(api: ApiClient): Promise<{ patientId: string; caseId: CaseId }> {
  const [patient] = await api.patients.search.query({ text: 'Halvorsen', limit: 1 });
  if (patient === undefined) throw new Error('the demo clinic has no such patient');
  const { cases } = await api.patients.get.query({ patientId: patient.id });
  const [first] = cases;
  if (first === undefined) throw new Error('no case');
  return { patientId: patient.id, caseId: first.id };
}

/** Shows one view alone, so that the leg is in the middle. */
async function showOnly(page: Page, aspect: string): Promise<void> {
  await page.getByLabel('Views', { exact: true }).selectOption(aspect);
}

async function stroke(page: Page, points: readonly At[]): Promise<void> {
  const [first, ...rest] = points;
  if (first === undefined) return;
  await page.mouse.move(...first);
  await page.mouse.down();
  for (const point of rest) await page.mouse.move(...point);
  await page.mouse.up();
}

const downwards = ([x, y]: At, length: number): At[] =>
  Array.from({ length: 21 }, (_, i): At => [x + 6 * Math.sin(i / 3), y + (length * i) / 20]);

const rows = (page: Page) => page.getByRole('listbox', { name: 'Veins' }).getByRole('option');
const chosen = (page: Page) =>
  page.getByRole('listbox', { name: 'Veins' }).getByRole('option', { selected: true });
const saved = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: /Saved \d\d:\d\d:\d\d/ })).toBeVisible();

/** The vein that is there now and was not before. */
function newVein(before: readonly Vein[], after: readonly Vein[]): Vein {
  const [fresh] = after.filter(({ id }) => !before.some((old) => old.id === id));
  if (fresh === undefined) throw new Error('no new vein');
  return fresh;
}

test('a vein drawn with the mouse is saved, and is in the same place after a reload', async ({
  app,
  page,
}) => {
  const { veins, middle } = await openMap(app, page);
  await showOnly(page, 'medial');
  const before = await veins();
  await page.keyboard.press('l');
  await stroke(page, downwards([middle[0], middle[1] - 150], 120));
  await saved(page);
  const drawn = newVein(before, await veins());
  expect(drawn).toMatchObject({ leg: 'left', aspect: 'medial', pattern: 'line', kind: 'reticular' });
  await expect(page.getByRole('option', { name: `L${String(drawn.number)}` })).toHaveAttribute(
    'aria-selected',
    'true',
  );

  await page.reload();
  await showOnly(page, 'medial');
  expect(newVein(before, await veins())).toEqual(drawn);
  // The stroke is where the hand drew it: a click on its middle meets the vein.
  await page.mouse.click(middle[0] + 6 * Math.sin(10 / 3), middle[1] - 90);
  await expect(page.getByRole('option', { name: `L${String(drawn.number)}` })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('a web made of clicks, undone and redone, is the same web again', async ({ app, page }) => {
  const { veins, middle } = await openMap(app, page);
  await showOnly(page, 'medial');
  const before = await veins();
  const count = await rows(page).count();
  await page.keyboard.press('w');
  for (const [dx, dy] of [
    [-20, -200],
    [20, -200],
    [25, -160],
    [-15, -155],
  ] as const) {
    await page.mouse.click(middle[0] + dx, middle[1] + dy);
  }
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(count + 1);
  await saved(page);
  const web = newVein(before, await veins());
  expect(web.pattern).toBe('web');
  expect(web.path).toHaveLength(4);

  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(count);
  await page.keyboard.press('Control+Shift+z');
  await expect(rows(page)).toHaveCount(count + 1);
  await expect.poll(async () => (await veins()).find(({ id }) => id === web.id)).toEqual(web);
});

test('a stroke beside the leg draws nothing and says so, until the hand goes down again', async ({
  app,
  page,
}) => {
  const { veins, middle } = await openMap(app, page);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await showOnly(page, 'medial');
  const before = await veins();
  const note = page.getByRole('status').filter({ hasText: 'Nothing drawn: begin on the leg.' });
  await page.keyboard.press('l');
  await stroke(page, downwards([middle[0] + 250, middle[1] - 100], 120));
  await expect(note).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.mouse.move(middle[0], middle[1] - 150);
  await page.mouse.down();
  await expect(note).toHaveCount(0);
  await page.mouse.up();
  await page.keyboard.press('Escape');
  expect(await veins()).toEqual(before);
  expect(dialogs).toEqual([]);
});

test('undo waits until a gesture has ended, and Escape takes the gesture back', async ({ app, page }) => {
  const { middle } = await openMap(app, page);
  await showOnly(page, 'medial');
  const count = await rows(page).count();
  await page.keyboard.press('l');
  await page.mouse.move(middle[0], middle[1] - 150);
  await page.mouse.down();
  await page.mouse.move(middle[0], middle[1] - 50);
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(count);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(rows(page)).toHaveCount(count);
});

test('a vein is chosen, changed and erased by the keyboard alone', async ({ app, page }) => {
  const { veins } = await openMap(app, page);
  const count = await rows(page).count();
  await page.getByRole('listbox', { name: 'Veins' }).focus();
  await page.keyboard.press('End');
  await expect(rows(page).last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Kind')).toBeFocused();
  await page.getByLabel('Diameter mm').fill('0,7');
  await page.keyboard.press('Enter');
  await expect(rows(page).last()).toContainText('0.7');
  await page.getByLabel('Diameter mm').fill('7.77');
  await expect(page.getByText('0.1 to 20 mm, in tenths')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('listbox', { name: 'Veins' }).focus();
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(count - 1);
  await saved(page);
  const left = (await veins()).filter(({ leg }) => leg === 'left');
  expect(left).toHaveLength(count - 1);
});

test('the arrow keys move the selected vein by a millimetre, with Shift by ten', async ({ app, page }) => {
  const { veins, middle } = await openMap(app, page);
  await showOnly(page, 'medial');
  const before = await veins();
  await page.keyboard.press('l');
  await stroke(page, downwards([middle[0], middle[1] - 150], 100));
  await saved(page);
  const drawn = newVein(before, await veins());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  const [x, y] = drawn.path[0] ?? [0, 0];
  await expect
    .poll(async () => (await veins()).find(({ id }) => id === drawn.id)?.path[0])
    .toEqual([Math.round((x + 10) * 100) / 100, Math.round((y - 1) * 100) / 100]);
});

test('who may only read can look and choose, but has no tools that change the map', async ({ app, page }) => {
  await openMap(app, page, 'Tom Brandt');
  await expect(page.getByRole('toolbar', { name: 'Tools' }).getByRole('button')).toHaveText([
    'Select',
    'Pan',
  ]);
  await rows(page).first().click();
  await expect(page.getByRole('region', { name: /^Vein L/ })).toBeVisible();
  await expect(page.getByLabel('Kind')).toHaveCount(0);
  const count = await rows(page).count();
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(count);
});

test('all that lies in a box is mirrored to the other leg, and one undo takes it back', async ({
  app,
  page,
}) => {
  const { veins, middle } = await openMap(app, page);
  await showOnly(page, 'lateral');
  const before = await veins();
  const there = before.filter(({ leg, aspect }) => leg === 'left' && aspect === 'lateral');
  const [x, y] = middle;
  await stroke(page, [
    [x - 250, y - 250],
    [x, y],
    [x + 300, y + 250],
  ]);
  await expect(chosen(page)).toHaveCount(there.length);
  await page.keyboard.press('Control+m');
  await expect(page.getByText(`Mirrored to the RIGHT leg: ${String(there.length)} items.`)).toBeVisible();
  await expect(chosen(page)).toHaveCount(there.length);
  await saved(page);
  const images = (await veins()).filter(({ id }) => !before.some((old) => old.id === id));
  expect(images.map(({ leg, kind }) => `${leg} ${kind}`).toSorted()).toEqual(
    there.map(({ kind }) => `right ${kind}`).toSorted(),
  );
  await page.keyboard.press('Control+z');
  await expect.poll(veins).toEqual(before);
});

test('a line gets a site and a note, is split and joined again, step by step and back', async ({
  app,
  page,
}) => {
  const { veins, marks, middle } = await openMap(app, page);
  await showOnly(page, 'medial');
  const before = await veins();
  const [x, y] = middle;
  await page.keyboard.press('l');
  await stroke(page, downwards([x, y - 150], 120));
  await expect.poll(async () => (await veins()).length).toBe(before.length + 1);
  const drawn = newVein(before, await veins());

  await page.keyboard.press('i');
  await page.mouse.click(x + 6 * Math.sin(5) + 5, y - 60);
  await expect.poll(marks).toMatchObject([{ mark: 'site', veinId: drawn.id }]);
  await page.keyboard.press('n');
  await page.mouse.click(x, y + 60);
  await page.keyboard.type('old scar');
  await page.keyboard.press('Enter');
  await expect.poll(marks).toHaveLength(2);
  expect(await marks()).toContainEqual(expect.objectContaining({ mark: 'note', text: 'old scar' }));

  await page.getByRole('application').focus();
  await page.keyboard.press('v');
  await page.mouse.click(x + 6 * Math.sin(10 / 3), y - 90);
  await expect(page.getByRole('option', { name: `L${String(drawn.number)}` })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Shift+S');
  await expect.poll(async () => (await veins()).length).toBe(before.length + 2);
  await page.keyboard.press('Shift+J');
  await expect.poll(async () => (await veins()).length).toBe(before.length + 1);
  for (let steps = 0; steps < 5; steps += 1) await page.keyboard.press('Control+z');
  await expect.poll(veins).toEqual(before);
  await expect.poll(marks).toEqual([]);
});

test.describe('with fingers', () => {
  test.use({ hasTouch: true });

  test('one finger draws, two fingers zoom and draw nothing, a tap pins a note', async ({ app, page }) => {
    const { marks, middle } = await openMap(app, page);
    await showOnly(page, 'medial');
    const count = await rows(page).count();
    await page.keyboard.press('l');
    const touch = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly At[]) =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: points.map(([x, y], id) => ({ x, y, id })),
      });
    const path = downwards([middle[0], middle[1] - 150], 100);
    await send('touchStart', path.slice(0, 1));
    for (const point of path) await send('touchMove', [point]);
    await send('touchEnd', []);
    await expect(rows(page)).toHaveCount(count + 1);

    const [x, y] = middle;
    await send('touchStart', [[x, y]]);
    await send('touchStart', [
      [x, y],
      [x + 60, y],
    ]);
    for (let i = 1; i < 10; i += 1) {
      await send('touchMove', [
        [x - i * 5, y],
        [x + 60 + i * 5, y],
      ]);
    }
    await send('touchEnd', []);
    await expect(rows(page)).toHaveCount(count + 1);

    await page.keyboard.press('n');
    await send('touchStart', [[x, y + 40]]);
    await send('touchEnd', []);
    await expect(page.getByRole('textbox', { name: 'Text' })).toBeFocused();
    await page.keyboard.type('scar');
    await page.keyboard.press('Enter');
    await expect.poll(marks).toMatchObject([{ mark: 'note', text: 'scar' }]);
  });

  test('C13: the pen draws while the palm rests, and then a finger draws no more', async ({ app, page }) => {
    const { middle } = await openMap(app, page);
    await showOnly(page, 'medial');
    const count = await rows(page).count();
    await page.keyboard.press('l');
    const input = await page.context().newCDPSession(page);
    const [x, y] = middle;
    const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', [px, py]: At) =>
      input.send('Input.dispatchMouseEvent', {
        type,
        x: px,
        y: py,
        button: 'left',
        buttons: 1,
        clickCount: 1,
        pointerType: 'pen',
      });
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly At[]) =>
      input.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: points.map(([px, py], id) => ({ x: px, y: py, id })),
      });
    const path = downwards([x, y - 150], 100);
    const palm: At = [x + 40, y + 60];
    await pen('mousePressed', path[0] ?? middle);
    for (const [index, point] of path.entries()) {
      await pen('mouseMoved', point);
      if (index === 5) await touch('touchStart', [palm]);
      if (index === 9) await touch('touchMove', [[palm[0] - 30, palm[1] - 40]]);
      if (index === 14) await touch('touchEnd', []);
    }
    await pen('mouseReleased', path.at(-1) ?? middle);
    await expect(rows(page)).toHaveCount(count + 1);
    await expect(page.getByRole('button', { name: 'Pen', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );

    await touch('touchStart', [[x, y]]);
    for (let i = 1; i < 10; i += 1) await touch('touchMove', [[x + i, y + i * 6]]);
    await touch('touchEnd', []);
    await saved(page);
    await expect(rows(page)).toHaveCount(count + 1);
  });
});
