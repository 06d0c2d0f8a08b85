import type { Discount, Give, Offer, Perk } from '@nardeban/core/offers';
import type { Day, Zone } from '@nardeban/core/values';

export const DISCOUNT_KINDS = ['percent', 'amount', 'price', 'buy-get', 'free-product'] as const;
export type DiscountKind = (typeof DISCOUNT_KINDS)[number];
export const GIVE_KINDS = [...DISCOUNT_KINDS, 'perk', 'combination'] as const;
export type GiveKind = (typeof GIVE_KINDS)[number];

type Words = Offer['name'];
type BuyGet = Extract<Discount, { kind: 'buy-get' }>;

/** A perk as it is typed. */
export interface PerkDraft {
  readonly key: string;
  readonly name: Words;
  readonly cost: number | null;
  readonly worth: number | null;
}

/** A discount as it is typed: the fields of every kind, so that changing one's mind about the kind loses nothing. */
export interface DiscountDraft {
  /** Of one: 0.05 is 5 %. */
  readonly share: number | null;
  readonly cap: number | null;
  readonly amount: number | null;
  readonly price: number | null;
  readonly buy: number | null;
  readonly get: number | null;
  readonly getShare: number | null;
  readonly times: number | null;
  readonly gets: BuyGet['gets'];
  readonly item: string;
  readonly pieces: number | null;
}

/** An offer as it stands in the form: whole or not. What the form has no field for stays as it was. */
export interface OfferDraft {
  readonly kept: Offer;
  readonly name: Words;
  readonly thanks: Words;
  readonly kind: GiveKind;
  /** What a combination takes off. */
  readonly beside: DiscountKind;
  readonly discount: DiscountDraft;
  readonly perk: PerkDraft;
  readonly for: Offer['for'];
  readonly firstDay: Day | null;
  /** The last day on which it runs. */
  readonly lastDay: Day | null;
}

/** What is missing, by the field of the offer it belongs to. */
export type Missing = 'name' | 'gives' | 'perk' | 'rungs' | 'days' | 'values';

const EMPTY: Words = { fa: '', en: '' };
const NO_PERK: PerkDraft = { key: '', name: EMPTY, cost: null, worth: null };
const NO_DISCOUNT: DiscountDraft = {
  share: 0.05,
  cap: null,
  amount: null,
  price: null,
  buy: 2,
  get: 1,
  getShare: 1,
  times: null,
  gets: undefined,
  item: '',
  pieces: 1,
};

/** What a new offer starts as: a small thanks with a service, for people who deserve it, told between us. */
export function newOffer(zone: string): Offer {
  return {
    key: '',
    name: EMPTY,
    for: { appreciation: 60 },
    gives: {
      kind: 'combination',
      discount: { kind: 'percent', share: 500 },
      perk: { key: '', name: EMPTY, cost: 0 },
    },
    when: { zone },
    by: 'itself',
    announcement: 'private',
    stacking: { exclusive: false, order: 100 },
    newcomers: false,
    limits: { perPerson: 1 },
  };
}

export function draftOf(offer: Offer, zone: Pick<Zone, 'dayOf'>): OfferDraft {
  const { gives, when } = offer;
  const discount = gives.kind === 'combination' ? gives.discount : gives.kind === 'perk' ? null : gives;
  const perk = 'perk' in gives ? gives.perk : null;
  return {
    kept: offer,
    name: offer.name,
    thanks: offer.thanks ?? EMPTY,
    kind: gives.kind,
    beside: discount?.kind ?? 'percent',
    discount: discount === null ? NO_DISCOUNT : typed(discount),
    perk: perk === null ? NO_PERK : perkTyped(perk),
    for: offer.for,
    firstDay: when.from === undefined ? null : zone.dayOf(when.from),
    lastDay: when.to === undefined ? null : zone.dayOf(when.to - 1),
  };
}

export function perkTyped({ key, name, cost, worth }: Perk): PerkDraft {
  return { key, name, cost: key === '' ? null : cost, worth: worth ?? null };
}

function typed(discount: Discount): DiscountDraft {
  switch (discount.kind) {
    case 'percent':
      return { ...NO_DISCOUNT, share: discount.share / 10_000, cap: discount.cap ?? null };
    case 'amount':
      return { ...NO_DISCOUNT, amount: discount.amount };
    case 'price':
      return { ...NO_DISCOUNT, price: discount.price };
    case 'buy-get': {
      const { buy, get, share, times, gets } = discount;
      return { ...NO_DISCOUNT, buy, get, getShare: share / 10_000, times: times ?? null, gets };
    }
    case 'free-product':
      return { ...NO_DISCOUNT, item: discount.item, pieces: discount.pieces };
  }
}

