import type { Criteria } from '../criteria/index.ts';
import {
  countersOf,
  type Earned,
  type EarningAsk,
  type EarningLine,
  type Earnings,
  earningsOf,
  takenOf,
} from '../programme/index.ts';
import { accept, refuse, type Result } from '../values/index.ts';
import { candidatesOf, criteriaOfOffers } from './candidates.ts';
import { Counting } from './counters.ts';
import { feesOn } from './floors.ts';
import { factsOfLines, type LineFacts, taxIn } from './lines.ts';
import { pay } from './pay.ts';
import { type Holding, holdingOf } from './person.ts';
import type { Priced, PricedLine } from './priced.ts';
import type { Costs, PricingInput } from './pricing-input.ts';
import { sumOf, timesOverUp } from './proportion.ts';
import { stack } from './stack.ts';
import { floorsWith, standingOf } from './standing.ts';

/**
 * Prices a basket: discounts under guard, then wallets, then gift cards, then what is earned on the rest. The same input gives
 * the same answer, so a quote, a commit, a what-if and an order that is edited are all this call. Everything that was
 * applied, held back or skipped says why. Refusals: `basket_currency_differs`, and those of `factsOfLines`.
 *
 * To edit an order call it again with the new basket, the offers (and the instant) the order was made under, and counters,
 * wallets and cards as they would stand without the order: what points it takes comes out anew.
 */
export function priceBasket(input: PricingInput): Result<Priced> {
  const { currency, businessCurrency, buyer, programme, now, calendar } = input;
  if (currency !== businessCurrency)
    return refuse('basket_currency_differs', 'currency', { currency, own: businessCurrency });
  const lines = factsOfLines(input.basket, input.costs);
  if (!lines.ok) return lines;
  const facts = lines.value;
  const asked = [...criteriaOfOffers(input.offers), ...criteriaOfRules(input)];
  const answers = buyer === null ? null : holdingOf(buyer, asked, now, calendar);
  const counted = new Counting(input.counters);

  // What a line earns at its full price is a cost that floors reckon with: without a margin to hold there is none.
  const full =
    input.guard?.margin === undefined ? null : earn(input, answers, counted, facts.map(atFullPrice));
  const rewards = costOfEarned(full?.earned ?? [], input.costs, facts.length);
  const sorted = candidatesOf(input, facts, answers, counted);
  const untouched = standingOf(facts, input.guard, rewards);
  const stacked = stack({
    candidates: sorted.candidates,
    counters: input.counters,
    wallets: input.wallets,
    guard: input.guard,
    fresh: () => ({ ...untouched }),
  });
  const { standing, counting } = stacked;
  const paid = pay(
    facts,
    standing.nets,
    input.wallets,
    programme?.definition.wallets ?? [],
    stacked.spent,
    input.giftCards,
  );
  const floors = floorsWith(standing, []);
  const priced = facts.map((line, place): PricedLine => {
    const net = standing.nets[place] ?? 0;
    const [byWallets, byGiftCards] = [paid.byWallets[place] ?? 0, paid.byCards[place] ?? 0];
    return {
      gross: line.gross,
      discount: line.gross - net,
      net,
      tax: taxIn(line, net),
      byWallets,
      byGiftCards,
      due: net - byWallets - byGiftCards,
      cost: line.cost,
      floor: floors[place] ?? 0,
    };
  });
  const earnings = earn(input, answers, counted, priced);
  for (const one of earnings?.earned ?? []) claimEarned(input, one, counting);
  const total = (of: (line: PricedLine) => number): number => sumOf(priced.map(of));
  const given = sumOf(costOfEarned(earnings?.earned ?? [], input.costs, facts.length));
  return accept({
    lines: priced,
    gross: total(({ gross }) => gross),
    discount: total(({ discount }) => discount),
    net: total(({ net }) => net),
    tax: total(({ tax }) => tax),
    byWallets: total(({ byWallets }) => byWallets),
    byGiftCards: total(({ byGiftCards }) => byGiftCards),
    due: total(({ due }) => due),
    decisions: [...stacked.decisions, ...sorted.skipped],
    payments: [...paid.payments],
    spent: [...stacked.spent, ...paid.spent],
    giftCards: [...paid.cards],
    earned: earnings?.earned ?? [],
    notEarned: earnings?.notEarned ?? [],
    claims: counting.claims(),
    margin: marginOf(input, facts, priced, given + standing.perks),
  });
}

function criteriaOfRules({ programme }: PricingInput): Criteria[] {
  return (programme?.definition.rules ?? []).flatMap(({ who }) => (who === undefined ? [] : [who]));
}

function atFullPrice({ gross, tax }: LineFacts): EarningLine {
  return { net: gross, tax, byWallets: 0, byGiftCards: 0 };
}

function earn(
  { programme, basket, buyer, now, calendar }: PricingInput,
  answers: Holding | null,
  counting: Counting,
  lines: EarningAsk['lines'],
): Earnings | null {
  if (programme === null) return null;
  const person =
    buyer === null || answers === null
      ? null
      : {
          number: buyer.person,
          member: buyer.member,
          ordersBefore: answers.keptOrders,
          rungs: buyer.rungs,
          level: buyer.level,
          holds: (criteria: Criteria) => answers.holds(criteria),
        };
  return earningsOf({
    programme: programme.definition,
    basket,
    lines,
    person,
    at: now,
    business: calendar,
    used: (key, of) => counting.used(key, of),
  });
}

/** What the units earned on each line cost the business, rounded up. Units that nobody has priced cost nothing. */
function costOfEarned(earned: readonly Earned[], { perUnit }: Costs, lines: number): number[] {
  const costs = Array.from({ length: lines }, () => 0);
  for (const { wallet, lines: units } of earned) {
    const price = perUnit.get(wallet);
    if (price === undefined) continue;
    for (const [place, count] of units.entries())
      if (count > 0) costs[place] = (costs[place] ?? 0) + timesOverUp(count, price.amount, price.points);
  }
  return costs;
}

/** The caps and budgets that what a rule gave takes of: a return gives them back by rule. */
function claimEarned({ programme, now, calendar }: PricingInput, earned: Earned, counting: Counting): void {
  const definition = programme?.definition;
  const rule = definition?.rules.find(({ key }) => key === earned.rule);
  const wallet = definition?.wallets.find(({ key }) => key === earned.wallet);
  if (definition === undefined || rule === undefined || wallet === undefined) return;
  for (const { key, of, limit, counted } of countersOf(definition, rule, now, calendar)) {
    const counts = counted === 'times' ? 'uses' : counted;
    counting.claim({ key, of, limit, counts }, `rule:${rule.key}`, takenOf(counted, wallet, earned.points));
  }
}

/** What is kept of the goods after tax, cost, fees and everything given; a parcel carried for less is given as well. */
function marginOf(
  { costs, guard }: PricingInput,
  facts: readonly LineFacts[],
  priced: readonly PricedLine[],
  given: number,
): Priced['margin'] {
  let [revenue, costed, kept, taken] = [0, 0, -given, 0];
  for (const [place, { net, tax, discount }] of priced.entries()) {
    const line = facts[place];
    if (line?.kind === 'shipping') kept -= discount;
    if (line?.kind !== 'goods') continue;
    revenue += net - tax;
    kept += net - tax - line.reckoned;
    taken += net;
    if (line.cost !== null) costed += net - tax;
  }
  return {
    amount: kept - feesOn(taken, guard),
    costedShare: revenue === 0 ? 0 : costed / revenue,
    rateFrom: costs.rateFrom,
  };
}
