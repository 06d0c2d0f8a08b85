import { weekday, type Calendar, type Day } from '../../values/index.ts';
import type { Daily } from './daily.ts';
import { comingsOf, isLunar, type Coming } from './occasions.ts';
import type { Seasons, Span } from './season.ts';

/** Days looked at before and after an occasion, and beyond those the days that say what is usual around it. */
const WEEKS = 14;
const AROUND = 56;
/** What is usual is not told from less. */
const FEWEST_DAYS_AROUND = 28;
const FEWEST_ORDERS_AROUND = 20;
const LEAST_EXPECTED = 5;
/** The next coming of everything lies within this. */
const AHEAD = 370;

const SPANS: readonly Span['span'][] = [
  'two_weeks_before',
  'week_before',
  'during',
  'week_after',
  'two_weeks_after',
];

type OccasionEffect = Seasons['occasions'][number];

/**
 * What occasions do to repeat orders, against the usual level of the very people who are customers by then: each person's
 * orders spread evenly over their days as a customer, corrected for weekdays, and scaled to the eight weeks before and
 * after. So neither a growing number of customers nor a good year looks like a holiday.
 */
export function occasionEffects(daily: Daily, from: Day, calendar: Calendar): OccasionEffect[] {
  const { asOf, first } = daily;
  const usual = usualOf(daily);
  const dispersion = dispersionOf(daily, usual, from);
  const all = comingsOf(from, asOf + AHEAD, calendar);
  const nowruz = (all.get('nowruz') ?? []).map(weeksOf);
  return [...all].map(([occasion, comings]) => {
    const seen = comings.flatMap((coming) => {
      const [begins, ends] = weeksOf(coming);
      if (begins < from || ends > asOf) return [];
      const beside = occasion === 'nowruz' ? [] : nowruz;
      const scale = scaleAround(daily, usual, coming, beside, from);
      if (scale === null) return [];
      const spans = daysOf(coming).map(([start, end]) => ({
        orders: sumBetween(daily.repeats, start - first, end - first),
        expected: scale * sumBetween(usual, start - first, end - first),
      }));
      return [{ coming, spans, besideNowruz: beside.some(([start, end]) => begins <= end && start <= ends) }];
    });
    return {
      occasion,
      lunar: isLunar(occasion),
      comings: seen.map(({ coming, spans, besideNowruz }) => ({
        day: coming.day,
        length: coming.length,
        besideNowruz,
        effect: effectOf(spans[2]),
      })),
      next: comings.find(({ day }) => day > asOf)?.day ?? null,
      enough: seen.length >= 2,
      spans: SPANS.map((span, i) =>
        spanOf(
          span,
          seen.map(({ spans }) => spans[i]),
          dispersion,
        ),
      ),
    };
  });
}

interface Compared {
  readonly orders: number;
  readonly expected: number;
}

function effectOf(compared: Compared | undefined): number | null {
  return compared !== undefined && compared.expected >= LEAST_EXPECTED
    ? compared.orders / compared.expected - 1
    : null;
}

function spanOf(span: Span['span'], each: readonly (Compared | undefined)[], dispersion: number): Span {
  const orders = each.reduce((sum, one) => sum + (one?.orders ?? 0), 0);
  const expected = each.reduce((sum, one) => sum + (one?.expected ?? 0), 0);
  const effect = effectOf({ orders, expected });
  const effects = each.map(effectOf).filter((one) => one !== null);
  const several = effects.length >= 2;
  return {
    span,
    orders,
    expected,
    effect,
    error: effect === null ? null : Math.sqrt(Math.max(1, orders) * dispersion) / expected,
    lowest: several ? Math.min(...effects) : null,
    highest: several ? Math.max(...effects) : null,
  };
}

/** Repeat orders expected on each day of the people who are customers by then, by weekday. */
function usualOf({ first, repeats, begun }: Daily): Float64Array {
  const usual = new Float64Array(begun.length);
  const came = new Float64Array(7);
  const expected = new Float64Array(7);
  let rate = 0;
  for (let place = 0; place < begun.length; place++) {
    rate += begun[place] as number;
    usual[place] = rate;
    const on = weekday(first + place);
    came[on] = (came[on] as number) + (repeats[place] as number);
    expected[on] = (expected[on] as number) + rate;
  }
  for (let place = 0; place < usual.length; place++) {
    const on = weekday(first + place);
    if ((expected[on] as number) > 0)
      usual[place] = ((usual[place] as number) * (came[on] as number)) / (expected[on] as number);
  }
  return usual;
}

/** How much more days differ than by chance alone, from day to day: at least 1. */
function dispersionOf({ first, asOf, repeats }: Daily, usual: Float64Array, from: Day): number {
  let [sum, days] = [0, 0];
  for (let place = Math.max(7, from - first + 7); place <= asOf - first; place++) {
    // Against the same weekday a week before, so that neither growth nor season counts as noise.
    const [now, then] = [repeats[place] as number, repeats[place - 7] as number];
    if ((usual[place] as number) <= 0 || now + then === 0) continue;
    sum += (now - then) ** 2 / (now + then);
    days++;
  }
  return days < 30 ? 1 : Math.max(1, sum / days);
}

/** From two weeks before to two weeks after. */
function weeksOf({ day, length }: Coming): readonly [from: Day, until: Day] {
  return [day - WEEKS, day + length - 1 + WEEKS];
}

function daysOf({ day, length }: Coming): readonly (readonly [from: Day, until: Day])[] {
  const end = day + length;
  return [
    [day - 14, day - 8],
    [day - 7, day - 1],
    [day, end - 1],
    [end, end + 6],
    [end + 7, end + 13],
  ];
}

/** What came in the weeks around against what was usual; null where there is too little to say. */
function scaleAround(
  { asOf, first, repeats }: Daily,
  usual: Float64Array,
  coming: Coming,
  leftOut: readonly (readonly [from: Day, until: Day])[],
  from: Day,
): number | null {
  const own = weeksOf(coming);
  let [came, expected, days] = [0, 0, 0];
  for (let day = Math.max(from, own[0] - AROUND); day <= Math.min(asOf, own[1] + AROUND); day++) {
    if ([own, ...leftOut].some(([start, end]) => day >= start && day <= end)) continue;
    came += repeats[day - first] as number;
    expected += usual[day - first] as number;
    days++;
  }
  return days >= FEWEST_DAYS_AROUND && came >= FEWEST_ORDERS_AROUND && expected > 0 ? came / expected : null;
}

function sumBetween(values: Float64Array, from: number, until: number): number {
  let sum = 0;
  for (let place = from; place <= until; place++) sum += values[place] ?? 0;
  return sum;
}
