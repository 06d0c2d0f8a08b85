import { posix } from 'node:path';
import { importsOf } from './source.ts';

/** One file and what it imports: other files by their path from the root, packages by their name as written. */
export interface Module {
  readonly file: string;
  readonly files: readonly string[];
  readonly packages: readonly string[];
}

export function modulesOf(sources: ReadonlyMap<string, string>): Module[] {
  return [...sources].map(([file, source]) => {
    const found = [...new Set(importsOf(source))];
    const isRelative = (name: string): boolean => name.startsWith('.');
    return {
      file,
      files: found
        .filter(isRelative)
        .map((name) => posix.join(posix.dirname(file), name.replace(/\?\w+$/, ''))),
      packages: found.filter((name) => !isRelative(name)),
    };
  });
}

/** Files that import each other in a ring: each ring once, as its files from the first one in the alphabet on. */
export function rings(modules: readonly Module[]): string[] {
  const importsOfFile = new Map(modules.map(({ file, files }) => [file, files]));
  const found = new Set<string>();
  const finished = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const before = path.indexOf(file);
    if (before >= 0) {
      found.add(ringText(path.slice(before)));
      return;
    }
    if (finished.has(file)) return;
    for (const next of importsOfFile.get(file) ?? []) visit(next, [...path, file]);
    finished.add(file);
  };
  for (const { file } of modules) visit(file, []);
  return [...found].sort();
}

function ringText(ring: readonly string[]): string {
  const first = ring.indexOf([...ring].sort()[0] ?? '');
  const turned = [...ring.slice(first), ...ring.slice(0, first)];
  return [...turned, turned[0]].join(' → ');
}
