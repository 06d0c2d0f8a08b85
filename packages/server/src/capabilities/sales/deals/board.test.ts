import { SEVEN_STEPS } from '@nardeban/core/sales';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_NOW } from '../../../platform/http/testing.ts';
import { planFollowUp } from '../follow-ups/planning.ts';
import { dealById } from './deal.ts';
import { markStalledOf } from './stalling.ts';
import { DAY, type DealingShop, dealingShop } from './testing-shop.ts';

let house: DealingShop;
beforeAll(async () => {
  house = await dealingShop();
});
afterAll(() => house.served.close());

describe('a pipeline', () => {
  const definition = {
    ...SEVEN_STEPS,
    key: 'wholesale',
    name: { fa: 'عمده', en: 'Wholesale' },
    steps: [
      { key: 'first', name: { fa: 'نخست', en: 'First' }, asks: [] },
      { key: 'second', name: { fa: 'دوم', en: 'Second' }, asks: [] },
      { key: 'third', name: { fa: 'سوم', en: 'Third' }, asks: [] },
    ],
  };

  test('is changed while deals stand on it: renamed they stay, taken away they go where it says, by whoever was first', async () => {
    expect((await house.ask('GET', '/v1/sales/pipelines')).body.pipelines[0]).toMatchObject({
      key: 'seven-steps',
    });
    expect((await house.ask('POST', '/v1/sales/pipelines', definition)).body).toMatchObject({
      revision: 1,
      position: 1,
    });
    expect((await house.ask('POST', '/v1/sales/pipelines', definition)).body.code).toBe('pipeline_key_taken');
    const here = await house.deal({ pipeline: 'wholesale', step: 'second' });
    const lost = await house.deal({ pipeline: 'wholesale', step: 'second' });
    await house.ask('POST', `/v1/sales/deals/${lost.id}/lose`, { reason: 'price', revision: 1 });

    const [first, second, third] = definition.steps;
    const renamed = { ...definition, steps: [first, { ...second, name: { fa: 'نو', en: 'New' } }, third] };
    const put = (body: object) => house.ask('PUT', '/v1/sales/pipelines/wholesale', body);
    expect((await put({ definition: renamed, revision: 1 })).body.revision).toBe(2);
    expect((await put({ definition: renamed, revision: 1 })).body.code).toBe('changed_meanwhile');
    expect((await house.ask('GET', `/v1/sales/deals/${here.id}`)).body).toMatchObject({
      step: 'second',
      deal: { revision: 1 },
    });

    const shorter = { ...renamed, steps: [third, first] };
    expect((await put({ definition: shorter, revision: 2 })).body.code).toBe('step_deals_go_nowhere');
    const taken = await put({ definition: shorter, into: { second: 'third' }, revision: 2 });
    expect(taken.body.definition.retired).toEqual([
      { key: 'second', name: { fa: 'نو', en: 'New' }, into: 'third' },
    ]);
    expect((await house.ask('GET', `/v1/sales/deals/${here.id}`)).body).toMatchObject({
      step: 'third',
      deal: { step: 'third', revision: 2 },
    });
    expect(await house.toldOf(here.id)).toEqual(['deal.moved moved-2', 'deal.opened opened']);
    // What was lost there comes back where the others went.
    const back = await house.ask('POST', `/v1/sales/deals/${lost.id}/reopen`, { revision: 2 });
    expect(back.body.step).toBe('third');
    const { versions, standing } = (await house.ask('GET', '/v1/sales/pipelines/wholesale/versions')).body;
    expect(versions.map(({ revision }: { revision: number }) => revision)).toEqual([3, 2, 1]);
    expect(standing).toEqual({ third: 2 });

    // Without steps after the sale a won deal is done at once.
    const won = await house.ask('POST', `/v1/sales/deals/${here.id}/win`, { amount: null, revision: 2 });
    expect(won.body).toMatchObject({ state: 'won', finishedAt: TEST_NOW, step: 'third' });
  });

  test('may be archived, which takes no deal away, and put before others', async () => {
    const added = await house.ask('POST', '/v1/sales/pipelines', { ...definition, key: 'online' });
    const { id } = await house.deal({ pipeline: 'online' });
    const { body } = await house.ask('PUT', '/v1/sales/pipelines/online', {
      definition: added.body.definition,
      archived: true,
      revision: 1,
    });
    expect(body.archivedAt).toBe(TEST_NOW);
    expect(
      (
        await house.ask('POST', '/v1/sales/deals', {
          person: await house.someone(),
          title: 'x',
          amount: null,
          products: [],
          owner: null,
          expectedClose: null,
          pipeline: 'online',
        })
      ).body.code,
    ).toBe('pipeline_archived');
    expect((await house.move(id, 1, 'second')).status).toBe(200);
    const ordered = await house.ask('PUT', '/v1/sales/pipeline-order', {
      keys: ['wholesale', 'seven-steps'],
    });
    expect(ordered.body.pipelines.map(({ key }: { key: string }) => key)).toEqual([
      'wholesale',
      'seven-steps',
      'online',
    ]);
    await house.ask('PUT', '/v1/sales/pipeline-order', { keys: ['seven-steps'] });
    expect((await house.ask('GET', '/v1/sales/board')).body.pipeline.key).toBe('seven-steps');
  });

  test('that loses a step while a deal walks onto it, loses no deal', async () => {
    const added = await house.ask('POST', '/v1/sales/pipelines', { ...definition, key: 'race' });
    const deals = await Promise.all(Array.from({ length: 6 }, () => house.deal({ pipeline: 'race' })));
    const { steps } = definition;
    const shorter = { ...added.body.definition, steps: steps.filter(({ key }) => key !== 'second') };
    const outcomes = await Promise.all([
      ...deals.slice(0, 3).map(({ id }) => house.move(id, 1, 'second')),
      house.ask('PUT', '/v1/sales/pipelines/race', {
        definition: shorter,
        into: { second: 'third' },
        revision: 1,
      }),
      ...deals.slice(3).map(({ id }) => house.move(id, 1, 'second')),
    ]);
    expect(outcomes.every(({ status }) => status < 500)).toBe(true);
    const { columns } = (await house.ask('GET', '/v1/sales/board?pipeline=race')).body;
    expect(columns.reduce((sum: number, column: { deals: number }) => sum + column.deals, 0)).toBe(6);
  });
});

