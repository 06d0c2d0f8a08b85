import { parentPort } from 'node:worker_threads';
import type { QuotationDocument } from '@nardeban/core/sales';
import type { Logo } from '../paper.ts';
import { quotationPdf } from './quotation-pdf.ts';

/** A paper that is to be drawn. A picture comes as plain bytes. */
export interface Drawing {
  readonly document: QuotationDocument;
  readonly hash: string;
  readonly logo: { readonly type: Logo['type']; readonly content: Uint8Array } | null;
}

export type Drawn = { readonly pdf: Uint8Array } | { readonly fault: string };

async function drawn({ document, hash, logo }: Drawing): Promise<Drawn> {
  try {
    const picture = logo === null ? null : { type: logo.type, content: Buffer.from(logo.content) };
    return { pdf: await quotationPdf(document, { hash, logo: picture }) };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const port = parentPort;
// One after the other: whoever asks waits for the answer before asking again.
port?.on('message', (asked: Drawing) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, no window
  void drawn(asked).then((answer) => port.postMessage(answer));
});
