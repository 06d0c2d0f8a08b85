import { readdir, readFile } from 'node:fs/promises';
import { cpuUsage } from 'node:process';

const NS_PER_MS = 1e6;

/** Milliseconds of processor time that this program has used, all its threads together. */
export function ownTime(): number {
  const { user, system } = cpuUsage();
  return (user + system) / 1000;
}

/** The same of the calling thread alone. */
export function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/**
 * Milliseconds of processor time that the processes of a PostgreSQL server have used until now, those that answer and those
 * that work behind them; `postmaster` is the number of the first of them. Linux alone tells it; elsewhere NaN.
 */
export async function serverTime(postmaster: number): Promise<number> {
  if (process.platform !== 'linux') return Number.NaN;
  let ms = 0;
  for (const used of (await serverTimes(postmaster)).values()) ms += used;
  return ms;
}

/** The same for each process by its number: of those that have ended nobody can tell any more. Empty where nothing tells it. */
export async function serverTimes(postmaster: number): Promise<ReadonlyMap<number, number>> {
  const times = new Map<number, number>();
  if (process.platform !== 'linux') return times;
  for (const name of await readdir('/proc')) {
    if (!/^[0-9]+$/.test(name)) continue;
    // A process may end between the list and the look.
    const status = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
    if (parent !== postmaster) continue;
    const used = await readFile(`/proc/${name}/schedstat`, 'utf8').catch(() => '0');
    times.set(Number(name), Number(used.split(' ')[0]) / NS_PER_MS);
  }
  return times;
}
