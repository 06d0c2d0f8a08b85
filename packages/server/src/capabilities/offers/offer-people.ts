import { type Offer, suitingOf, type Suiting } from '@nardeban/core/offers';
import type { Words } from '@nardeban/core/ladder';
import type { Instant } from '@nardeban/core/values';
import type { Clock } from '../../platform/clock/index.ts';
import { type Database, int8Array, type Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { calendarOf, type KnownPerson, type Reading, readPeople, readPeopleAfter } from '../ladder/index.ts';
import { namesOf } from '../people/index.ts';
import { programmeInForce } from '../programme/index.ts';
import { offerSettings } from './settings-store.ts';
import { buyerOf } from './till/buyer.ts';
import { readingOf } from './till/fact-reading.ts';
import { placesNow, standingsOfMany, standsOf } from './till/stands.ts';

/** Somebody an offer is for, or who was put onto its list, with what made it so. */
export interface OfferPerson extends Suiting {
  readonly person: number;
  readonly name: string | null;
  /** Who put them onto the list of the offer, and when; null: it has no list. */
  readonly listed: { readonly by: string; readonly at: Instant } | null;
  /** Where they stand on the ladder the offer asks for. */
  readonly rung: Words | null;
  /** Their score, where the offer asks for one. */
  readonly appreciation: number | null;
}

export interface OfferPeoplePage {
  readonly people: readonly OfferPerson[];
  /** Send it as `after`; null: that is all. A page may be short, or empty, and have a next one. */
  readonly next: number | null;
}

interface Asked {
  readonly after: number;
  readonly limit: number;
}

/** Histories in memory at once. */
const AT_ONCE = 200;
/** A page is answered after so long with what was found until then: few may be meant among very many. */
const LONGEST_MS = 3000;

/**
 * Whom an offer is for, in order of number. Of one for chosen people everybody on its list, also those whom something else
 * speaks against now; of any other everybody for whom all holds that it asks of a person, found by looking at people one after
 * the other.
 */
export async function offerPeople(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  business: Business,
  offer: Offer,
  asked: Asked,
): Promise<OfferPeoplePage> {
  const now = clock.now();
  const page =
    offer.for.chosen === true
      ? await database.withBusiness(business.id, (tx) => listedPage(tx, business, offer, asked, now), {
          readOnly: true,
        })
      : await suitedPage(database, business, offer, asked, clock);
  const names = await database.withBusiness(business.id, (tx) =>
    namesOf(
      tx,
      page.people.map(({ person }) => person),
    ),
  );
  return { ...page, people: page.people.map((one) => ({ ...one, name: names.get(one.person) ?? null })) };
}

type Found = Omit<OfferPerson, 'name'>;
interface FoundPage {
  readonly people: readonly Found[];
  readonly next: number | null;
}

/** Those on the list, by the number they were put there under; whoever was merged into another is that one. */
async function listedPage(
  tx: Tx,
  business: Business,
  offer: Offer,
  { after, limit }: Asked,
  now: Instant,
): Promise<FoundPage> {
  const { rows } = await tx.query<{ listed: number; person: number; by: string; at: Instant }>(
    `SELECT o.person_id AS listed, coalesce(p.merged_into, p.person_id) AS person, o.chosen_by AS by, o.chosen_at AS at
     FROM offer_people o JOIN people p ON p.business_id = o.business_id AND p.person_id = o.person_id
     WHERE o.business_id = this_business() AND o.offer_key = $1 AND o.person_id > $2
     ORDER BY o.person_id LIMIT $3`,
    [offer.key, after, limit + 1],
  );
  const page = rows.slice(0, limit);
  const shown = [...new Map(page.map((row) => [row.person, row])).values()];
  const looking = await lookingAt(tx, business, offer);
  const known: KnownPerson[] = [];
  const numbers = shown.map(({ person }) => person);
  await readPeople(tx, numbers, looking.reading, (person) => known.push(person));
  const found = new Map((await looking.at(tx, known, now, true)).map((one) => [one.person, one]));
  return {
    people: shown.flatMap(({ person, by, at }) => {
      const one = found.get(person);
      return one === undefined ? [] : [{ ...one, listed: { by, at } }];
    }),
    next: rows.length > limit ? (page.at(-1)?.listed ?? null) : null,
  };
}

async function suitedPage(
  database: Database,
  business: Business,
  offer: Offer,
  { after, limit }: Asked,
  clock: Clock,
): Promise<FoundPage> {
  const begun = clock.now();
  const looking = await database.withBusiness(business.id, (tx) => lookingAt(tx, business, offer));
  const people: Found[] = [];
  let next: number | null = after;
  for (let first = true; next !== null && people.length < limit; first = false) {
    if (!first && clock.now() - begun > LONGEST_MS) break;
    const from: number = next;
    const [last, found]: [number | null, Found[]] = await database.withBusiness(
      business.id,
      async (tx) => {
        const known: KnownPerson[] = [];
        const read = await readPeopleAfter(tx, from, AT_ONCE, looking.reading, (one) => known.push(one));
        return [read, await looking.at(tx, known, begun, false)];
      },
      { readOnly: true },
    );
    const suited = found
      .filter(({ against }) => against === null)
      .sort((one, other) => one.person - other.person)
      .slice(0, limit - people.length);
    people.push(...suited);
    next = people.length >= limit ? (people.at(-1)?.person ?? last) : last;
  }
  return { people, next };
}

/** What has to be known to say whether an offer is for somebody. */
async function lookingAt(tx: Tx, business: Business, offer: Offer) {
  const settings = await offerSettings(tx);
  const { appreciation, guard } = settings.settings;
  const programme = await programmeInForce(tx);
  const reading: Reading = {
    ...readingOf({
      rule: offer.for.appreciation === undefined ? null : appreciation,
      offers: [{ offer }],
      programme: null,
    }),
    ids: true,
  };
  const places = { places: await placesNow(tx, business) };
  const calendar = calendarOf(business);
  const club = { settings, programme, asksAppreciation: offer.for.appreciation !== undefined };
  const newcomerOrders = guard.newcomerOrders ?? 1;
  const at = async (
    inside: Tx,
    known: readonly KnownPerson[],
    now: Instant,
    isListed: boolean,
  ): Promise<Found[]> => {
    const numbers = int8Array(known.map(({ personId }) => personId));
    const rows = Map.groupBy(await standingsOfMany(inside, numbers), ({ person }) => person);
    const found: Found[] = [];
    for (const { personId, history } of known) {
      const stands = await standsOf(inside, business, places, { rows: rows.get(personId) ?? [] });
      const buyer = buyerOf({ person: personId, history, stands, club, calendar, now });
      const suiting = suitingOf({ offer, chosen: isListed }, { buyer, now, calendar, newcomerOrders });
      const stand = stands.find(({ ladder }) => ladder === offer.for.rungs?.ladder);
      found.push({
        person: personId,
        ...suiting,
        listed: null,
        rung: stand?.name ?? null,
        appreciation: buyer.appreciation,
      });
    }
    return found;
  };
  return { reading, at };
}
