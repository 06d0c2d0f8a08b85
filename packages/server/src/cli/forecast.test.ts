import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { customersOf, forecast, modelOf, seenAt, valueOf, type Purchase } from '@nardeban/core/insight';
import { describe, expect, it } from 'vitest';

const DAY = 86_400_000;
const dayOf = (text: string): number => Date.parse(text) / DAY;

function purchases(file: 'orders' | 'orders_sample'): Purchase[] {
  const packed = readFileSync(new URL(`../../../../tests/data/cdnow/${file}.csv.gz`, import.meta.url));
  const [, ...rows] = gunzipSync(packed).toString('utf8').trim().split(/\r?\n/);
  return rows.map((row) => {
    const cells = row.split(',');
    const [date = '', , amount = ''] = cells.slice(file === 'orders' ? 1 : 2);
    return { customer: cells[0] ?? '', day: dayOf(date), amount: Number(amount) };
  });
}

describe('the CDNOW sample, as the papers print it', () => {
  const answer = forecast(customersOf(purchases('orders_sample')), {
    from: null,
    until: dayOf('1997-09-30'),
    horizon: 39 * 7,
    daysPerUnit: 7,
    margin: 0.3,
    discount: 0.0027,
  });
  if (!answer.ok) throw new Error(answer.refusal.code);
  const told = answer.value;

  it.each([
    ['bg-nbd', [0.2425945, 4.4136017, 0.7929219, 2.4259066], -9582.429207, [1653.4, 0.7855, 1.608, 0.6256]],
    ['mbg-nbd', [0.5248431, 6.1830847, 0.8913595, 1.6140025], -9582.135716, [1576.7, 0.7648, 1.6072, 0.6273]],
    [
      'pareto-nbd',
      [0.553277, 10.5776834, 0.60624, 11.6687343],
      -9594.976179,
      [1665.5, 0.7545, 1.6028, 0.6302],
    ],
    ['nbd', [0.3848, 12.072], -9763.658, [2929.9, 1.041, 1.86, 0.583]],
  ] as const)('%s', (name, parameters, logLikelihood, [predicted, mae, rmse, correlation]) => {
    const found = told.models.find(({ model }) => model.name === name);
    Object.values(found?.model.parameters ?? {}).forEach((value, i) =>
      expect(Math.abs(value - (parameters[i] ?? 0))).toBeLessThan(1e-4),
    );
    expect(found?.logLikelihood).toBeCloseTo(logLikelihood, name === 'nbd' ? 3 : 5);
    expect(found?.holdout?.actual).toBe(1882);
    expect(Math.abs((found?.holdout?.predicted ?? 0) - predicted)).toBeLessThan(0.15);
    expect(found?.holdout?.mae).toBeCloseTo(mae, 3);
    expect(found?.holdout?.rmse).toBeCloseTo(rmse, 3);
    expect(found?.holdout?.correlation).toBeCloseTo(correlation, 3);
  });

  it('tells the values of orders', () => {
    const { p, q, gamma, logLikelihood, correlation, spenders } =
      told.spend ?? Object.freeze({ p: 0, q: 0, gamma: 0, logLikelihood: 0, correlation: 0, spenders: 0 });
    expect([p, q, gamma].map((one) => one.toFixed(3))).toEqual(['6.250', '3.744', '15.444']);
    expect(logLikelihood).toBeCloseTo(-4055.917695, 5);
    expect([spenders, correlation.toFixed(4)]).toEqual([946, '0.1139']);
  });
});

it('prices all 23,570 CDNOW customers to the cent', () => {
  const seen = seenAt(customersOf(purchases('orders')), {
    from: null,
    until: dayOf('1998-06-30'),
    horizon: 0,
  });
  const value = valueOf(
    modelOf('pareto-nbd', [0.5534, 10.5802, 0.6061, 11.6562]),
    { p: 6.25, q: 3.74, gamma: 15.44 },
    seen,
    { daysPerUnit: 7, margin: 0.3, discount: 0.0027 },
  );
  expect(value.expectedTransactions).toBeCloseTo(73_559.83, 2);
  expect(value.total).toBeCloseTo(860_154.53, 2);
  expect(value.topTenPercentShare?.toFixed(3)).toBe('0.702');
});

