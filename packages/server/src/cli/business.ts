import type { Instant } from '@nardeban/core/values';
import { asOfInstant } from '../capabilities/ladder/index.ts';
import { Refused } from '../platform/refused.ts';
import { businessBySlug, businessSlugs, type Business } from '../platform/tenancy/index.ts';
import type { CommandContext, Opened } from './command.ts';

/** The business a command is about: the one named, else the only one there is. Throws Refused where neither is. */
export async function openBusiness(
  context: CommandContext,
  { database, ownerUrl }: Opened,
): Promise<Business> {
  const named = context.text('business');
  const slugs = named === undefined ? await businessSlugs(ownerUrl) : [named];
  const [slug] = slugs;
  if (slug === undefined) throw new Refused('no_business_yet', undefined, 'business');
  if (slugs.length > 1)
    throw new Refused('business_unstated', { slugs: slugs.slice(0, 20).join(', ') }, 'business');
  const business = await businessBySlug(database, slug);
  if (!business) throw new Refused('business_unknown', { slug }, 'business');
  return business;
}

/** The instant a command asks about. Throws Refused for a day that cannot be read or has not come. */
export function asOfOf(context: CommandContext, business: Business, now: Instant): Instant {
  const read = asOfInstant(business, context.text('as-of'), now);
  if (!read.ok) throw new Refused(read.refusal.code, read.refusal.detail, read.refusal.field);
  return read.value;
}
