import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { failureOf } from '../failure.ts';
import { Refused } from '../refused.ts';
import type { Binaries } from './binaries.ts';
import { lastLine } from './cluster.ts';
import type { Place } from './place.ts';
import { findPostmaster, type Postmaster } from './postmaster.ts';
import { serverSettings } from './settings.ts';
import { runAs } from './server-user.ts';

/** How long a server that will not start is tried again: a dead one's pid file looks alive for a second or two. */
const patience = 10_000;
const largestLog = 10 * 1024 * 1024;

export type Settings = Readonly<Record<string, string>>;

/**
 * The server that runs on this place, started if none does. It outlives us: when this program is killed hard it goes
 * on, and the next start finds it here. Throws Refused `postgres_failed` with the last line of the server's log.
 */
export async function runServer(place: Place, binaries: Binaries, settings: Settings): Promise<Postmaster> {
  const deadline = Date.now() + patience;
  for (;;) {
    const found = await findPostmaster(place.cluster);
    if (found !== undefined) return found;
    await emptyLargeLog(place.logFile);
    const child = start(place, binaries, settings);
    while (child.exitCode === null && child.signalCode === null) {
      const started = await findPostmaster(place.cluster);
      if (started !== undefined) return started;
      await pause(10);
    }
    if (Date.now() > deadline) {
      const log = await readFile(place.logFile, 'utf8').catch(() => '');
      throw new Refused('postgres_failed', { reason: lastLine(log) });
    }
    await pause(200);
  }
}

function start(place: Place, binaries: Binaries, settings: Settings) {
  const all = { ...serverSettings(place.sockets), ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(place.logFile, 'a', 0o600);
  try {
    const child = spawn(join(binaries.folder, 'bin', 'postgres'), ['-D', place.cluster, ...options], {
      ...runAs(place.user),
      cwd: place.folder,
      // Nothing of our own environment: a LANG or PGDATA of the caller must not reach the server.
      env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC' },
      detached: true,
      stdio: ['ignore', log, log],
    });
    child.on('error', () => {});
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

/**
 * Stops the server: open transactions are rolled back, everything committed is written down. Answers when it has
 * gone; one that has not gone after a minute is told to leave at once, which costs only a recovery at the next start.
 */
export async function stopServer(place: Place): Promise<void> {
  const server = await findPostmaster(place.cluster);
  if (server === undefined) return;
  tell(server.pid, 'SIGINT');
  const asked = Date.now();
  let hurried = false;
  while ((await findPostmaster(place.cluster))?.pid === server.pid) {
    if (!hurried && Date.now() - asked > 60_000) {
      hurried = true;
      tell(server.pid, 'SIGQUIT');
    }
    await pause(10);
  }
}

function tell(pid: number, signal: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (failureOf(error).code !== 'ESRCH') throw error;
  }
}

async function emptyLargeLog(file: string): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > largestLog) await truncate(file);
}
