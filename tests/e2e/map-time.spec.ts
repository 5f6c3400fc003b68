import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { datesOf, mapOn, type HistoryDay } from '../../shared/domain/leg-map/timeline.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import { dateText } from '../../renderer/text/format.ts';
import { DEMO_PIN, expect, signInAt, test } from '../support/app.ts';
import type { RunningApp } from '../support/running-app.ts';

test.use({ opened: false });

const SURGEON = 'Dr Ines Okafor';

/** Opens the map of somebody who was mapped, treated and reviewed, and tells what its days are and which leg is shown. */
async function openMap(app: RunningApp, page: Page) {
  const api = await app.api(SURGEON, DEMO_PIN);
  const [patient] = await api.patients.search.query({ text: 'Marchetti', limit: 1 });
  const patientId = patient?.id ?? '';
  const { cases } = await api.patients.get.query({ patientId });
  const caseId: CaseId | undefined = cases[0]?.id;
  if (caseId === undefined) throw new Error('no case');
  const history = await api.map.history.query({ caseId });
  const { veins } = await api.map.get.query({ caseId, onDate: null });
  const right = veins.filter(({ leg }) => leg === 'right').length;
  await signInAt(page, `${app.origin}/patients/${patientId}/cases/${caseId}/map`, SURGEON);
  const slider = page.getByRole('slider', { name: 'Map on' });
  await slider.waitFor();
  return { history, days: datesOf(history), slider, leg: right > veins.length - right ? 'right' : 'left' };
}

/** The day at a place, counted from the end where it is negative. */
function dayAt(days: readonly HistoryDay[], at: number): HistoryDay {
  const day = days.at(at);
  if (day === undefined) throw new Error('no such day');
  return day;
}

test('the map is taken back to a past day, to be read only, and played until now', async ({ app, page }) => {
  const { history, days, slider, leg } = await openMap(app, page);
  const first = dayAt(days, 0);
  const banner = page.getByRole('status').filter({ hasText: 'As it was on' });

  await slider.press('Home');
  await expect(banner).toContainText(`As it was on ${dateText(first.onDate)} · read only`);
  const { veins } = mapOn(history, first.onDate);
  await expect(slider).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`mapped, ${String(veins.length)} veins$`),
  );
  const listed = page.getByRole('listbox', { name: 'Veins then' }).getByRole('option');
  await expect(listed).toHaveCount(veins.filter(({ vein }) => vein.leg === leg).length);
  await slider.press('ArrowRight');
  await expect(banner).toContainText(dateText(dayAt(days, 1).onDate));
  await expect(slider).toHaveAttribute('aria-valuetext', /session 1, .* injected/);

  await banner.getByRole('button', { name: 'Back to now' }).click();
  await expect(banner).toHaveCount(0);
  await expect(slider).toHaveAttribute('aria-valuetext', /^Now, /);

  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('button', { name: 'Next date' }).click();
  await expect(banner).toContainText(dateText(first.onDate));
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.getByRole('button', { name: 'Play the map through its dates' }).click();
  await expect(slider).toHaveAttribute('aria-valuetext', /^Now, /, { timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Play the map through its dates' })).toBeVisible();
});

test('two days are compared side by side and swiped, counted, listed, and all by keyboard', async ({
  app,
  page,
}) => {
  const { days } = await openMap(app, page);
  await page.keyboard.press('d');
  const comparison = page.getByRole('region', { name: 'Compare two dates' });
  await expect(comparison).toBeFocused();
  await expect(comparison.getByLabel('Before')).toHaveValue(dayAt(days, 0).onDate);
  await expect(comparison.getByLabel('After')).toHaveValue(dayAt(days, -1).onDate);

  const gone = comparison.getByRole('button', { name: /^Gone/ });
  const listed = comparison.getByRole('listbox', { name: 'Compared veins' });
  const all = await listed.getByRole('option').count();
  const goneOnes = await listed.getByRole('option').filter({ hasText: 'Gone' }).count();
  expect(goneOnes).toBeGreaterThan(0);
  await expect(gone).toHaveText(`Gone${String(goneOnes)}`);
  await expect(comparison.getByRole('row', { name: /^All/ }).getByRole('cell').first()).toHaveText(
    new RegExp(`^${String(goneOnes)}\\d+.mm$`),
  );
  await listed.press('ArrowDown');
  await expect(comparison.getByRole('img', { name: /[LR]\d+ selected/ })).toHaveCount(2);
  await gone.press('Space');
  await expect(listed.getByRole('option')).toHaveCount(all - goneOnes);

  await comparison.getByRole('radio', { name: 'Side by side' }).press('ArrowRight');
  const divider = comparison.getByRole('slider', { name: /^Divider/ });
  await divider.press('ArrowRight');
  await expect(divider).toHaveAttribute('aria-valuenow', '52');
  const box = await divider.boundingBox();
  if (box === null) throw new Error('no divider on the screen');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 200, box.y + 40, { steps: 3 });
  await page.mouse.up();
  await expect.poll(async () => Number(await divider.getAttribute('aria-valuenow'))).toBeLessThan(40);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(comparison).toHaveCount(0);
});
