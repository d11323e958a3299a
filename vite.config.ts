import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { compiledMessages } from './scripts/lib/compiled-messages.mjs';
import { packedAssets } from './scripts/lib/packed-assets.mjs';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** In `npm run dev` everything that is not the app itself is answered by the BFF. */
const bff = process.env['SITREP_DEV_BFF'] ?? 'http://127.0.0.1:4681';
const proxied = ['/api', '/healthz', '/readyz', '/metrics', '/status'];

const serverTests = 'apps/bff/src/**/*.integration.test.ts';

/**
 * Many small files cost a first visit more than their bytes do. So what the first paint needs is two files, of which
 * libraries change rarely; what screens and dialogs share that come later is put together by who needs it.
 */
const chunks = [
  { name: 'libraries', tags: ['$initial' as const], test: /node_modules/, priority: 2 },
  { name: 'app', tags: ['$initial' as const], priority: 1 },
  // One file: what is put together by size can need itself before it has begun.
  { name: 'domain', test: /packages\/shared\/src/, minShareCount: 2, priority: 0.5 },
  { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 24_000 },
];

export default defineConfig({
  root: at('apps/web'),
  cacheDir: at('.cache/vite'),
  plugins: [
    react(),
    tailwindcss(),
    compiledMessages({
      languages: /\/messages\/[a-z]{2}-(?:first|later)\.ts$/,
      formatter: at('apps/web/src/messages/format-compiled.ts'),
    }),
    packedAssets(),
  ],
  build: {
    outDir: at('dist/web'),
    emptyOutDir: true,
    sourcemap: true,
    // A strict Content-Security-Policy must hold: nothing inline, no data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: { groups: chunks },
        chunkFileNames: ({ name }) => `assets/${name.replace(/~.*/, '')}-[hash].js`,
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: Number(process.env['SITREP_PORT'] ?? 4680),
    strictPort: true,
    proxy: {
      ...Object.fromEntries(proxied.map((path) => [path, { target: bff }])),
      '/socket.io': { target: bff, ws: true },
    },
  },
  test: {
    root: at('.'),
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['packages/shared/src/**/*.test.ts', 'apps/*/src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
          exclude: [serverTests],
          setupFiles: [at('scripts/lib/fail-on-console.mjs')],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          environment: 'node',
          include: [serverTests, 'rig/**/*.test.ts'],
          setupFiles: [at('scripts/lib/fail-on-console.mjs')],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
