import type { Criteria } from '@nardeban/core/criteria';
import { type Day, toLatinDigits, zoneOf } from '@nardeban/core/values';
import type { Speech } from '../../../language/speech.ts';
import { slugFrom } from '../../welcome/slug.ts';
import { endOf, startOf } from '../vouchers/batch-form.ts';
import type { Reward, RewardInput } from './queries.ts';

type What = Reward['what'];
export type RewardKind = What['kind'];
type Gives = NonNullable<Extract<What, { kind: 'discount' }>['gives']>;

export const REWARD_KINDS = [
  'gift',
  'product',
  'service',
  'discount',
  'event',
  'donation',
  'partner',
] as const satisfies readonly RewardKind[];

interface Words {
  readonly fa: string;
  readonly en: string;
}

/** A reward as the form holds it: everything every kind may say, so that changing the kind and back loses nothing. */
export interface RewardForm {
  readonly name: Words;
  readonly about: Words;
  readonly kind: RewardKind;
  /** What a discount takes off a basket while it is priced; none: only its offer counts. */
  readonly gives: Gives['kind'] | 'none';
  /** A part of one. */
  readonly share: number | null;
  readonly cap: number | null;
  readonly amount: number | null;
  readonly perUnits: number | null;
  readonly offer: string;
  readonly item: string;
  readonly pieces: number | null;
  readonly eventDay: Day | null;
  /** Hours and minutes, in any digits. */
  readonly eventTime: string;
  readonly place: string;
  readonly to: string;
  readonly wallet: string;
  /** The customer chooses how much to spend, between the least and the most. */
  readonly chosen: boolean;
  readonly units: number | null;
  readonly most: number | null;
  readonly step: number | null;
  readonly who: Criteria | null;
  readonly levels: readonly string[];
  readonly places: NonNullable<NonNullable<Reward['for']>['places']> | null;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly stock: number | null;
  readonly perPerson: number | null;
  readonly cost: number | null;
  readonly codeDays: number | null;
  readonly proof: boolean;
  readonly partner: string;
  readonly partnerKey: string;
  /** What is owed to the partner for one; below 0 they owe us. */
  readonly owed: number | null;
}

const NOON = '12:00';
const MINUTE = 60_000;

export function newReward(wallet: string): RewardForm {
  const nothing = { fa: '', en: '' };
  return {
    name: nothing,
    about: nothing,
    kind: 'gift',
    gives: 'percent',
    share: null,
    cap: null,
    amount: null,
    perUnits: null,
    offer: '',
    item: '',
    pieces: 1,
    eventDay: null,
    eventTime: NOON,
    place: '',
    to: '',
    wallet,
    chosen: false,
    units: null,
    most: null,
    step: null,
    who: null,
    levels: [],
    places: null,
    from: null,
    until: null,
    stock: null,
    perPerson: null,
    cost: null,
    codeDays: null,
    proof: false,
    partner: '',
    partnerKey: '',
    owed: null,
  };
}

export function formOf(reward: Reward, speech: Pick<Speech, 'dayOf' | 'zone'>): RewardForm {
  const { name, about, what, price, partner, from, until } = reward;
  const gives = what.kind === 'discount' ? what.gives : undefined;
  const blank = newReward(price.wallet);
  return {
    ...blank,
    name,
    about: about ?? blank.about,
    kind: what.kind,
    gives: what.kind === 'discount' ? (gives?.kind ?? 'none') : blank.gives,
    share: gives?.kind === 'percent' ? gives.share / 10_000 : null,
    cap: gives?.kind === 'percent' ? (gives.cap ?? null) : null,
    amount: gives === undefined || gives.kind === 'percent' ? null : gives.amount,
    perUnits: gives?.kind === 'worth' ? gives.units : null,
    offer: what.kind === 'discount' ? (what.offer ?? '') : '',
    ...(what.kind === 'product' ? { item: what.item, pieces: what.pieces } : {}),
    ...(what.kind === 'event' ? { place: what.place ?? '', ...momentOf(what.at, speech) } : {}),
    to: what.kind === 'donation' ? what.to : '',
    chosen: price.kind === 'range',
    units: price.kind === 'fixed' ? price.units : price.least,
    most: price.kind === 'range' ? price.most : null,
    step: price.kind === 'range' ? (price.step ?? null) : null,
    // The contract says the same of criteria in wider words.
    who: (reward.for?.who as Criteria | undefined) ?? null,
    levels: reward.for?.levels ?? [],
    places: reward.for?.places ?? null,
    from: from === undefined ? null : speech.dayOf(from),
    until: until === undefined ? null : speech.dayOf(until - 1),
    stock: reward.stock ?? null,
    perPerson: reward.perPerson ?? null,
    cost: reward.cost ?? null,
    codeDays: reward.codeDays ?? null,
    proof: reward.proof,
    partner: partner?.name ?? '',
    partnerKey: partner?.key ?? '',
    owed: partner?.owed ?? null,
  };
}

