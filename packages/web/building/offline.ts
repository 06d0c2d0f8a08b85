import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What the offline page needs, beside the page's own first files. */
const OFFLINE_FILES = ['/offline.html', '/offline.css', '/offline.js', '/mark.svg'];

/**
 * Writes the service worker of this build: the names of the files that the first view needs, and a version made of
 * all of them, so that another build has another worker.
 */
export function offlineWorker(): Plugin {
  return {
    name: 'nardeban-offline-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const names = Object.keys(bundle).sort();
      const first = new Set<string>();
      const add = (name: string) => {
        if (first.has(name)) return;
        first.add(name);
        const part = bundle[name];
        if (part?.type === 'chunk') for (const imported of part.imports) add(imported);
      };
      for (const name of names) {
        const part = bundle[name];
        const isEntry = part?.type === 'chunk' && part.isEntry;
        // The typeface of both alphabets: without it the kept page would look like another one.
        if (isEntry || /vazirmatn-(?:arabic|latin)-wght.*\.woff2$/.test(name) || /index.*\.css$/.test(name))
          add(name);
      }
      const files = [...[...first].map((name) => `/${name}`), ...OFFLINE_FILES];
      const worker = readFileSync(join(import.meta.dirname, 'offline-worker.js'), 'utf8');
      const version = createHash('sha256').update(names.join('\n')).update(worker).digest('hex').slice(0, 12);
      this.emitFile({
        type: 'asset',
        fileName: 'offline-worker.js',
        source: worker.replace('__VERSION__', version).replace('__FIRST__', JSON.stringify(files)),
      });
    },
  };
}

/** Tells the browser of the Persian sentences while it still reads the page: nearly every reader needs them first. */
export function sentencesEarly(): Plugin {
  return {
    name: 'nardeban-sentences-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const name = Object.values(bundle ?? {}).find(
          (part) =>
            part.type === 'chunk' &&
            part.facadeModuleId?.replaceAll('\\', '/').endsWith('/language/fa/index.ts'),
        )?.fileName;
        if (name === undefined) throw new Error('The build has no file with the Persian sentences.');
        return [
          {
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${name}` },
            injectTo: 'head',
          },
        ];
      },
    },
  };
}
