import { alike, type Likeness, type Profile } from '@nardeban/core/sales';
import { accept, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { placesOf } from '@nardeban/core/ladder';
import { activeVersions } from '../../ladder/index.ts';
import { membersOf, personById, type TraitValue } from '../../people/index.ts';
import { dealById } from '../deals/index.ts';
import { boughtBy } from './bought.ts';
import { listTestimonials, type Testimonial } from './testimonial.ts';

export interface SimilarTestimonial {
  readonly testimonial: Testimonial;
  readonly points: number;
  /** What its author and this customer have in common. */
  readonly because: readonly Likeness[];
}

/** Among so many, the last published ones, is looked for customers like them. */
const LOOKED_AT = 300;
const MOST_ANSWERED = 6;

/**
 * What customers like the one of a deal say of us: only what is published, and with what they have in common. Those with nothing in
 * common come last, so that a young business has something to show. Refusal: `deal_unknown`.
 */
export async function similarTestimonials(
  tx: Tx,
  business: Business,
  dealId: number,
): Promise<Result<readonly SimilarTestimonial[]>> {
  const deal = await dealById(tx, dealId);
  if (deal === null) return refuse('deal_unknown', 'deal', { id: dealId });
  const { testimonials } = await listTestimonials(tx, {
    states: ['published'],
    people: null,
    limit: LOOKED_AT,
  });
  const others = testimonials.filter(({ person }) => person !== deal.person);
  if (others.length === 0) return accept([]);
  const authors = [...new Set(others.map(({ person }) => person))];
  const known = await knownOf(tx, business, [deal.person, ...authors]);
  const members = (await membersOf(tx, [deal.person])).get(deal.person) ?? [deal.person];
  const person = await personById(tx, deal.person);
  const bought = await boughtBy(tx, members, deal.products);
  const own: Profile = { ...profileOf(person?.traits ?? {}, known.get(deal.person)), ...bought };
  return accept(
    others
      .map((testimonial): SimilarTestimonial => {
        const { products, categories } = testimonial;
        const theirs = known.get(testimonial.person);
        const profile = { ...profileOf(theirs?.traits ?? {}, theirs), products, categories };
        return { testimonial, ...alike(own, profile) };
      })
      .sort((a, b) => b.points - a.points || (b.testimonial.score ?? 0) - (a.testimonial.score ?? 0))
      .slice(0, MOST_ANSWERED),
  );
}

interface Known {
  readonly traits: Readonly<Record<string, TraitValue>>;
  readonly segments: readonly string[];
}

function profileOf(traits: Readonly<Record<string, TraitValue>>, known: Known | undefined): Profile {
  const tags = traits['tags'];
  return {
    products: [],
    categories: [],
    traits: Object.fromEntries(
      Object.entries(traits).flatMap(([name, value]) =>
        typeof value === 'object' ? [] : [[name, String(value)] as const],
      ),
    ),
    tags: Array.isArray(tags) ? (tags as readonly string[]) : [],
    segments: known?.segments ?? [],
  };
}

/** Traits, and where they stand now on each ladder and typology, as `ladder:place`. */
async function knownOf(tx: Tx, business: Business, people: readonly number[]): Promise<Map<number, Known>> {
  const [{ rows }, { rows: stands }] = await tx.queryAll<
    [
      { id: number; traits: Record<string, TraitValue> },
      { id: number; key: string; version: number; rung: number },
    ]
  >([
    {
      name: 'testimonial-people',
      text: `SELECT person_id AS id, traits FROM people WHERE business_id = this_business() AND person_id = ANY($1::bigint[])`,
      values: [people],
    },
    {
      name: 'testimonial-standings',
      text: `SELECT s.person_id AS id, l.key, s.version, s.rung FROM ladders l
             JOIN standings s ON s.business_id = l.business_id AND s.ladder_id = l.ladder_id AND s.version = l.version
             WHERE l.business_id = this_business() AND s.person_id = ANY($1::bigint[])`,
      values: [people],
    },
  ]);
  const versions = await activeVersions(tx, business);
  const placed = Map.groupBy(stands, ({ id }) => id);
  return new Map(
    rows.map(({ id, traits }) => {
      const segments = (placed.get(id) ?? []).flatMap(({ key, version, rung }) => {
        const found = versions.find((one) => one.key === key && one.version === version);
        const place = found === undefined ? undefined : placesOf(found.definition)[rung];
        return place === undefined ? [] : [`${key}:${place.key}`];
      });
      return [id, { traits, segments }];
    }),
  );
}