describe('the board and the list', () => {
  let board: {
    columns: {
      step: string;
      deals: number;
      amount: number;
      stalled: number;
      next: string | null;
      cards: { id: number; next: object | null; personName: string | null }[];
    }[];
  };

  test('give the sums of all deals, the first cards with what is next, and more of one step', async () => {
    await house.ask('POST', '/v1/sales/pipelines', { ...SEVEN_STEPS, key: 'board' });
    for (let index = 0; index < 7; index += 1) {
      house.served.clock.set(TEST_NOW + index);
      await house.deal({
        pipeline: 'board',
        step: index < 5 ? 'contact' : 'pay',
        amount: index === 0 ? null : 100,
        owner: index % 2 === 0 ? house.mina : null,
      });
    }
    house.served.clock.set(TEST_NOW);
    board = (await house.ask('GET', '/v1/sales/board?pipeline=board&cards=2')).body;
    expect(
      board.columns.map(({ step, deals, amount, cards, next }) => [
        step,
        deals,
        amount,
        cards.length,
        next !== null,
      ]),
    ).toEqual([
      ['contact', 5, 400, 2, true],
      ['present', 0, 0, 0, false],
      ['fears', 0, 0, 0, false],
      ['agree', 0, 0, 0, false],
      ['pay', 2, 200, 2, false],
      ['belongs', 0, 0, 0, false],
      ['recommend', 0, 0, 0, false],
    ]);
    const [contact] = board.columns;
    const seen = contact?.cards.map(({ id }) => id) ?? [];
    for (let after = contact?.next ?? null; after !== null; ) {
      const more = (await house.ask('GET', `/v1/sales/board/board/contact?cards=2&after=${after}`)).body;
      seen.push(...more.cards.map(({ id }: { id: number }) => id));
      after = more.next;
    }
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
    expect(seen.length).toBe(5);
  });

  test('can be narrowed by owner, by what is next and by the day it is to close', async () => {
    const sums = async (query: string): Promise<number> =>
      (await house.ask('GET', `/v1/sales/board?pipeline=board&${query}`)).body.columns.reduce(
        (sum: number, column: { deals: number }) => sum + column.deals,
        0,
      );
    const card = board.columns[0]?.cards[0];
    if (card === undefined) throw new Error('no card');
    await house.served.database.withBusiness(house.shop.id, async (tx) => {
      const found = await dealById(tx, card.id);
      if (found === null) throw new Error('no deal');
      return planFollowUp(tx, house.shop, {
        person: found.person,
        deal: card.id,
        kind: 'call',
        due: TEST_NOW + DAY,
        wholeDay: false,
        about: 'قیمت را بگو',
        owner: house.mina,
        origin: 'staff',
        by: 'test',
        at: TEST_NOW,
      });
    });
    await house.ask('PATCH', `/v1/sales/deals/${card.id}`, { title: 'بوت ۱۰۰% چرم', revision: 1 });
    expect(await sums(`search=${encodeURIComponent('بوت 100% چرم')}`)).toBe(1);
    expect(await sums(`search=${encodeURIComponent('كفش_كوه')}`)).toBe(0);
    expect(await sums(`search=${encodeURIComponent('كفش كوه')}`)).toBe(6);
    expect(await sums(`owner=${house.mina}`)).toBe(4);
    expect(await sums('owner=none')).toBe(3);
    expect(await sums('owner=me')).toBe(3);
    expect(await sums('withoutNext=true')).toBe(6);
    expect(await sums('stalled=true')).toBe(0);
    expect(await sums('closeTo=2026-06-30')).toBe(0);
    expect(await sums('closeFrom=2026-07-01&closeTo=2026-07-01')).toBe(7);
    const again = (await house.ask('GET', '/v1/sales/board?pipeline=board')).body.columns[0].cards;
    expect(again.find(({ id }: { id: number }) => id === card.id).next).toMatchObject({
      kind: 'call',
      about: 'قیمت را بگو',
      missed: false,
    });
  });

  test('the list has every deal once in each order', async () => {
    for (const order of ['newest', 'value', 'close']) {
      const seen: number[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const page = (
          await house.ask(
            'GET',
            `/v1/sales/deals?pipeline=board&order=${order}&limit=3${after === '' ? '' : `&after=${after}`}`,
          )
        ).body as {
          deals: { id: number }[];
          next: string | null;
        };
        seen.push(...page.deals.map(({ id }) => id));
        after = page.next;
      }
      expect([order, new Set(seen).size, seen.length]).toEqual([order, 7, 7]);
    }
  });
});

