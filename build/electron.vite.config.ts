import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';
import { cspNoncePlaceholder } from '../electron/content-security.ts';

const root = resolve(import.meta.dirname, '..');
const at = (...parts: string[]) => resolve(root, ...parts);

// Not replaced by electron-vite itself; undefined, it would send libraries down their development branch.
const define = { 'process.env.NODE_ENV': JSON.stringify('production') };

/** electron-vite forces relative addresses, which break when a deep path is reloaded. */
const absoluteBase = { name: 'absolute-base', config: () => ({ base: '/' }) };

export default defineConfig({
  main: {
    define,
    build: {
      outDir: at('out/main'),
      rolldownOptions: {
        input: {
          main: at('electron/desktop/entry.ts'),
          'check-copy-thread': at('electron/storage/check-copy-thread.ts'),
        },
      },
    },
  },
  preload: {
    define,
    build: {
      outDir: at('out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        // A sandboxed preload can be but one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    define,
    html: { cspNonce: cspNoncePlaceholder },
    plugins: [react(), absoluteBase],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      // Fonts and pictures inlined as data: addresses would be refused by the content security policy.
      assetsInlineLimit: 0,
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
});
