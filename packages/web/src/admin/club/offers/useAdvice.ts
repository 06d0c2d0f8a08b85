import { adviseOffer, type Guard, type Offer } from '@nardeban/core/offers';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { moneySettingsQuery } from '../../../api/money-queries.ts';
import { useSetting } from '../../setting.ts';
import { runsOf } from './advice.ts';
import { offersQuery, settingsQuery } from './queries.ts';

const EVERYTHING = 10_000;

/** What core says of an offer before it begins; undefined while what it rests on is on its way. */
export function useAdvice(
  offer: Offer,
): { readonly reasons: ReturnType<typeof adviseOffer>; readonly guard: Guard } | undefined {
  const { asking, session } = useSetting();
  const [now] = useState(() => Date.now());
  const settings = useQuery(settingsQuery(asking));
  const past = useInfiniteQuery(offersQuery(asking, undefined));
  const mayReadMoney = session?.scopes.includes('insight:read') === true;
  const money = useQuery({ ...moneySettingsQuery(asking), enabled: mayReadMoney });
  const isReady =
    settings.data !== undefined &&
    past.data !== undefined &&
    (money.data !== undefined || !mayReadMoney || money.isError);
  if (!isReady) return undefined;
  const { base, settings: said } = settings.data;
  const reasons = adviseOffer(offer, {
    guard: said.guard,
    base: base === null ? { kind: 'unknown' } : { kind: 'known', ...base },
    // Who may not know the margin is not told it by the way of advice.
    marginRate: money.data === undefined ? EVERYTHING : Math.round(money.data.marginRate * EVERYTHING),
    runs: runsOf(
      past.data.pages.flatMap(({ offers }) => offers),
      { but: offer.key, now },
    ),
    now,
  });
  return { reasons, guard: said.guard };
}
