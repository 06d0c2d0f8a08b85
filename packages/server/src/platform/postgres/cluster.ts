import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { failureOf, textOf } from '../failure.ts';
import { Refused } from '../refused.ts';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { runAs } from './server-user.ts';

/** The role that may do anything in the embedded server. The program uses it to make the owner's role and no more. */
export const administrator = 'nardeban_admin';

const passwordFile = 'nardeban-password';

/**
 * Makes sure that the place holds a cluster of this major version, and answers its administrator's password.
 * Made beside its final name and renamed, so that a half-made one is never found and two makers do not disturb
 * each other: the slower one throws its own away.
 */
export async function prepareCluster(place: Place, binaries: Binaries): Promise<string> {
  let version = await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) {
    await makeCluster(place, binaries);
    version = await readFile(join(place.cluster, 'PG_VERSION'), 'utf8');
  }
  const found = version.trim();
  if (found !== binaries.major) {
    const detail = { folder: place.cluster, found, expected: binaries.major };
    throw new Refused('data_folder_other_version', detail, 'NARDEBAN_DATA');
  }
  return (await readFile(join(place.cluster, passwordFile), 'utf8')).trim();
}

async function makeCluster(place: Place, binaries: Binaries): Promise<void> {
  const unfinished = `${place.cluster}-${randomBytes(6).toString('hex')}`;
  const secret = `${unfinished}.password`;
  try {
    await writeFile(secret, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    if (place.user !== undefined) await chown(secret, place.user.uid, place.user.gid);
    await initialise(unfinished, secret, place, binaries);
    await rename(secret, join(unfinished, passwordFile));
    await rename(unfinished, place.cluster);
  } catch (error) {
    const { code } = failureOf(error);
    if (code === 'ENOTEMPTY' || code === 'EEXIST') {
      const taken = await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
      if (taken !== undefined) return;
      throw new Refused('data_folder_not_a_cluster', { folder: place.cluster }, 'NARDEBAN_DATA', error);
    }
    throw error;
  } finally {
    await rm(secret, { force: true });
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function initialise(folder: string, secret: string, place: Place, binaries: Binaries): Promise<void> {
  // The builtin provider sorts and folds the same on every machine. The C library's locale must be a UTF-8 one all
  // the same: pg_trgm asks it what a letter is, and in locale C no Persian letter is one.
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const options = [
    `--pgdata=${folder}`,
    `--username=${administrator}`,
    `--pwfile=${secret}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    `--locale=${locale}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
  try {
    await promisify(execFile)(join(binaries.folder, 'bin', 'initdb'), options, {
      ...runAs(place.user),
      cwd: place.folder,
      env: { PATH: process.env['PATH'] ?? '' },
    });
  } catch (error) {
    const said = textOf(error, 'stderr') ?? String(error);
    throw new Refused('postgres_failed', { reason: lastLine(said) }, undefined, error);
  }
}

/** The last thing a program said, which is where it says why it gave up. */
export function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
