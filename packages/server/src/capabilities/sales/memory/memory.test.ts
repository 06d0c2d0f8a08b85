import { type Criteria, evaluate, validateCriteria } from '@nardeban/core/criteria';
import { baseVocabulary } from '@nardeban/core/facts';
import { GRACE_DAYS } from '@nardeban/core/sales';
import { isoDay, zoneOf } from '@nardeban/core/values';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_NOW } from '../../../platform/http/testing.ts';
import { calendarOf, readingFor, readPeople } from '../../ladder/index.ts';
import { lookAtPromises } from './due.ts';
import { DAY, sellingShop, type SellingShop } from './testing-shop.ts';

let world: SellingShop;
beforeAll(async () => {
  world = await sellingShop();
});
afterAll(() => world.served.close());

const zone = zoneOf('Asia/Tehran');
const today = zone.dayOf(TEST_NOW);
const inDays = (days: number): string => isoDay(today + days);
const memory = async (person: number, deal?: number) =>
  (await world.ask('GET', `/v1/sales/people/${person}/memory${deal === undefined ? '' : `?deal=${deal}`}`))
    .body;
const kinds = (all: { notes: { kind: string; text: string }[] }) =>
  all.notes.map(({ kind, text }) => [kind, text]);

describe('a conversation', () => {
  test('is put down with everything that was said, told as an answered contact, and plans what is next', async () => {
    const mother = await world.person('مریم مادری');
    const child = await world.person('سینا مادری');
    const deal = await world.deal(mother, ['دوچرخه']);
    const talk = await world.ask('POST', '/v1/sales/talks', {
      person: mother,
      deal,
      channel: 'call',
      at: TEST_NOW - 3_600_000,
      summary: 'برای تولد پسرش دنبال دوچرخه است',
      notes: [
        { kind: 'need', text: 'چیزی که پسرش را از خانه بیرون ببرد' },
        { kind: 'want', text: 'دوچرخهٔ دنده‌ای', product: 'دوچرخه' },
        { kind: 'like', text: 'رنگ آبی' },
        { kind: 'budget', low: 100_000, high: 200_000, byDay: inDays(20) },
        { kind: 'purpose', purpose: 'gives', text: 'هدیهٔ تولد' },
        { kind: 'expectation', source: 'others', text: 'دوستش گفته یک‌روزه می‌رسد' },
      ],
      roles: [
        { role: 'uses', player: child, belonging: { kind: 'buys_for', outward: true } },
        { role: 'decides', name: 'پدرش' },
        { role: 'pays', player: mother },
      ],
      promises: [{ side: 'us', text: 'عکس رنگ آبی را بفرستیم', dueOn: inDays(2) }],
      next: { kind: 'call', due: TEST_NOW + 3 * DAY, about: 'پس از دیدن عکس', agreed: true },
    });
    expect(talk.status).toBe(201);
    const seen = await memory(mother, deal);
    expect(seen.notes).toHaveLength(6);
    expect(seen).toMatchObject({ customer: 'end', consumerApart: true, open: [] });
    expect(seen.notes[0]).toMatchObject({ talk: talk.body.id, saidAt: TEST_NOW - 3_600_000, player: null });
    expect(seen.roles).toMatchObject([
      { role: 'uses', player: { id: child, name: 'سینا مادری' }, self: false },
      { role: 'decides', player: null, name: 'پدرش' },
      { role: 'pays', self: true },
    ]);
    expect(seen.relations).toMatchObject([{ kind: 'buys_for', outward: true, other: { id: child } }]);
    expect((await memory(child)).elsewhere).toMatchObject([{ role: 'uses', customer: { id: mother } }]);
    expect(seen.promises).toMatchObject([{ side: 'us', state: 'open', overdue: false, dueOn: inDays(2) }]);
    expect(await world.told(mother, 'contact.attempted')).toEqual([
      { key: `talk-${talk.body.id}`, data: { channel: 'call', outcome: 'answered', deal: String(deal) } },
    ]);
    expect(await world.told(mother, 'promise.made')).toHaveLength(1);
    expect(await world.told(mother, 'followup.agreed')).toHaveLength(1);
    const { body: page } = await world.ask('GET', `/v1/sales/deals/${deal}`);
    expect(page.deal.known).toEqual({
      need: 'چیزی که پسرش را از خانه بیرون ببرد',
      want: 'دوچرخهٔ دنده‌ای',
      taste: 'رنگ آبی',
    });
    const planned = (await world.followUps('staff')).filter((one) => one['deal'] === deal);
    expect(planned).toMatchObject([{ id: talk.body.followUp, kind: 'call', ref: `talk-${talk.body.id}` }]);
  });

  test('with one thing in it that cannot be is refused whole, and says which', async () => {
    const person = await world.person('نیمه‌کاره');
    const talk = { person, channel: 'call', summary: 'x' };
    const refused = async (more: object) => {
      const { status, body } = await world.ask('POST', '/v1/sales/talks', { ...talk, ...more });
      return [status, body.code, body.field];
    };
    const want = { kind: 'want', text: 'چیزی' };
    expect(await refused({ notes: [want, { kind: 'budget', low: 2, high: 1 }] })).toEqual([
      422,
      'range_reversed',
      'notes.1.high',
    ]);
    expect(await refused({ notes: [want, { kind: 'budget', byDay: '2026-02-30' }] })).toEqual([
      422,
      'date_does_not_exist',
      'notes.1.byDay',
    ]);
    expect(
      await refused({ notes: [want], promises: [{ side: 'us', text: 'x', dueOn: inDays(-1) }] }),
    ).toEqual([422, 'day_over', 'promises.0.dueOn']);
    expect(await refused({ notes: [want], roles: [{ role: 'uses', player: 999_999_999 }] })).toEqual([
      404,
      'person_unknown',
      'roles.0.player',
    ]);
    expect(await refused({ at: TEST_NOW + DAY })).toEqual([422, 'talk_in_future', 'at']);
    expect(await refused({ summary: ' ' })).toEqual([422, 'talk_says_nothing', 'summary']);
    expect(await refused({ deal: 999_999_999 })).toEqual([404, 'deal_unknown', 'deal']);
    expect(await refused({ next: { kind: 'call', due: TEST_NOW, owner: 'nobody' } })).toEqual([
      422,
      'owner_unknown',
      'next.owner',
    ]);
    expect(await memory(person)).toMatchObject({ notes: [], talks: [], promises: [] });
    expect(await world.told(person, 'contact.attempted')).toEqual([]);
  });

  test('sent twice with one key is one conversation', async () => {
    const person = await world.person('دوباره');
    const talk = { person, channel: 'visit', summary: 'آمد و رفت' };
    const headers = { 'idempotency-key': 'talk-twice' };
    const [one, two] = await Promise.all([
      world.ask('POST', '/v1/sales/talks', talk, headers),
      world.ask('POST', '/v1/sales/talks', talk, headers),
    ]);
    const again = await world.ask('POST', '/v1/sales/talks', talk, headers);
    expect([201, 409]).toContain(one.status);
    expect([201, 409]).toContain(two.status);
    expect(again.status).toBe(201);
    expect((await memory(person)).talks).toHaveLength(1);
  });
});

