import { type SuggestionAnswer } from '@nardeban/core/sales';
import {
  accept,
  displayText,
  type Instant,
  looseKey,
  refuse,
  type Result,
  zoneOf,
} from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { appendFacts, sourceId } from '../../facts/index.ts';
import { changeDeal, dealById } from '../deals/index.ts';
import { planFollowUp } from '../follow-ups/index.ts';
import type { Whom } from '../memory/index.ts';

const SALES_SOURCE = 'sales';
/** Who said "later" and not when is asked again after so many days. */
const LATER_DAYS = 14;
/** As many as a deal lists. */
const MOST_PRODUCTS = 100;
const MS_PER_DAY = 86_400_000;

export interface AnswerAsked {
  readonly item: string;
  readonly other: string;
  readonly answer: SuggestionAnswer;
  /** Of "later": when to ask again; null: in two weeks. */
  readonly due: Instant | null;
  /** Of "taken" on a deal: whether it joins what is wanted there. */
  readonly addToDeal: boolean;
}

/**
 * Keeps what somebody answered when something was suggested to them, and tells it. "Later" plans asking again; what is taken
 * joins the products of the deal. Only the last answer of a person to a pair counts. Refusals: `pair_of_one`,
 * `day_over`, those of planFollowUp and changeDeal.
 */
export async function answerSuggestion(
  tx: Tx,
  business: Business,
  whom: Whom,
  asked: AnswerAsked,
  who: { readonly owner: string | null; readonly by: string; readonly at: Instant },
): Promise<Result<{ readonly id: number; readonly followUp: number | null; readonly added: boolean }>> {
  const { by, at } = who;
  const [item, other] = [displayText(asked.item), displayText(asked.other)];
  if (looseKey(item) === looseKey(other)) return refuse('pair_of_one', 'other');
  if (asked.answer === 'later' && asked.due !== null && asked.due < startOfToday(business, at))
    return refuse('day_over', 'due');
  await tx.query(
    `UPDATE belongs_answers SET is_followed = true
     WHERE business_id = this_business() AND person_id = ANY($1::bigint[]) AND item_key = fa_loose($2)
       AND other_key = fa_loose($3) AND NOT is_followed`,
    [whom.members, item, other],
  );
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO belongs_answers (business_id, person_id, deal_id, item, other, answer, made_by, at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7) RETURNING answer_id AS id`,
    [whom.person, whom.deal, item, other, asked.answer, by, timestamptz(at)],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('An answer was not written down');
  await appendFacts(tx, business, [
    {
      personId: whom.person,
      conflictId: null,
      type: 'crosssell.suggested',
      at,
      sourceId: await sourceId(tx, business, SALES_SOURCE),
      key: `beside-${id}`,
      data: {
        product: other,
        answer: asked.answer,
        ...(whom.deal === null ? {} : { deal: String(whom.deal) }),
      },
    },
  ]);
  const followUp = await askAgain(tx, business, whom, { ...asked, other, id }, who);
  if (!followUp.ok) return followUp;
  const added = await addToDeal(tx, whom, { ...asked, other }, who);
  return added.ok ? accept({ id, followUp: followUp.value, added: added.value }) : added;
}

async function askAgain(
  tx: Tx,
  business: Business,
  whom: Whom,
  asked: AnswerAsked & { readonly id: number },
  who: { readonly owner: string | null; readonly by: string; readonly at: Instant },
): Promise<Result<number | null>> {
  if (asked.answer !== 'later') return accept(null);
  const planned = await planFollowUp(tx, business, {
    person: whom.person,
    deal: whom.deal,
    kind: 'reminder',
    due: asked.due ?? who.at + LATER_DAYS * MS_PER_DAY,
    wholeDay: true,
    about: asked.other,
    owner: who.owner ?? whom.owner,
    origin: 'staff',
    originRef: `beside-${asked.id}`,
    by: who.by,
    at: who.at,
  });
  if (!planned.ok) return planned;
  await tx.query(
    'UPDATE belongs_answers SET follow_up_id = $2 WHERE business_id = this_business() AND answer_id = $1',
    [asked.id, planned.value.id],
  );
  return accept(planned.value.id);
}

/** False: there is no deal under way, it is there already, it has no room, or it was not asked for. */
async function addToDeal(
  tx: Tx,
  whom: Whom,
  asked: Pick<AnswerAsked, 'answer' | 'addToDeal' | 'other'>,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<Result<boolean>> {
  if (asked.answer !== 'taken' || !asked.addToDeal || whom.deal === null) return accept(false);
  // Held: two that are taken at once are both there afterwards.
  await tx.query('SELECT FROM deals WHERE business_id = this_business() AND deal_id = $1 FOR UPDATE', [
    whom.deal,
  ]);
  const deal = await dealById(tx, whom.deal);
  if (deal === null || deal.state !== 'open' || deal.products.length >= MOST_PRODUCTS) return accept(false);
  if (deal.products.some((product) => looseKey(product) === looseKey(asked.other))) return accept(false);
  const changed = await changeDeal(tx, {
    deal: whom.deal,
    products: [...deal.products, asked.other],
    by,
    at,
  });
  return changed.ok ? accept(true) : changed;
}

function startOfToday(business: Business, now: Instant): Instant {
  const zone = zoneOf(business.zone);
  return zone.startOf(zone.dayOf(now));
}
