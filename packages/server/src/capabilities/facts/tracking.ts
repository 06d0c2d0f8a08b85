import type { Fact, FactData, FactDeclaration, Vocabulary } from '@nardeban/core/facts';
import { type Identity, LONGEST_NAME } from '@nardeban/core/people';
import {
  accept,
  type BusinessMoney,
  type Instant,
  NO_CURRENCY,
  readEmail,
  readMobile,
  readMoment,
  readMoney,
  refuse,
  type Result,
} from '@nardeban/core/values';
import type { TrackedEvent } from './tracked-event.ts';

/** One event of a tracking library in our words: who, and what happened; several facts for an order with its lines. */
export interface Told {
  readonly who: Identity;
  readonly facts: readonly (Fact & { readonly key: string })[];
}

/** What is needed to understand an event: the business's money and zone, its words, and when we received it. */
export interface Hearing {
  readonly business: BusinessMoney & { readonly zone: string };
  readonly words: Vocabulary;
  readonly now: Instant;
  /** The event's own key, or what stands for it when it has none. */
  readonly key: string;
}

type Properties = Readonly<Record<string, unknown>>;
type Deed = { readonly type: string; readonly data: FactData };
type Reader = (properties: Properties, hearing: Hearing) => Result<readonly Deed[]>;

/**
 * Names of Segment's e-commerce and B2B specifications → our facts. Amounts there are in the main unit of the
 * currency, ours in its minor unit. https://segment.com/docs/connections/spec/ecommerce/v2/
 */
const spec: Readonly<Record<string, Reader>> = {
  'order completed': orderCompleted,
  'completed order': orderCompleted,
  'order refunded': orderReturned,
  'order cancelled': orderReturned,
  'product viewed': (properties) => one('product.viewed', productOf(properties)),
  'viewed product': (properties) => one('product.viewed', productOf(properties)),
  'product clicked': (properties) => one('product.viewed', productOf(properties)),
  'product added': cartUpdated,
  'added product': cartUpdated,
  'product removed': cartUpdated,
  'cart viewed': cartUpdated,
  'checkout started': cartUpdated,
  'signed up': signedUp,
  'account created': signedUp,
  'promotion viewed': (properties) =>
    one('ad.viewed', { ...text(properties, 'campaign', ['promotion_id', 'name', 'creative']) }),
  'product reviewed': (properties) =>
    one('review.written', {
      ...(typeof properties['rating'] === 'number' ? { score: properties['rating'] } : {}),
      ...text(properties, 'place', ['product_id', 'sku']),
    }),
  'invite sent': (properties) =>
    one('referral.made', { ...text(properties, 'friend', ['invitee_id', 'invitee_email']) }),
};

/**
 * What an event says, in our words. `track` by name: ours as they are (`order.paid`, amounts in the minor unit), the
 * specification's as the table above reads them, any other as `custom.<name>` if the business declared it.
 * `identify` tells traits, `page` and `screen` a page view, `alias` that two names are one person. Refusals:
 * `identity_missing`, `event_kind_unknown`, `event_name_missing`, `event_not_declared`, `amount_currency_differs`, those of readMoney
 * and readMoment.
 */
export function tellTracked(event: TrackedEvent, hearing: Hearing): Result<Told> {
  const at = instantOf(event, hearing);
  if (!at.ok) return at;
  const deeds = deedsOf(event, hearing);
  if (!deeds.ok) return deeds;
  const who = whoOf(event);
  if (who === null) return refuse('identity_missing', 'userId');
  return accept({
    who,
    facts: deeds.value.map(({ type, data }, index) => ({
      type,
      data,
      at: at.value,
      // The deeds of one event need a key each; the first keeps the event's own.
      key: index === 0 ? hearing.key : `${hearing.key}:${index}`,
    })),
  });
}

function deedsOf(event: TrackedEvent, hearing: Hearing): Result<readonly Deed[]> {
  const properties = event.properties ?? {};
  switch (event.type) {
    case 'track':
      return tracked(event.event, properties, hearing);
    case 'identify':
      return accept(traitsOf(event.traits ?? event.context?.traits ?? {}));
    case 'page':
    case 'screen':
      return one('page.viewed', {
        ...text(properties, 'url', ['url', 'path']),
        ...(event.name === undefined
          ? text(properties, 'title', ['title'])
          : { title: event.name.slice(0, 2000) }),
      });
    case 'alias':
      return accept([]);
    default:
      return refuse('event_kind_unknown', 'type', { type: (event.type ?? '').slice(0, 50) });
  }
}

