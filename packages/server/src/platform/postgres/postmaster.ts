import { readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running server says of itself in its pid file. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly sockets: string;
}

/** The server that runs on this cluster; undefined when none does, also when a dead one left its pid file behind. */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  // Lines: pid, data folder, start time, port, socket folder, listen address, shared memory, status.
  const [pid, , , port, sockets] = text.split('\n');
  if (pid === undefined || sockets === undefined || sockets === '') return undefined;
  if (!(await runsOn(Number(pid), cluster))) return undefined;
  return { pid: Number(pid), port: Number(port), sockets };
}

/**
 * Is this process a server on this cluster? After a machine or container has been started again, the number in a
 * pid file may well be that of another program; a server can be told by the folder it works in.
 */
async function runsOn(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === 'linux') {
    return (await readlink(`/proc/${pid}/cwd`).catch(() => undefined)) === cluster;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
