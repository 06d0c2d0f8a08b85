import { askCriteria, defaultAskRule } from '@nardeban/core/sales';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_NOW } from '../../../platform/http/testing.ts';
import { receiveFacts } from '../../facts/index.ts';
import { drainClimbs } from '../../ladder/index.ts';
import { insertVersion } from '../../programme/index.ts';
import { DAY, type SellingShop, sellingShop } from '../memory/testing-shop.ts';
import { lookForRecommendations } from './job.ts';

let shop: SellingShop;
beforeAll(async () => {
  shop = await sellingShop();
});
afterAll(() => shop.served.close());

let keys = 0;
async function tell(person: number, type: string, data: object = {}, days = 1): Promise<void> {
  const at = shop.served.clock.now() - days * DAY;
  const fact = { type, at, data, person: { id: person }, key: `r${(keys += 1)}` };
  const [answer] = await receiveFacts(shop.served.database, shop.served.clock, shop.shop, [fact]);
  if (answer?.status === 'refused') throw new Error(JSON.stringify(answer));
}
const content = (person: number, score = 10, days = 1) =>
  tell(person, 'survey.answered', { survey: 's', question: 'recommend', score }, days);

async function look(): Promise<void> {
  await drainClimbs(shop.served.database, shop.served.clock, shop.shop.id);
  await lookForRecommendations(shop.served.database, shop.served.clock);
}
const url = '/v1/sales/recommendations';
const of = async (person: number) => (await shop.ask('GET', `${url}/people/${person}`)).body;
const ready = async () => {
  const { body } = await shop.ask('GET', `${url}/ready?limit=200`);
  return body.people.map((one: { person: number }) => one.person) as number[];
};
const asking = (person: number, more: object = {}) =>
  shop.ask('POST', `${url}/asks`, { person, channel: 'call', ...more });
let mobiles = 0;
const mobile = () => `0935${String((mobiles += 1)).padStart(7, '0')}`;
const bring = (referrer: number, more: object = {}) =>
  shop.ask('POST', `${url}/friends`, { referrer, name: 'یک دوست', mobile: mobile(), ...more });

