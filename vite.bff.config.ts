import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The server bundle: our own packages inlined, npm packages left to node_modules.
 * Every file lands flat in dist/bff, so `new URL('./storage-worker.js', import.meta.url)`
 * finds the worker from whichever chunk asks for it.
 */
export default defineConfig({
  root: at('apps/bff'),
  cacheDir: at('.cache/vite-bff'),
  build: {
    ssr: true,
    target: 'node20',
    outDir: at('dist/bff'),
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: {
        main: at('apps/bff/src/main.ts'),
        cli: at('apps/bff/src/cli.ts'),
        'storage-worker': at('apps/bff/src/adapters/storage/file/worker.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: [/^@sitrep\//] },
});
