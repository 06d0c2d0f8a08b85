import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newPassword } from '../platform/sign-in/index.ts';

const FILE = 'demo-password';

/**
 * The password of the demo account: made once by chance and kept in the data folder for its owner's eyes alone, so
 * that every start can show it again and no two installations have the same.
 */
export async function demoPassword(dataFolder: string): Promise<string> {
  await mkdir(dataFolder, { recursive: true });
  const file = join(dataFolder, FILE);
  try {
    await writeFile(file, `${newPassword()}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!failedWith(error, 'EEXIST')) throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}

/** The same, if this data folder has one. */
export async function knownDemoPassword(dataFolder: string): Promise<string | undefined> {
  try {
    return (await readFile(join(dataFolder, FILE), 'utf8')).trim();
  } catch (error) {
    if (!failedWith(error, 'ENOENT')) throw error;
    return undefined;
  }
}

function failedWith(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
