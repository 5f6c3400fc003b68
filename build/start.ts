import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildApp } from './build-app.ts';
import { ensureElectron } from './electron-binary.ts';
import { root, run } from './run.ts';
import { clinicArguments, parseStartOptions, webArguments, type StartOptions } from './start-options.ts';

/** An Electron that ends badly this soon did not get as far as a window. */
const startUpMs = 15_000;
/** The exit code of the desktop app when it could not open the records and has said why. */
const toldWhy = 3;

/** Opens the desktop app; tells why where that cannot be. */
async function openDesktop(options: StartOptions): Promise<{ code: number } | { obstacle: string }> {
  const display = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'];
  if (process.platform === 'linux' && !display) return { obstacle: 'There is no display' };
  if (process.getuid?.() === 0) return { obstacle: 'Electron does not run as root' };
  const binary = await ensureElectron();
  if (binary === null) return { obstacle: 'The Electron binary is not there and could not be downloaded' };
  const started = performance.now();
  const { code } = await run(binary, [root, ...clinicArguments(options)]);
  if (code !== 0 && code !== toldWhy && performance.now() - started < startUpMs)
    return { obstacle: 'Electron did not start' };
  return { code };
}

/** Goes on in this process as the web host, so that a signal reaches it once and directly. */
async function serveToBrowser(options: StartOptions): Promise<void> {
  const host = resolve(root, 'electron/serve.ts');
  process.argv = [process.execPath, host, ...webArguments(options)];
  await import(pathToFileURL(host).href);
}

async function main(): Promise<void> {
  // npm runs scripts in the project's folder and tells here where the command was given.
  const parsed = parseStartOptions(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  if ('problem' in parsed) {
    console.error(`${parsed.problem} The options are listed by: npm start -- --help`);
    process.exitCode = 2;
    return;
  }
  if (!(await buildApp())) {
    process.exitCode = 1;
    return;
  }
  if (!parsed.options.web) {
    const outcome = await openDesktop(parsed.options);
    if ('code' in outcome) {
      process.exitCode = outcome.code;
      return;
    }
    console.log(`${outcome.obstacle}, so Phleboplan is served to the browser.`);
  }
  await serveToBrowser(parsed.options);
}

await main();
