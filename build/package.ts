import { buildApp } from './build-app.ts';
import { runTool } from './run.ts';

// Installers for this system; `npm run package -- --linux deb` and the like choose another.
if (await buildApp()) {
  const { code } = await runTool('electron-builder/cli.js', [
    '--config',
    'build/electron-builder.json',
    '--publish',
    'never',
    ...process.argv.slice(2),
  ]);
  process.exitCode = code;
} else {
  process.exitCode = 1;
}
