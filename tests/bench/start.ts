import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { inFolder } from './bench-clinic.ts';
import { figureOf, type Figure } from './measure.ts';

const serve = resolve(import.meta.dirname, '../../electron/serve.ts');

/** From starting the process to the line that says it is ready, on records that exist. */
export function benchStart(runs: number): Promise<Figure> {
  return inFolder(async (folder) => {
    const data = join(folder, 'data');
    await startOnce(data);
    const took: number[] = [];
    for (let run = 0; run < runs; run += 1) took.push(await startOnce(data));
    return figureOf(took);
  });
}

/** Starts the program on the records in a folder and ends it; milliseconds until it was ready. */
export async function startOnce(data: string): Promise<number> {
  const before = performance.now();
  const child = spawn(process.execPath, [serve, '--no-open', '--data', data], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('Phleboplan is ready: ')) continue;
    const took = performance.now() - before;
    child.kill('SIGTERM');
    await ended;
    return took;
  }
  throw new Error('the program ended before it was ready');
}
