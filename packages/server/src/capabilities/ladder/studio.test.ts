import { type Definition, fiveRungLadder, type Ladder, sixRungLadder } from '@nardeban/core/ladder';
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
import type { Business } from '../../platform/tenancy/index.ts';
import { drainClimbs, foundBusiness, publishEverybody } from './index.ts';

const DAY = 86_400_000;

let served: Served;
let shop: Business;
let ask: Ask;
let colleague: { authorization: string };

beforeAll(async () => {
  served = await serveForTest(buildApp);
  await served.prepareJobs();
  const founded = await foundBusiness(served.database, served.clock, { slug: 'cafe', name: 'کافه' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  shop = founded.value;
  ask = askWith(served, bearer(await served.key(shop)));
  colleague = bearer(await served.key(shop));
  const facts = [];
  for (let person = 1; person <= 12; person += 1) {
    const who = { external: `p${person}`, name: `شخص ${person}` };
    facts.push({ person: who, type: 'newsletter.subscribed', at: TEST_NOW - 40 * DAY, key: `v${person}` });
    facts.push({
      person: who,
      type: 'trait.changed',
      at: TEST_NOW - 39 * DAY,
      key: `t${person}`,
      data: { trait: 'city', value: person < 8 ? 'تهران' : 'کرج' },
    });
    for (let order = 1; order < person; order += 1) {
      facts.push({
        person: who,
        type: 'order.paid',
        at: TEST_NOW - (30 - order) * DAY,
        key: `o${person}-${order}`,
        data: { order: `${person}-${order}`, amount: 500_000, channel: order % 3 === 0 ? 'سایت' : 'حضوری' },
      });
    }
  }
  await ask('POST', '/v1/facts', { facts });
  await drainClimbs(served.database, served.clock, shop.id);
}, 120_000);
afterAll(() => served.close());

async function publish(ladder: string): Promise<void> {
  const answer = await ask('POST', `/v1/ladders/${ladder}/publish`);
  expect(answer.status).toBe(202);
  await publishEverybody(served.database, served.clock, shop.id);
}

const fresh = (name: string): Ladder => ({ ...fiveRungLadder, key: name });
const begin = (definition: object) => ask('POST', '/v1/ladders', { definition });
const keep = (definition: Definition, revision: number, asker: object = {}) =>
  ask('PUT', `/v1/ladders/${definition.key}/draft`, { definition, revision }, asker);

function withoutTop(ladder: Ladder): Ladder {
  return { ...ladder, rungs: ladder.rungs.slice(0, -1) };
}

describe('drafts', () => {
  test('are kept while they are incomplete, and publishing them is refused with the place', async () => {
    const unfinished = {
      kind: 'ladder',
      key: 'unfinished',
      name: { fa: '', en: 'Unfinished' },
      rungs: [{ key: 'a', name: { fa: '', en: '' }, enter: { all: [] } }],
    };
    expect(await begin(unfinished)).toMatchObject({ status: 201, body: { version: 1, revision: 1 } });
    expect(await begin(unfinished)).toMatchObject({ status: 409, body: { code: 'ladder_key_taken' } });
    const { body } = await ask('GET', '/v1/studio/unfinished');
    expect(body).toMatchObject({ published: null, draft: { revision: 1, definition: unfinished } });
    expect(await ask('POST', '/v1/ladders/unfinished/publish')).toMatchObject({
      status: 422,
      body: { code: 'criteria_group_empty', field: 'rungs[0].enter.all' },
    });
    expect(await ask('DELETE', '/v1/ladders/unfinished/draft?revision=1')).toMatchObject({
      body: { ladderGone: true },
    });
    expect((await ask('GET', '/v1/studio/unfinished')).status).toBe(404);
  });

  test('that have not the shape of a definition are refused', async () => {
    for (const definition of [
      { ...fresh('broken'), rungs: 'none' },
      { ...fresh('broken'), rungs: [{ key: 'a', name: { fa: 'x', en: 'x' }, enter: { all: 5 } }] },
      { ...fresh('broken'), colour: 'red' },
    ]) {
      expect(await begin(definition)).toMatchObject({ status: 422, body: { code: 'draft_unreadable' } });
    }
  });

  test('of two people: whoever comes second is told who was first, and nothing is lost', async () => {
    await begin(fresh('shared'));
    const mine = { ...fresh('shared'), name: { fa: 'من', en: 'mine' } };
    const theirs = { ...fresh('shared'), name: { fa: 'او', en: 'theirs' } };
    expect(await keep(theirs, 1, colleague)).toMatchObject({ status: 200, body: { revision: 2 } });
    const refused = await keep(mine, 1);
    expect(refused).toMatchObject({ status: 409, body: { code: 'changed_meanwhile', field: 'revision' } });
    expect(JSON.stringify(refused.body)).toMatch(/key [0-9]+: test/);
    expect((await ask('GET', '/v1/studio/shared')).body.draft.definition.name.en).toBe('theirs');
    expect(await keep(mine, 2)).toMatchObject({ status: 200, body: { revision: 3 } });
  });

  test('saved by many at one moment count one after the other', async () => {
    await begin(fresh('busy'));
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        keep(
          { ...fresh('busy'), name: { fa: `${index}`, en: `${index}` } },
          1,
          index % 2 === 0 ? {} : colleague,
        ),
      ),
    );
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([
      200, 409, 409, 409, 409, 409, 409, 409,
    ]);
    expect((await ask('GET', '/v1/studio/busy')).body.draft.revision).toBe(2);
  });

  test('sent again because the answer was lost are no conflict', async () => {
    await begin(fresh('again'));
    const changed = { ...fresh('again'), name: { fa: 'دوباره', en: 'again' } };
    expect(await keep(changed, 1)).toMatchObject({ status: 200, body: { revision: 2 } });
    expect(await keep(changed, 1)).toMatchObject({ status: 200, body: { revision: 2 } });
  });

  test('begun anew after one was thrown away are not mistaken for it', async () => {
    const draft = { ...sixRungLadder, name: { fa: 'نو', en: 'new' } };
    const first = await keep(draft, 0);
    expect(first.status).toBe(200);
    const { revision } = first.body;
    expect((await ask('DELETE', `/v1/ladders/loyalty/draft?revision=${revision - 1}`)).status).toBe(409);
    expect((await ask('DELETE', `/v1/ladders/loyalty/draft?revision=${revision}`)).status).toBe(200);
    const second = await keep(draft, 0);
    expect(second.body.revision).toBeGreaterThan(revision);
    expect((await keep({ ...draft, name: { fa: 'کهنه', en: 'stale' } }, revision)).status).toBe(409);
    await ask('DELETE', `/v1/ladders/loyalty/draft?revision=${second.body.revision}`);
  });

  test('are published only as they were seen', async () => {
    await begin(fresh('seen'));
    await keep({ ...fresh('seen'), name: { fa: 'دیگر', en: 'other' } }, 1, colleague);
    expect(await ask('POST', '/v1/ladders/seen/publish?revision=1')).toMatchObject({
      status: 409,
      body: { code: 'changed_meanwhile' },
    });
    expect((await ask('POST', '/v1/ladders/seen/publish?revision=2')).status).toBe(202);
    expect(await ask('POST', '/v1/ladders/seen/publish')).toMatchObject({
      status: 409,
      body: { code: 'publishing_under_way' },
    });
    await publishEverybody(served.database, served.clock, shop.id);
  });
});

