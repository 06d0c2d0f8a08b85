import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openBusiness } from './business-house.ts';
import { ANALYST, OWNER } from './small-shop.ts';

export interface CaptureHouse {
  readonly address: string;
  /** Somebody else's site; what its one page holds is put there by the test. */
  readonly site: string;
  readonly put: (body: string) => void;
  /** Asks the server as another program would; the answer has to be a good one. */
  readonly ask: <Body>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => Promise<Body>;
  close(): Promise<void>;
}

/** A furniture shop that has no form yet, and beside it the shop's own site, made by somebody else's program. */
export async function openCaptureHouse(): Promise<CaptureHouse> {
  const { address, ask, close } = await openBusiness({
    slug: 'chub',
    name: 'مبل چوب',
    staff: [
      [OWNER, 'owner', 'مینا احمدی'],
      [ANALYST, 'analyst', 'سامان'],
    ],
    config: { mail: { host: '127.0.0.1', port: 0, domain: 'leads.chub.example', certificate: undefined } },
    jobs: true,
  });
  let held = '';
  const site = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.end(
      `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><title>مبل چوب</title><h1>مبل راحتی</h1>${held}`,
    );
  });
  await new Promise<void>((resolve) => {
    site.listen(0, '127.0.0.1', resolve);
  });
  return {
    address,
    site: `http://127.0.0.1:${(site.address() as AddressInfo).port}`,
    put: (body) => void (held = body),
    ask,
    async close() {
      site.closeAllConnections();
      await new Promise<void>((resolve) => {
        site.close(() => resolve());
      });
      await close();
    },
  };
}
