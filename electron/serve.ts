import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openClinics } from './clinics.ts';
import { startFailureText } from './start-up-text.ts';
import { fileKeyStore } from './storage/file-key-store.ts';
import { defaultDataFolder } from './storage/paths.ts';
import { restoreBackup } from './storage/restore.ts';
import { systemSurroundings } from './system-surroundings.ts';
import { startWebHost } from './web-host.ts';

/** The program's own options, or one sentence on what is wrong with them. */
function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string' },
      demo: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
      restore: { type: 'string' },
    },
  });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535)
    throw new Error(`--port takes a number from 0 to 65535, not "${values.port}".`);
  const folder = resolve(
    values.data ??
      defaultDataFolder({ platform: process.platform, environment: process.env, homeFolder: homedir() }),
  );
  return { port, folder, demo: values.demo, open: !values['no-open'], restore: values.restore ?? null };
}

type Options = ReturnType<typeof readOptions>;

/** Ends with one sentence. */
function stopWith(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

async function restore({ folder }: Options, file: string): Promise<void> {
  const restored = await restoreBackup({
    folder,
    file: resolve(file),
    keyStore: fileKeyStore(folder),
    now: systemSurroundings.now,
  });
  if (!restored.ok) stopWith(startFailureText(restored.error, folder));
  const { keptFile } = restored.value;
  const kept = keptFile === null ? '' : ` The former records are kept as ${keptFile}.`;
  console.log(`The backup has been brought back.${kept}`);
}

function browserCommand(url: string): readonly [string, readonly string[]] {
  switch (process.platform) {
    case 'darwin':
      return ['open', [url]];
    case 'win32':
      return ['rundll32', ['url.dll,FileProtocolHandler', url]];
    default:
      return ['xdg-open', [url]];
  }
}

function openBrowser(url: string): void {
  const [command, args] = browserCommand(url);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  // No browser to be found is no fault: the address stands on the screen.
  child.on('error', () => undefined);
  child.unref();
}

async function main(options: Options): Promise<void> {
  if (options.restore !== null) await restore(options, options.restore);
  const { folder } = options;
  const clinics = await openClinics({ folder, startInDemo: options.demo, keyStoreFor: fileKeyStore });
  if (!clinics.ok) stopWith(startFailureText(clinics.error, folder));
  const rendererFolder = join(import.meta.dirname, '..', 'out', 'renderer');
  if (!existsSync(rendererFolder)) console.error('The screens have not been built yet; run "npm run build".');
  const host = await startWebHost({ clinics: clinics.value, rendererFolder, port: options.port }).catch(
    async (error: unknown) => {
      await clinics.value.close();
      if (!(error instanceof Error && 'code' in error)) throw error;
      return stopWith(
        `Port ${String(options.port)} cannot be had (${String(error.code)}); choose another with --port.`,
      );
    },
  );

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await host.close();
    await clinics.value.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());

  console.log(`Phleboplan is ready: ${host.startUrl}`);
  if (options.open) openBrowser(host.startUrl);
}

function optionsOrStop(): Options {
  try {
    return readOptions();
  } catch (error) {
    return stopWith(error instanceof Error ? error.message : String(error));
  }
}

await main(optionsOrStop());
