import { addMonths, type Calendar, type Day, isoDay, startOfMonth } from '@nardeban/core/values';
import type { TFunction } from 'i18next';
import type { Cost, CostAsked, CostKind } from '../../../api/money-queries.ts';
import { dayOfAddress, type Speech } from '../../../language/speech.ts';
import type { Version } from '../../../ui/conflicts.ts';
import type { Period } from '../../period.ts';

export const COST_KINDS = [
  'media',
  'wages',
  'tools',
  'agency',
  'gifts',
  'commission',
  'other',
] as const satisfies readonly CostKind[];

/** What stands in the form: plain data, so that it outlives the page. */
export interface CostForm {
  readonly channel: string;
  readonly campaign: string;
  readonly kind: CostKind;
  readonly from: Day;
  readonly to: Day;
  /** Null: nothing that can be read stands there. */
  readonly amount: number | null;
  readonly note: string;
}

/** A new cost is most often one of the month that has just gone by or is under way. */
export function newCost(today: Day, calendar: Calendar): CostForm {
  const { from, to } = monthOf(today, calendar);
  return { channel: '', campaign: '', kind: 'media', from, to, amount: null, note: '' };
}

export function formOf(cost: Cost, today: Day): CostForm {
  const from = dayOfAddress(cost.from) ?? today;
  return {
    channel: cost.channel ?? '',
    campaign: cost.campaign ?? '',
    kind: COST_KINDS.find((one) => one === cost.kind) ?? 'other',
    from,
    to: dayOfAddress(cost.to) ?? from,
    amount: cost.amount,
    note: cost.note,
  };
}

/** What is sent; undefined while there is no amount. */
export function askedOf({ amount, ...form }: CostForm): CostAsked | undefined {
  if (amount === null) return undefined;
  const named = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    channel: named(form.channel),
    campaign: named(form.campaign),
    kind: form.kind,
    from: isoDay(Math.min(form.from, form.to)),
    to: isoDay(Math.max(form.from, form.to)),
    amount,
    note: form.note.trim(),
  };
}

/** A cost as it was, to enter it again after it was taken away. */
export function sameAgain({ channel, campaign, kind, from, to, amount, note }: Cost): CostAsked {
  return {
    channel,
    campaign,
    kind: COST_KINDS.find((one) => one === kind) ?? 'other',
    from,
    to,
    amount,
    note,
  };
}

/** The month of the business's calendar that a day lies in, both its days included. */
export function monthOf(day: Day, calendar: Calendar): Period {
  const from = startOfMonth(day, calendar);
  return { from, to: addMonths(from, 1, calendar) - 1 };
}

/** The months that are offered, the newest first: the next one, because rents are paid ahead, and the year before. */
export function monthsOffered(today: Day, calendar: Calendar): readonly Period[] {
  const from = startOfMonth(today, calendar);
  return Array.from({ length: 14 }, (_, back) => monthOf(addMonths(from, 1 - back, calendar), calendar));
}

export function isWholeMonth({ from, to }: Period, calendar: Calendar): boolean {
  const month = monthOf(from, calendar);
  return month.from === from && month.to === to;
}

/** «فروردین ۱۴۰۵», or from day to day. */
export function sayPeriod({ from, to }: Period, speech: Speech, t: TFunction): string {
  if (isWholeMonth({ from, to }, speech.calendar)) return speech.month(from);
  if (from === to) return speech.day(from);
  return t('spend.fromTo', { from: speech.day(from), to: speech.day(to) });
}

/** A cost line by line, for two versions side by side. */
export function versionOf(cost: CostAsked, speech: Speech, t: TFunction): Version {
  const from = dayOfAddress(cost.from);
  const to = dayOfAddress(cost.to);
  return [
    { label: t('spend.costs.channel'), text: cost.channel ?? t('spend.costs.overhead') },
    { label: t('spend.costs.campaign'), text: cost.campaign ?? '' },
    { label: t('spend.costs.kind'), text: t(`spend.kind.${cost.kind}`) },
    {
      label: t('spend.costs.time'),
      text: from === null || to === null ? '' : sayPeriod({ from, to }, speech, t),
    },
    { label: t('spend.costs.amount'), text: speech.money(cost.amount) },
    { label: t('spend.costs.note'), text: cost.note ?? '' },
  ];
}
