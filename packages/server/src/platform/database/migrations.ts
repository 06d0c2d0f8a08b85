import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refused } from '../refused.ts';

export interface Migration {
  /** The file's name without its ending: '0001-foundation'. */
  readonly name: string;
  readonly sha256: string;
  readonly sql: string;
}

export const migrationsFolder = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** The migrations of a folder in order. Throws Refused `migration_misnamed` for a file named otherwise. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const migrations: Migration[] = [];
  for (const file of files) {
    if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(file)) throw new Refused('migration_misnamed', { file });
    const sql = await readFile(join(folder, file), 'utf8');
    const sha256 = createHash('sha256').update(sql).digest('hex');
    migrations.push({ name: file.slice(0, -'.sql'.length), sha256, sql });
  }
  return migrations;
}
