import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The typeface of both alphabets: without it the page would look like another one. */
const TYPEFACE = /vazirmatn-(?:arabic|latin)-wght.*\.woff2$/;

/** What the offline page and the till's need, beside the files that are built. */
const OFFLINE_FILES = ['/offline.html', '/offline.css', '/offline.js', '/mark.svg', '/first-light.js'];

/** Where the till begins, and its sentences with everybody's: a till opens without network, in either language. */
const TILL_PARTS = /\/(?:admin\/till\/TillPage\.tsx|language\/(?:fa|en)\/(?:index\.ts|till\.json))$/;

/**
 * Writes the service worker of this build: the names of the files that the first view and the till need, and a version
 * made of all of them, so that another build has another worker.
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
        if (part?.type !== 'chunk') return;
        for (const imported of part.imports) add(imported);
        for (const style of part.viteMetadata?.importedCss ?? []) add(style);
      };
      for (const name of names) {
        const part = bundle[name];
        const isBeginning =
          part?.type === 'chunk' &&
          (part.isEntry || TILL_PARTS.test(part.facadeModuleId?.replaceAll('\\', '/') ?? ''));
        if (isBeginning || TYPEFACE.test(name)) add(name);
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

/**
 * Tells the browser while it still reads the page of what the first view cannot be drawn without: the Persian sentences,
 * for nearly every reader needs them, and the typeface, which would otherwise be found out about when text stands there
 * already, shaped once in another one.
 */
export function neededEarly(): Plugin {
  return {
    name: 'nardeban-needed-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const parts = Object.values(bundle ?? {});
        const sentences = parts.find(
          (part) =>
            part.type === 'chunk' &&
            part.facadeModuleId?.replaceAll('\\', '/').endsWith('/language/fa/index.ts'),
        )?.fileName;
        if (sentences === undefined) throw new Error('The build has no file with the Persian sentences.');
        // A page in either language has words in both alphabets: the names of its people, its numbers, its spaces.
        const typeface = parts.map(({ fileName }) => fileName).filter((name) => TYPEFACE.test(name));
        if (typeface.length !== 2) throw new Error('The build has not the two files of the typeface.');
        return [
          ...typeface.map((name) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${name}` },
            injectTo: 'head-prepend' as const,
          })),
          {
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${sentences}` },
            injectTo: 'head' as const,
          },
        ];
      },
    },
  };
}
