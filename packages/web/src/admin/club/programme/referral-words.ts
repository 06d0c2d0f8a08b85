import type { TFunction } from 'i18next';
import type { Speech } from '../../../language/speech.ts';
import type { Referral, Window } from './shape.ts';

/** How far referral goes, one sentence for each bound. */
export function referralBounds(
  { leastPurchase, within, limits, takeBack, finalAfter }: Referral,
  {
    t,
    speech,
    units,
    window,
    list,
  }: {
    readonly t: TFunction;
    readonly speech: Speech;
    readonly units: (wallet: string, units: number) => string;
    readonly window: (window: Window) => string;
    readonly list: (names: readonly string[]) => string;
  },
): string[] {
  const counted = (count: number) => ({ count, shown: speech.number(count) });
  const all = (rewards: readonly { readonly wallet: string; readonly units: number }[]) =>
    list(rewards.map((one) => units(one.wallet, one.units)));
  return [
    ...(leastPurchase === undefined
      ? []
      : [t('club.say.leastPurchase', { amount: speech.money(leastPurchase) })]),
    ...(within === undefined ? [] : [t('club.say.within', { long: window({ days: within }) })]),
    ...(limits?.friends === undefined ? [] : [t('club.say.mostFriends', counted(limits.friends))]),
    ...(limits?.friendsPerMonth === undefined
      ? []
      : [t('club.say.friendsPerMonth', counted(limits.friendsPerMonth))]),
    ...(limits?.units === undefined ? [] : [t('club.say.mostUnits', { units: all(limits.units) })]),
    ...(limits?.unitsPerMonth === undefined
      ? []
      : [t('club.say.unitsPerMonth', { units: all(limits.unitsPerMonth) })]),
    ...(takeBack === undefined ? [] : [t(`club.say.takeBack.${takeBack}`)]),
    ...(finalAfter === undefined ? [] : [t('club.say.finalAfter', { long: window({ days: finalAfter }) })]),
  ];
}