describe('the command, as a user runs it', () => {
  const program = fileURLToPath(new URL('main.ts', import.meta.url));
  const data = fileURLToPath(new URL('../../../../tests/data/cdnow/', import.meta.url));

  async function call(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
    const child = spawn(process.execPath, [program, 'forecast', ...args], {
      cwd: tmpdir(),
      env: { ...process.env, LANG: 'C', LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, err] = await Promise.all([textOf(child.stdout), textOf(child.stderr), once(child, 'close')]);
    return { code: child.exitCode, out, err };
  }

  it('answers in JSON what the library says of the same file', async () => {
    const { code, out, err } = await call(
      join(data, 'orders.csv.gz'),
      '--until',
      '1997-09-30',
      '--horizon',
      '39w',
      '--json',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const told = JSON.parse(out);
    const expected = forecast(customersOf(purchases('orders')), {
      from: null,
      until: dayOf('1997-09-30'),
      horizon: 39 * 7,
      daysPerUnit: 7,
      margin: 0.3,
      discount: 0.0027,
    });
    if (!expected.ok) throw new Error(expected.refusal.code);
    expect(told).toMatchObject({ customers: 23_570, rows: 69_659, withoutCustomer: 0, unreadable: 0 });
    expect(told.best).toBe(expected.value.best);
    for (const { model, logLikelihood, holdout } of expected.value.models) {
      const found = told.models.find(({ name }: { name: string }) => name === model.name);
      expect(Math.abs(found.logLikelihood - logLikelihood)).toBeLessThan(1e-3);
      expect(found.holdout.actual).toBe(holdout?.actual);
      expect(Math.abs(found.holdout.predicted - (holdout?.predicted ?? 0))).toBeLessThan(0.5);
    }
    expect(Math.abs(told.value.total / (expected.value.value.total ?? 0) - 1)).toBeLessThan(1e-4);
  }, 120_000);

  it('says to people the same in words, also by a Persian date and with Persian digits', async () => {
    const { code, out, err } = await call(
      join(data, 'orders_sample.csv.gz'),
      '--until',
      '۱۳۷۶/۰۷/۰۸',
      '--horizon',
      '۳۹w',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('2,357 customers, 946 of whom ordered again.');
    expect(out).toContain('BG/NBD');
    expect(out).toContain('1,882 came');
    expect(out).toContain('Worth ');
  }, 120_000);

  it.each([
    ['no cut', [], 2, 'command_usage'],
    ['no such day', ['--until', '1997-02-30'], 1, 'day_expected'],
    ['a horizon without a unit', ['--until', '1997-09-30', '--horizon', '39'], 1, 'option_unreadable'],
    ['an endless horizon', ['--until', '1997-09-30', '--horizon', '9999w'], 1, 'option_unreadable'],
    ['an unknown unit', ['--until', '1997-09-30', '--unit', 'month'], 1, 'option_unreadable'],
    ['a margin above one', ['--until', '1997-09-30', '--margin', '1.5'], 1, 'option_unreadable'],
    ['a discount that is no number', ['--until', '1997-09-30', '--discount', 'x'], 1, 'option_unreadable'],
    ['an unknown option', ['--until', '1997-09-30', '--nothing'], 2, 'command_usage'],
  ])(
    'refuses %s with its code and a sentence',
    async (_, options, exit, refusal) => {
      const { code, out, err } = await call(join(data, 'orders_sample.csv.gz'), ...options, '--json');
      expect([code, JSON.parse(out).refusal.code]).toEqual([exit, refusal]);
      expect(err.trim().length).toBeGreaterThan(10);
    },
    60_000,
  );

  it('refuses a file that is not there', async () => {
    const { code, out } = await call(join(data, 'nothing.csv'), '--until', '1997-09-30', '--json');
    expect([code, JSON.parse(out).refusal.code]).toEqual([1, expect.stringMatching(/^[a-z_]+$/)]);
  }, 180_000);
});
