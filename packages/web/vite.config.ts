import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './building/compressed.ts';
import { offlineWorker, sentencesEarly } from './building/offline.ts';

/** Where `npm run dev` finds a running server; the built page is served by the server itself. */
const SERVER = 'http://127.0.0.1:4321';

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), offlineWorker(), sentencesEarly(), compressed()],
  server: { proxy: { '/api': SERVER, '/v1': SERVER, '/docs': SERVER, '/health': SERVER } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The content security policy allows no data: addresses for fonts, so nothing is folded into the style sheet.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // Everything in core is a pure declaration: what the page does not use (phone tables, schemas) stays out.
      treeshake: { moduleSideEffects: [{ test: /packages[\\/]core[\\/]/, sideEffects: false }] },
      output: {
        codeSplitting: {
          groups: [
            {
              // What every view stands on. Components are left out: those that only a later view shows come with it.
              name: 'foundation',
              test: /node_modules[\\/](react|react-dom|scheduler|@emotion|stylis|@tanstack[\\/](?!react-virtual|virtual))/,
            },
          ],
        },
      },
    },
  },
});
