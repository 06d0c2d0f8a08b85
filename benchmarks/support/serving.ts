import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buildApp } from '../../packages/server/src/app.ts';
import { systemClock } from '../../packages/server/src/platform/clock/index.ts';
import { createLog } from '../../packages/server/src/platform/log/index.ts';
import type { Place } from './server.ts';

export interface Served {
  /** Sends JSON and answers the body; throws when the status is not 200. */
  post(path: string, key: string, body: unknown): Promise<string>;
  close(): Promise<void>;
}

/** The whole HTTP server on a port of this machine, and a client that keeps its connections. */
export async function serve({ database }: Place, folder: string, connections: number): Promise<Served> {
  const config = { publicUrl: undefined, sessionSecret: undefined, dataFolder: folder };
  const log = createLog('warn');
  const app = await buildApp({ database, clock: systemClock, config, log, webFolder: join(folder, 'web') });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    post(path, key, body) {
      const payload = JSON.stringify(body);
      const headers = {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(payload),
      };
      return new Promise((resolve, reject) => {
        const sent = request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers }, (answer) => {
          let text = '';
          answer.setEncoding('utf8');
          answer.on('data', (piece: string) => (text += piece));
          answer.on('error', reject);
          answer.on('end', () => {
            if (answer.statusCode === 200) resolve(text);
            else reject(new Error(`${answer.statusCode}: ${text.slice(0, 500)}`));
          });
        });
        sent.on('error', reject);
        sent.end(payload);
      });
    },
    async close() {
      agent.destroy();
      await app.close();
    },
  };
}