function momentOf(at: number | undefined, { dayOf, zone }: Pick<Speech, 'dayOf' | 'zone'>) {
  if (at === undefined) return { eventDay: null, eventTime: NOON };
  const eventDay = dayOf(at);
  const minutes = Math.floor((at - zoneOf(zone).startOf(eventDay)) / MINUTE);
  const two = (number: number) => String(number).padStart(2, '0');
  return { eventDay, eventTime: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` };
}

/** Minutes since midnight of a written time; null: it is none. */
function minutesOf(written: string): number | null {
  const read = /^([0-9]{1,2}):([0-9]{2})$/.exec(toLatinDigits(written.trim()));
  const hours = Number(read?.[1]);
  const minutes = Number(read?.[2]);
  return read === null || hours > 23 || minutes > 59 ? null : hours * 60 + minutes;
}

export type RewardFault =
  | 'name'
  | 'about'
  | 'gives'
  | 'item'
  | 'time'
  | 'to'
  | 'wallet'
  | 'units'
  | 'most'
  | 'until'
  | 'partner';

/** Everything that is missing or does not fit, in the order of the form. Criteria tell of themselves. */
export function faultsIn(form: RewardForm): readonly RewardFault[] {
  const { kind, units, most } = form;
  const isHalf = ({ fa, en }: Words) => (fa.trim() === '') !== (en.trim() === '');
  const is: readonly (readonly [RewardFault, boolean])[] = [
    ['name', form.name.fa.trim() === '' || form.name.en.trim() === ''],
    ['about', isHalf(form.about)],
    ['gives', kind === 'discount' && givesOf(form) === undefined && form.offer === ''],
    ['item', kind === 'product' && (form.item.trim() === '' || form.pieces === null)],
    ['time', kind === 'event' && form.eventDay !== null && minutesOf(form.eventTime) === null],
    ['to', kind === 'donation' && form.to.trim() === ''],
    ['wallet', form.wallet === ''],
    ['units', units === null],
    ['most', form.chosen && (most === null || (units !== null && most < units))],
    ['until', form.from !== null && form.until !== null && form.until < form.from],
    ['partner', kind === 'partner' && form.partner.trim() === ''],
  ];
  return is.filter(([, isWrong]) => isWrong).map(([fault]) => fault);
}

function givesOf({ gives, share, cap, amount, perUnits }: RewardForm): Gives | undefined {
  if (gives === 'percent')
    return share === null || share <= 0
      ? undefined
      : { kind: gives, share: Math.round(share * 10_000), ...(cap === null ? {} : { cap }) };
  if (gives === 'none' || amount === null || amount === 0) return undefined;
  if (gives === 'amount') return { kind: gives, amount };
  return perUnits === null ? undefined : { kind: gives, units: perUnits, amount };
}

function whatOf(form: RewardForm, zone: string): What {
  const { kind } = form;
  switch (kind) {
    case 'discount': {
      const gives = givesOf(form);
      return {
        kind,
        ...(form.offer === '' ? {} : { offer: form.offer }),
        ...(gives === undefined ? {} : { gives }),
      };
    }
    case 'product':
      return { kind, item: form.item.trim(), pieces: form.pieces ?? 1 };
    case 'event': {
      const start = startOf(form.eventDay, zone);
      const place = form.place.trim();
      return {
        kind,
        ...(start === null ? {} : { at: start + (minutesOf(form.eventTime) ?? 0) * MINUTE }),
        ...(place === '' ? {} : { place }),
      };
    }
    case 'donation':
      return { kind, to: form.to.trim() };
    default:
      return { kind };
  }
}

/** A key that nobody has to think of: from the English name, or from the Persian one in Latin letters. */
export function keyFrom({ fa, en }: Words, otherwise: string): string {
  for (const name of [en, fa]) {
    const key = slugFrom(name).replace(/^[^a-z]+/, '');
    if (key !== '') return key;
  }
  return otherwise;
}

/**
 * What the form asks for. `seen` is what was there before: its key stays, and an instant whose day was not changed stays
 * as it is. Only to be asked of a form without faults.
 */
export function askedReward(
  form: RewardForm,
  { zone, dayOf }: Pick<Speech, 'zone' | 'dayOf'>,
  seen: Reward | null,
): RewardInput {
  const { wallet, units, most, step, about, partner, who, levels, places } = form;
  const unlessSaid = <Name extends string, Value>(name: Name, value: Value | null | undefined) =>
    (value === null || value === undefined ? {} : { [name]: value }) as { [key in Name]?: Value };
  const from =
    seen?.from !== undefined && dayOf(seen.from) === form.from ? seen.from : startOf(form.from, zone);
  const until =
    seen?.until !== undefined && dayOf(seen.until - 1) === form.until ? seen.until : endOf(form.until, zone);
  const forWhom = {
    ...(who === null ? {} : { who: who as NonNullable<RewardInput['for']>['who'] & object }),
    ...(levels.length === 0 ? {} : { levels: [...levels] }),
    ...unlessSaid('places', places),
  };
  return {
    key: seen?.key ?? keyFrom(form.name, 'reward'),
    name: { fa: form.name.fa.trim(), en: form.name.en.trim() },
    ...(about.fa.trim() === '' ? {} : { about: { fa: about.fa.trim(), en: about.en.trim() } }),
    what: whatOf(form, zone),
    price: form.chosen
      ? { kind: 'range', wallet, least: units ?? 1, most: most ?? 1, ...unlessSaid('step', step) }
      : { kind: 'fixed', wallet, units: units ?? 1 },
    ...(Object.keys(forWhom).length === 0 ? {} : { for: forWhom }),
    ...unlessSaid('from', from),
    ...unlessSaid('until', until),
    ...unlessSaid('stock', form.stock),
    ...unlessSaid('perPerson', form.perPerson),
    ...unlessSaid('cost', form.cost),
    ...unlessSaid('codeDays', form.codeDays),
    ...(partner.trim() === ''
      ? {}
      : {
          partner: {
            key: form.partnerKey === '' ? keyFrom({ fa: partner, en: '' }, 'partner') : form.partnerKey,
            name: partner.trim(),
            owed: form.owed ?? 0,
          },
        }),
    proof: form.proof,
  };
}
