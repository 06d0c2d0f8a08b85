import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The checkout. */
export const root = join(import.meta.dirname, '..', '..');

/** What is made, fetched or kept by programs, and so is nobody's writing. */
const made = new Set(['node_modules', '.git', 'dist', '.nardeban', 'coverage', '.vitest', 'test-results']);

/** Every file that somebody wrote, by its path from the root with forward slashes, in order. */
export function writtenFiles(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !made.has(name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return writtenFiles(path);
      return entry.isFile() ? [path] : [];
    })
    .sort();
}

/** The texts of these files by their paths. A file that went away meanwhile is left out. */
export function textsOf(paths: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    try {
      texts.set(path, readFileSync(join(root, path), 'utf8'));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  return texts;
}

export const isCode = (path: string): boolean => /\.(?:ts|tsx|mjs|js)$/.test(path);
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
