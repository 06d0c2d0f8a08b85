import { sayReason } from '@nardeban/core/offers';
import { inWords, toLatinDigits } from '@nardeban/core/values';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { inDigits } from '../../language/digits.ts';
import type { Speech } from '../../language/speech.ts';
import { moneyIn } from '../criteria/figures.ts';
import { useSetting } from '../setting.ts';
import type { Decision, PersonAtTill, Priced, Reason } from './answers.ts';
import { AMOUNT_ITEM, CARD_ITEM } from './sale.ts';
import { clubQuery } from './till-queries.ts';

/** A reason of the price as a person reads it, in the digits they chose. */
export function reasonIn(speech: Speech, reason: Reason): string {
  const { language, currency, unit, calendar, zone } = speech;
  const { code, detail } = reason;
  return inDigits(
    sayReason(
      { code, ...(detail === undefined ? {} : { detail }) },
      { language, money: { currency, unit }, calendar: { calendar, zone } },
    ),
    language,
  );
}

/** «یک میلیون و دویست هزار تومان»: how an amount is read aloud; empty where it has a fraction. */
export function amountInWords(minor: number, speech: Speech): string {
  const { show, after = '' } = moneyIn(speech);
  const written = toLatinDigits(show(minor)).replace(/[٬,]/g, '');
  const words = /^[0-9]+$/.test(written) ? inWords(Number(written), speech.language) : '';
  return words === '' ? '' : `${words} ${after}`.trim();
}

/** What a line is called that may have no product: an amount, a gift card. */
export function nameOfItem(item: string, t: TFunction): string {
  return item === AMOUNT_ITEM ? t('till.amountItem') : item === CARD_ITEM ? t('till.cardItem') : item;
}

/** What is taken off, its sign before its number in either direction: «−۱۵٬۰۰۰ تومان». */
export function takenOff(minor: number, speech: Speech): string {
  const [number = '', ...unit] = speech.money(minor).split(' ');
  return [`\u2066−${number}\u2069`, ...unit].join(' ');
}

/** What wallets, levels and rules of the club are called, as far as whoever asks may know. */
export interface ClubWords {
  readonly wallet: (key: string) => string;
  readonly rule: (key: string) => string | null;
}

export function useClubWords(person: PersonAtTill | null): ClubWords {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const { data: club } = useQuery(clubQuery(asking, person?.id ?? null));
  return {
    wallet: (key) => {
      const known = club?.wallets.find((one) => one.key === key)?.name;
      return known === undefined ? (key === 'points' ? t('till.points') : key) : speech.words(known);
    },
    rule: (key) => {
      const known = club?.rules.find((one) => one.key === key)?.name;
      return known === undefined ? null : speech.words(known);
    },
  };
}

/** What is earned, wallet by wallet, with the days on which it can be spent. */
export function earningsOf(priced: Priced): readonly {
  readonly wallet: string;
  readonly points: number;
  readonly from: number;
  readonly until: number | null;
}[] {
  const byWallet = new Map<string, { points: number; from: number; until: number | null }>();
  for (const { wallet, points, availableFrom, expiresAt } of priced.earned) {
    const before = byWallet.get(wallet);
    byWallet.set(wallet, {
      points: points + (before?.points ?? 0),
      from: Math.max(availableFrom, before?.from ?? 0),
      until: before === undefined ? expiresAt : earlier(before.until, expiresAt),
    });
  }
  return [...byWallet].map(([wallet, earned]) => ({ wallet, ...earned })).filter(({ points }) => points > 0);
}

function earlier(one: number | null, other: number | null): number | null {
  if (one === null) return other;
  return other === null ? one : Math.min(one, other);
}

/** Whether a decision came of something that was shown at the till, and not of an offer that applies by itself. */
export function wasShown({ source }: Decision): boolean {
  return source.startsWith('voucher:') || source.startsWith('reward:');
}
