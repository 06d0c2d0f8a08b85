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
import { quotationBeingWritten } from '../agreements/index.ts';
import { changeDeal, type Deal, dealById, openDeal } from '../deals/index.ts';
import { planFollowUp } from '../follow-ups/index.ts';
import type { Whom } from '../memory/index.ts';
import { tellSales } from '../telling.ts';

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
 * joins the products of the deal, or of another where that is over. Only the last answer of a person to a pair counts. Refusals: `pair_of_one`,
 * `day_over`, those of planFollowUp, changeDeal and openDeal.
 */
export async function answerSuggestion(
  tx: Tx,
  business: Business,
  whom: Whom,
  asked: AnswerAsked,
  who: { readonly owner: string | null; readonly by: string; readonly at: Instant },
): Promise<
  Result<{ readonly id: number; readonly followUp: number | null; readonly added: AddedTo | null }>
> {
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
    [whom.writtenUnder, whom.deal, item, other, asked.answer, by, timestamptz(at)],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('An answer was not written down');
  await tellSales(tx, business, [
    {
      person: whom.writtenUnder,
      type: 'crosssell.suggested',
      at,
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
  const added = await addToDeal(tx, business, whom, { ...asked, other }, who);
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
    person: whom.writtenUnder,
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

/** Where something that was taken went. */
export interface AddedTo {
  readonly deal: number;
  readonly title: string;
  /** The deal that was asked about, another one of theirs that is under way, or one that was opened for it. */
  readonly how: 'deal' | 'other' | 'opened';
  /** A quotation that is being written on that deal: it has no line of it yet, since nobody has said the price. */
  readonly quotation: number | null;
}

/**
 * What was taken joins the deal it was asked about. Where that is won or lost it joins another one that is under way with them,
 * and where there is none a deal is opened for it, in the same pipeline and for the same member of staff. Null: it is there already, there
 * is no room, or it was not asked for.
 */
async function addToDeal(
  tx: Tx,
  business: Business,
  whom: Whom,
  asked: Pick<AnswerAsked, 'answer' | 'addToDeal' | 'other'>,
  who: { readonly owner: string | null; readonly by: string; readonly at: Instant },
): Promise<Result<AddedTo | null>> {
  if (asked.answer !== 'taken' || !asked.addToDeal || whom.deal === null) return accept(null);
  // Held: two that are taken at once are both there afterwards, in one deal.
  await tx.query('SELECT FROM deals WHERE business_id = this_business() AND deal_id = $1 FOR UPDATE', [
    whom.deal,
  ]);
  const before = await dealById(tx, whom.deal);
  if (before === null) return accept(null);
  const open = before.state === 'open' ? before : await openDealOf(tx, whom, before.pipeline);
  if (open === null) return openFor(tx, business, before, asked.other, who);
  const { id, title, products } = open;
  if (products.length >= MOST_PRODUCTS) return accept(null);
  if (products.some((product) => looseKey(product) === looseKey(asked.other))) return accept(null);
  const { by, at } = who;
  const changed = await changeDeal(tx, { deal: id, products: [...products, asked.other], by, at });
  if (!changed.ok) return changed;
  const how = id === before.id ? 'deal' : 'other';
  return accept({ deal: id, title, how, quotation: await quotationBeingWritten(tx, id) });
}

/** The latest that is under way with them, of this pipeline if there is one. */
async function openDealOf(tx: Tx, { members }: Whom, pipeline: string): Promise<Deal | null> {
  const { rows } = await tx.query<{ id: number }>(
    `SELECT deal_id AS id FROM deals
     WHERE business_id = this_business() AND person_id = ANY($1::bigint[]) AND state = 'open'
     ORDER BY pipeline = $2 DESC, opened_at DESC, deal_id DESC LIMIT 1 FOR UPDATE`,
    [members, pipeline],
  );
  return rows[0] === undefined ? null : dealById(tx, rows[0].id);
}

async function openFor(
  tx: Tx,
  business: Business,
  { person, pipeline, owner }: Deal,
  product: string,
  who: { readonly owner: string | null; readonly by: string; readonly at: Instant },
): Promise<Result<AddedTo>> {
  const { by, at } = who;
  const title = product.slice(0, 200);
  const asked = { person, title, amount: null, products: [product], expectedClose: null, by, at };
  let opened = await openDeal(tx, business, { ...asked, pipeline, owner });
  // Whoever looked after the first works here no more, or its pipeline is not used any more.
  if (!opened.ok && opened.refusal.code === 'owner_unknown')
    opened = await openDeal(tx, business, { ...asked, pipeline, owner: who.owner });
  if (!opened.ok && opened.refusal.code === 'pipeline_archived')
    opened = await openDeal(tx, business, { ...asked, owner: who.owner });
  return opened.ok ? accept({ deal: opened.value.id, title, how: 'opened', quotation: null }) : opened;
}

function startOfToday(business: Business, now: Instant): Instant {
  const zone = zoneOf(business.zone);
  return zone.startOf(zone.dayOf(now));
}
