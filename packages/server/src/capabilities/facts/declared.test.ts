import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import {
  type Ask,
  askWith,
  bearer,
  type Served,
  serveForTest,
  TEST_NOW,
} from '../../platform/http/testing.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

let served: Served;
let shop: Business;
let key: string;
let ask: Ask;

beforeAll(async () => {
  served = await serveForTest(buildApp);
  shop = await served.business('declaring');
  key = await served.key(shop);
  ask = askWith(served, bearer(key));
});
afterAll(() => served.close());

let told = 0;
const trait = (who: string, name: string, value: unknown) => ({
  person: { external: who },
  type: 'trait.changed',
  at: TEST_NOW - 1000 + ++told,
  key: `t${told}`,
  data: { trait: name, value },
});
const tell = async (...facts: object[]) =>
  (await ask('POST', '/v1/facts', { facts })).body.results as {
    status: string;
    personId?: number;
    refusal?: { code: string; field: string; sentence: string };
  }[];

describe('a declared trait', () => {
  test('is checked on arrival: what does not fit is refused with a sentence, the other lines are stored', async () => {
    const declared = await ask('PUT', '/v1/traits', {
      trait: 'مو',
      fa: 'نوع مو',
      kind: 'text',
      choices: ['صاف', 'فر', ' موج‌دار '],
    });
    expect(declared).toMatchObject({
      status: 200,
      body: { trait: 'مو', fa: 'نوع مو', en: 'نوع مو', choices: ['صاف', 'فر', 'موج‌دار'] },
    });
    await ask('PUT', '/v1/traits', { trait: 'shoe', en: 'Shoe size', kind: 'number' });
    const answers = await tell(
      trait('a', 'مو', 'صاف'),
      trait('b', 'مو', 'بلند'),
      trait('c', 'shoe', 42),
      trait('d', 'shoe', '42'),
      trait('e', 'whatever', 'anything'),
    );
    expect(answers.map(({ status }) => status)).toEqual(['stored', 'refused', 'stored', 'refused', 'stored']);
    expect(answers[1]?.refusal).toMatchObject({ code: 'choice_expected', field: 'data.value' });
    expect(answers[1]?.refusal?.sentence).toContain('صاف | فر | موج‌دار');
    expect(answers[3]?.refusal).toMatchObject({ code: 'number_expected', field: 'data.value' });
    expect(answers[3]?.refusal?.sentence).toContain('shoe');
  });

  test('is checked as well where staff say it by hand', async () => {
    const [answer] = await tell(trait('by-hand', 'مو', 'فر'));
    const set = (value: unknown, was: unknown) =>
      ask('POST', `/v1/people/${answer?.personId}/traits`, { trait: 'مو', value, was });
    expect(await set('آبی', 'فر')).toMatchObject({
      status: 422,
      body: { code: 'choice_expected', field: 'value' },
    });
    expect((await set('صاف', 'فر')).status).toBe(201);
  });

  test('is checked as well where a tracking library tells it', async () => {
    const answer = await served.app.inject({
      method: 'POST',
      url: '/v1/identify',
      headers: bearer(key),
      payload: { userId: 'tracked', messageId: 'm1', traits: { shoe: 'big', colour: 'red' } },
    });
    expect(answer.statusCode).toBe(200);
    const [known] = await tell({ ...trait('tracked', 'seen', true) });
    const { body } = await ask('GET', `/v1/people/${known?.personId}`);
    expect(body.traits).toEqual({ colour: 'red', seen: true });
  });

  test('stands in the vocabulary, so that every page calls it by its name', async () => {
    const { body } = await ask('GET', '/v1/vocabulary');
    expect(body.traits).toContainEqual({ trait: 'shoe', fa: 'Shoe size', en: 'Shoe size', kind: 'number' });
    const stranger = bearer(await served.key(await served.business('stranger')));
    expect((await ask('GET', '/v1/vocabulary', undefined, stranger)).body.traits).toEqual([]);
  });

  test('tells beforehand what people have that would not fit, and changes none of it', async () => {
    await tell(
      trait('x1', 'size', 'L'),
      trait('x2', 'size', 'L'),
      trait('x3', 'size', 'xl'),
      trait('x4', 'size', 38),
    );
    const asked = { trait: 'size', fa: 'اندازه', kind: 'text', choices: ['L', 'M'] };
    const fit = await ask('POST', '/v1/traits/fit', asked);
    expect(fit.body).toMatchObject({ having: 4, misfits: 2, all: true });
    expect(fit.body.examples.map(({ value }: { value: unknown }) => value).toSorted()).toEqual([38, 'xl']);
    expect(fit.body.examples[0].person).toEqual(expect.any(Number));
    expect((await ask('GET', '/v1/traits')).body.undeclared).toContainEqual(
      expect.objectContaining({ trait: 'size', people: 4, kind: 'text' }),
    );
    await ask('PUT', '/v1/traits', asked);
    const listed = (await ask('GET', '/v1/traits')).body;
    expect(listed.declared).toContainEqual(
      expect.objectContaining({ trait: 'size', people: 4, choices: ['L', 'M'] }),
    );
    expect((await ask('POST', '/v1/traits/fit', asked)).body.misfits).toBe(2);
  });

  test('that is archived is no longer checked, keeps its name, and can be taken back', async () => {
    await ask('PUT', '/v1/traits', { trait: 'pet', en: 'Pet', kind: 'flag' });
    expect((await ask('POST', '/v1/traits/archive', { trait: 'pet', archived: true })).status).toBe(200);
    expect((await tell(trait('p', 'pet', 'a cat')))[0]?.status).toBe('stored');
    expect((await ask('GET', '/v1/vocabulary')).body.traits).toContainEqual(
      expect.objectContaining({ trait: 'pet', en: 'Pet', archived: true }),
    );
    await ask('POST', '/v1/traits/archive', { trait: 'pet', archived: false });
    expect((await tell(trait('p', 'pet', 'a dog')))[0]?.refusal?.code).toBe('flag_expected');
    expect(await ask('POST', '/v1/traits/archive', { trait: 'nobody', archived: true })).toMatchObject({
      status: 404,
      body: { code: 'trait_unknown' },
    });
  });

  test.each([
    [{ trait: 'name', kind: 'text', en: 'x' }, 'trait_name_invalid', 'trait'],
    [{ trait: 'tags', kind: 'text', en: 'x' }, 'trait_name_invalid', 'trait'],
    [{ trait: ' x', kind: 'text', en: 'x' }, 'trait_name_invalid', 'trait'],
    [{ trait: '', kind: 'text', en: 'x' }, 'trait_name_invalid', 'trait'],
    [{ trait: 'x', kind: 'text' }, 'title_missing', 'fa'],
    [{ trait: 'x', kind: 'number', en: 'x', choices: ['a'] }, 'choices_need_text', 'choices'],
    [{ trait: 'x', kind: 'text', en: 'x', choices: [] }, 'choices_missing', 'choices'],
    [{ trait: 'x', kind: 'text', en: 'x', choices: ['a', ' a'] }, 'choice_invalid', 'choices'],
    [
      { trait: 'x', kind: 'text', en: 'x', choices: Array.from({ length: 101 }, (_, at) => `c${at}`) },
      'too_many_choices',
      'choices',
    ],
  ])('%o is refused with %s', async (body, code, field) => {
    expect(await ask('PUT', '/v1/traits', body)).toMatchObject({ status: 422, body: { code, field } });
  });
});

