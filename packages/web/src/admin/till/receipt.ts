import type { TFunction } from 'i18next';
import type { Speech } from '../../language/speech.ts';
import type { Priced, QuoteBody } from './answers.ts';
import type { Method } from './sale.ts';
import { type ClubWords, earningsOf, nameOfItem } from './wording.ts';

/** What the customer takes along: all that was said, nothing computed anew. */
export interface Receipt {
  readonly order: string;
  readonly at: number;
  readonly who: string | null;
  readonly lines: readonly {
    readonly name: string;
    readonly quantity: number;
    readonly unitPrice: number;
  }[];
  readonly gross: number;
  readonly off: readonly { readonly name: string; readonly amount: number }[];
  readonly byWallets: number;
  readonly byGiftCards: number;
  readonly due: number;
  readonly method: Method;
  readonly earned: readonly { readonly text: string }[];
  readonly perks: readonly string[];
  readonly thanks: readonly string[];
  /** Whether gift cards were bought with it, whose codes are still to be told. */
  readonly hasCards: boolean;
  /** It is kept on this device and not posted yet. */
  readonly isKept: boolean;
}

export function receiptOf(
  told: {
    readonly order: string;
    readonly at: number;
    readonly who: string | null;
    readonly basket: QuoteBody['basket'];
    /** Null: nobody has priced it; what was rung up is what was paid. */
    readonly priced: Priced | null;
    readonly due: number;
    readonly method: Method;
    readonly thanks: readonly string[];
    readonly isKept: boolean;
  },
  { t, speech, words }: { readonly t: TFunction; readonly speech: Speech; readonly words: ClubWords },
): Receipt {
  const { order, at, who, basket, priced, due, method, thanks, isKept } = told;
  const given = priced?.decisions.filter(({ outcome }) => outcome !== 'skipped') ?? [];
  return {
    order,
    at,
    who,
    lines: basket.lines.map(({ item, name, quantity, unitPrice }) => ({
      name: name ?? nameOfItem(item, t),
      quantity,
      unitPrice,
    })),
    gross: priced?.gross ?? due,
    off: given.flatMap(({ name, amount }) => (amount > 0 ? [{ name: speech.words(name), amount }] : [])),
    byWallets: priced?.byWallets ?? 0,
    byGiftCards: priced?.byGiftCards ?? 0,
    due,
    method,
    earned:
      priced === null
        ? []
        : earningsOf(priced).map(({ wallet, points, from }) => ({
            text: t(from > at ? 'till.receipt.earnedFrom' : 'till.receipt.earnedNow', {
              points: speech.number(points),
              wallet: words.wallet(wallet),
              day: speech.date(from),
            }),
          })),
    perks: given.flatMap(({ perk }) => (perk === undefined ? [] : [speech.words(perk)])),
    thanks,
    hasCards: !isKept && basket.lines.some(({ kind }) => kind === 'gift-card'),
    isKept,
  };
}

/** The receipt as plain lines, to be pasted into a message. */
export function receiptText(receipt: Receipt, business: string, t: TFunction, speech: Speech): string {
  const { order, at, lines, gross, off, byWallets, byGiftCards, due, method, earned, perks, thanks } =
    receipt;
  const row = (name: string, amount: number) => `${name}: ${speech.money(amount)}`;
  return [
    business,
    `${t('till.receipt.number', { order })} · ${speech.date(at)} ${speech.time(at)}`,
    ...lines.map(({ name, quantity, unitPrice }) =>
      row(`${name} × ${speech.number(quantity)}`, quantity * unitPrice),
    ),
    row(t('till.price.gross'), gross),
    ...off.map(({ name, amount }) => row(`− ${name}`, amount)),
    ...(byWallets > 0 ? [row(`− ${t('till.price.byWallets')}`, byWallets)] : []),
    ...(byGiftCards > 0 ? [row(`− ${t('till.price.byGiftCards')}`, byGiftCards)] : []),
    `${row(t('till.receipt.paid'), due)} (${t(`till.method.${method}`)})`,
    ...earned.map(({ text }) => text),
    ...perks.map((perk) => t('till.receipt.perk', { perk })),
    ...thanks,
  ].join('\n');
}
