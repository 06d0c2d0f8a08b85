import {
  hasReturnPrefix,
  type Mapping,
  orderNumberReader,
  guessCustoms,
  proposeMapping,
  rowReader,
  type StagedRow,
} from '@nardeban/core/imports';
import type { Forecast, ForecastQuestion, Purchase } from '@nardeban/core/insight';
import { currencyDigits, type Day, dayFrom, RIAL, toLatinDigits, zoneOf } from '@nardeban/core/values';
import type { Table } from '../capabilities/imports/index.ts';
import { Refused } from '../platform/refused.ts';
import type { CommandContext } from './command.ts';

const DAYS_PER_WEEK = 7;
const DEFAULT_HORIZON = 90;
const DEFAULT_MARGIN = 0.3;
/** 15 % a year. */
const WEEKLY_DISCOUNT = 0.0027;
const LONGEST_HORIZON = 3660;

/** What the options ask for. Throws Refused `option_missing`, `option_unreadable`, `day_expected`. */
export function forecastQuestion(context: CommandContext): ForecastQuestion {
  const until = context.text('until');
  if (until === undefined)
    throw new Refused('command_usage', {
      reason: 'Say by --until which day is the last that the models see',
      usage: 'nardeban forecast <orders.csv> --until <date>',
    });
  const from = context.text('from');
  const unit = context.text('unit') ?? 'week';
  if (unit !== 'day' && unit !== 'week') throw unreadable('unit', unit);
  const daysPerUnit = unit === 'day' ? 1 : DAYS_PER_WEEK;
  return {
    until: dayOf(until, 'until'),
    from: from === undefined ? null : dayOf(from, 'from'),
    horizon: horizonOf(context.text('horizon')),
    daysPerUnit,
    margin: numberOf(context, 'margin', DEFAULT_MARGIN, 1),
    discount: numberOf(context, 'discount', (WEEKLY_DISCOUNT * daysPerUnit) / DAYS_PER_WEEK, 10),
  };
}

function dayOf(text: string, option: string): Day {
  const match = /^([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})$/.exec(toLatinDigits(text.trim()));
  const year = Number(match?.[1]);
  const day =
    match && dayFrom(year < 1700 ? 'jalali' : 'gregorian', year, Number(match[2]), Number(match[3]));
  if (day === null) throw new Refused('day_expected', { field: option }, option);
  return day;
}

function horizonOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_HORIZON;
  const match = /^([0-9]{1,4})([dw])$/.exec(toLatinDigits(text.trim()));
  const days = Number(match?.[1]) * (match?.[2] === 'w' ? DAYS_PER_WEEK : 1);
  if (!(days >= 1 && days <= LONGEST_HORIZON)) throw unreadable('horizon', text);
  return days;
}

function numberOf(context: CommandContext, option: string, otherwise: number, most: number): number {
  const text = context.text(option);
  if (text === undefined) return otherwise;
  const value = /^[0-9]*\.?[0-9]+$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!(value > 0 && value <= most)) throw unreadable(option, text);
  return value;
}

function unreadable(option: string, value: string): Refused {
  return new Refused('option_unreadable', { option: `--${option}`, value }, option);
}

/** The purchases of a file, and what of it was left out. */
export interface ReadPurchases {
  readonly purchases: readonly Purchase[];
  readonly rows: number;
  readonly withoutCustomer: number;
  readonly unreadable: number;
  readonly notices: readonly string[];
}

/** Reads a file by what its columns are recognised as. Throws Refused `forecast_columns_missing`. */
export async function readPurchases(table: Table, context: CommandContext): Promise<ReadPurchases> {
  const mapping = mappingOf(table);
  const customs = guessCustoms(table.headers, table.sample);
  const zone = zoneOf(customs.zone);
  const read = rowReader(mapping, table.headers, customs);
  const orderOf = orderNumberReader(mapping, table.headers);
  const scale =
    1e6 *
    10 ** (mapping.currency === RIAL ? (mapping.unit === 'toman' ? 1 : 0) : currencyDigits(mapping.currency));
  const purchases: Purchase[] = [];
  const totalsTold = new Set<string>();
  let [rows, withoutCustomer, unread] = [0, 0, 0];
  for await (const batch of table.rows()) {
    if (context.signal.aborted) throw new Refused('import_stopped');
    for (const { line, cells, fault } of batch) {
      rows++;
      const row = fault === undefined ? read(cells, line) : null;
      if (row === null || !row.ok) {
        if (row?.refusal.code === 'identifier_missing') withoutCustomer++;
        else unread++;
        continue;
      }
      const customer = customerOf(row.value);
      if (customer === null) withoutCustomer++;
      if (customer === null || row.value.at === null || row.value.status === 'placed') continue;
      const amount = amountOf(row.value, orderOf(cells), mapping, totalsTold);
      purchases.push({
        customer,
        day: zone.dayOf(row.value.at),
        amount: amount === null ? null : amount / scale,
      });
    }
  }
  const notices = [
    ...(withoutCustomer > 0
      ? [`${withoutCustomer} of ${rows} rows name no customer and were left out.`]
      : []),
    ...(unread > 0 ? [`${unread} of ${rows} rows could not be read and were left out.`] : []),
  ];
  return { purchases, rows, withoutCustomer, unreadable: unread, notices };
}