describe('what was said', () => {
  test('stays readable when it is said otherwise, with who said what and when', async () => {
    const person = await world.person('تغییر');
    const first = await world.ask('POST', '/v1/sales/memory', {
      person,
      note: { kind: 'want', text: 'کفش سیاه' },
      saidBy: { name: 'خواهرش' },
      saidAt: TEST_NOW - DAY,
    });
    const changed = await world.ask('PUT', `/v1/sales/memory/${first.body.id}`, {
      note: { kind: 'want', text: 'کفش قهوه‌ای' },
    });
    expect(changed.status).toBe(200);
    const seen = await memory(person);
    expect(kinds(seen)).toEqual([['want', 'کفش قهوه‌ای']]);
    expect(seen.notes[0]).toMatchObject({ saidBy: 'خواهرش', changes: 1 });
    const history = (await world.ask('GET', `/v1/sales/memory/${changed.body.id}/history`)).body;
    expect(history.notes).toMatchObject([
      { text: 'کفش قهوه‌ای', until: null },
      { text: 'کفش سیاه', saidAt: TEST_NOW - DAY, untilWhy: 'changed', untilBy: expect.any(String) },
    ]);
    const from = (await world.ask('GET', `/v1/sales/memory/${first.body.id}/history`)).body;
    expect(from).toEqual(history);

    // Who saw the first one is told that it stands no longer.
    const stale = await world.ask('PUT', `/v1/sales/memory/${first.body.id}`, {
      note: { kind: 'want', text: 'کفش سفید' },
    });
    expect(stale).toMatchObject({ status: 409, body: { code: 'changed_meanwhile' } });
    const other = await world.ask('PUT', `/v1/sales/memory/${changed.body.id}`, {
      note: { kind: 'need', text: 'کفش' },
    });
    expect(other.body.code).toBe('memory_kind_fixed');
    const over = await world.ask('POST', `/v1/sales/memory/${changed.body.id}/end`, { why: 'over' });
    expect(over.status).toBe(200);
    expect(kinds(await memory(person))).toEqual([]);
  });

  test('of two who change it at once one is told', async () => {
    const person = await world.person('هم‌زمان');
    const { body } = await world.ask('POST', '/v1/sales/memory', {
      person,
      note: { kind: 'need', text: 'ا' },
    });
    const change = (text: string) =>
      world.ask('PUT', `/v1/sales/memory/${body.id}`, { note: { kind: 'need', text } });
    const both = await Promise.all([change('ب'), change('پ')]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect((await memory(person)).notes).toHaveLength(1);
  });

  test('goes with the person when two turn out to be one, and is neither lost nor doubled', async () => {
    const [one, other] = [await world.person('یکی'), await world.person('همان یکی')];
    const deal = await world.deal(other);
    for (const [person, text] of [
      [one, 'الف'],
      [other, 'ب'],
    ] as const)
      await world.ask('POST', '/v1/sales/memory', { person, note: { kind: 'like', text } });
    await world.ask('POST', '/v1/sales/memory', { person: other, deal, note: { kind: 'like', text: 'پ' } });
    await world.ask('POST', '/v1/sales/roles', { person: other, role: 'decides', player: other });
    await world.merge(one, other);
    expect(kinds(await memory(one)).map(([, text]) => text)).toEqual(['پ', 'ب', 'الف']);
    expect(await memory(one)).toEqual(await memory(other));
    expect((await memory(one, deal)).roles).toMatchObject([
      { role: 'decides', self: true, player: { id: one } },
    ]);
    // The deal is theirs under either number.
    const kept = await world.ask('POST', '/v1/sales/memory', {
      person: one,
      deal,
      note: { kind: 'like', text: 'ت' },
    });
    expect(kept.status).toBe(201);
  });
});

describe('what they need, want and like', () => {
  /** Of these people, who still wants a product: by their facts alone, as ladders and lists ask. */
  async function wanting(product: string, people: readonly number[]): Promise<number[]> {
    const when: Criteria = {
      measure: 'count',
      of: 'want.stated',
      where: [
        { field: 'kind', is: 'want' },
        { field: 'product', is: product },
      ],
      open: true,
      atLeast: 1,
    };
    expect(validateCriteria(when, baseVocabulary)).toMatchObject({ ok: true });
    const name = { fa: 'خواهان', en: 'Wants it' };
    const reading = readingFor([
      {
        kind: 'typology',
        key: 'wants',
        name,
        classes: [
          { key: 'in', name, when },
          { key: 'out', name },
        ],
      },
    ]);
    const found: number[] = [];
    await world.inside((tx) =>
      readPeople(tx, people, reading, ({ personId, history }) => {
        if (evaluate(when, history, TEST_NOW, calendarOf(world.shop)).verdict) found.push(personId);
      }),
    );
    return found;
  }

  test('is told when it is kept, and that it is over when it is; what else was said is not', async () => {
    const person = await world.person('خواهان');
    const other = await world.person('دیگری');
    const keep = async (note: object) =>
      (await world.ask('POST', '/v1/sales/memory', { person, note, saidAt: TEST_NOW - DAY })).body.id;
    const want = await keep({ kind: 'want', text: 'سبک باشد', product: 'كفش' });
    const like = await keep({ kind: 'like', text: 'رنگ آبی' });
    await keep({ kind: 'budget', low: 1, product: 'کفش' });
    expect(await world.told(person, 'want.stated')).toEqual([
      {
        key: `want-${want}-stated`,
        data: { ref: String(want), kind: 'want', product: 'کفش', text: 'سبک باشد' },
      },
      { key: `want-${like}-stated`, data: { ref: String(like), kind: 'like', text: 'رنگ آبی' } },
    ]);
    expect(await wanting('کفش', [person, other])).toEqual([person]);

    const boots = await world.ask('PUT', `/v1/sales/memory/${want}`, {
      note: { kind: 'want', product: 'پوتین' },
    });
    expect(await wanting('کفش', [person])).toEqual([]);
    expect(await wanting('پوتین', [person])).toEqual([person]);
    // Two who turn out to be one want it once, whichever number is asked for.
    await world.merge(other, person);
    expect(await wanting('پوتین', [other, person])).toEqual([other]);
    await world.ask('POST', `/v1/sales/memory/${boots.body.id}/end`, { why: 'over' });
    expect(await wanting('پوتین', [other])).toEqual([]);
    expect(await world.told(person, 'want.ended')).toEqual([
      {
        key: `want-${want}-ended`,
        data: { ref: String(want), kind: 'want', product: 'کفش', reason: 'changed' },
      },
      {
        key: `want-${boots.body.id}-ended`,
        data: { ref: String(boots.body.id), kind: 'want', product: 'پوتین', reason: 'over' },
      },
    ]);
  });

  test('of two who are one is read once, also where both numbers are asked for', async () => {
    const [one, other] = [await world.person('یکی'), await world.person('همان')];
    for (const person of [one, other])
      await world.ask('POST', '/v1/sales/memory', { person, note: { kind: 'need', text: 'آب' } });
    await world.merge(one, other);
    const read = async (people: readonly number[]) => {
      const seen: [number, number][] = [];
      await world.inside((tx) =>
        readPeople(
          tx,
          people,
          readingFor([], { also: ['want.stated'] }),
          ({ personId, history }) => void seen.push([personId, history.facts.length]),
        ),
      );
      return seen;
    };
    for (const people of [[one], [one, other], [other, one]]) expect(await read(people)).toEqual([[one, 2]]);
    expect(await read([other])).toEqual([]);
  });
});

describe('parts', () => {
  test('are kept once, end, and need somebody', async () => {
    const firm = await world.person('شرکت کاوه');
    const part = { person: firm, role: 'keeps_gate', name: 'منشی' };
    const [one, again] = [
      await world.ask('POST', '/v1/sales/roles', part),
      await world.ask('POST', '/v1/sales/roles', part),
    ];
    expect(again.body).toEqual(one.body);
    expect((await world.ask('POST', '/v1/sales/roles', { person: firm, role: 'pays' })).body.code).toBe(
      'player_missing',
    );
    const both = { person: firm, role: 'pays', name: 'x', player: firm };
    expect((await world.ask('POST', '/v1/sales/roles', both)).body.code).toBe('player_unclear');
    expect((await world.ask('POST', `/v1/sales/roles/${one.body.id}/end`, {})).status).toBe(200);
    expect((await world.ask('POST', `/v1/sales/roles/${one.body.id}/end`, {})).status).toBe(404);
    expect((await memory(firm)).roles).toEqual([]);
  });
});

describe('a promise', () => {
  const promise = async (more: object = {}) => {
    const person = await world.person('قول‌گیر');
    const made = await world.ask('POST', '/v1/sales/promises', {
      person,
      side: 'us',
      text: 'نمونه را بفرستیم',
      dueOn: inDays(2),
      ...more,
    });
    expect(made.status).toBe(201);
    return { person, id: made.body.id as number };
  };
  const end = (id: number, state: string, revision = 1) =>
    world.ask('POST', `/v1/sales/promises/${id}/end`, { state, revision });
  const followUp = async (id: number) =>
    (await world.followUps('promise')).find(({ ref }) => ref === String(id));
  const one = async (person: number) => (await memory(person)).promises[0];
  const look = async (days: number) => {
    world.served.clock.set(zone.startOf(today + days) + 1);
    await lookAtPromises(world.served.database, world.served.clock);
  };

  test('is on its day a thing to do; kept, it is told and nothing is left to do', async () => {
    const { person, id } = await promise();
    expect(await followUp(id)).toMatchObject({ kind: 'promise', state: 'open', whole: true });
    expect((await end(id, 'kept', 7)).body.code).toBe('changed_meanwhile');
    expect((await end(id, 'kept')).status).toBe(200);
    expect(await followUp(id)).toMatchObject({ state: 'cancelled' });
    expect((await world.told(person, 'promise.kept')).map(({ data }) => data)).toEqual([{ ref: String(id) }]);
    expect((await end(id, 'broken', 2)).body.code).toBe('promise_over');
  });

  test('that nobody says anything of is overdue, and after the days of grace broken; kept late it says both', async () => {
    const { person, id } = await promise();
    await look(3);
    expect(await one(person)).toMatchObject({ state: 'open', overdue: true });
    const overdue = (await world.ask('GET', '/v1/sales/promises?overdue=true')).body.promises;
    expect(overdue.map((kept: { id: number }) => kept.id)).toContain(id);
    await look(3 + GRACE_DAYS);
    await look(3 + GRACE_DAYS);
    const broken = await one(person);
    expect(broken).toMatchObject({ state: 'broken', endedBy: 'nardeban' });
    expect(await world.told(person, 'promise.broken')).toHaveLength(1);
    expect((await end(id, 'kept', broken.revision)).status).toBe(200);
    expect(await one(person)).toMatchObject({ state: 'kept', brokenAt: broken.brokenAt });
    world.served.clock.set(TEST_NOW);
  });

  test('whose follow-up was done is kept', async () => {
    const { person, id } = await promise();
    await world.inside((tx) =>
      tx.query(
        `UPDATE follow_ups SET state = 'done', outcome = 'done', done_at = $2
         WHERE business_id = this_business() AND origin = 'promise' AND origin_ref = $1`,
        [String(id), new Date(TEST_NOW).toISOString()],
      ),
    );
    await look(3);
    expect(await one(person)).toMatchObject({ state: 'kept', endedAt: TEST_NOW });
    world.served.clock.set(TEST_NOW);
  });

  test('of theirs is asked after and never told as ours', async () => {
    const { person, id } = await promise({ side: 'them', text: 'مدارک را می‌آورند' });
    expect(await one(person)).toMatchObject({ side: 'them', promisedBy: 'قول‌گیر' });
    expect(await followUp(id)).toMatchObject({ state: 'open' });
    await look(30);
    expect(await one(person)).toMatchObject({ state: 'open', overdue: true });
    expect(await world.told(person, 'promise.made')).toEqual([]);
    world.served.clock.set(TEST_NOW);
  });

  test('agreed anew is another promise; the one before was let go', async () => {
    const { person, id } = await promise();
    const renewed = await world.ask('POST', `/v1/sales/promises/${id}/renew`, {
      dueOn: inDays(9),
      ending: 'خودش خواست',
      revision: 1,
    });
    expect(renewed.status).toBe(201);
    expect((await memory(person)).promises).toMatchObject([
      { id: renewed.body.id, replaces: id, dueOn: inDays(9), state: 'open', text: 'نمونه را بفرستیم' },
      { id, state: 'released', ending: 'خودش خواست' },
    ]);
    expect(await world.told(person, 'promise.broken')).toEqual([]);
    const refused = await world.ask('POST', `/v1/sales/promises/${renewed.body.id}/renew`, {
      dueOn: inDays(-3),
      revision: 1,
    });
    expect(refused.body.code).toBe('day_over');
    expect((await memory(person)).promises[0]).toMatchObject({ id: renewed.body.id, state: 'open' });
  });

  test('is listed by its day, page by page', async () => {
    for (const days of [5, 1, 5]) await promise({ dueOn: inDays(days) });
    const all: string[] = [];
    for (let after = ''; ; ) {
      const { body } = await world.ask('GET', `/v1/sales/promises?limit=2${after}`);
      all.push(...body.promises.map((kept: { dueOn: string; id: number }) => `${kept.dueOn} ${kept.id}`));
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(all.length).toBeGreaterThan(2);
    expect(new Set(all).size).toBe(all.length);
    expect([...all].sort((a, b) => (a.split(' ')[0] ?? '').localeCompare(b.split(' ')[0] ?? ''))).toEqual(
      all,
    );
  });
});

describe('who wants', () => {
  const wants = async (product: string, more = '') =>
    (await world.ask('GET', `/v1/sales/wants?product=${encodeURIComponent(product)}${more}`)).body;
  const texts = (page: { wants: { text: string }[] }) => page.wants.map(({ text }) => text);

  test('tea is found in any spelling, word by word, on the wrong keyboard, and not where it is over', async () => {
    const person = await world.person('تشنه');
    const keep = async (note: object) =>
      (await world.ask('POST', '/v1/sales/memory', { person, note })).body.id as number;
    await keep({ kind: 'budget', low: 5, high: 9 });
    await keep({ kind: 'want', text: 'چای سبز با نعنا' });
    await keep({ kind: 'like', text: 'نعنا', product: 'چای سبز کیسه‌ای' });
    const gone = await keep({ kind: 'want', text: 'چای سبز لاهیجان' });
    await world.ask('POST', `/v1/sales/memory/${gone}/end`, { why: 'over' });
    const both = ['نعنا', 'چای سبز با نعنا'];
    expect(texts(await wants('چاي‌سبز'))).toEqual(both);
    expect(texts(await wants('نعنا چای'))).toEqual(both);
    expect(texts(await wants('چای', '&kind=want'))).toEqual(['چای سبز با نعنا']);
    // The same keys on the Latin layout.
    expect(texts(await wants(']hd sfc'))).toEqual(both);
    expect(texts(await wants('چا'))).toEqual(both);
    expect(await wants('قهوهٔ ترک')).toEqual({ wants: [], next: null });
    expect(texts(await wants('%'))).toEqual([]);
    expect((await wants('چای')).wants[0]).toMatchObject({ person: { name: 'تشنه' }, low: 5, high: 9 });
  });

  test('is paged, and is not another business’s', async () => {
    const first = await wants('', '&limit=2');
    const second = await wants('', `&limit=2&after=${first.next}`);
    expect(first.wants).toHaveLength(2);
    expect(second.wants[0].id).toBeLessThan(first.wants[1].id);
    const other = await world.served.business('other');
    const found = await world.inside(
      (tx) => tx.query(`SELECT * FROM wants_like('{}', '{want,need,like}', 1000000, 10)`),
      other,
    );
    expect(found.rows).toEqual([]);
  });
});
