import { systemSurroundings } from '../../electron/system-surroundings.ts';
import { addDays } from '../../shared/kernel/time.ts';
import { expect, signIn, test } from '../support/app.ts';
import { startApp } from '../support/running-app.ts';

test('a page that is left open over midnight shows the new day', async ({ context, demoFolder }) => {
  let daysLater = 0;
  const app = await startApp({
    demo: true,
    from: demoFolder,
    surroundings: { ...systemSurroundings, today: () => addDays(systemSurroundings.today(), daysLater) },
  });
  try {
    const page = await context.newPage();
    const late = (minutes: number, seconds: number) => new Date().setHours(23, minutes, seconds, 0);
    await page.clock.install({ time: late(57, 0) });
    await page.goto(app.startUrl);
    await signIn(page, 'Rita Silva');
    await page.getByRole('combobox', { name: /^Name, record number/ }).fill('ferr');
    await page.getByRole('option', { name: /FERREIRA, Ana/ }).click();
    const glance = page.getByRole('region', { name: 'At a glance' });
    await expect(glance).toContainText('Ready');
    await page.clock.pauseAt(late(59, 55));
    daysLater = 1;
    // Sooner than the page would have asked for anything by itself.
    await page.clock.runFor(6_000);
    await page.clock.resume();
    await expect(page.getByRole('region', { name: 'Before session 3' })).toContainText(
      'That day has passed.',
    );
  } finally {
    await app.stop();
  }
});
