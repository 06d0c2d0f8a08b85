import { starterObjections } from '@nardeban/core/sales';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loseDeal, winDeal } from '../deals/index.ts';
import { type SellingShop, sellingShop } from '../memory/testing-shop.ts';

let shop: SellingShop;
beforeAll(async () => {
  shop = await sellingShop();
});
afterAll(() => shop.served.close());

const words = (title: string, products: string[] = []) => ({ kind: 'price', title, behind: '', products });
const library = async (query = '') =>
  (await shop.ask('GET', `/v1/sales/objections${query}`)).body.objections as Listed[];
interface Listed {
  id: number;
  key: string;
  title: string;
  revision: number;
  state: string;
  counts: object;
  answers: { id: number; words: string; version: number; revision: number; rate: Record<string, unknown> }[];
}

async function added(title: string, answers: string[], products: string[] = []): Promise<Listed> {
  const { status, body } = await shop.ask('POST', '/v1/sales/objections', {
    ...words(title, products),
    answers,
  });
  expect(status).toBe(201);
  return body;
}

describe('the library', () => {
  test('begins with ten fears in the language that is asked for, once', async () => {
    expect((await shop.ask('POST', '/v1/sales/objections/starter', { language: 'fa' })).body).toEqual({
      added: 10,
    });
    expect((await shop.ask('POST', '/v1/sales/objections/starter', { language: 'en' })).body).toEqual({
      added: 0,
    });
    const objections = await library();
    expect(objections.map(({ key }) => key)).toEqual(starterObjections.map(({ key }) => key));
    expect(objections[0]?.title).toBe('گران است.');
    expect(objections.every(({ answers }) => answers.length >= 2)).toBe(true);
  });

  test('keeps every wording of an answer, and refuses what somebody changed meanwhile', async () => {
    const { id, answers } = await added('دیر می‌رسد', ['فردا می‌رسد']);
    const answer = answers[0];
    const url = `/v1/sales/objections/${id}/answers/${answer?.id}`;
    const change = { words: 'همین امروز می‌رسد', state: 'active', revision: answer?.revision };
    expect((await shop.ask('PUT', url, change)).body).toMatchObject({ version: 2, words: change.words });
    expect(await shop.ask('PUT', url, change)).toMatchObject({
      status: 409,
      body: { code: 'changed_meanwhile' },
    });
    const { body } = await shop.ask('GET', `${url}/versions`);
    expect(body.versions.map((one: { words: string }) => one.words)).toEqual([change.words, 'فردا می‌رسد']);
    // Putting it away does not change its words.
    const away = await shop.ask('PUT', url, { ...change, state: 'archived', revision: 2 });
    expect(away.body).toMatchObject({ version: 2, state: 'archived' });
    expect((await library()).find((one) => one.id === id)?.answers).toEqual([]);
  });

  test('takes back an answer nobody gave, and keeps one that was given', async () => {
    const { id, answers } = await added('می‌ترسم خراب شود', ['ضمانت دارد', 'تعمیر رایگان']);
    const [given, unused] = answers;
    const deal = await shop.deal(await shop.person('الف'));
    const raised = (await shop.ask('POST', `/v1/sales/deals/${deal}/objections`, { objection: id })).body;
    const told = { answer: given?.id, settled: false, revision: raised.revision };
    await shop.ask('POST', `/v1/sales/deals/${deal}/objections/${raised.id}/answers`, told);
    expect((await shop.ask('DELETE', `/v1/sales/objections/${id}/answers/${unused?.id}`)).status).toBe(200);
    expect((await shop.ask('DELETE', `/v1/sales/objections/${id}/answers/${given?.id}`)).body.code).toBe(
      'objection_answer_used',
    );
    // An answer to something else is not an answer to this.
    const other = await added('چیز دیگر', ['پاسخ دیگر']);
    const wrong = { ...told, answer: other.answers[0]?.id, revision: raised.revision + 1 };
    expect(
      (await shop.ask('POST', `/v1/sales/deals/${deal}/objections/${raised.id}/answers`, wrong)).body.code,
    ).toBe('objection_answer_unknown');
  });

  test('shows in a deal what is about its products first, and nothing about others', async () => {
    const tea = await added('چای تلخ است', [], ['چاي ايراني']);
    const sugar = await added('قند سفید نیست', [], ['قند']);
    const deal = await shop.deal(await shop.person('ب'), ['چای ایرانی']);
    const shown = await library(`?deal=${deal}`);
    expect(shown[0]?.id).toBe(tea.id);
    expect(shown.map(({ id }) => id)).not.toContain(sugar.id);
    expect((await shop.ask('GET', '/v1/sales/objections?deal=999999')).status).toBe(404);
  });
});

