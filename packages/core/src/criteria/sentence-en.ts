import type { Window } from '../values/index.ts';
import { grouped, listed, spaced } from './sentence-text.ts';
import type { Bounds, Tongue } from './sentence-tongue.ts';

export const english: Tongue = {
  number: grouped,
  howMany: grouped,
  quote: (text) => `"${text}"`,
  yes: 'yes',
  no: 'no',
  none: 'none',
  unknown: 'not known',
  present: 'yes',
  absent: 'no',

  choice: (items) => listed(items, ', ', ' or '),
  together: (items) => listed(items, ', ', ', and '),
  either: (items) => listed(items, ', ', ', or '),
  group: (text) => `(${text})`,
  fails: (text) => `this does not hold: ${text}`,

  bounds,
  facts: ({ en }) => en,
  keptFacts: (noun) => ({ one: `kept ${noun.one}`, many: `kept ${noun.many}` }),
  openFacts: (noun) => ({ one: `${noun.one} still open`, many: `${noun.many} still open` }),
  eitherOf: (nouns) => ({
    one: listed(
      nouns.map((noun) => noun.one),
      ', ',
      ' or ',
    ),
    many: listed(
      nouns.map((noun) => noun.many),
      ', ',
      ' or ',
    ),
  }),
  values: (label) => ({ one: label, many: plural(label) }),
  within,

  withValue: (label, value) => `${label} ${value}`,
  withAny: (label) => `any ${label}`,
  withOther: (label, value) => `${label} other than ${value}`,
  marked: (label) => `the mark "${label}"`,
  unmarked: (label) => `no mark "${label}"`,
  selected,

  counted: (many, noun, one, tests, window) =>
    spaced(many, selected(one ? noun.one : noun.many, tests), window),
  noneOf: (noun, tests, window) => spaced('no', selected(noun.many, tests), window),
  figure: (measure, label, of, window) =>
    spaced(`${FIGURES[measure]} ${label} of`, of, measure === 'kept' ? 'less returns' : '', window),
  figureIs: (figure, asked) => `${figure} is ${asked}`,
  figureIsNot: (figure, value) => `${figure} is not ${value}`,
  distinct: (many, values, one, of, window) =>
    spaced(many, `different ${one ? values.one : values.many} of`, of, window),
  occasion: (which, noun, tests) => spaced(which, selected(noun.one, tests)),
  ago: (occasion, asked, one) => `${occasion} ${bounds(asked)} ${one ? 'day' : 'days'} ago`,
  agoToday: (occasion) => `${occasion} today`,
  trait: (name) => `trait "${name}"`,
  tagged: (tag) => `tagged ${tag}`,
  untagged: (tag) => `not tagged ${tag}`,

  amountOf: (many, noun, one) => `${many} ${one ? noun.one : noun.many}`,
  daysAgo: (days) => (days === 0 ? 'today' : `${grouped(days)} ${days === 1 ? 'day' : 'days'} ago`),

  moreFacts: (count, noun, tests) =>
    `${grouped(count)} more ${selected(count === 1 ? noun.one : noun.many, tests)}`,
  moreMoney: (amount, noun, label, tests) =>
    label === 'amount'
      ? `${selected(noun.many, tests)} worth ${amount} more`
      : `${amount} more ${label} in ${selected(noun.many, tests)}`,
  moreOf: (amount, label, noun, tests) => `${amount} more ${plural(label)} in ${selected(noun.many, tests)}`,
  moreDistinct: (count, values, of) =>
    `${grouped(count)} more ${count === 1 ? values.one : values.many} of ${of}`,
  oneWith: (noun, tests) => `1 ${selected(noun.one, tests)}`,
  becomes: (trait, asked) => `${trait} to be ${asked}`,
  tagAdded: (tag) => `the tag ${tag} to be added`,
  tagRemoved: (tag) => `the tag ${tag} to be removed`,
  before: (step, day) => `${step} before ${day}`,
  waitUntil: (day) => `wait until ${day}`,

  allOf: 'all of these',
  anyOf: 'at least one of these',
  notOf: 'this does not hold',
};

const FIGURES = {
  sum: 'total',
  kept: 'total',
  average: 'average',
  max: 'highest',
  min: 'lowest',
  latest: 'latest',
} as const;

function bounds({ low, high }: Bounds): string {
  if (low !== undefined && high !== undefined) return low === high ? `exactly ${low}` : `${low} to ${high}`;
  return low !== undefined ? `at least ${low}` : `at most ${high ?? ''}`;
}

function within(window: Window): string {
  if ('days' in window) return window.days === 1 ? 'today' : last(window.days, 'day');
  return 'months' in window ? last(window.months, 'month') : last(window.years, 'year');
}

function last(count: number, unit: string): string {
  return count === 1 ? `in the last ${unit}` : `in the last ${grouped(count)} ${unit}s`;
}

function selected(noun: string, tests: readonly string[]): string {
  return tests.length === 0 ? noun : `${noun} with ${listed(tests, ', ', ' and ')}`;
}

/** Field labels are plain nouns: category → categories, branch → branches, payment method → payment methods. */
function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (noun.endsWith('points')) return noun;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
