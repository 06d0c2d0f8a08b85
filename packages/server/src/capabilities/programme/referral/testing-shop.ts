import {
  programmeSchema,
  type ReferralTerms,
  referralTermsSchema,
  type Wallet,
} from '@nardeban/core/programme';
import { buildApp } from '../../../app.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { askWith, bearer, serveForTest, TEST_NOW } from '../../../platform/http/testing.ts';
import { dataOf, type FactColumns, receiveFacts } from '../../facts/index.ts';
import { foundBusiness } from '../../ladder/index.ts';
import { balancesOf } from '../ledger/balances.ts';
import { insertVersion } from '../studio/programme-store.ts';
import { friendsChanged, settleReferrals } from './due.ts';

export const DAY = 86_400_000;

const points: Wallet = {
  key: 'points',
  name: { fa: 'امتیاز', en: 'Points' },
  unit: 'points',
  worth: { points: 1, amount: 10 },
  vesting: 0,
  expiry: { kind: 'never' },
  negative: 'allow',
};
const toman: Wallet = {
  ...points,
  key: 'toman',
  unit: 'money',
  worth: { points: 1, amount: 1 },
  negative: 'clamp',
};

/** Fifty points for joining; both sides are rewarded for a first purchase that is kept for a week. */
export const usual: ReferralTerms = referralTermsSchema.parse({
  returnWindow: 7,
  steps: [
    { key: 'joined', when: { kind: 'joined' }, referrer: [], friend: [{ wallet: 'points', units: 50 }] },
    {
      key: 'first',
      when: { kind: 'purchase', number: 1 },
      referrer: [
        { wallet: 'points', units: 200 },
        { wallet: 'toman', units: 100_000 },
      ],
      friend: [{ wallet: 'points', units: 100 }],
    },
  ],
});

/** A shop with a ladder and a club that gives something for bringing friends, and what tests do in it. */
export async function referringShop() {
  const served = await serveForTest(buildApp);
  await served.prepareJobs();
  const founded = await foundBusiness(served.database, served.clock, {
    slug: 'referring',
    name: 'Referring',
  });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const shop = founded.value;
  const ask = askWith(served, bearer(await served.key(shop)));
  let numbers = 0;

  const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => served.database.withBusiness(shop.id, work);
  /** Undefined: a club that gives nothing for bringing friends. */
  const publish = (referral: ReferralTerms | undefined) =>
    inside((tx) =>
      insertVersion(tx, {
        definition: programmeSchema.parse({
          name: points.name,
          membership: 'everybody',
          wallets: [points, toman],
          rules: [],
          referral,
        }),
        note: null,
        by: 'test',
        now: served.clock.now(),
      }),
    );

  /** Somebody the shop knows, with what happened to them. */
  async function person(facts: readonly { type: string; at: number; data?: object }[] = [], name?: string) {
    const mobile = `+98912${String((numbers += 1)).padStart(7, '0')}`;
    // No two became known on one day: that would speak against them.
    const known = TEST_NOW - (100 + numbers) * DAY;
    const all = [{ type: 'page.viewed', at: known, data: {} }, ...facts];
    const answers = await receiveFacts(
      served.database,
      served.clock,
      shop,
      all.map((fact) => ({ ...fact, person: { mobile, name }, key: `t${(numbers += 1)}` })),
    );
    const [first] = answers;
    if (first === undefined || first.status === 'refused' || first.personId === null)
      throw new Error(JSON.stringify(answers));
    return { id: first.personId, mobile };
  }

  async function happened(id: number, type: string, data: object = {}, at = served.clock.now()) {
    const [answer] = await receiveFacts(served.database, served.clock, shop, [
      { type, at, data, person: { id }, key: `t${(numbers += 1)}` },
    ]);
    if (answer?.status !== 'stored') throw new Error(JSON.stringify(answer));
    await inside((tx) => friendsChanged(tx, [id]));
  }

  const settle = () => settleReferrals(served.database, served.clock);
  const codeOf = async (id: number): Promise<string> =>
    (await ask('POST', `/v1/people/${id}/referral/reissue`)).body.code;
  const claim = (code: string, friend: object, more: object = {}) =>
    ask('POST', '/v1/club/referrals', { code, friend, ...more });
  async function balance(id: number): Promise<Record<string, number>> {
    const balances = await inside((tx) =>
      balancesOf(tx, { kind: 'person', id }, { now: served.clock.now() }),
    );
    return Object.fromEntries(
      balances.map(({ wallet, available, pending, debt }) => [wallet, available + pending - debt]),
    );
  }
  async function told(id: number, type: string): Promise<readonly { data: object }[]> {
    const { rows } = await inside((tx) =>
      tx.query<FactColumns>(
        'SELECT amount, ref, data FROM facts WHERE business_id = this_business() AND person_id = $1 AND type = $2',
        [id, type],
      ),
    );
    return rows.map((columns) => ({ data: dataOf(type, columns) }));
  }
  async function brought(terms = usual) {
    served.clock.set(TEST_NOW);
    await publish(terms);
    const referrer = await person();
    const friend = await person();
    const code = await codeOf(referrer.id);
    const claimed = await claim(code, { id: friend.id });
    if (claimed.status !== 201) throw new Error(JSON.stringify(claimed.body));
    return { referrer: referrer.id, friend: friend.id, referral: claimed.body.id as number, code };
  }
  const stateOf = async (id: number) => (await ask('GET', `/v1/club/referrals/${id}`)).body;

  await publish(usual);
  return {
    served,
    shop,
    ask,
    balance,
    brought,
    claim,
    codeOf,
    happened,
    inside,
    person,
    publish,
    settle,
    stateOf,
    told,
    /** A number that was not given before. */
    next: () => (numbers += 1),
  };
}
export type ReferringShop = Awaited<ReturnType<typeof referringShop>>;
