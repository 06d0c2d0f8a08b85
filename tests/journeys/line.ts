import { connect, createServer, type Socket } from 'node:net';

/** A line to a house that can be cut: nothing gets through then, not even what a worker of the page asks for. */
export interface Line {
  readonly address: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function lineTo(address: string): Promise<Line> {
  const { hostname, port } = new URL(address);
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  let at = 0;
  const mend = () => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  await mend();
  const listening = server.address();
  if (listening === null || typeof listening === 'string') throw new Error('The line has no port.');
  at = listening.port;
  return {
    address: `http://127.0.0.1:${at}`,
    mend,
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const one of open) one.destroy();
      }),
  };
}
