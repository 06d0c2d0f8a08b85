import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { validateDefinition } from '@nardeban/core/ladder';
import { baseVocabulary } from '@nardeban/core/facts';
import { describe, expect, it } from 'vitest';
import { commandHelp } from '../packages/server/src/cli/arguments.ts';
import type { Command } from '../packages/server/src/cli/command.ts';
import { root } from './house/tree.ts';

const reference = join(root, 'docs', 'reference');
const cli = join(root, 'packages', 'server', 'src', 'cli');

/** Every command of the program by its name: the modules of cli/ that have one. main.ts would run it. */
async function commands(): Promise<Map<string, Command>> {
  const found = new Map<string, Command>();
  for (const file of await readdir(cli)) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts') || file === 'main.ts') continue;
    const { command }: { command?: Command } = await import(join(cli, file));
    if (command !== undefined) found.set(file.replace(/\.ts$/, ''), command);
  }
  return found;
}

const section = /^## (\S+)\n([\s\S]*?)(?=^## |(?![\s\S]))/gm;
const block = /```text\n[\s\S]*?```/;

describe('docs/reference/command-line.md', () => {
  it('shows the help of every command as the command shows it (UPDATE_GOLDEN=1 writes it anew)', async () => {
    const page = join(reference, 'command-line.md');
    const known = await commands();
    const help = (name: string): string => {
      const command = known.get(name);
      return command === undefined ? '' : `\`\`\`text\n${commandHelp(command)}\`\`\``;
    };
    let text = await readFile(page, 'utf8');
    if (process.env['UPDATE_GOLDEN'] === '1') {
      text = text.replace(section, (whole, name: string) =>
        known.has(name) ? whole.replace(block, () => help(name)) : whole,
      );
      await writeFile(page, text);
    }
    const told = new Map([...text.matchAll(section)].map(([whole, name = '']) => [name, whole]));
    expect([...known.keys()].filter((name) => !told.has(name))).toEqual([]);
    for (const name of known.keys()) expect(told.get(name)?.match(block)?.[0], name).toBe(help(name));
  });
});

describe('docs/reference/http.md', () => {
  it('lists every route of the contract with the scope it needs, and no other', async () => {
    interface Operation {
      readonly 'x-scope'?: string;
    }
    const contract: { paths: Record<string, Record<string, Operation>> } = JSON.parse(
      await readFile(join(root, 'contract', 'openapi.json'), 'utf8'),
    );
    const wanted = Object.entries(contract.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(
        ([method, operation]) => `${method.toUpperCase()} ${path} ${operation['x-scope'] ?? '–'}`,
      ),
    );
    expect(wanted.length).toBeGreaterThan(35);
    const page = await readFile(join(reference, 'http.md'), 'utf8');
    const told = [...page.matchAll(/^\| `([A-Z]+) (\/\S+)` \| ([^|]+) \|/gm)].map(
      ([, method, path, scope = '']) => `${method} ${path} ${scope.trim().replaceAll('`', '')}`,
    );
    expect(told.sort()).toEqual(wanted.sort());
  });
});

describe('docs/how-to/stricter-ladder.json', () => {
  it('is a ladder that can be tried', async () => {
    const draft: unknown = JSON.parse(
      await readFile(join(root, 'docs', 'how-to', 'stricter-ladder.json'), 'utf8'),
    );
    expect(validateDefinition(draft, baseVocabulary).ok).toBe(true);
  });
});
