import { connect, type Socket } from 'node:net';

interface Answered {
  readonly status: number;
  readonly body: Buffer;
}

/**
 * Asks an HTTP server of this machine over connections that stay open, with as little work as can be: what a client spends
 * is taken from the same processors. It reads answers whose length is told, as this program's are, and follows nothing.
 */
export class LightClient {
  readonly #port: number;
  readonly #head: string;
  readonly #most: number;
  readonly #free: Connection[] = [];
  readonly #all: Connection[] = [];
  readonly #waiting: ((connection: Connection) => void)[] = [];

  /** `head`: lines of the head of every request, each with its end. `most`: so many are asked at once, the others wait. */
  constructor(port: number, head: string, most: number) {
    this.#port = port;
    this.#most = most;
    this.#head = `host: 127.0.0.1:${port}\r\n${head}`;
  }

  async ask(method: string, path: string, head = '', body = ''): Promise<Answered> {
    const connection = this.#free.pop() ?? (await this.#another());
    const length = body === '' ? '' : `content-length: ${Buffer.byteLength(body)}\r\n`;
    const answer = await connection.ask(
      `${method} ${path} HTTP/1.1\r\n${this.#head}${head}${length}\r\n${body}`,
    );
    const next = this.#waiting.shift();
    if (next === undefined) this.#free.push(connection);
    else next(connection);
    return answer;
  }

  close(): void {
    for (const connection of this.#all) connection.close();
  }

  #another(): Connection | Promise<Connection> {
    if (this.#all.length >= this.#most) return new Promise((resolve) => this.#waiting.push(resolve));
    const connection = new Connection(connect(this.#port, '127.0.0.1'));
    this.#all.push(connection);
    return connection;
  }
}

class Connection {
  readonly #socket: Socket;
  #parts: Buffer[] = [];
  #resolve: (answer: Answered) => void = () => {};
  #reject: (error: Error) => void = () => {};

  constructor(socket: Socket) {
    this.#socket = socket.setNoDelay(true);
    socket.on('data', (part) => this.#read(part));
    socket.on('error', (error) => this.#reject(error));
    socket.on('close', () => this.#reject(new Error('The server closed the connection')));
  }

  ask(request: string): Promise<Answered> {
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(part: Buffer): void {
    this.#parts.push(part);
    const [only] = this.#parts;
    const all = this.#parts.length === 1 && only !== undefined ? only : Buffer.concat(this.#parts);
    this.#parts = [all];
    const end = all.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = all.toString('latin1', 0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) return this.#reject(new Error(`An answer of unknown length: ${head}`));
    const body = all.subarray(end + 4);
    if (body.length < Number(length)) return;
    this.#parts = [];
    this.#resolve({ status: Number(head.slice(9, 12)), body });
  }
}
