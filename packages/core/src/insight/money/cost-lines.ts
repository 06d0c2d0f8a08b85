import {
  accept,
  type BusinessMoney,
  displayText,
  looseKey,
  readMoment,
  readMoney,
  refuse,
  type Result,
  zoneOf,
} from '../../values/index.ts';
import {
  type CostKind,
  costKinds,
  LONGEST_COST_NAME,
  LONGEST_COST_NOTE,
  MOST_COST_DAYS,
  type NewCost,
} from './costs.ts';

/** What a column of a list of costs may be called. */
const COLUMNS: Readonly<Record<keyof NewCost, readonly string[]>> = {
  from: ['from', 'start', 'date', 'day', 'از', 'آغاز', 'شروع', 'تاریخ', 'روز'],
  to: ['to', 'end', 'until', 'تا', 'پایان'],
  channel: ['channel', 'source', 'کانال', 'منبع'],
  campaign: ['campaign', 'کارزار', 'کمپین'],
  kind: ['kind', 'type', 'نوع'],
  amount: ['amount', 'cost', 'spend', 'مبلغ', 'هزینه'],
  note: ['note', 'description', 'یادداشت', 'شرح', 'توضیح'],
};

const KINDS: Readonly<Record<CostKind, readonly string[]>> = {
  media: ['media', 'ads', 'advertising', 'تبلیغات', 'رسانه', 'تبلیغ'],
  wages: ['wages', 'salary', 'دستمزد', 'حقوق'],
  tools: ['tools', 'software', 'ابزار', 'نرم افزار'],
  agency: ['agency', 'آژانس', 'مشاور'],
  gifts: ['gifts', 'gift', 'هدیه', 'جایزه'],
  commission: ['commission', 'پورسانت', 'کارمزد'],
  other: ['other', 'دیگر', 'سایر', 'متفرقه'],
};

export type CostColumns = Partial<Readonly<Record<keyof NewCost, number>>>;

/** Which column is which, by the first line. Refusal: `cost_columns_missing` without a day and an amount. */
export function costColumns(header: readonly string[]): Result<CostColumns> {
  const columns: Partial<Record<keyof NewCost, number>> = {};
  for (const [place, cell] of header.entries()) {
    const name = looseKey(cell);
    for (const field of Object.keys(COLUMNS) as (keyof NewCost)[]) {
      if (columns[field] === undefined && COLUMNS[field].some((word) => looseKey(word) === name))
        columns[field] = place;
    }
  }
  if (columns.from === undefined || columns.amount === undefined)
    return refuse('cost_columns_missing', 'csv');
  return accept(columns);
}

/**
 * One line of a list of costs. Without a last day it was spent on one day; without a kind it is another cost. Refusals: those
 * of `readMoment` and `readMoney`, and `cost_kind_unknown`, `cost_name_too_long`, and those of `checkedCost`.
 */
export function costOfLine(
  cells: readonly string[],
  columns: CostColumns,
  { zone, money }: { readonly zone: string; readonly money: BusinessMoney },
): Result<NewCost> {
  const cell = (field: keyof NewCost): string => displayText(cells[columns[field] ?? -1] ?? '');
  const days = zoneOf(zone);
  const from = readMoment(cell('from'), { zone: days });
  if (!from.ok) return from;
  const to = cell('to') === '' ? from : readMoment(cell('to'), { zone: days });
  if (!to.ok) return to;
  const amount = readMoney(cell('amount'), money);
  if (!amount.ok) return amount;
  const kind = kindOf(cell('kind'));
  if (kind === null) return refuse('cost_kind_unknown', 'kind', { text: cell('kind').slice(0, 80) });
  return checkedCost({
    from: from.value.day,
    to: to.value.day,
    channel: cell('channel') || null,
    campaign: cell('campaign') || null,
    kind,
    amount: amount.value,
    note: cell('note').slice(0, LONGEST_COST_NOTE),
  });
}

/** Refusals: `cost_period_wrong`, `cost_not_positive`, `cost_name_too_long`. */
export function checkedCost(cost: NewCost): Result<NewCost> {
  if (cost.to < cost.from || cost.to - cost.from >= MOST_COST_DAYS)
    return refuse('cost_period_wrong', 'to', { most: MOST_COST_DAYS });
  if (cost.amount < 1) return refuse('cost_not_positive', 'amount');
  const channel = cost.channel === null ? null : displayText(cost.channel) || null;
  const campaign = cost.campaign === null ? null : displayText(cost.campaign) || null;
  for (const [field, name] of Object.entries({ channel, campaign })) {
    if (name !== null && name.length > LONGEST_COST_NAME)
      return refuse('cost_name_too_long', field, { most: LONGEST_COST_NAME });
  }
  return accept({ ...cost, channel, campaign, note: displayText(cost.note) });
}

function kindOf(text: string): CostKind | null {
  if (text === '') return 'other';
  const name = looseKey(text);
  return costKinds.find((kind) => KINDS[kind].some((word) => looseKey(word) === name)) ?? null;
}
