import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/index.ts';

const FILE = 'session-secret';

/**
 * What signs the sessions of staff: SESSION_SECRET, else 48 random bytes made once and kept in the data folder, for
 * its owner's eyes alone. Programs on several machines that serve one database must be given the same SESSION_SECRET.
 */
export async function sessionSecret(config: Pick<Config, 'sessionSecret' | 'dataFolder'>): Promise<string> {
  if (config.sessionSecret !== undefined) return config.sessionSecret;
  const file = join(config.dataFolder, FILE);
  await mkdir(config.dataFolder, { recursive: true });
  try {
    // 'wx': of two programs that start at once one writes, and both read what it wrote.
    await writeFile(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readSecret(file);
}

async function readSecret(file: string): Promise<string> {
  // The other program may have made the file and not yet filled it.
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const secret = (await readFile(file, 'utf8')).trim();
    if (secret.length >= 32) return secret;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${file} holds no secret; remove it, and everybody will have to sign in again`);
}
