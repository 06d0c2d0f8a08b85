import { describe, expect, test } from 'vitest';
import { seededChance } from '../../testing/index.ts';
import { dateOf, dayFrom, isoDay, weekday } from '../../values/index.ts';
import { comingsOf, occasionNames, occasionSchema } from './occasions.ts';
import { seasonWalk } from './seasons.ts';
import { buyer, order } from './testing-buyers.ts';

function gregorian(year: number, month: number, day: number): number {
  return dayFrom('gregorian', year, month, day) ?? Number.NaN;
}

describe('occasions', () => {
  const comings = comingsOf(gregorian(2023, 1, 1), gregorian(2026, 12, 31), 'jalali');
  const days = (key: Parameters<typeof comings.get>[0]): string[] =>
    (comings.get(key) ?? []).map(({ day }) => isoDay(day));

  test('of the sun are exact', () => {
    expect(days('nowruz')).toEqual(['2023-03-21', '2024-03-20', '2025-03-21', '2026-03-21']);
    expect(days('yalda')).toEqual(['2023-12-21', '2024-12-20', '2025-12-21', '2026-12-21']);
    expect(days('black-friday')).toEqual(['2023-11-24', '2024-11-29', '2025-11-28', '2026-11-27']);
  });

  test('of the moon are those of the Umm al-Qura calendar', () => {
    expect(days('ramadan')).toEqual(['2023-03-23', '2024-03-11', '2025-03-01', '2026-02-18']);
    expect(comings.get('ramadan')?.map(({ length }) => length)).toEqual([29, 30, 29, 30]);
    expect(days('eid-al-fitr')).toEqual(['2023-04-21', '2024-04-10', '2025-03-30', '2026-03-20']);
    expect(days('muharram')).toEqual(['2023-07-19', '2024-07-07', '2025-06-26', '2026-06-16']);
  });

  test('have names in both languages', () => {
    for (const key of occasionSchema.options) expect(occasionNames[key].en).not.toBe('');
  });
});

/** A shop whose 200 customers order once in ten days, twice as much in the week before Yalda, half in Ramadan. */
function planted(from: number, asOf: number) {
  const chance = seededChance(11);
  const walk = seasonWalk({ asOf, calendar: 'jalali' });
  const yalda = comingsOf(from, asOf, 'jalali').get('yalda') ?? [];
  const ramadan = comingsOf(from - 40, asOf, 'jalali').get('ramadan') ?? [];
  for (let person = 0; person < 200; person++) {
    // They become customers through all the time, so that the shop grows all along.
    const orders = [order(chance.int(from, asOf - 30), { hour: 18 })];
    for (let day = (orders[0]?.day ?? 0) + 1; day <= asOf; day++) {
      let rate = weekday(day) === 6 ? 0.05 : 0.1;
      if (yalda.some((one) => day < one.day && day >= one.day - 7)) rate *= 2;
      if (ramadan.some((one) => day >= one.day && day < one.day + one.length)) rate /= 2;
      if (chance.next() < rate) orders.push(order(day, { hour: chance.next() < 0.75 ? 18 : 10 }));
    }
    walk.take(buyer('p', orders));
  }
  return walk.result();
}

describe('three and a half years', () => {
  const found = planted(gregorian(2021, 6, 1), gregorian(2025, 1, 20));
  const effects = (key: string) =>
    Object.fromEntries(
      found.occasions
        .find(({ occasion }) => occasion === key)
        ?.spans.map(({ span, effect }) => [span, effect]) ?? [],
    );

  test('the week before Yalda doubles, the one before it and the one after do not', () => {
    const { week_before, two_weeks_before, week_after } = effects('yalda');
    expect(week_before).toBeGreaterThan(0.7);
    expect(week_before).toBeLessThan(1.3);
    expect(Math.abs(two_weeks_before ?? 9)).toBeLessThan(0.25);
    expect(Math.abs(week_after ?? 9)).toBeLessThan(0.25);
  });

  test('Ramadan halves, and says when Nowruz lies beside it', () => {
    expect(effects('ramadan')['during']).toBeLessThan(-0.35);
    const ramadan = found.occasions.find(({ occasion }) => occasion === 'ramadan');
    expect(ramadan).toMatchObject({ lunar: true, enough: true });
    expect(ramadan?.comings.map(({ besideNowruz }) => besideNowruz)).toEqual([true, true, true]);
  });

  test('an occasion without an effect shows none, although the shop grows', () => {
    const valentine = found.occasions.find(({ occasion }) => occasion === 'valentine');
    const before = valentine?.spans[1];
    expect(Math.abs(before?.effect ?? 9)).toBeLessThan(3 * (before?.error ?? 0));
    expect(valentine?.next).toBe(gregorian(2025, 2, 14));
  });

  test('Fridays are half as strong as the other days', () => {
    const [friday, others] = [found.weekdays[6], found.weekdays.slice(0, 6)];
    expect(friday?.index).toBeCloseTo(7 / 13, 1);
    for (const { index, error } of others)
      expect(Math.abs((index ?? 0) - 14 / 13)).toBeLessThan(4 * (error ?? 0));
    expect(found.hours[18]?.index).toBeCloseTo(18, 0);
    expect(found.enoughYears).toBe(true);
  });
});

test('one year is not enough for a holiday or a month', () => {
  const found = planted(gregorian(2023, 9, 1), gregorian(2024, 12, 1));
  expect(found.enoughYears).toBe(false);
  expect(found.occasions.find(({ occasion }) => occasion === 'yalda')).toMatchObject({
    enough: false,
    comings: [{ day: gregorian(2023, 12, 21) }],
  });
});

test('months are compared by their days: one order a day makes 1 of every month', () => {
  const asOf = dayFrom('jalali', 1404, 5, 20) ?? 0;
  const walk = seasonWalk({ asOf, calendar: 'jalali' });
  for (let day = asOf - 900; day <= asOf; day++) walk.take(buyer('p', [order(day)]));
  const { months, monthsFrom, weekdays } = walk.result();
  expect(months.map(({ index }) => index)).toEqual(Array.from({ length: 12 }, () => 1));
  expect(months.map(({ days }) => days)).toEqual([62, 62, 62, 62, 62, 62, 60, 60, 60, 60, 60, 59]);
  expect(dateOf(monthsFrom ?? 0, 'jalali')).toEqual({ year: 1402, month: 5, day: 21 });
  expect(weekdays.map(({ index }) => index)).toEqual(Array.from({ length: 7 }, () => 1));
});

test('without orders there is nothing to compare', () => {
  const none = seasonWalk({ asOf: 20_000, calendar: 'gregorian' }).result();
  expect(none).toMatchObject({ from: null, days: 0, orders: 0, enoughYears: false, occasions: [] });
  expect(none.months.every(({ index }) => index === null)).toBe(true);
});
