import { type GapStep, sayGap, type Speech, typesOfCondition } from '@nardeban/core/criteria';
import { vocabulary } from '@nardeban/core/facts';
import { placesOf } from '@nardeban/core/ladder';
import type { Instant, Language } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { explainPerson, publishedVersion } from '../ladder/index.ts';
import { rungWords } from './rung-words.ts';
import type { PortalSettings } from './settings.ts';

/** Where a member stands on the ladder, in words for them. */
export interface WayUp {
  /** From the bottom up. */
  readonly rungs: readonly string[];
  /** Their place in `rungs`; null before the business knew them. */
  readonly at: number | null;
  readonly highest: number | null;
  readonly since: Instant;
  /** What leads one rung higher, one step a line; empty: nothing they could do themselves, or they are at the top. */
  readonly steps: readonly string[];
  /** There is more to it that is not theirs to do; the steps alone may not be enough. */
  readonly more: boolean;
  /** When they would fall, should nothing happen. */
  readonly falls: Instant | null;
}

/** What a member can do themselves, in the order in which it is proposed. The rest is what staff write down. */
const THEIRS = [
  'order.paid',
  'order.placed',
  'referral.converted',
  'referral.made',
  'visit.made',
  'survey.answered',
  'review.written',
];

/** The step as one for the member: of several deeds that would do, the first of theirs. Null: it is not theirs to take. */
function theirs(step: GapStep): GapStep | null {
  if (step.kind === 'wait') return step;
  const { condition } = step;
  if (condition.measure === 'tag' || condition.measure === 'trait') return null;
  const deed = THEIRS.find((type) => typesOfCondition(condition).includes(type));
  if (deed === undefined) return null;
  return 'of' in condition ? { ...step, condition: { ...condition, of: deed } } : step;
}

/** Null: the business has no ladder in force. */
export async function wayUpOf(
  tx: Tx,
  business: Business,
  person: number,
  {
    now,
    language,
    rungs,
  }: { readonly now: Instant; readonly language: Language } & Pick<PortalSettings, 'rungs'>,
): Promise<WayUp | null> {
  const version = await publishedVersion(tx, business);
  if (version?.definition.kind !== 'ladder') return null;
  const explained = await explainPerson(tx, version, person, now);
  if (!explained.ok) return null;
  const { rung, highest, since, gap, ahead } = explained.value;
  const places = placesOf(version.definition);
  const placeOf = (key: string | null): number | null => {
    const place = places.findIndex((one) => one.key === key);
    return place < 0 ? null : place;
  };
  const at = placeOf(rung);
  const steps = (gap?.steps ?? []).map(theirs).filter((step) => step !== null);
  const lower = placeOf(ahead?.rung ?? null);
  return {
    rungs: places.map(({ key, name }) => (rungs[key] ?? rungWords[key] ?? name)[language]),
    at,
    highest: placeOf(highest),
    since,
    steps: gap === null ? [] : sayGap({ ...gap, steps }, speechFor(business, language)),
    more: gap !== null && steps.length < gap.steps.length,
    falls: ahead !== null && at !== null && lower !== null && lower < at ? ahead.at : null,
  };
}

function speechFor(business: Business, language: Language): Speech {
  return {
    language,
    vocabulary,
    money: { currency: business.currency, unit: business.unit },
    calendar: business.calendar,
    zone: business.zone,
  };
}
