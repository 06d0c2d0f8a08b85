import { expect, test } from 'vitest';
import { channelWalk } from './channels.ts';
import { buyer, order } from './testing-buyers.ts';

const web = { channel: 'web' };
const till = { channel: ' till ', branch: 'تجریش' };

function shop(from: number | null = null) {
  const walk = channelWalk({ asOf: 500, from });
  walk.take(buyer('a', [order(100, web), order(200, { ...till, amount: 400 }), order(300, web)]));
  walk.take(buyer('b', [order(250, { ...till, amount: 1_000, returned: 300 })]));
  walk.take(buyer('c', [order(260), order(501, web)]));
  return walk.result();
}

function rows(table: ReturnType<typeof shop>['byChannel']): string[] {
  return table.map(
    ({ kind, name, orders, people, revenue, newPeople }) =>
      `${name ?? kind}: ${orders} orders, ${people} people, ${newPeople} new, ${revenue}`,
  );
}

test('orders by their own channel, by their branch, and by the channel their people came by', () => {
  const { byChannel, byBranch, byFirstChannel, revenue, people } = shop();
  expect(rows(byChannel)).toEqual([
    'till: 2 orders, 2 people, 1 new, 1100',
    'web: 2 orders, 1 people, 1 new, 200',
    'unknown: 1 orders, 1 people, 1 new, 100',
  ]);
  expect(rows(byBranch)).toEqual([
    'تجریش: 2 orders, 2 people, 1 new, 1100',
    'unknown: 3 orders, 2 people, 2 new, 300',
  ]);
  expect(rows(byFirstChannel)).toEqual([
    'till: 1 orders, 1 people, 1 new, 700',
    'web: 3 orders, 1 people, 1 new, 600',
    'unknown: 1 orders, 1 people, 1 new, 100',
  ]);
  expect([revenue, people]).toEqual([1_400, 3]);
});

test('from a day on only its orders count, but a first order remains the first of all', () => {
  const { byChannel, newPeople } = shop(200);
  expect(rows(byChannel)).toEqual([
    'till: 2 orders, 2 people, 1 new, 1100',
    'web: 1 orders, 1 people, 0 new, 100',
    'unknown: 1 orders, 1 people, 1 new, 100',
  ]);
  expect(newPeople).toBe(2);
});

test('beyond five hundred names the rest are one row', () => {
  const walk = channelWalk({ asOf: 500 });
  for (let i = 0; i < 510; i++) walk.take(buyer('p', [order(1, { channel: `c${i}` })]));
  const { byChannel } = walk.result();
  expect(byChannel).toHaveLength(501);
  expect(byChannel.at(-1)).toMatchObject({ kind: 'others', orders: 10, newPeople: 10 });
});
