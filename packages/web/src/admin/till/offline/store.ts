/** What a till keeps on its device: who it is, and what it could not send yet. One database for all businesses. */

const NAME = 'nardeban-till';
const VERSION = 1;

/** The till that is registered on this device. The key signs and cannot be read out again. */
export interface TillHere {
  readonly business: string;
  readonly device: number;
  readonly name: string;
  readonly key: CryptoKey;
  /** The number of the next sale. */
  readonly next: number;
}

/** A commit whose answer never came: it is sent again with the same key before the slip is. */
export interface Unanswered {
  readonly quote: number;
  readonly body: object;
  readonly key: string;
}

export interface KeptSlip {
  readonly business: string;
  readonly device: number;
  readonly sequence: number;
  readonly order: string;
  /** The text that is signed, byte for byte. */
  readonly body: string;
  readonly signature: string;
  readonly at: number;
  readonly paid: number;
  /** Whom it was sold to, for whoever looks at the queue. */
  readonly who: string | null;
  readonly unanswered: Unanswered | null;
  readonly state: 'waiting' | 'posted' | 'review' | 'refused';
  /** What could not be honoured, in words. */
  readonly reasons: readonly { readonly code: string; readonly sentence: string }[];
}

export type SlipKey = [business: string, device: number, sequence: number];

export const keyOf = (slip: KeptSlip): SlipKey => [slip.business, slip.device, slip.sequence];

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(NAME, VERSION);
    asked.addEventListener('upgradeneeded', () => {
      asked.result.createObjectStore('tills', { keyPath: 'business' });
      asked.result.createObjectStore('slips', { keyPath: ['business', 'device', 'sequence'] });
    });
    asked.addEventListener('success', () => {
      // Whoever deletes the database, or opens a newer one, must not wait for this page.
      asked.result.addEventListener('versionchange', () => {
        asked.result.close();
        opened = null;
      });
      resolve(asked.result);
    });
    asked.addEventListener('error', () => reject(asked.error ?? new Error('The device keeps nothing')));
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** Runs `work` in one transaction and answers what it asked for, once everything is written. */
async function within<Answer>(
  store: 'tills' | 'slips',
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore, give: (answer: Answer) => void) => void,
): Promise<Answer | undefined> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode, { durability: 'strict' });
    let answer: Answer | undefined;
    transaction.addEventListener('complete', () => resolve(answer));
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new Error('The device did not keep it')),
    );
    work(transaction.objectStore(store), (given) => {
      answer = given;
    });
  });
}

export async function readTill(business: string): Promise<TillHere | null> {
  const found = await within<TillHere | undefined>('tills', 'readonly', (store, give) => {
    const asked = store.get(business) as IDBRequest<TillHere | undefined>;
    asked.addEventListener('success', () => give(asked.result));
  });
  return found ?? null;
}

export async function keepTill(till: TillHere): Promise<void> {
  await within('tills', 'readwrite', (store) => void store.put(till));
}

/** The number of the next sale, which no other tab of this device gets. */
export async function takeNumber(business: string): Promise<number | null> {
  const taken = await within<number>('tills', 'readwrite', (store, give) => {
    const asked = store.get(business) as IDBRequest<TillHere | undefined>;
    asked.addEventListener('success', () => {
      const till = asked.result;
      if (till === undefined) return;
      store.put({ ...till, next: till.next + 1 });
      give(till.next);
    });
  });
  return taken ?? null;
}

export async function readSlips(business: string): Promise<readonly KeptSlip[]> {
  const found = await within<KeptSlip[]>('slips', 'readonly', (store, give) => {
    const asked = store.getAll(IDBKeyRange.bound([business], [business, []])) as IDBRequest<KeptSlip[]>;
    asked.addEventListener('success', () => give(asked.result));
  });
  return found ?? [];
}

export async function keepSlip(slip: KeptSlip): Promise<void> {
  await within('slips', 'readwrite', (store) => void store.put(slip));
}

export async function dropSlip(key: SlipKey): Promise<void> {
  await within('slips', 'readwrite', (store) => void store.delete(key));
}
