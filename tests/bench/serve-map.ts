import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { build, preview } from 'vite';

export interface ServedMap {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Builds the bench page, which is no part of the product, and serves it on this machine alone. */
export async function serveMap(port = 0): Promise<ServedMap> {
  const root = resolve(import.meta.dirname, 'map-page');
  const outDir = resolve(import.meta.dirname, '../../out/bench');
  const common = { root, configFile: false as const, logLevel: 'error' as const, plugins: [react()] };
  await build({ ...common, build: { outDir, emptyOutDir: true } });
  const server = await preview({
    ...common,
    build: { outDir },
    preview: { host: '127.0.0.1', port, strictPort: port !== 0, open: false },
  });
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('the bench page has no address');
  return { url, stop: () => server.close() };
}
