import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run, runTool } from './run.ts';

/** Where browsers of Chromium's family lie when somebody installed one. */
function usualPlaces(): string[] {
  const { platform, env } = process;
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return folders.flatMap((folder) =>
      folder === undefined
        ? []
        : [
            join(folder, 'Google/Chrome/Application/chrome.exe'),
            join(folder, 'Chromium/Application/chrome.exe'),
            join(folder, 'Microsoft/Edge/Application/msedge.exe'),
          ],
    );
  }
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** A Chromium to run tests and take pictures with: CHROMIUM_PATH, an installed one, or Playwright's own. */
export function findChromium(): string | null {
  const chosen = process.env['CHROMIUM_PATH'];
  const places = [...(chosen ? [chosen] : []), ...usualPlaces(), chromium.executablePath()];
  return places.find((place) => existsSync(place)) ?? null;
}

/** A Chromium, installed where that is possible; null where somebody has to do it. */
export async function ensureChromium(): Promise<string | null> {
  const present = findChromium();
  if (present !== null) return present;
  console.log("Fetching Playwright's Chromium (once) …");
  await runTool('@playwright/test/cli.js', ['install', 'chromium'], {
    quiet: true,
    timeoutMs: 300_000,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
  });
  return findChromium() ?? (await installFromDistribution());
}

async function installFromDistribution(): Promise<string | null> {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return null;
  console.log("Installing the distribution's Chromium (once) …");
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { quiet: true, timeoutMs: 300_000, env });
  const installed = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
    quiet: true,
    timeoutMs: 900_000,
    env,
  });
  if (installed.code !== 0) console.error(installed.output.split('\n').slice(-5).join('\n'));
  return findChromium();
}

/** What to tell somebody whose machine has no Chromium and cannot get one by itself. */
export const chromiumMissing =
  'No Chromium was found or could be downloaded. Install Google Chrome or Chromium, or set CHROMIUM_PATH to one, and run this again.';
