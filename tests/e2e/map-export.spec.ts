import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { demoPlaces } from '../../build/screenshot-places.ts';
import { DEMO_PIN, expect, signInAt, test } from '../support/app.ts';
import type { RunningApp } from '../support/running-app.ts';

test.use({ opened: false });

async function openDialog(app: RunningApp, page: Page): Promise<Locator> {
  const at = await demoPlaces(await app.api('Dr Ines Okafor', DEMO_PIN));
  await signInAt(page, `${app.origin}${at.page('Lindqvist', 'map')}`, 'Dr Ines Okafor');
  await page.getByRole('application').waitFor();
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Save or copy the map' });
  await expect(dialog.getByRole('img', { name: 'Preview of the picture' })).toBeVisible();
  return dialog;
}

/** What the browser was given to keep. */
async function saved(page: Page, dialog: Locator, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: button }).click(),
  ]);
  await expect(dialog.getByRole('status').filter({ hasText: 'among its downloads' })).toBeVisible();
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The share of the preview that is not white, in percent; 0 until it is drawn. */
function drawnPercent(dialog: Locator): Promise<number> {
  return dialog.getByRole('img', { name: 'Preview of the picture' }).evaluate((image) => {
    if (!(image instanceof HTMLImageElement) || image.naturalWidth === 0) return 0;
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [400, 283];
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0, 400, 283);
    const pixels = context?.getImageData(0, 0, 400, 283).data ?? new Uint8ClampedArray();
    const greens = pixels.filter((_, index) => index % 4 === 1);
    return (100 * greens.filter((green) => green < 250).length) / greens.length;
  });
}

test('the map is saved as SVG and PNG and copied, and what is chosen is what comes out', async ({
  app,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  const dialog = await openDialog(app, page);
  await expect.poll(() => drawnPercent(dialog)).toBeGreaterThan(15);

  const svg = await saved(page, dialog, 'Save as SVG');
  expect(svg.name).toMatch(/^DC-00417 left leg \d{4}-\d\d-\d\d\.svg$/);
  const text = svg.bytes.toString('utf8');
  expect(text).toContain('>LINDQVIST, Maja</text>');
  expect(text).toContain('data:image/jpeg;base64,');
  expect(text).toContain('data:font/woff2;base64,');

  await dialog.getByRole('radio', { name: 'As shown' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('radio', { name: 'Right leg' })).toBeChecked();
  await dialog.getByRole('radio', { name: 'Colour' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => drawnPercent(dialog)).toBeLessThan(15);
  const png = await saved(page, dialog, 'Save as PNG');
  expect(png.name).toMatch(/^DC-00417 right leg \d{4}-\d\d-\d\d black-and-white\.png$/);
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([2339, 1654]);

  await dialog.getByRole('button', { name: 'Copy as picture' }).click();
  await expect(dialog.getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible();
  const types = await page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap(({ types }) => types),
  );
  expect(types).toEqual(['image/png']);
  expect(refused).toEqual([]);

  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
