import { Refused } from '../platform/refused.ts';
import type { Command } from './command.ts';

export const command: Command = {
  summary:
    'Foretells from a file of orders who buys again and what they are worth, and shows how well that would have gone. It needs no database.',
  usage:
    'forecast <orders.csv> --until <date> [--from <date>] [--horizon <n>d|w] [--unit day|week] [--margin 0.3] [--discount <rate per unit>] [--json]',
  options: {
    until: {
      type: 'string',
      value: 'date',
      description: 'the last day the models see, whole (1403-12-30 or 2025-03-20); what is later tries them',
    },
    from: {
      type: 'string',
      value: 'date',
      description: 'only customers whose first order is on this day or later; everybody when not given',
    },
    horizon: {
      type: 'string',
      value: 'n',
      description: 'how far to foretell, in days (90d) or weeks (39w); 90d when not given',
    },
    unit: {
      type: 'string',
      value: 'unit',
      description: 'the unit of time of the parameters: day or week; week when not given',
    },
    margin: {
      type: 'string',
      value: 'share',
      description: 'what is left of revenue when its goods are paid; 0.3 when not given',
    },
    discount: {
      type: 'string',
      value: 'rate',
      description: 'how much less a unit of time later is worth; 0.0027 a week when not given, 15 % a year',
    },
  },
  positionals: [1, 1],
  async run(context) {
    const { forecastQuestion, readPurchases, shown, toldForecast } = await import('./forecast-run.ts');
    const question = forecastQuestion(context);
    const { openTable } = await import('../capabilities/imports/index.ts');
    const table = await openTable(context.positionals[0] ?? '');
    const { customersOf, forecast } = await import('@nardeban/core/insight');
    const read = await readPurchases(table, context);
    const answer = forecast(customersOf(read.purchases), question);
    if (!answer.ok) throw new Refused(answer.refusal.code, answer.refusal.detail, 'from');
    for (const notice of read.notices) context.progress(notice);
    context.print(toldForecast(answer.value, read), shown(answer.value, question));
    return 0;
  },
};
