import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig, type Plugin } from 'vite';
import { compressed } from './compressed.ts';

/** The typeface of Persian, which the pages cannot be read without. */
const TYPEFACE = /vazirmatn-arabic-wght.*\.woff2$/;

/**
 * Builds the customer's own pages beside the workplace: an application of its own, so that no byte of the workplace comes
 * along to a customer's phone. While somebody develops, `/p/…` shows them from their sources.
 */
export function portalPages(root: string): Plugin {
  let folder = '';
  return {
    name: 'nardeban-portal',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir, 'portal');
    },
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (/^\/p\/[^/.]+(?:\/[^.]*)?$/.test(request.url?.split('?')[0] ?? '')) request.url = '/portal.html';
        next();
      });
    },
    async closeBundle() {
      if (this.meta.watchMode || this.environment.config.command !== 'build') return;
      await build(portalConfig(root, folder));
    },
  };
}

function portalConfig(root: string, outDir: string): InlineConfig {
  return {
    configFile: false,
    root,
    base: '/portal/',
    publicDir: false,
    plugins: [react(), portalWorker(), typefaceEarly(), compressed()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: join(root, 'portal.html'),
        treeshake: { moduleSideEffects: [{ test: /packages[\\/]core[\\/]/, sideEffects: false }] },
      },
    },
  };
}

/** Writes the pages' own service worker, with the names of all their files. */
function portalWorker(): Plugin {
  return {
    name: 'nardeban-portal-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = Object.keys(bundle)
        .filter((name) => name.startsWith('assets/'))
        .sort();
      const worker = readFileSync(join(import.meta.dirname, 'portal-worker.js'), 'utf8');
      const version = createHash('sha256').update(files.join('\n')).update(worker).digest('hex').slice(0, 12);
      this.emitFile({
        type: 'asset',
        fileName: 'worker.js',
        source: worker
          .replace('__VERSION__', version)
          .replace('__FILES__', JSON.stringify(files.map((name) => `/portal/${name}`))),
      });
    },
  };
}

/** Tells the browser of the typeface while it still reads the page. */
function typefaceEarly(): Plugin {
  return {
    name: 'nardeban-portal-typeface',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const typeface = Object.keys(bundle ?? {}).filter((name) => TYPEFACE.test(name));
        if (typeface.length !== 1) throw new Error('The pages have not the one file of the typeface.');
        return typeface.map((name) => ({
          tag: 'link',
          attrs: {
            rel: 'preload',
            as: 'font',
            type: 'font/woff2',
            crossorigin: true,
            href: `/portal/${name}`,
          },
          injectTo: 'head-prepend' as const,
        }));
      },
    },
  };
}