function mappingOf(table: Table): Mapping {
  const { mapping } = proposeMapping(table.headers, table.sample, null);
  const fields = new Set<string>(Object.values(mapping.columns));
  const hasCustomer = ['external', 'mobile', 'email'].some((field) => fields.has(field));
  if (!hasCustomer || !fields.has('date')) throw new Refused('forecast_columns_missing', undefined, 'file');
  const isPriced = fields.has('amount') || (fields.has('unitPrice') && fields.has('quantity'));
  // Rows without amounts are read as those of people are: from them too a date and a customer make a purchase.
  return isPriced ? mapping : { ...mapping, kind: 'people' };
}

function customerOf({ external, mobile, email }: StagedRow): string | null {
  if (external !== '') return external;
  if (mobile !== '') return mobile;
  return email === '' ? null : email;
}

/** What the row adds, below zero for what came back. A total that stands on every line of its order counts once. */
function amountOf(row: StagedRow, order: string, mapping: Mapping, told: Set<string>): number | null {
  let value = row.value;
  if (row.total !== null) {
    value = told.has(order) ? 0n : row.total;
    told.add(order);
  }
  if (value === null) return null;
  const isReturn = row.status === 'returned' || hasReturnPrefix(order, mapping.returnPrefixes);
  return isReturn ? -Math.abs(Number(value)) || -Number.MIN_VALUE : Number(value);
}

/** The answer as scripts read it. */
export function toldForecast(forecast: Forecast, read: ReadPurchases): Record<string, unknown> {
  const { customers, repeaters, models, baselines, best, spend, value } = forecast;
  return {
    customers,
    repeaters,
    rows: read.rows,
    withoutCustomer: read.withoutCustomer,
    unreadable: read.unreadable,
    models: models.map(({ model, standardErrors, logLikelihood, verdict, gain, holdout }) => ({
      name: model.name,
      parameters: model.parameters,
      standardErrors,
      logLikelihood,
      verdict,
      gain,
      holdout,
    })),
    baselines,
    best,
    spend:
      spend === null
        ? null
        : {
            parameters: { p: spend.p, q: spend.q, gamma: spend.gamma },
            standardErrors: spend.standardErrors,
            logLikelihood: spend.logLikelihood,
            spenders: spend.spenders,
            correlation: spend.correlation,
          },
    value,
  };
}

const NAMES: Readonly<Record<string, string>> = {
  'bg-nbd': 'BG/NBD',
  'mbg-nbd': 'MBG/NBD',
  'pareto-nbd': 'Pareto/NBD',
  nbd: 'NBD (nobody leaves)',
  days_since_last_order: 'days since the last order',
  orders_so_far: 'orders so far',
};

/** The answer as people read it. */
export function shown(forecast: Forecast, question: ForecastQuestion): string {
  const { customers, repeaters, models, baselines, best, spend, value } = forecast;
  const unit = question.daysPerUnit === 1 ? 'days' : 'weeks';
  const lines = [
    `${count(customers)} customers, ${count(repeaters)} of whom ordered again.`,
    '',
    `Fitted, in ${unit}:`,
  ];
  for (const { model, logLikelihood, verdict } of models) {
    const parameters = Object.entries(model.parameters).map(
      ([name, size]) => `${name} ${size.toPrecision(5)}`,
    );
    lines.push(`  ${nameOf(model.name)}: ${parameters.join('  ')}   LL ${logLikelihood.toFixed(3)}`);
    if (verdict === 'leaving_not_told_from_slow_buying')
      lines.push('    Leaving cannot be told from slow buying in this data.');
  }
  lines.push('', `The ${question.horizon} days after the cut:`);
  if (models.every(({ holdout }) => holdout === null))
    lines.push('  The file ends before they do, so nothing could be tried on them.');
  for (const { model, holdout } of models) {
    if (holdout === null) continue;
    const bias =
      holdout.bias === null ? '' : ` (${holdout.bias >= 0 ? '+' : ''}${(holdout.bias * 100).toFixed(1)} %)`;
    lines.push(
      `  ${nameOf(model.name)}: ${holdout.predicted.toFixed(1)} orders foretold, ${count(holdout.actual)} came${bias}; MAE ${holdout.mae.toFixed(3)}, RMSE ${holdout.rmse.toFixed(3)}, AUC ${share(holdout.aucActive)}`,
    );
  }
  for (const { name, aucActive } of baselines)
    if (aucActive !== null) lines.push(`  Plain rule, ${nameOf(name)}: AUC ${share(aucActive)}`);
  if (best !== null) lines.push(`  Who orders again is told best by: ${nameOf(best)}.`);
  lines.push('');
  if (spend !== null)
    lines.push(
      `An order's value (Gamma-Gamma): p ${spend.p.toFixed(3)}  q ${spend.q.toFixed(3)}  γ ${spend.gamma.toFixed(3)}; correlation with the number of orders ${spend.correlation.toFixed(3)}.`,
    );
  lines.push(`Still to come, discounted: ${value.expectedTransactions.toFixed(1)} orders.`);
  if (value.total !== null)
    lines.push(
      `Worth ${value.total.toFixed(2)} at a margin of ${(question.margin * 100).toFixed(0)} %; the tenth worth most holds ${share(value.topTenPercentShare)} of it.`,
    );
  return lines.join('\n');
}

const nameOf = (name: string): string => NAMES[name] ?? name;
const count = (value: number): string => value.toLocaleString('en-US');
const share = (value: number | null): string => (value === null ? '–' : value.toFixed(3));