test('a business that takes only declared traits refuses the others, but not what everybody has', async () => {
  const strict = await served.business('strict');
  const own = bearer(await served.key(strict));
  const send = async (...facts: object[]) => (await ask('POST', '/v1/facts', { facts }, own)).body.results;
  expect((await send(trait('a', 'anything', 1)))[0].status).toBe('stored');
  expect((await ask('PUT', '/v1/traits/policy', { onlyDeclared: true }, own)).body).toEqual({
    onlyDeclared: true,
  });
  const [refused, city, name] = await send(
    trait('a', 'other', 1),
    trait('a', 'city', 'یزد'),
    trait('a', 'name', 'سارا'),
  );
  expect(refused.refusal).toMatchObject({ code: 'trait_not_declared', field: 'data.trait' });
  expect([city.status, name.status]).toEqual(['stored', 'stored']);
  expect((await tell(trait('z', 'other', 1)))[0]?.status).toBe('stored');
  const deeds = (await ask('GET', '/v1/deeds', undefined, own)).body.deeds as { deed: string }[];
  expect(deeds.map(({ deed }) => deed)).toContain('trait.only_declared');
});

describe('a fact of the business’s own', () => {
  const asked = {
    fa: 'چشیدن قهوه',
    fields: {
      score: { kind: 'number', required: true, fa: 'امتیاز' },
      roast: { kind: 'text', fa: 'برشت', choices: ['روشن', 'تیره'] },
    },
  };
  const tasting = (data: object) => ({
    person: { external: 'taster' },
    type: 'custom.visit_tasting',
    at: TEST_NOW - 1000,
    key: `f${++told}`,
    data,
  });

  test('takes only the choices of its fields, and tells what would not fit fewer of them', async () => {
    expect((await tell(tasting({ score: 1 })))[0]?.refusal?.code).toBe('unknown_fact_type');
    expect(await ask('PUT', '/v1/custom-facts/visit_tasting', asked)).toMatchObject({
      status: 200,
      body: {
        fa: 'چشیدن قهوه',
        en: 'چشیدن قهوه',
        fields: { roast: { choices: ['روشن', 'تیره'], en: 'برشت' } },
      },
    });
    const answers = await tell(
      tasting({ score: 9, roast: 'روشن' }),
      tasting({ score: 9, roast: 'سبز' }),
      tasting({ score: 8, roast: 'تیره' }),
      tasting({ score: 7 }),
    );
    expect(answers.map(({ status }) => status)).toEqual(['stored', 'refused', 'stored', 'stored']);
    const narrower = {
      ...asked,
      fields: { ...asked.fields, roast: { ...asked.fields.roast, choices: ['روشن'] } },
    };
    expect((await ask('POST', '/v1/custom-facts/visit_tasting/fit', narrower)).body).toMatchObject({
      having: 3,
      misfits: 1,
      examples: [{ field: 'roast', value: 'تیره', times: 1, person: answers[0]?.personId }],
    });
    const { body } = await ask('GET', '/v1/custom-facts');
    expect(body).toMatchObject({ all: true, facts: [{ name: 'visit_tasting', told: 3, archived: false }] });
  });

  test('is told no more once archived, still read, and told again when taken back', async () => {
    await ask('POST', '/v1/custom-facts/visit_tasting/archive', { archived: true });
    expect((await tell(tasting({ score: 5 })))[0]?.refusal?.code).toBe('fact_archived');
    const words = (await ask('GET', '/v1/vocabulary')).body.words as { type: string }[];
    expect(words.find(({ type }) => type === 'custom.visit_tasting')).toMatchObject({
      fa: 'چشیدن قهوه',
      archived: true,
    });
    await ask('POST', '/v1/custom-facts/visit_tasting/archive', { archived: false });
    expect((await tell(tasting({ score: 5 })))[0]?.status).toBe('stored');
    expect(await ask('POST', '/v1/custom-facts/nothing/archive', { archived: true })).toMatchObject({
      status: 404,
      body: { code: 'custom_fact_unknown' },
    });
    const deeds = (await ask('GET', '/v1/deeds')).body.deeds as { deed: string }[];
    expect(deeds.map(({ deed }) => deed)).toEqual(
      expect.arrayContaining([
        'custom_fact.saved',
        'custom_fact.archived',
        'custom_fact.restored',
        'trait.saved',
      ]),
    );
  });
});

test('facts without traits are stored in as many round trips as before, and declarations are read with the rest', async () => {
  const counted = async (facts: object[]) => {
    let statements = 0;
    const watched = Object.assign(Object.create(served.database) as typeof served.database, {
      withBusiness: <T>(id: number, work: (tx: Tx) => Promise<T>) =>
        served.database.withBusiness(id, (tx) =>
          work(
            new Proxy(tx, {
              get(target, name) {
                const value = Reflect.get(target, name) as unknown;
                if (typeof value !== 'function') return value;
                if (name === 'query' || name === 'queryAll' || name === 'commitWith') statements += 1;
                return value.bind(target) as unknown;
              },
            }),
          ),
        ),
    });
    const { receiveFacts } = await import('./index.ts');
    const answers = await receiveFacts(watched, served.clock, shop, facts);
    expect(answers.every(({ status }) => status === 'stored')).toBe(true);
    return statements;
  };
  const visit = (at: number) => ({
    person: { external: 'a' },
    type: 'visit.made',
    at: TEST_NOW - at,
    key: `v${at}`,
  });
  await counted([visit(1)]);
  expect(await counted([visit(2)])).toBe(2);
});
