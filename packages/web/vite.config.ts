import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './building/compressed.ts';
import { compiledAhead } from './building/compiled-ahead.ts';
import { offlineWorker, neededEarly } from './building/offline.ts';
import { portalPages } from './building/portal.ts';

/** Where `npm run dev` finds a running server; the built page is served by the server itself. */
const SERVER = 'http://127.0.0.1:4321';

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [
    react(),
    offlineWorker(),
    neededEarly(),
    compiledAhead(),
    compressed(),
    portalPages(import.meta.dirname),
  ],
  server: { proxy: { '/api': SERVER, '/v1': SERVER, '/docs': SERVER, '/health': SERVER } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The content security policy allows no data: addresses for fonts, so nothing is folded into the style sheet.
    assetsInlineLimit: 0,
    // One file for the whole first view, on purpose; tests/page-size.test.ts holds what all of it weighs.
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      // Everything in core is a pure declaration: what the page does not use (phone tables, schemas) stays out.
      treeshake: { moduleSideEffects: [{ test: /packages[\\/]core[\\/]/, sideEffects: false }] },
      output: {
        codeSplitting: {
          groups: [
            {
              // What the first view stands on is one file: a browser spends more on fifty small ones than on their code.
              name: 'foundation',
              tags: ['$initial'],
              // The entry keeps a file of its own: an open page knows by that file's name which build it is of.
              test: (id) => !id.endsWith('/src/main.tsx') && !id.endsWith('/index.html'),
            },
          ],
        },
      },
    },
  },
});
