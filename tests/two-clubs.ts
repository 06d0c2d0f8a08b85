import { createHmac } from 'node:crypto';

/** Asks a served program as one business, and throws what it refuses. */
export type Ask = (
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  payload?: object,
  // oxlint-disable-next-line typescript/no-explicit-any -- the answers of many routes, read by whoever asked
) => Promise<any>;

/** What the club of one business has, one of each kind. */
export interface ClubBelongings {
  readonly batch: number;
  readonly voucher: number;
  readonly card: number;
  readonly redemption: number;
  readonly referral: number;
  readonly simulation: number;
  readonly offer: string;
  readonly reward: string;
  readonly partner: string;
  readonly order: string;
  /** The revision of its draft. */
  readonly draft: number;
  readonly quote: number;
  /** What is to be paid for that quote. */
  readonly due: number;
  readonly device: number;
  readonly slip: number;
  /** One that can be signed by the till above. */
  readonly nextSlip: object;
}

export const MONTH = '1405-01';
/** Half a year after the tests' present. */
export const CARD_ENDS = Date.UTC(2026, 11, 1);
/** A code that both clubs have: whose it is, the business of whoever asks decides. */
export const WORD = 'NOWRUZ';

export const programmeCalled = (word: string): object => ({
  name: { fa: word, en: word },
  membership: 'everybody',
  wallets: [
    {
      key: 'points',
      name: { fa: 'امتیاز', en: 'points' },
      unit: 'points',
      worth: { points: 1, amount: 100 },
      vesting: 0,
      expiry: { kind: 'never' },
      negative: 'allow',
      spending: {},
    },
  ],
  rules: [
    {
      key: 'per-money',
      name: { fa: 'امتیاز خرید', en: 'points for buying' },
      wallet: 'points',
      on: { kind: 'order' },
      gives: { kind: 'per', units: 1, amount: 1000 },
    },
  ],
  referral: {
    returnWindow: 20,
    steps: [
      {
        key: 'first',
        when: { kind: 'purchase', number: 1 },
        referrer: [{ wallet: 'points', units: 5 }],
        friend: [],
      },
    ],
  },
});

export const offerCalled = (key: string, word: string): object => ({
  key,
  name: { fa: word, en: word },
  announcement: 'private',
  by: 'code',
  for: {},
  gives: { kind: 'amount', amount: 10 },
  newcomers: true,
  stacking: { exclusive: false, order: 0 },
  when: { zone: 'Asia/Tehran' },
});

export const rewardCalled = (key: string, word: string): object => ({
  key,
  name: { fa: word, en: word },
  what: { kind: 'gift' },
  price: { kind: 'fixed', wallet: 'points', units: 1 },
  proof: false,
  partner: { key: `partner-${key}`, name: word, owed: 5 },
});

export const basketOf = (price: number): object => ({
  lines: [{ item: 'tea', quantity: 2, unitPrice: price }],
});

/** A club with one of everything: a programme in force, an offer, codes, a card, a reward redeemed, an order, a slip. */
export async function furnishClub(
  ask: Ask,
  word: string,
  {
    person,
    friend,
    isSecond,
  }: { readonly person: number; readonly friend: number; readonly isSecond: boolean },
): Promise<ClubBelongings> {
  const own = isSecond ? 'second' : 'first';
  const [offer, reward, order] = [`offer-${own}`, `reward-${own}`, `T-${own}`];
  const programme = programmeCalled(word);
  const draft = await ask('PUT', '/v1/club/draft', { definition: programme, revision: 0 });
  await ask('POST', '/v1/club/draft/publish', { revision: draft.revision });
  const next = await ask('PUT', '/v1/club/draft', { definition: programme, revision: 0 });
  const simulation = await ask('POST', '/v1/club/draft/simulate', {});
  const made = await ask('POST', '/v1/club/offers', offerCalled(offer, word));
  await ask('PUT', `/v1/club/offers/${offer}/state`, { state: 'active', revision: made.revision });
  const batch = await ask('POST', '/v1/club/vouchers', {
    name: word,
    offer,
    count: 3,
    uses: 1,
    usesPerPerson: null,
    validFrom: null,
    validUntil: null,
  });
  await ask('POST', '/v1/club/vouchers', {
    name: `${word} word`,
    offer,
    word: WORD,
    uses: 10,
    usesPerPerson: null,
    validFrom: null,
    validUntil: null,
  });
  const { vouchers } = await ask('GET', `/v1/club/vouchers/${batch.id}/codes`);
  const card = await ask('POST', '/v1/club/gift-cards', {
    amount: 1000,
    paid: true,
    person: null,
    expiresAt: CARD_ENDS,
  });
  await ask('POST', '/v1/club/adjustments', {
    lines: [{ key: `${word}-1`, person, wallet: 'points', units: 1000, reason: 'opening' }],
  });
  await ask('POST', '/v1/club/rewards', rewardCalled(reward, word));
  await ask('PUT', `/v1/club/rewards/${reward}`, {
    definition: rewardCalled(reward, word),
    state: 'active',
    revision: 1,
  });
  const redemption = await ask('POST', `/v1/club/rewards/${reward}/redeem`, { person });
  const { code } = await ask('POST', `/v1/people/${person}/referral/reissue`);
  const referral = await ask('POST', '/v1/club/referrals', { code, friend: { id: friend } });
  await ask('PUT', '/v1/club/portal', { open: true, joining: true, rungs: {}, welcome: word, revision: 0 });
  const sold = await ask('POST', '/v1/till/quotes', { person, order, basket: basketOf(1000) });
  await ask('POST', `/v1/till/quotes/${sold.id}/commit`, { paid: sold.priced.due });
  const quote = await ask('POST', '/v1/till/quotes', { person, basket: basketOf(500) });
  // Tills are counted in each business: the second has one more, so that its number is none of the first.
  if (isSecond) await ask('POST', '/v1/till/devices', { name: `${word} 1` });
  const till = await ask('POST', '/v1/till/devices', { name: word });
  const slipOf = (sequence: number): object => {
    const body = JSON.stringify({ order: `S-${sequence}`, at: 0, paid: 1, basket: basketOf(500) });
    const signature = createHmac('sha256', Buffer.from(till.secret, 'base64url'))
      .update(`${till.device.id}.${sequence}.${body}`)
      .digest('base64url');
    return { sequence, body, signature };
  };
  await ask('POST', '/v1/till/slips', { device: till.device.id, slips: [slipOf(1)] });
  return {
    offer,
    reward,
    partner: `partner-${reward}`,
    order,
    batch: batch.id,
    voucher: vouchers[0].id,
    card: card.card.id,
    redemption: redemption.id,
    referral: referral.id,
    simulation: simulation.simulation,
    draft: next.revision,
    quote: quote.id,
    due: quote.priced.due,
    device: till.device.id,
    slip: 1,
    nextSlip: { device: till.device.id, slips: [slipOf(2)] },
  };
}