describe('who may be asked', () => {
  test('is found by their facts once the rule is saved, the likeliest first, with the reasons', async () => {
    const [good, better, silent] = [
      await shop.person('خوب'),
      await shop.person('بهتر'),
      await shop.person('ساکت'),
    ];
    await content(good, 9);
    await content(better, 10);
    await tell(better, 'review.written', { score: 5, place: 'web' });
    expect(await ready()).toEqual([]);
    const before = (await shop.ask('GET', `${url}/settings`)).body;
    expect(before).toMatchObject({ on: false, revision: 0, ready: 0, rule: defaultAskRule });
    const saved = await shop.ask('PUT', `${url}/settings`, { rule: before.rule, revision: 0 });
    expect(saved.body).toMatchObject({ on: true, revision: 1, looking: true });
    expect((await shop.ask('PUT', `${url}/settings`, { rule: before.rule, revision: 0 })).body.code).toBe(
      'changed_meanwhile',
    );
    await look();
    expect((await shop.ask('GET', `${url}/settings`)).body).toMatchObject({ looking: false, ready: 2 });
    expect(await ready()).toEqual([better, good]);
    const first = await shop.ask('GET', `${url}/ready?limit=1`);
    expect(first.body.people[0]).toMatchObject({
      person: better,
      name: 'بهتر',
      strength: 500,
      signs: [{ sign: 'score', value: 10 }, { sign: 'review' }],
      content: { holds: true },
    });
    const second = await shop.ask('GET', `${url}/ready?limit=1&after=${first.body.next}`);
    expect(second.body).toMatchObject({ people: [{ person: good }], next: null });
    expect((await shop.ask('GET', `${url}/ready?after=nonsense`)).body.code).toBe('page_unreadable');
    expect((await of(silent)).may).toMatchObject({ may: false, against: 'not-content' });
    // Every reason names the facts that made it.
    const { body } = await shop.ask('GET', `${url}/people/${good}`);
    expect(JSON.stringify(body.may.content)).toMatch(/"facts":\[\d+\]/u);
  });

  test('leaves the list with a complaint, comes back when it is settled, and by time alone', async () => {
    const person = await shop.person('شاکی');
    await content(person);
    await look();
    expect(await ready()).toContain(person);
    await tell(person, 'complaint.opened', { complaint: 'c1' }, 0);
    // Though nobody has looked yet, whoever has a complaint is not shown.
    expect(await ready()).not.toContain(person);
    await look();
    expect(await ready()).not.toContain(person);
    const hard = await asking(person, { anyway: true });
    expect(hard).toMatchObject({ status: 409, body: { code: 'recommendation_complaint_open' } });
    expect((await of(person)).may).toMatchObject({ against: 'complaint' });
    await tell(person, 'complaint.closed', { complaint: 'c1' }, 0);
    await look();
    expect(await ready()).toContain(person);
    // Asked today, they are looked at again on the day on which they may be asked again.
    expect((await asking(person, { answer: 'yes' })).status).toBe(201);
    await look();
    expect(await ready()).not.toContain(person);
    shop.served.clock.set(TEST_NOW + 181 * DAY);
    await lookForRecommendations(shop.served.database, shop.served.clock);
    const again = await ready();
    shop.served.clock.set(TEST_NOW);
    expect(again).toContain(person);
    await look();
  });

  test('is the same after a rule is saved anew while everybody is looked at, and after a merge', async () => {
    const [one, other] = [await shop.person('یک'), await shop.person('دو')];
    await content(other);
    await look();
    expect(await ready()).toContain(other);
    await shop.merge(one, other);
    await look();
    expect(await ready()).toContain(one);
    expect(await ready()).not.toContain(other);
    const { body } = await shop.ask('GET', `${url}/settings`);
    const strict = {
      ...body.rule,
      happy: { measure: 'latest', of: 'review.written', field: 'score', atLeast: 5 },
    };
    const saved = await shop.ask('PUT', `${url}/settings`, { rule: strict, revision: body.revision });
    await look();
    expect(await ready()).not.toContain(one);
    await shop.ask('PUT', `${url}/settings`, { rule: body.rule, revision: saved.body.revision });
    await look();
    expect(await ready()).toContain(one);
    const wrong = { ...body.rule, happy: { measure: 'count', of: 'no.such', atLeast: 1 } };
    const refused = await shop.ask('PUT', `${url}/settings`, {
      rule: wrong,
      revision: saved.body.revision + 1,
    });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(askCriteria(body.rule))).toContain('complaint.opened');
  });
});