function tracked(
  name: string | undefined,
  properties: Properties,
  hearing: Hearing,
): Result<readonly Deed[]> {
  const written = name?.trim() ?? '';
  if (written === '') return refuse('event_name_missing', 'event');
  if (Object.hasOwn(hearing.words, written)) return one(written, flat(properties));
  const known = written.toLowerCase();
  const reader = Object.hasOwn(spec, known) ? spec[known] : undefined;
  if (reader !== undefined) return reader(properties, hearing);
  const custom = `custom.${slugOf(written)}`;
  const declaration = Object.hasOwn(hearing.words, custom) ? hearing.words[custom] : undefined;
  if (declaration === undefined)
    return refuse('event_not_declared', 'event', { event: written.slice(0, 100) });
  return one(custom, declared(properties, declaration));
}

/** `Song Played` → `song_played`. */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 63);
}

function orderCompleted(properties: Properties, hearing: Hearing): Result<readonly Deed[]> {
  const amount = moneyOf(properties, ['total', 'revenue', 'value'], hearing);
  if (!amount.ok) return amount;
  const discount = moneyOf(properties, ['discount'], hearing);
  if (!discount.ok) return discount;
  const tax = moneyOf(properties, ['tax'], hearing);
  if (!tax.ok) return tax;
  const order = text(properties, 'order', ['order_id', 'orderId', 'checkout_id']);
  const lines: Deed[] = [];
  for (const product of listOf(properties['products'])) {
    const price = moneyOf(product, ['price'], hearing, quantityOf(product));
    if (!price.ok) return price;
    lines.push({
      type: 'product.bought',
      data: {
        ...order,
        ...productOf(product),
        quantity: quantityOf(product),
        ...given('amount', price.value),
      },
    });
  }
  return accept([
    {
      type: 'order.paid',
      data: {
        ...order,
        ...given('amount', amount.value),
        ...given('discount', discount.value),
        ...given('tax', tax.value),
        ...text(properties, 'channel', ['affiliation']),
        ...text(properties, 'method', ['payment_method']),
      },
    },
    ...lines,
  ]);
}

function orderReturned(properties: Properties, hearing: Hearing): Result<readonly Deed[]> {
  const amount = moneyOf(properties, ['total', 'revenue', 'value'], hearing);
  if (!amount.ok) return amount;
  return one('order.returned', {
    ...text(properties, 'order', ['order_id', 'orderId']),
    ...given('amount', amount.value),
    ...text(properties, 'reason', ['reason']),
  });
}

function cartUpdated(properties: Properties, hearing: Hearing): Result<readonly Deed[]> {
  const amount = moneyOf(properties, ['value', 'revenue', 'total'], hearing);
  if (!amount.ok) return amount;
  const { sku, product } = productOf(properties);
  return one('cart.updated', {
    ...given('amount', amount.value),
    ...given('sku', sku),
    ...given('product', product),
  });
}

function signedUp(properties: Properties): Result<readonly Deed[]> {
  return one('person.registered', { ...text(properties, 'channel', ['channel', 'type']) });
}

function productOf(properties: Properties): { sku?: string; product?: string; category?: string } {
  return {
    ...text(properties, 'sku', ['sku', 'product_id', 'productId', 'id']),
    ...text(properties, 'product', ['name', 'product']),
    ...text(properties, 'category', ['category']),
  };
}

/** Everything known of somebody but what they are recognised by: those are identifiers, not traits. */
function traitsOf(traits: Properties): readonly Deed[] {
  const {
    email: _email,
    phone: _phone,
    name: _name,
    firstName: _first,
    lastName: _last,
    address,
    ...others
  } = traits;
  const place = isRecord(address) ? address : {};
  return Object.entries({ ...others, ...flat(place) })
    .filter(([trait]) => trait !== '' && trait.length <= 100)
    .flatMap(([trait, value]) =>
      isScalar(value) ? [{ type: 'trait.changed', data: { trait, value } }] : [],
    );
}

/**
 * Who an event is about; null when it does not say. With a userId or anonymousId an unreadable phone or e-mail among
 * the traits is passed over: an order must not be lost because somebody wrote "n/a" for their number.
 */
