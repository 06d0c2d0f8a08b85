import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, headersOf } from '../../api/client.ts';
import { asFailure, Failure, isPassing } from '../../failure/failure.ts';
import { useDraft } from '../../ui/useDraft.ts';
import { useSetting } from '../setting.ts';
import type { CommitBody, Priced, ProofAsked, QuoteBody, TillOrder, TillQuote } from './answers.ts';
import type { Till, Ticket } from './offline/useTill.ts';
import type { Unanswered } from './offline/store.ts';
import { type Receipt, receiptOf } from './receipt.ts';
import { grossOf, NO_SALE, plainly, requestOf, type Sale, sellsCards } from './sale.ts';
import { priceQuery } from './till-queries.ts';
import { useClubWords } from './wording.ts';

/** How long a basket rests before it is priced again: between two keys, not after each. */
const RESTS_MS = 250;

export interface Paying {
  readonly at: 'paying';
  readonly quote: TillQuote;
  readonly ticket: Ticket | null;
  /** What was to pay before prices changed under the quote; null: they did not. */
  readonly was: number | null;
}

export interface Offline {
  readonly at: 'offline';
  readonly ticket: Ticket | null;
  readonly request: QuoteBody;
  readonly due: number;
  /** What the server said it comes to before the network went; null: what was rung up is to be paid. */
  readonly priced: Priced | null;
  /** A commit was sent, and whether it arrived is not known. */
  readonly unanswered: Unanswered | null;
}

export type Step =
  | { readonly at: 'editing' }
  | Paying
  | Offline
  | { readonly at: 'done'; readonly receipt: Receipt };

const EDITING: Step = { at: 'editing' };

