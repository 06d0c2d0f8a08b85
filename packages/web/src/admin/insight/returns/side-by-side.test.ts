import { expect, test } from 'vitest';
import type { ChannelReturn } from '../../../api/money-queries.ts';
import { sideBySide } from './side-by-side.ts';

const told = (channel: string | null, cost: number): ChannelReturn => ({
  channel,
  cost,
  direct: cost,
  shared: 0,
  customers: 1,
  revenue: 0,
  margin: 0,
  costPerCustomer: cost,
  returnOnCost: null,
  value: null,
  valueToCost: null,
  payback: { months: null, watched: 0, byMonthlyMargin: null },
});
const rule = (...channels: ChannelReturn[]) => ({ channels, campaigns: [] });

test('every channel of any rule has its line, the dearest first and the unknown last', () => {
  const lines = sideBySide({
    first: rule(told(null, 900), told('b', 5)),
    last: rule(told('b', 7), told('a', 6)),
    even: rule(told('c', 6)),
  });
  expect(lines.map(({ channel }) => channel)).toEqual(['b', 'a', 'c', null]);
  expect(lines[0]?.by.first?.cost).toBe(5);
  expect(lines[0]?.by.even).toBeUndefined();
});
