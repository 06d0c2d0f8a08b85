import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** Too small to gain anything, or compressed already. */
const SMALLEST = 1_000;
const COMPRESSIBLE = /\.(?:js|css|html|svg|webmanifest)$/;

/** Puts each file's compressed forms beside it: pressed hard once here, instead of lightly at every request. */
export function compressed(): Plugin {
  let folder = '';
  return {
    name: 'nardeban-compressed',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !COMPRESSIBLE.test(entry.name)) continue;
        const file = join(entry.parentPath, entry.name);
        const content = await readFile(file);
        if (content.length < SMALLEST) continue;
        await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: 10,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        };
        await writeFile(`${file}.br`, await promisify(brotliCompress)(content, { params }));
      }
    },
  };
}
