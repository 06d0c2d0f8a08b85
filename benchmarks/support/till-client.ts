/**
 * The client of the quote benchmark, a thread of its own. It imports nothing of the program: a thread that held the program
 * too had its rubbish collected every three seconds, a tenth of a second each on the processors that it measures.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { LightClient } from './light-client.ts';
import { threadTime } from './processor.ts';

const LINES = 10;
const [ID, DUE] = ['"id":', '"due":'];

export interface Errand {
  readonly port: number;
  readonly key: string;
  readonly first: number;
  readonly people: number;
  readonly rate: number;
  readonly requests: number;
  /** So many of them come before anything is counted. */
  readonly warming: number;
  readonly what: 'till' | 'floor';
}

/** Milliseconds of each answer, by what was asked, in order; and how many were refused, with the first reason. */
export interface Told {
  readonly quotes: readonly number[];
  readonly commits: readonly number[];
  readonly refused: number;
  readonly reason: string;
  /** Milliseconds of processor time that the client used for itself since then. */
  readonly clientTime: number;
}

parentPort?.postMessage(await runErrand(workerData as Errand));

async function runErrand(errand: Errand): Promise<Told> {
  const client = new LightClient(
    errand.port,
    `authorization: Bearer ${errand.key}\r\ncontent-type: application/json\r\n`,
    64,
  );
  // Written before anything is counted.
  const baskets =
    errand.what === 'floor'
      ? []
      : Array.from({ length: errand.requests }, (_, index) => JSON.stringify(basketOf(errand, index)));
  const quotes: number[] = [];
  const commits: number[] = [];
  const ready: { readonly id: string; readonly due: string }[] = [];
  let refused = 0;
  let reason = '';
  let usedBefore = threadTime();
  const began = performance.now();
  const under: Promise<void>[] = [];
  for (let index = 0; index < errand.requests; index++) {
    const due = began + (index * 1000) / errand.rate;
    const early = due - performance.now();
    if (early > 0) await pause(early);
    if (index === errand.warming) {
      usedBefore = threadTime();
      parentPort?.postMessage('warm');
    }
    // Counted from when it should have been sent: a sender that is held up must not make the answer look quicker.
    const next = errand.what === 'till' && index % 3 === 2 ? ready.shift() : undefined;
    const key = `idempotency-key: k${index}\r\n`;
    const asking =
      errand.what === 'floor'
        ? client.ask('GET', '/v1/session')
        : next === undefined
          ? client.ask('POST', '/v1/till/quotes', key, baskets[index])
          : client.ask('POST', `/v1/till/quotes/${next.id}/commit`, key, `{"paid":${next.due}}`);
    under.push(
      (async () => {
        const { status, body } = await asking;
        (next === undefined ? quotes : commits).push(performance.now() - due);
        if (status >= 300) {
          refused += 1;
          reason ||= body.toString('utf8', 0, 300);
        } else if (next === undefined && errand.what === 'till') {
          ready.push({
            id: numberAt(body, body.indexOf(ID) + ID.length),
            // That of the whole comes after those of the lines, and before what was decided.
            due: numberAt(body, body.lastIndexOf(DUE, body.indexOf('"decisions":')) + DUE.length),
          });
        }
      })(),
    );
  }
  await Promise.all(under);
  client.close();
  return { quotes, commits, refused, reason, clientTime: threadTime() - usedBefore };
}

/** A number in JSON: to read all of a price takes as long as to send it. */
function numberAt(body: Buffer, at: number): string {
  const number = /^\d+/.exec(body.toString('latin1', at, at + 20))?.[0];
  if (number === undefined)
    throw new Error(`There is no number at ${at} of ${body.toString('utf8', 0, 300)}`);
  return number;
}

function basketOf({ first, people }: Errand, index: number): object {
  return {
    person: first + ((index * 7919) % people),
    basket: {
      lines: Array.from({ length: LINES }, (_, place) => ({
        item: `item-${(index + place) % 500}`,
        group: `group-${place % 7}`,
        quantity: 1 + (place % 3),
        unitPrice: 20_000 + place * 1_500,
      })),
    },
  };
}