describe('an asking', () => {
  test('that is put off plans the day, whose coming allows to ask again; a yes takes the plan off', async () => {
    const person = await shop.person('بعداً');
    await content(person);
    const asked = await asking(person, { answer: 'later', until: '2026-06-04', template: 'call' });
    expect(asked).toMatchObject({ status: 201, body: { answer: 'later', until: '2026-06-04' } });
    const plans = await shop.followUps('recommendation');
    expect(plans).toMatchObject([{ state: 'open', whole: true, ref: String(asked.body.id) }]);
    expect((await asking(person, { answer: 'yes' })).body.code).toBe('recommendation_asked_lately');
    shop.served.clock.set(TEST_NOW + 3 * DAY);
    expect((await of(person)).may).toMatchObject({ may: true });
    shop.served.clock.set(TEST_NOW);
    const answered = await shop.ask('PUT', `${url}/asks/${asked.body.id}`, {
      answer: 'yes',
      revision: asked.body.revision,
    });
    expect(answered.body).toMatchObject({ answer: 'yes', until: null, followUp: null });
    expect((await shop.followUps('recommendation'))[0]).toMatchObject({ state: 'cancelled' });
    expect((await shop.told(person, 'recommendation.asked')).map(({ data }) => data)).toEqual([
      { channel: 'call', answer: 'later' },
      { channel: 'call', answer: 'yes' },
    ]);
    const stale = { answer: 'no', revision: asked.body.revision };
    expect((await shop.ask('PUT', `${url}/asks/${asked.body.id}`, stale)).body.code).toBe(
      'changed_meanwhile',
    );
  });

  test('is not made of who said no, nor twice at once, nor of somebody nothing shows to be content', async () => {
    const person = await shop.person('نه');
    await content(person);
    const both = await Promise.all([asking(person), asking(person)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const { body } = both.find(({ status }) => status === 201) ?? { body: {} };
    expect(body.answer).toBeNull();
    await shop.ask('PUT', `${url}/asks/${body.id}`, { answer: 'no', revision: body.revision });
    expect((await asking(person, { anyway: true })).body.code).toBe('recommendation_refused_before');
    const silent = await shop.person('هیچ');
    expect((await asking(silent)).body.code).toBe('recommendation_not_content');
    expect((await asking(silent, { anyway: true, answer: 'later', until: '2026-02-30' })).body.code).toBe(
      'day_expected',
    );
    expect((await asking(silent, { anyway: true, answer: 'later', until: '2026-01-01' })).body.code).toBe(
      'day_over',
    );
    const deal = await shop.deal(person);
    expect((await asking(silent, { anyway: true, deal })).body.code).toBe('deal_of_another');
    expect((await asking(silent, { anyway: true })).status).toBe(201);
    expect((await asking(999_999)).status).toBe(404);
    const list = await shop.ask('GET', `${url}/asks?answer=no`);
    expect(list.body.asks).toMatchObject([{ person, answer: 'no' }]);
  });
});

describe('a friend', () => {
  test('enters as a lead that keeps who brought them, down to what they paid, net, by their facts', async () => {
    const referrer = await shop.person('معرف');
    await content(referrer);
    const asked = await asking(referrer);
    const number = mobile();
    const brought = await bring(referrer, { mobile: number, ask: asked.body.id, note: 'همکار' });
    expect(brought).toMatchObject({ status: 201, body: { inClub: false, known: false } });
    const { person: friend, friend: id, lead } = brought.body;
    expect((await shop.told(friend, 'lead.captured')).map(({ data }) => data)).toEqual([
      { source: 'recommendation', channel: 'in-person' },
    ]);
    expect((await shop.told(referrer, 'referral.made')).map(({ data }) => data)).toEqual([
      { ref: String(friend) },
    ]);
    const { rows } = await shop.inside((tx) =>
      tx.query('SELECT referrer_id AS referrer, source FROM leads WHERE lead_id = $1', [lead]),
    );
    expect(rows).toEqual([{ referrer, source: 'recommendation' }]);
    expect((await of(referrer)).asks[0]).toMatchObject({ answer: 'yes' });
    // The same again is the one that is there, however the number is written.
    const again = await bring(referrer, { mobile: `+98${number.slice(1)}` });
    expect(again.body).toMatchObject({ friend: id, person: friend, lead, known: true });
    expect(await shop.told(referrer, 'referral.made')).toHaveLength(1);

    await tell(friend, 'order.paid', { order: 'f1', amount: 700 }, 0);
    await tell(friend, 'order.paid', { order: 'f2', amount: 300 }, 0);
    await tell(friend, 'order.returned', { order: 'f1', amount: 200 }, 0);
    // Nobody has counted yet: the report does.
    const report = await shop.ask('GET', `${url}/referrers`);
    expect(report.body).toMatchObject({
      referrers: [{ person: referrer, friends: 1, buyers: 1, orders: 2, revenue: 800 }],
      total: { referrers: 1, friends: 1, buyers: 1, orders: 2, revenue: 800 },
    });
    const one = await shop.ask('GET', `${url}/friends/${id}`);
    expect(one.body.revenue).toBe(800);
    expect(one.body.facts.map(({ counts }: { counts: number }) => counts)).toEqual([700, 300, -200]);
    expect(one.body.facts.every((fact: { id: number | null }) => fact.id !== null)).toBe(true);
    await tell(friend, 'order.paid', { order: 'f3', amount: 5 }, 0);
    await look();
    expect((await of(referrer)).friends).toMatchObject([{ person: friend, revenue: 805, orders: 3 }]);
    expect((await of(friend)).broughtBy).toMatchObject({ referrer });
  });

  test('is nobody who is known as somebody else’s, as a customer, or as the referrer', async () => {
    const [one, other] = [await shop.person('الف'), await shop.person('ب')];
    const number = mobile();
    expect((await bring(one, { mobile: number })).status).toBe(201);
    expect((await bring(other, { mobile: number })).body.code).toBe('referral_friend_taken');
    const own = await bring(one, { mobile: '0912 000 9999' });
    await shop.merge(one, own.body.person);
    expect((await bring(one, { mobile: '09120009999' })).body.code).toBe('referral_own');
    // Who was merged with whom they brought has brought nobody.
    const mine = await shop.ask('GET', `${url}/friends?referrer=${one}`);
    expect(mine.body.friends).toHaveLength(1);
    const customer = mobile();
    const [told] = await receiveFacts(shop.served.database, shop.served.clock, shop.shop, [
      {
        type: 'order.paid',
        at: TEST_NOW - DAY,
        data: { order: 'old', amount: 5 },
        person: { mobile: customer },
        key: 'old',
      },
    ]);
    expect(told?.status).toBe('stored');
    expect((await bring(one, { mobile: customer })).body.code).toBe('referral_friend_not_new');
    expect((await bring(one, { mobile: '12' })).status).toBeGreaterThanOrEqual(400);
    expect((await bring(one, { mobile: '' })).body.code).toBe('referral_friend_missing');
    expect((await bring(999_999)).status).toBe(404);
  });

  test('two of whom turn out to be one counts once, for whoever brought the first', async () => {
    const [one, other] = [await shop.person('نخست'), await shop.person('سپس')];
    const first = (await bring(one)).body.person as number;
    const second = (await bring(other)).body.person as number;
    await tell(second, 'order.paid', { order: 'm1', amount: 40 }, 0);
    await shop.merge(first, second);
    const by = async (referrer: number) =>
      (await shop.ask('GET', `${url}/friends?referrer=${referrer}`)).body.friends as { revenue: number }[];
    await look();
    expect((await by(one)).map(({ revenue }) => revenue)).toEqual([40]);
    expect(await by(other)).toEqual([]);
    const { referrers } = (await shop.ask('GET', `${url}/referrers?limit=200`)).body;
    const people = referrers.map(({ person }: { person: number }) => person);
    expect(people).toContain(one);
    expect(people).not.toContain(other);
  });

  test('goes through the club’s own door where it pays for friends, and the club’s friends are here too', async () => {
    const wallet = {
      key: 'points',
      name: { fa: 'امتیاز', en: 'Points' },
      unit: 'points',
      worth: { points: 1, amount: 10 },
      vesting: 0,
      expiry: { kind: 'never' },
      negative: 'allow',
    };
    const definition = {
      name: wallet.name,
      membership: 'everybody',
      wallets: [wallet],
      rules: [],
      referral: {
        returnWindow: 7,
        steps: [
          {
            key: 'first',
            when: { kind: 'purchase', number: 1 },
            referrer: [{ wallet: 'points', units: 200 }],
            friend: [],
          },
        ],
      },
    };
    const now = shop.served.clock.now();
    await shop.inside((tx) =>
      insertVersion(tx, { definition: definition as never, note: null, by: 'test', now }),
    );
    const referrer = await shop.person('باشگاهی');
    const brought = await bring(referrer);
    expect(brought.body).toMatchObject({ inClub: true });
    expect((await shop.told(referrer, 'referral.made')).map(({ key }) => key)).toEqual([
      expect.stringMatching(/^referral:\d+:made$/u),
    ]);
    const { body: club } = await shop.ask('GET', '/v1/club/referrals');
    expect(club.referrals).toHaveLength(1);
    // Somebody who came with the code at the till.
    const { code } = (await shop.ask('POST', `${url}/people/${referrer}/link`)).body;
    const claimed = await shop.ask('POST', '/v1/club/referrals', { code, friend: { mobile: mobile() } });
    expect(claimed.status).toBe(201);
    await look();
    const friends = (await shop.ask('GET', `${url}/friends?referrer=${referrer}`)).body.friends;
    expect(friends.map(({ channel, inClub }: Record<string, unknown>) => [channel, inClub])).toEqual([
      ['club', true],
      ['in-person', true],
    ]);
    await look();
    expect((await shop.ask('GET', `${url}/friends?referrer=${referrer}`)).body.friends).toHaveLength(2);
  });
});