describe('an objection in a deal', () => {
  test('is raised, answered, settled and raised again, all of it kept and told', async () => {
    const person = await shop.person('پ');
    const deal = await shop.deal(person);
    const url = `/v1/sales/deals/${deal}/objections`;
    const first = await shop.ask('POST', url, { add: words('رنگش را دوست ندارم'), note: 'زرد' });
    expect(first).toMatchObject({
      status: 201,
      body: { state: 'open', events: [{ kind: 'raised', note: 'زرد' }] },
    });
    // Said twice while it is open, it is one.
    const { objection, id, key } = first.body;
    expect((await shop.ask('POST', url, { objection })).body).toEqual(first.body);
    const one = { add: 'رنگ آبی هم داریم', settled: false, revision: first.body.revision };
    const answered = await shop.ask('POST', `${url}/${id}/answers`, one);
    expect(answered.body).toMatchObject({
      state: 'open',
      events: [{}, { kind: 'answered', words: one.add }],
    });
    expect((await shop.ask('POST', `${url}/${id}/answers`, one)).body.code).toBe('changed_meanwhile');
    const settled = await shop.ask('PUT', `${url}/${id}`, {
      state: 'settled',
      revision: answered.body.revision,
    });
    expect(settled.body).toMatchObject({ state: 'settled', answer: answered.body.answer });
    shop.served.clock.set(shop.served.clock.now() + 1000);
    const again = await shop.ask('POST', url, { objection });
    expect(again.body).toMatchObject({ id, state: 'open' });
    expect(again.body.events.map((event: { kind: string }) => event.kind)).toEqual([
      'raised',
      'answered',
      'settled',
      'opened',
    ]);
    expect((await shop.told(person, 'objection.raised')).map((fact) => fact.key)).toEqual([
      `objection-${id}-raised-1`,
      `objection-${id}-opened-4`,
    ]);
    expect((await shop.told(person, 'objection.answered')).map((fact) => fact.data)).toEqual([
      { objection: key, deal: String(deal), answer: String(answered.body.answer), outcome: 'open' },
      { objection: key, deal: String(deal), answer: String(answered.body.answer), outcome: 'settled' },
    ]);
    expect((await shop.ask('GET', url)).body.raised).toHaveLength(1);
  });

  test('stays with whoever they are after a merge, and two at once raise it once', async () => {
    const [one, other] = [await shop.person('ت'), await shop.person('ث')];
    const deal = await shop.deal(other);
    const { id: objection } = await added('دور است', []);
    await shop.merge(one, other);
    const url = `/v1/sales/deals/${deal}/objections`;
    const both = await Promise.all([
      shop.ask('POST', url, { objection }),
      shop.ask('POST', url, { objection }),
    ]);
    expect(new Set(both.map(({ body }) => body.id)).size).toBe(1);
    const { body } = await shop.ask('GET', `/v1/sales/objections/${objection}/deals`);
    expect(body.deals).toMatchObject([{ deal, person: one, state: 'open' }]);
  });

  test('is refused where there is no such deal, objection or anything said', async () => {
    const { id: objection } = await added('نیست', []);
    expect((await shop.ask('POST', '/v1/sales/deals/999999/objections', { objection })).status).toBe(404);
    const deal = await shop.deal(await shop.person('ج'));
    const url = `/v1/sales/deals/${deal}/objections`;
    expect((await shop.ask('POST', url, {})).body.code).toBe('objection_missing');
    expect((await shop.ask('POST', url, { objection: 999999 })).body.code).toBe('objection_unknown');
    expect((await shop.ask('PUT', `${url}/999999`, { state: 'settled', revision: 1 })).body.code).toBe(
      'objection_raise_unknown',
    );
    expect((await shop.ask('POST', url, { add: { ...words('x'), title: ' ' } })).status).toBe(400);
  });
});

test('what an answer is worth is counted by the deals that were decided, and opens to them', async () => {
  const { id, answers } = await added('چرا باید از شما بخرم؟', ['خوب', 'بد']);
  const [good, bad] = answers.map((answer) => answer.id);
  const outcome = async (answer: number | undefined, isWon: boolean | null): Promise<void> => {
    const deal = await shop.deal(await shop.person('چ'));
    const raised = (await shop.ask('POST', `/v1/sales/deals/${deal}/objections`, { objection: id })).body;
    const url = `/v1/sales/deals/${deal}/objections/${raised.id}/answers`;
    // Said twice, it counts once.
    const said = await shop.ask('POST', url, { answer, settled: false, revision: raised.revision });
    await shop.ask('POST', url, { answer, settled: isWon === true, revision: said.body.revision });
    const ending = { deal, by: 'test', at: shop.served.clock.now() };
    if (isWon === true)
      await shop.inside((tx) => winDeal(tx, shop.shop, { ...ending, amount: 1, key: `w${deal}` }));
    if (isWon === false) await shop.inside((tx) => loseDeal(tx, shop.shop, { ...ending, reason: 'price' }));
  };
  for (let index = 0; index < 9; index++) await outcome(good, index < 8);
  for (let index = 0; index < 8; index++) await outcome(bad, index < 1);
  await outcome(good, null);
  const found = (await library('?state=all&limit=200')).find((one) => one.id === id);
  expect(found?.counts).toEqual({ raised: 18, decided: 17, won: 9 });
  // The better one stands first.
  expect(found?.answers.map((answer) => answer.id)).toEqual([good, bad]);
  expect(found?.answers[0]?.rate).toMatchObject({
    given: 10,
    decided: 9,
    won: { times: 8, of: 9 },
    settled: { times: 8, of: 10 },
    without: { times: 1, of: 8 },
    comparison: 'better',
  });
  expect(found?.answers[1]?.rate).toMatchObject({ comparison: 'worse' });
  const behind = await shop.ask('GET', `/v1/sales/objections/${id}/deals?answer=${good}&limit=6`);
  expect(behind.body.deals).toHaveLength(6);
  const rest = await shop.ask(
    'GET',
    `/v1/sales/objections/${id}/deals?answer=${good}&after=${behind.body.next}`,
  );
  expect(rest.body.deals).toHaveLength(4);
  expect(rest.body.next).toBeNull();
});