function whoOf(event: TrackedEvent): Identity | null {
  const traits = { ...event.context?.traits, ...event.traits };
  const ids = {
    ...given('external', event.userId),
    ...given('anonymous', event.anonymousId ?? (event.type === 'alias' ? event.previousId : undefined)),
  };
  const { mobile } = text(traits, 'mobile', ['phone']);
  const { email } = text(traits, 'email', ['email']);
  const known = event.userId !== undefined || event.anonymousId !== undefined;
  const contacts = {
    ...given('mobile', mobile !== undefined && known && !readMobile(mobile).ok ? undefined : mobile),
    ...given('email', email !== undefined && known && !readEmail(email).ok ? undefined : email),
  };
  if (Object.keys(ids).length === 0 && Object.keys(contacts).length === 0) return null;
  const names = [traits['firstName'], traits['lastName']]
    .filter((part) => typeof part === 'string')
    .join(' ');
  const { name = names === '' ? undefined : names } = text(traits, 'name', ['name']);
  return { ...ids, ...contacts, ...given('name', name?.slice(0, LONGEST_NAME)) };
}

function instantOf(event: TrackedEvent, hearing: Hearing): Result<Instant> {
  const written = event.timestamp ?? event.originalTimestamp;
  if (written === undefined) return accept(hearing.now);
  if (typeof written === 'number') return accept(Math.trunc(written));
  const moment = readMoment(written, { zone: hearing.business.zone });
  return moment.ok
    ? accept(moment.value.at)
    : refuse(moment.refusal.code, 'timestamp', moment.refusal.detail);
}

/** The first of these properties as an amount, times a whole number of pieces; undefined when none is there. */
function moneyOf(
  properties: Properties,
  names: readonly string[],
  { business }: Hearing,
  pieces = 1,
): Result<number | undefined> {
  const name = names.find((wanted) => properties[wanted] !== undefined && properties[wanted] !== null);
  const value = name === undefined ? undefined : properties[name];
  if (value === undefined) return accept(undefined);
  const currency = properties['currency'];
  if (
    typeof currency === 'string' &&
    business.currency !== NO_CURRENCY &&
    currency.toUpperCase() !== business.currency
  ) {
    return refuse('amount_currency_differs', 'properties.currency', {
      text: currency.slice(0, 20),
      currency: business.currency,
    });
  }
  if (typeof value !== 'number' && typeof value !== 'string') {
    return refuse('input_invalid', `properties.${name}`, { field: `properties.${name}` });
  }
  // Prices travel as floats: 19.99 comes out exact from its own digits, not from multiplying.
  const read = readMoney(String(value), {
    currency: business.currency,
    unit: 'major',
    grouping: 'decimal',
    round: true,
  });
  if (!read.ok) return refuse(read.refusal.code, `properties.${name}`, read.refusal.detail);
  return accept(read.value * pieces);
}

function quantityOf(product: Properties): number {
  const quantity = product['quantity'];
  return typeof quantity === 'number' && Number.isInteger(quantity) ? quantity : 1;
}

/** The first of these properties as a text, under our name for it; nothing when none is there. */
function text<Name extends string>(
  properties: Properties,
  ours: Name,
  theirs: readonly string[],
): { readonly [name in Name]?: string } {
  for (const name of theirs) {
    const value = properties[name];
    if (typeof value === 'string' && value !== '') return given(ours, value.slice(0, 2000));
    if (typeof value === 'number' && Number.isFinite(value)) return given(ours, String(value));
  }
  return {};
}

function given<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [one in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [one in Name]?: Value };
}

function one(type: string, data: FactData): Result<readonly Deed[]> {
  return accept([{ type, data }]);
}

function flat(properties: Properties): FactData {
  return Object.fromEntries(
    Object.entries(properties).filter((entry): entry is [string, Scalar] => isScalar(entry[1])),
  );
}

function declared(properties: Properties, declaration: FactDeclaration): FactData {
  return Object.fromEntries(
    Object.entries(flat(properties)).filter(([name]) => Object.hasOwn(declaration.fields, name)),
  );
}

type Scalar = string | number | boolean;

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isRecord(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly Properties[] {
  return Array.isArray(value) ? value.filter(isRecord).slice(0, 200) : [];
}
