import { useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { connection } from '../../../loading/connection.ts';
import { keptSession } from '../../../loading/kept-session.ts';
import { useSetting } from '../../setting.ts';
import type { QuoteBody } from '../answers.ts';
import { queue, sendQueue } from './queue.ts';
import { importKey, sign } from './signing.ts';
import { keepTill, type KeptSlip, readTill, takeNumber, type TillHere, type Unanswered } from './store.ts';

/** While something waits, it is tried again this often even if nobody says that the network is back. */
const AGAIN_MS = 15_000;

/** A sale's own number at this till, and the number its order goes by. */
export interface Ticket {
  readonly sequence: number;
  readonly order: string;
}

/** What was sold, for the slip. */
export interface Sold {
  readonly ticket: Ticket;
  readonly request: QuoteBody;
  readonly paid: number;
  readonly at: number;
  readonly who: string | null;
  readonly unanswered: Unanswered | null;
}

/** Whether signing works here: browsers give keys to pages over TLS and on this machine. */
export const canSign = isSecureContext && 'indexedDB' in globalThis;

export function useOnline(): boolean {
  const state = useSyncExternalStore(connection.subscribe, connection.snapshot);
  const [isThere, setThere] = useState(() => navigator.onLine);
  useEffect(() => {
    const look = () => setThere(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return isThere && state !== 'lost';
}

/** The till of this device: registered or not, and what it keeps until the network is back. */
export function useTill() {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const router = useRouter();
  const business = session?.business.slug ?? null;
  const [till, setTill] = useState<TillHere | null | undefined>(undefined);
  const isOnline = useOnline();
  const slips = useSyncExternalStore(queue.subscribe, () => queue.of(business ?? ''));
  const waiting = slips.filter(({ state }) => state === 'waiting').length;

  useEffect(() => {
    if (business === null) return;
    if (!canSign) {
      setTill(null);
      return;
    }
    let isWanted = true;
    Promise.all([readTill(business), queue.read(business)]).then(
      ([found]) => isWanted && setTill(found),
      () => isWanted && setTill(null),
    );
    return () => {
      isWanted = false;
    };
  }, [business]);

  const send = useCallback(async () => {
    if (business !== null) await sendQueue({ business, asking, t }).catch(() => false);
  }, [asking, business, t]);

  // Whoever sells here is known when the page is opened without network.
  useEffect(() => {
    if (till && session) keptSession.keep(session);
    // Whom the page took for signed in is not any more.
    if (session === null) void router.invalidate();
  }, [router, session, till]);

  useEffect(() => {
    if (waiting === 0 || !isOnline) return;
    void send();
    const timer = setInterval(() => void send(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [isOnline, send, waiting]);

  const registering = useDeed({
    send: (body: { readonly name: string }, headers) =>
      answerOf(api.POST('/v1/till/devices', { body, headers })),
    tellsFailure: true,
  });

  /** Makes this device a till. Its key is told once: an answer that got lost means another registration. */
  const register = async (name: string): Promise<boolean> => {
    if (business === null) return false;
    const made = await registering.run({ name });
    if (made === undefined || made.secret === null) return false;
    const here: TillHere = {
      business,
      device: made.device.id,
      name: made.device.name,
      key: await importKey(made.secret),
      next: made.device.lastSlip + 1,
    };
    await keepTill(here);
    setTill(here);
    return true;
  };

  /** A key may be pressed before the page has read which till it is. */
  const own = async (): Promise<TillHere | null> =>
    till === undefined && canSign && business !== null ? readTill(business) : (till ?? null);

  /** The number of the next sale; null where no till is registered: the server numbers the order then. */
  const takeTicket = async (): Promise<Ticket | null> => {
    const here = await own();
    if (here === null) return null;
    const sequence = await takeNumber(here.business);
    return sequence === null ? null : { sequence, order: `T${here.device}-${sequence}` };
  };

  /** Signs what was sold and keeps it until the network is back. */
  const keep = async ({ ticket, request, paid, at, who, unanswered }: Sold): Promise<void> => {
    const here = await own();
    if (here === null) throw new Error('Without a till nothing can be signed');
    const { business: of, device, key } = here;
    const { sequence, order } = ticket;
    const { dry_run: _dry, until: _until, now: _now, order: _order, memberCode: _code, ...asked } = request;
    const body = JSON.stringify({ ...asked, order, at, paid });
    const slip: KeptSlip = {
      business: of,
      device,
      sequence,
      order,
      body,
      signature: await sign(key, { device, sequence, body }),
      at,
      paid,
      who,
      unanswered,
      state: 'waiting',
      reasons: [],
    };
    await queue.add(slip);
  };

  return {
    till,
    register,
    registering,
    takeTicket,
    keep,
    slips,
    waiting,
    isOnline,
    send,
    forget: queue.forget,
  };
}

export type Till = ReturnType<typeof useTill>;
