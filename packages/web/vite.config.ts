import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run dev` finds a running server; the built page is served by the server itself. */
const SERVER = 'http://127.0.0.1:4321';

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  server: { proxy: { '/api': SERVER, '/v1': SERVER } },
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
              name: 'foundation',
              test: /node_modules[\\/](react|react-dom|scheduler|@emotion|@mui|@tanstack)[\\/]/,
            },
          ],
        },
      },
    },
  },
});
