import type { Discount, Guard, Offer, OfferFor, Perk } from '@nardeban/core/offers';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { laddersQuery } from '../../../api/queries.ts';
import { sayCriteria } from '../../../language/saying.ts';
import { useTelling } from '../../people/telling.ts';
import { useSetting } from '../../setting.ts';

type Choosing = NonNullable<Offer['channels']>;
const MINUTES_OF_HOUR = 60;

/** How the pages on offers say what an offer gives, to whom, where and when. */
export function useOfferWords() {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const telling = useTelling();
  const { data: ladders } = useQuery(laddersQuery(asking));
  return useMemo(() => {
    const { language } = speech;
    const listing = new Intl.ListFormat(language, { type: 'conjunction' });
    const apart = (text: string) => `\u2068${text}\u2069`;
    const list = (values: readonly string[]) => listing.format(values.map(apart));
    /** Hundredths of a percent. */
    const share = (hundredths: number) => speech.share(hundredths / 10_000);
    const perk = ({ name }: Pick<Perk, 'name'>) => apart(speech.words(name));
    const clock = (minutes: number) =>
      `${speech.number(Math.floor(minutes / MINUTES_OF_HOUR))}:${[Math.floor((minutes % 60) / 10), minutes % 10].map(speech.number).join('')}`;

    const rungs = ({
      ladder,
      rungs: keys,
    }: {
      readonly ladder: string;
      readonly rungs: readonly string[];
    }) => {
      const places = ladders?.find(({ key }) => key === ladder)?.places ?? [];
      return list(
        keys.map((key) => {
          const place = places.find((one) => one.key === key);
          return place === undefined ? key : speech.words(place.name);
        }),
      );
    };
    const choosing = (
      what: 'items' | 'groups' | 'channels' | 'branches' | 'methods',
      one: Choosing | undefined,
    ) => [
      ...(one?.only === undefined ? [] : [t(`clubOffers.say.${what}.only`, { list: list(one.only) })]),
      ...(one?.except === undefined ? [] : [t(`clubOffers.say.${what}.except`, { list: list(one.except) })]),
    ];
    const discount = (one: Discount): string => {
      switch (one.kind) {
        case 'percent':
          return one.cap === undefined
            ? t('clubOffers.say.percent', { share: share(one.share) })
            : t('clubOffers.say.percentCap', { share: share(one.share), cap: speech.money(one.cap) });
        case 'amount':
          return t('clubOffers.say.amount', { amount: speech.money(one.amount) });
        case 'price':
          return t('clubOffers.say.price', { price: speech.money(one.price) });
        case 'buy-get': {
          const pieces = { buy: speech.number(one.buy), get: speech.number(one.get) };
          return one.share === 10_000
            ? t('clubOffers.say.buyGetFree', pieces)
            : t('clubOffers.say.buyGet', { ...pieces, share: share(one.share) });
        }
        case 'free-product':
          return t('clubOffers.say.freeProduct', {
            pieces: speech.number(one.pieces),
            item: apart(one.item),
          });
      }
    };
    const gives = ({ gives: one }: Pick<Offer, 'gives'>): string => {
      if (one.kind === 'perk') return perk(one.perk);
      if (one.kind !== 'combination') return discount(one);
      return t('clubOffers.say.combination', { discount: discount(one.discount), perk: perk(one.perk) });
    };
    const whom = (one: OfferFor, newcomers: boolean): string => {
      const parts = [
        ...(one.chosen === true ? [t('clubOffers.say.chosen')] : []),
        ...(one.appreciation === undefined
          ? []
          : [t('clubOffers.say.appreciated', { least: speech.number(one.appreciation) })]),
        ...(one.rungs === undefined ? [] : [t('clubOffers.say.onRungs', { rungs: rungs(one.rungs) })]),
        ...(one.who === undefined ? [] : [t('clubOffers.say.who', { who: sayCriteria(one.who, telling) })]),
      ];
      const said = parts.length === 0 ? t('clubOffers.say.everybody') : listing.format(parts);
      return t(newcomers ? 'clubOffers.say.withNewcomers' : 'clubOffers.say.noNewcomers', { whom: said });
    };
    /** Where, on what and when, part by part; nothing where nothing is said. */
    const bounds = (offer: Offer): string[] => {
      const { when, on, limits } = offer;
      return [
        ...(offer.leastBasket === undefined
          ? []
          : [t('clubOffers.say.leastBasket', { least: speech.money(offer.leastBasket) })]),
        ...(on?.shipping === true ? [t('clubOffers.say.shipping')] : []),
        ...choosing('items', on?.items),
        ...choosing('groups', on?.groups),
        ...choosing('channels', offer.channels),
        ...choosing('branches', offer.branches),
        ...choosing('methods', offer.methods),
        ...(when.from === undefined ? [] : [t('clubOffers.say.from', { day: speech.date(when.from) })]),
        ...(when.to === undefined ? [] : [t('clubOffers.say.to', { day: speech.date(when.to - 1) })]),
        ...(when.weekdays === undefined
          ? []
          : [list(when.weekdays.map((day) => t(`clubOffers.weekday.${weekdayOf(day)}`)))]),
        ...(when.hours ?? []).map(({ from, to }) =>
          t('clubOffers.say.hours', { from: clock(from), to: clock(to) }),
        ),
        ...(limits?.perPerson === undefined
          ? []
          : [
              t('clubOffers.say.perPerson', {
                count: limits.perPerson,
                shown: speech.number(limits.perPerson),
              }),
            ]),
        ...(offer.leastDaysBetween === undefined
          ? []
          : [
              t('clubOffers.say.between', {
                count: offer.leastDaysBetween,
                shown: speech.number(offer.leastDaysBetween),
              }),
            ]),
        ...(offer.stacking.exclusive ? [t('clubOffers.say.exclusive')] : []),
      ];
    };
    /** What the guard checks, part by part; what it leaves alone is said as well. */
    const guard = (one: Guard): string[] => {
      const { margin, waiting } = one;
      const off = (said: string | undefined, otherwise: string) => said ?? otherwise;
      return [
        off(
          margin?.line === undefined
            ? undefined
            : margin.line === 0
              ? t('clubOffers.guard.lineZero')
              : t('clubOffers.guard.line', { share: share(margin.line) }),
          t('clubOffers.guard.noLine'),
        ),
        off(
          margin?.basket === undefined
            ? undefined
            : t('clubOffers.guard.basket', { share: share(margin.basket) }),
          t('clubOffers.guard.noBasket'),
        ),
        ...(margin?.leastAmount === undefined
          ? []
          : [t('clubOffers.guard.leastAmount', { amount: speech.money(margin.leastAmount) })]),
        off(
          one.fees === undefined ? undefined : t('clubOffers.guard.fees', { share: share(one.fees) }),
          t('clubOffers.guard.noFees'),
        ),
        off(
          one.mostDiscount === undefined
            ? undefined
            : t('clubOffers.guard.most', { share: share(one.mostDiscount) }),
          t('clubOffers.guard.noMost'),
        ),
        off(
          one.monthBudget === undefined
            ? undefined
            : t('clubOffers.guard.month', { amount: speech.money(one.monthBudget) }),
          t('clubOffers.guard.noMonth'),
        ),
        off(
          one.publicNeeds === undefined
            ? undefined
            : t('clubOffers.guard.public', { share: share(one.publicNeeds) }),
          t('clubOffers.guard.noPublic'),
        ),
        off(
          one.newcomerOrders === undefined
            ? undefined
            : t('clubOffers.guard.newcomers', {
                count: one.newcomerOrders,
                shown: speech.number(one.newcomerOrders),
              }),
          t('clubOffers.guard.noNewcomers'),
        ),
        off(
          waiting === undefined
            ? undefined
            : t('clubOffers.guard.waiting', {
                most: speech.number(waiting.most),
                days: speech.number(waiting.days),
              }),
          t('clubOffers.guard.noWaiting'),
        ),
        ...(waiting?.habit === undefined
          ? []
          : [
              t('clubOffers.guard.habit', {
                share: share(waiting.habit.share),
                of: speech.number(waiting.habit.of),
              }),
            ]),
        t(`clubOffers.guard.heldBack.${one.heldBack}`),
      ];
    };
    const person = ({ id, name }: { readonly id: number; readonly name: string | null }): string =>
      name ?? t('clubOffers.nameless', { id: speech.number(id) });
    return { share, list, perk, rungs, discount, gives, whom, bounds, guard, person, clock };
  }, [t, speech, telling, ladders]);
}

const WEEKDAYS = ['sat', 'sun', 'mon', 'tue', 'wed', 'thu', 'fri'] as const;

/** Saturday 0 … Friday 6, by the names of the language files. */
export function weekdayOf(day: number): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[day] ?? 'sat';
}