/** The offer a form holds; what stops it from being one is named. `taken` are keys of other offers. */
export function offerOf(
  draft: OfferDraft,
  { zone, taken }: { readonly zone: Pick<Zone, 'startOf'>; readonly taken: ReadonlySet<string> },
): { readonly offer: Offer } | { readonly missing: Missing } {
  const { kept, firstDay, lastDay } = draft;
  const name = inBoth(draft.name);
  if (name === null) return { missing: 'name' };
  const gives = givesOf(draft);
  if (typeof gives === 'string') return { missing: gives };
  if (draft.for.rungs?.rungs.length === 0) return { missing: 'rungs' };
  if (choosings(kept).some(({ only, except }) => only?.length === 0 || except?.length === 0))
    return { missing: 'values' };
  if (firstDay !== null && lastDay !== null && lastDay < firstDay) return { missing: 'days' };
  const { from: _from, to: _to, ...hours } = kept.when;
  const { thanks: _thanks, ...rest } = kept;
  const thanks = inBoth(draft.thanks);
  return {
    offer: {
      ...rest,
      key: kept.key === '' ? keyFrom(name, 'offer', taken) : kept.key,
      name,
      ...(thanks === null ? {} : { thanks }),
      for: draft.for,
      gives,
      when: {
        ...hours,
        ...(firstDay === null ? {} : { from: zone.startOf(firstDay) }),
        ...(lastDay === null ? {} : { to: zone.startOf(lastDay + 1) }),
      },
    },
  };
}

function choosings({ on, channels, branches, methods }: Offer): readonly NonNullable<Offer['channels']>[] {
  return [on?.items, on?.groups, channels, branches, methods].filter((one) => one !== undefined);
}

function givesOf({ kind, beside, discount, perk }: OfferDraft): Give | 'gives' | 'perk' {
  if (kind !== 'perk' && kind !== 'combination') return discountFrom(kind, discount) ?? 'gives';
  const given = perkFrom(perk);
  if (given === null) return 'perk';
  if (kind === 'perk') return { kind, perk: given };
  const less = discountFrom(beside, discount);
  return less === null ? 'gives' : { kind, discount: less, perk: given };
}

export function perkFrom({ key, name, cost, worth }: PerkDraft): Perk | null {
  const said = inBoth(name);
  if (said === null || cost === null) return null;
  return {
    key: key === '' ? keyFrom(said, 'perk', new Set()) : key,
    name: said,
    cost,
    ...(worth === null ? {} : { worth }),
  };
}

function discountFrom(kind: DiscountKind, draft: DiscountDraft): Discount | null {
  const { share, cap, amount, price, buy, get, getShare, times, gets, item, pieces } = draft;
  switch (kind) {
    case 'percent':
      return share === null || share <= 0
        ? null
        : { kind, share: Math.round(share * 10_000), ...(cap === null ? {} : { cap }) };
    case 'amount':
      return amount === null || amount < 1 ? null : { kind, amount };
    case 'price':
      return price === null ? null : { kind, price };
    case 'buy-get':
      return buy === null || get === null || getShare === null || getShare <= 0
        ? null
        : {
            kind,
            buy,
            get,
            share: Math.round(getShare * 10_000),
            ...(gets === undefined ? {} : { gets }),
            ...(times === null ? {} : { times }),
          };
    case 'free-product':
      return item.trim() === '' || pieces === null ? null : { kind, item: item.trim(), pieces };
  }
}

/** What is said in one language only is said in it to everybody. */
export function inBoth({ fa, en }: Words): Words | null {
  const [persian, english] = [fa.trim(), en.trim()];
  if (persian === '' && english === '') return null;
  return { fa: persian || english, en: english || persian };
}

/** A key that tells what it is called, where that has Latin letters, and that nothing else has. */
export function keyFrom({ en }: Words, otherwise: string, taken: ReadonlySet<string>): string {
  const slug = en
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '');
  const base = slug === '' ? otherwise : slug;
  for (let number = 1; ; number += 1) {
    const key = number === 1 && slug !== '' ? base : `${base}-${number}`;
    if (!taken.has(key)) return key;
  }
}
