import { Agent, request } from 'node:http';

export interface Sender {
  /** Sends JSON and answers the body; throws when the status is not 200. */
  post(path: string, body: unknown): Promise<string>;
  close(): void;
}

/** A client with an API key that keeps its connections. */
export function senderTo(port: number, key: string, connections: number): Sender {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    post(path, body) {
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
    close: () => agent.destroy(),
  };
}