describe('deals that stand still', () => {
  test('are marked with the reason, shown, and no longer once something is next', async () => {
    await house.ask('POST', '/v1/sales/pipelines', { ...SEVEN_STEPS, key: 'still' });
    const { id, person } = await house.deal({ pipeline: 'still' });
    const mark = () => markStalledOf(house.served.database, house.served.clock, house.shop);
    await mark();
    const card = async () => (await house.ask('GET', '/v1/sales/board?pipeline=still')).body.columns[0];
    expect((await card()).stalled).toBe(0);
    house.served.clock.set(TEST_NOW + 2 * DAY);
    await mark();
    expect((await card()).cards[0]).toMatchObject({
      stalledFor: 'no-next-step',
      stalledAt: TEST_NOW + DAY,
      revision: 1,
    });
    expect(await mark()).toBe(0);
    const plan = {
      person,
      deal: id,
      kind: 'task',
      wholeDay: false,
      owner: house.mina,
      origin: 'staff',
      by: 'test',
      at: TEST_NOW,
    } as const;
    await house.served.database.withBusiness(house.shop.id, (tx) =>
      planFollowUp(tx, house.shop, { ...plan, due: TEST_NOW + 9 * DAY, about: 'نمونه' }),
    );
    expect((await card()).cards[0]).toMatchObject({ stalledFor: null, next: { about: 'نمونه' } });
    // Three working days are over then.
    house.served.clock.set(TEST_NOW + 9 * DAY);
    await mark();
    expect((await card()).cards[0]).toMatchObject({ stalledFor: 'overdue' });
    await house.move(id, 1, 'present', { reason: 'تازه' });
    expect((await house.ask('GET', `/v1/sales/deals/${id}`)).body.deal).toMatchObject({ stalledAt: null });
    house.served.clock.set(TEST_NOW + 15 * DAY);
    await mark();
    expect((await house.ask('GET', '/v1/sales/deals?pipeline=still&stalled=true')).body.deals).toMatchObject([
      { stalledFor: 'quiet' },
    ]);
    await house.tell(person, 'message.received');
    await mark();
    expect((await house.ask('GET', '/v1/sales/deals?pipeline=still&stalled=true')).body.deals).toEqual([]);
    house.served.clock.set(TEST_NOW);
  });
});