describe('versions', () => {
  test('tell who put what in force, and an earlier one comes back as a new one', async () => {
    const first = fresh('history');
    const second = withoutTop(first);
    await begin(first);
    await publish('history');
    expect((await keep(second, 0)).status).toBe(200);
    await publish('history');
    // Somebody has begun a draft when another rolls back: it stays, with a later number.
    const third = { ...second, name: { fa: 'سوم', en: 'third' } };
    const draft = await keep(third, 0);
    expect(draft.body.version).toBe(3);
    const rollBack = (version: number, note?: string) =>
      ask('POST', '/v1/ladders/history/rollback', { version, ...(note === undefined ? {} : { note }) });
    expect(await rollBack(2)).toMatchObject({ status: 409, body: { code: 'version_in_force' } });
    expect(await rollBack(9)).toMatchObject({ status: 404, body: { code: 'version_unknown' } });
    expect(await rollBack(1, 'زیاد سخت بود')).toMatchObject({ status: 202, body: { version: 3 } });
    await publishEverybody(served.database, served.clock, shop.id);
    const { versions, next } = (await ask('GET', '/v1/ladders/history/versions')).body;
    expect(next).toBeNull();
    expect(versions).toMatchObject([
      { version: 3, state: 'published', restores: 1, before: 2, note: 'زیاد سخت بود' },
      { version: 2, state: 'retired', restores: null, before: 1 },
      { version: 1, state: 'retired', before: null },
    ]);
    expect((await ask('GET', '/v1/ladders/history/versions/3')).body.definition).toEqual(first);
    const now = (await ask('GET', '/v1/studio/history')).body;
    expect(now.published).toMatchObject({ version: 3, definition: first });
    expect(now.draft).toMatchObject({ version: 4, revision: draft.body.revision, definition: third });
    const overview = (await ask('GET', '/v1/ladders/history')).body;
    expect(overview).toMatchObject({ version: 3, total: 12 });
    expect(overview.rungs).toHaveLength(5);
    const page = (await ask('GET', '/v1/ladders/history/versions?limit=2')).body;
    expect([page.versions.length, page.next]).toEqual([2, 2]);
    expect((await ask('GET', '/v1/ladders/history/versions?limit=2&before=2')).body.versions).toHaveLength(1);
  });

  test('what everybody did is written down', async () => {
    const { rows } = await served.database.withBusiness(shop.id, (tx) =>
      tx.query<{ deed: string }>("SELECT deed FROM deeds WHERE about_id = 'history' ORDER BY deed_id"),
    );
    expect(rows.map(({ deed }) => deed)).toEqual([
      'ladder.drafted',
      'ladder.published',
      'ladder.drafted',
      'ladder.published',
      'ladder.drafted',
      'ladder.rolled_back',
    ]);
  });
});

