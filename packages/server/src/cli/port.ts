import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Refused } from '../platform/refused.ts';

const usualPort = 4321;
const portsTried = 50;
/** A program that is being replaced needs a moment to let go of its port. */
const patience = 5000;

/**
 * The port asked for, or else the usual one or the next that is free. Throws Refused `port_taken` when the one asked
 * for stays taken.
 */
export async function choosePort(host: string, asked: number | undefined): Promise<number> {
  if (asked === undefined) {
    for (let port = usualPort; port < usualPort + portsTried; port += 1) {
      if (await isFree(host, port)) return port;
    }
    throw new Refused('port_taken', { port: usualPort }, 'PORT');
  }
  const deadline = performance.now() + patience;
  while (!(await isFree(host, asked))) {
    if (performance.now() > deadline) throw new Refused('port_taken', { port: asked }, 'PORT');
    await pause(100);
  }
  return asked;
}

async function isFree(host: string, port: number): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  const probe = createServer();
  probe.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') resolve(false);
    else if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
      reject(new Refused('address_unavailable', { host, port, reason: error.code }, 'HOST', error));
    } else reject(error);
  });
  probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(true)));
  return promise;
}