/** A sale from the first code to the receipt. */
export function useSale(till: Till) {
  const { t } = useTranslation();
  const { asking, session, speech } = useSetting();
  const queries = useQueryClient();
  const [sale, setSale, draft] = useDraft<Sale>('till:sale', NO_SALE);
  // A commit on its way outlives the page: what may have arrived must not be sold a second time.
  const [onItsWay, setOnItsWay, way] = useDraft<Offline | null>(
    `till:commit:${session?.business.slug ?? ''}`,
    null,
  );
  const [step, setStep] = useState<Step>(onItsWay ?? EDITING);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [proof, setProof] = useState<ProofAsked | null>(null);
  const { customer } = sale;
  const person = customer.kind === 'known' ? customer.person : null;
  const words = useClubWords(person);

  const rested = useRested(sale);
  const looked = requestOf(rested);
  const price = useQuery(priceQuery(asking, looked, till.isOnline));
  const now = requestOf(sale);
  const isPriced = price.data != null && now !== null && price.data.of === JSON.stringify(now);
  const quote = now === null ? null : (price.data?.quote ?? null);

  /** The same commit keeps its key and its instant, however often it is sent. */
  const sent = useRef<Unanswered | null>(null);
  const options = {
    networkMode: 'always',
    retry: (failures: number, error: Failure) => error.kind === 'busy' && failures < 3,
    retryDelay: 400,
  } as const;
  const keyed = (key: string) => ({ ...headersOf(asking), 'idempotency-key': key });
  const quoting = useMutation<TillQuote, Failure, { readonly body: QuoteBody; readonly key: string }>({
    ...options,
    mutationFn: ({ body, key }) =>
      failing(answerOf(api.POST('/v1/till/quotes', { body, headers: keyed(key) }))),
  });
  const again = useMutation<TillQuote, Failure, { readonly id: number; readonly key: string }>({
    ...options,
    mutationFn: ({ id, key }) =>
      failing(
        answerOf(api.POST('/v1/till/quotes/{id}/again', { params: { path: { id } }, headers: keyed(key) })),
      ),
  });
  const committing = useMutation<TillOrder, Failure, Unanswered>({
    ...options,
    mutationFn: ({ quote: id, body, key }) =>
      failing(
        answerOf(
          api.POST('/v1/till/quotes/{id}/commit', {
            params: { path: { id } },
            body: body as CommitBody,
            headers: keyed(key),
          }),
        ),
      ),
  });
  const proving = useMutation<ProofAsked, Failure, { readonly id: number; readonly key: string }>({
    ...options,
    mutationFn: ({ id, key }) =>
      failing(
        answerOf(api.POST('/v1/till/quotes/{id}/proof', { params: { path: { id } }, headers: keyed(key) })),
      ),
  });

  const change = useCallback(
    (next: Sale | ((before: Sale) => Sale)) => {
      setFailure(null);
      setSale(next);
    },
    [setSale],
  );

  const offlineStep = (
    ticket: Ticket | null,
    unanswered: Unanswered | null,
    promised: Priced | null,
  ): Offline | null => {
    const request = promised === null ? requestOf(plainly(sale)) : requestOf(sale);
    const due = promised?.due ?? grossOf(sale);
    return request && { at: 'offline', ticket, request, due, priced: promised, unanswered };
  };
  const goOffline = (...of: Parameters<typeof offlineStep>) => {
    const without = offlineStep(...of);
    if (without === null) return;
    // What may have been posted already is kept all the same.
    if (sellsCards(sale) && without.unanswered === null) {
      setStep(EDITING);
      return setFailure(new Failure('refused', { sentence: t('till.basket.cardOffline') }));
    }
    setFailure(null);
    setStep(without);
  };
  /** What the server said of just this basket, if nothing of it asks for a code that nobody can check now. */
  const promised = () => (isPriced && quote !== null && quote.proof === null ? quote.priced : null);

  /** Asks for a price that is kept aside; without network, goes on with what is known. */
  const pay = async () => {
    const request = requestOf(sale, Date.now());
    if (request === null || quoting.isPending) return;
    setFailure(null);
    const ticket = await till.takeTicket().catch(() => null);
    if (!till.isOnline) return goOffline(ticket, null, promised());
    const ask = (body: QuoteBody) =>
      quoting.mutateAsync({
        body: { ...body, ...(ticket === null ? {} : { order: ticket.order }) },
        key: crypto.randomUUID(),
      });
    try {
      let made: TillQuote;
      try {
        made = await ask(request);
      } catch (error) {
        const plain = requestOf(sale);
        // The code on their phone has changed meanwhile: they are known all the same, and prove it otherwise.
        if (asFailure(error).code !== 'member_code_wrong' || plain === null) throw error;
        made = await ask(plain);
      }
      sent.current = null;
      setProof(null);
      setStep({ at: 'paying', quote: made, ticket, was: null });
      if (made.proof !== null) await askProof(made);
    } catch (error) {
      const told = asFailure(error);
      if (isPassing(told)) goOffline(ticket, null, promised());
      else setFailure(told);
    }
  };

  const askProof = async ({ id }: TillQuote) => {
    if (id === null) return;
    try {
      setProof(await proving.mutateAsync({ id, key: crypto.randomUUID() }));
    } catch (error) {
      setFailure(asFailure(error));
    }
  };

  /** Makes the order of the price that is kept aside. */
  const commit = async (code: string) => {
    if (step.at !== 'paying' || step.quote.id === null || committing.isPending) return;
    const { quote: kept, ticket } = step;
    const shown = code.trim();
    const proven =
      kept.proof === null
        ? {}
        : { proof: { code: shown, ...(proof === null ? {} : { challenge: proof.challenge }) } };
    const before = sent.current;
    const isSame =
      before !== null &&
      before.quote === step.quote.id &&
      JSON.stringify(before.body) === JSON.stringify({ ...before.body, ...proven });
    const deed: Unanswered = isSame
      ? before
      : {
          quote: step.quote.id,
          body: { paid: kept.priced.due, at: Date.now(), ...proven },
          key: crypto.randomUUID(),
        };
    sent.current = deed;
    setFailure(null);
    setOnItsWay(offlineStep(ticket, deed, kept.priced));
    try {
      const order = await committing.mutateAsync(deed);
      finish(order.number, order.at, kept.priced, kept.priced.due, thanksOf(kept), false);
    } catch (error) {
      const told = asFailure(error);
      if (isPassing(told)) return goOffline(ticket, deed, kept.priced);
      way.forget();
      if (told.code === 'quote_expired' || told.code === 'quote_prices_changed') return priceAgain(step);
      setFailure(told);
    }
  };

  const priceAgain = async ({ quote: old, ticket }: Paying) => {
    if (old.id === null) return;
    try {
      const made = await again.mutateAsync({ id: old.id, key: crypto.randomUUID() });
      sent.current = null;
      setProof(null);
      setStep({ at: 'paying', quote: made, ticket, was: old.priced.due });
      if (made.proof !== null) await askProof(made);
    } catch (error) {
      const told = asFailure(error);
      if (isPassing(told)) return goOffline(ticket, null, null);
      setFailure(told);
    }
  };

  /** Back to the basket; what was kept aside is let go. */
  const back = () => {
    if (step.at === 'paying' && step.quote.id !== null)
      void answerOf(
        api.DELETE('/v1/till/quotes/{id}', {
          params: { path: { id: step.quote.id } },
          headers: keyed(crypto.randomUUID()),
        }),
      ).catch(() => undefined);
    setFailure(null);
    setProof(null);
    setStep(EDITING);
  };

  /** Paid without network: signed and kept until it can be sent. */
  const keep = async () => {
    if (step.at !== 'offline' || step.ticket === null) return;
    const { ticket, request, due, priced, unanswered } = step;
    const at = Date.now();
    await till.keep({ ticket, request, paid: due, at, who: nameOf(sale), unanswered });
    finish(ticket.order, at, priced, due, [], true);
  };

  /** The network is back, or may be: once more what was tried. */
  const retry = async () => {
    if (step.at !== 'offline') return;
    if (step.unanswered === null) return pay();
    try {
      const order = await committing.mutateAsync(step.unanswered);
      finish(order.number, order.at, step.priced, step.due, [], false);
    } catch (error) {
      const told = asFailure(error);
      if (!isPassing(told)) {
        way.forget();
        setFailure(told);
        setStep(EDITING);
      }
    }
  };

  const finish = (
    order: string,
    at: number,
    priced: Priced | null,
    due: number,
    thanks: readonly string[],
    isKept: boolean,
  ) => {
    const request = requestOf(sale);
    if (request === null) return;
    const { basket } = request;
    const who = nameOf(sale);
    setFailure(null);
    setStep({
      at: 'done',
      receipt: receiptOf(
        { order, at, who, basket, priced, due, method: sale.method, thanks, isKept },
        { t, speech, words },
      ),
    });
    draft.forget();
    way.forget();
    void queries.invalidateQueries({ queryKey: ['till-orders'] });
  };

  const next = () => {
    sent.current = null;
    setFailure(null);
    setProof(null);
    draft.forget();
    setStep(EDITING);
  };

  return {
    sale,
    change,
    step,
    words,
    person,
    who: nameOf(sale),
    /** The price of the basket, or of the one before it while the new one is asked for. */
    quote,
    isPriced,
    priceFailure: price.isError && now !== null ? asFailure(price.error) : null,
    failure,
    proof,
    busy: quoting.isPending || committing.isPending || again.isPending,
    isProving: proving.isPending,
    pay,
    commit,
    askProof,
    back,
    keep,
    retry,
    next,
  };
}

function thanksOf({ say }: TillQuote): readonly string[] {
  return say.filter(({ code }) => code === 'thanks').map(({ sentence }) => sentence);
}

function nameOf({ customer }: Sale): string | null {
  if (customer.kind === 'known') return customer.person.name ?? customer.person.mobile;
  return customer.kind === 'typed' ? customer.name || customer.identifier : null;
}

async function failing<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    throw asFailure(error);
  }
}

/** The value once it has not changed for a moment. */
function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), RESTS_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