describe('putting away', () => {
  test('a ladder nobody needs is put away and can come back', async () => {
    await begin(fresh('old'));
    await publish('old');
    expect((await ask('DELETE', '/v1/ladders/old')).status).toBe(200);
    expect((await ask('GET', '/v1/ladders/old')).status).toBe(404);
    await publishEverybody(served.database, served.clock, shop.id);
    const standings = await served.database.withBusiness(shop.id, (tx) =>
      tx.query<{ people: number }>(
        "SELECT count(*) AS people FROM standings s JOIN ladders l USING (business_id, ladder_id) WHERE l.key = 'old'",
      ),
    );
    expect(standings.rows[0]?.people).toBe(0);
    expect((await ask('GET', '/v1/studio/old')).body).toMatchObject({
      published: null,
      archived: { at: TEST_NOW },
    });
    expect((await ask('POST', '/v1/ladders/old/rollback', { version: 1 })).status).toBe(202);
    await publishEverybody(served.database, served.clock, shop.id);
    expect((await ask('GET', '/v1/ladders/old')).body).toMatchObject({ version: 2, total: 12 });
    expect((await ask('GET', '/v1/studio/old')).body.archived).toBeNull();
  });

  test('a ladder on which people are pinned stays, and says how many', async () => {
    await begin(fresh('pinned'));
    await publish('pinned');
    const { people } = (await ask('GET', '/v1/people?search=p3')).body;
    const pin = { ladder: 'pinned', rung: 'advocate', until: '2026-12-01', reason: 'دوست' };
    expect((await ask('POST', `/v1/people/${people[0].id}/pins`, pin)).status).toBe(201);
    await drainClimbs(served.database, served.clock, shop.id);
    const refused = await ask('DELETE', '/v1/ladders/pinned');
    expect(refused).toMatchObject({ status: 409, body: { code: 'ladder_has_pins' } });
    expect(refused.body.sentence).toContain('۱ نفر');
  });

  test('the last ladder stays', async () => {
    const founded = await foundBusiness(served.database, served.clock, { slug: 'lone', name: 'تنها' });
    if (!founded.ok) throw new Error(founded.refusal.code);
    const lone = bearer(await served.key(founded.value));
    expect(await ask('DELETE', '/v1/ladders/loyalty', undefined, lone)).toMatchObject({
      status: 409,
      body: { code: 'ladder_last' },
    });
    expect((await ask('DELETE', '/v1/ladders/customer-types', undefined, lone)).status).toBe(200);
  });
});

describe('what a draft would change', () => {
  test('is told person by person with the reason, in pages that together are everybody who changes', async () => {
    const target = sixRungLadder.rungs.at(-2);
    if (target === undefined) throw new Error('no rung');
    const definition = {
      ...sixRungLadder,
      rungs: sixRungLadder.rungs.map((rung) =>
        rung.key === target.key
          ? { key: rung.key, name: rung.name, enter: { measure: 'count', of: 'order.paid', atLeast: 6 } }
          : rung,
      ),
    };
    const whole = await ask('POST', '/v1/what-if', { definition, months: 2 });
    expect(whole.body.changed).toBeGreaterThan(1);
    const seen: number[] = [];
    let after: number | null = 0;
    while (after !== null) {
      const { body }: { body: { people: { id: number }[]; next: number | null } } = await ask(
        'POST',
        '/v1/what-if/people',
        { definition, after, limit: 2 },
      );
      expect(body.people.length).toBeLessThanOrEqual(2);
      for (const person of body.people) {
        seen.push(person.id);
        expect(person).toMatchObject({ from: target.key, direction: 'down', because: { holds: false } });
      }
      after = body.next;
    }
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    expect(seen).toHaveLength(whole.body.changed);
    const none = await ask('POST', '/v1/what-if/people', { definition, from: 'suspect' });
    expect(none.body).toMatchObject({ people: [], next: null });
  });

  test('of a ladder of which nothing is published is where everybody would stand', async () => {
    const { body } = await ask('POST', '/v1/what-if', { definition: fresh('never-published'), months: 2 });
    expect(body).toMatchObject({ version: null, people: 12, changed: 0, published: [], moves: [] });
    const people = body.draft.map((place: { people: number }) => place.people);
    expect(people.reduce((a: number, b: number) => a + b)).toBe(12);
    expect(body.history).toHaveLength(2);
  });
});

test('values are suggested from what occurs, the commonest first', async () => {
  const values = async (query: string) => (await ask('GET', `/v1/suggestions?${query}`)).body.values;
  expect(await values('about=field&types=order.paid&field=channel')).toEqual(['حضوری', 'سایت']);
  expect(await values('about=trait&trait=city')).toEqual(['تهران', 'کرج']);
  expect(await values('about=traits')).toEqual(['city']);
  expect(await values('about=tags')).toEqual([]);
  expect(await values('about=field&types=page.viewed&field=channel')).toEqual([]);
  expect((await ask('GET', '/v1/suggestions?about=field')).status).toBe(400);
});
