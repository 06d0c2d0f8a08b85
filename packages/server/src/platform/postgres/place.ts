import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, lstat, mkdir, realpath, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { failureOf } from '../failure.ts';
import { Refused } from '../refused.ts';
import { canUse, type ServerUser, serverUser } from './server-user.ts';

/** Where things go that a server user must reach and cannot under the folder we were given. */
export const publicFolder = '/var/lib/nardeban';

/** The folders of one embedded server. */
export interface Place {
  readonly folder: string;
  /** PostgreSQL's own data folder. */
  readonly cluster: string;
  readonly sockets: string;
  readonly logFile: string;
  readonly user: ServerUser | undefined;
}

/**
 * `<data folder>/postgres`, or as root, when the user PostgreSQL runs as cannot get there (a checkout in root's home),
 * a folder in a public place with a link to it from there. The link is the only record of it: whoever removes the data
 * folder begins anew.
 */
export async function preparePlace(dataFolder: string, notice: (text: string) => void): Promise<Place> {
  if ((await mkdir(dataFolder, { recursive: true })) !== undefined) await chmod(dataFolder, 0o711);
  const wanted = join(dataFolder, 'postgres');
  const user = serverUser((await statOrNone(join(wanted, 'cluster')))?.uid);
  if ((await statOrNone(wanted)) === undefined) await makePlace(wanted, user, notice);

  const folder = await realpath(wanted);
  const cluster = join(folder, 'cluster');
  if (user !== undefined && !canUse(user, folder, 'rwx')) {
    throw new Refused('data_folder_unreachable', { folder, user: user.name }, 'NARDEBAN_DATA');
  }
  const owner = (await statOrNone(cluster))?.uid;
  if (user === undefined && owner !== undefined && owner !== process.getuid?.()) {
    throw new Refused('data_folder_of_another_user', { folder: cluster, uid: owner }, 'NARDEBAN_DATA');
  }
  const sockets = await socketFolder(folder, user);
  return { folder, cluster, sockets, logFile: join(folder, 'server.log'), user };
}

async function makePlace(
  wanted: string,
  user: ServerUser | undefined,
  notice: (text: string) => void,
): Promise<void> {
  if (user === undefined || canUse(user, join(wanted, '..'), 'x')) {
    await mkdir(wanted, { mode: 0o700 }).catch(ignoreExisting);
    if (user !== undefined) await chown(wanted, user.uid, user.gid);
    return;
  }
  const folder = join(publicFolder, randomBytes(8).toString('hex'));
  await mkdir(publicFolder, { recursive: true });
  await chmod(publicFolder, 0o755);
  await mkdir(folder, { mode: 0o700 });
  await chown(folder, user.uid, user.gid);
  try {
    await symlink(folder, wanted);
    notice(`The data of PostgreSQL is kept in ${folder}: the user ${user.name} cannot reach ${wanted}`);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    ignoreExisting(error);
  }
}

/** A socket's path may have about 100 bytes; when the data folder's is too long, a short one is made for it. */
async function socketFolder(folder: string, user: ServerUser | undefined): Promise<string> {
  const uid = user?.uid ?? process.getuid?.();
  const near = join(folder, 'sockets');
  const short = Buffer.byteLength(join(near, '.s.PGSQL.5432.lock')) < 100;
  const sockets = short
    ? near
    : join('/tmp', `nardeban-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
  try {
    await mkdir(sockets, { mode: 0o700 });
    if (user !== undefined) await chown(sockets, user.uid, user.gid);
  } catch (error) {
    ignoreExisting(error);
    // Anybody can make a folder in /tmp: one that is not ours could hand our password to a stranger's server.
    const found = await lstat(sockets);
    const ours = found.isDirectory() && (found.uid === uid || found.uid === 0) && (found.mode & 0o077) === 0;
    if (!ours) throw new Refused('socket_folder_taken', { folder: sockets });
    if (user !== undefined && found.uid !== user.uid) await chown(sockets, user.uid, user.gid);
  }
  return sockets;
}

async function statOrNone(path: string): Promise<{ uid: number } | undefined> {
  return stat(path).catch(() => undefined);
}

function ignoreExisting(error: unknown): void {
  if (failureOf(error).code !== 'EEXIST') throw error;
}
