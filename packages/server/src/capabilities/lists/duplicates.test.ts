import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import { askWith, bearer, type Served, serveForTest } from '../../platform/http/testing.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { receiveFacts } from '../facts/index.ts';
import { drainClimbs, foundBusiness } from '../ladder/index.ts';
import { openConflicts } from '../people/index.ts';
import { addPeopleJob, peopleJob } from './job-store.ts';
import { runPeopleJob } from './jobs.ts';
import { likelyAmong, mobileInNumber, type Suspect } from './likely.ts';

let served: Served;
beforeAll(async () => {
  served = await serveForTest(buildApp);
  await served.prepareJobs();
});
afterAll(() => served?.close());

let shops = 0;
async function shop() {
  shops += 1;
  const founded = await foundBusiness(served.database, served.clock, {
    slug: `twins-${shops}`,
    name: 'فروشگاه',
  });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const business = founded.value;
  const ask = askWith(served, bearer(await served.key(business)));
  let keys = 0;
  const tell = async (person: object, type: string, data: object = {}): Promise<number> => {
    keys += 1;
    const [answer] = await receiveFacts(served.database, served.clock, business, [
      { person, type, at: served.clock.now() - keys * 1000, key: `k${keys}`, data },
    ]);
    if (answer?.status !== 'stored') throw new Error(JSON.stringify(answer));
    return answer.personId ?? 0;
  };
  const buy = (person: object) => tell(person, 'order.paid', { order: `o${keys}`, amount: 1_000_000 });
  return { business, ask, tell, buy, climb: () => drainClimbs(served.database, served.clock, business.id) };
}

async function rowsOf(business: Business, table: string): Promise<unknown[]> {
  const { rows } = await served.database.withBusiness(business.id, (tx) =>
    tx.query(`SELECT * FROM ${table} ORDER BY 1, 2, 3`),
  );
  return rows;
}

describe('a preview', () => {
  test('tells what a merge will make of two people, and leaves nothing behind', async () => {
    const { business, ask, buy, climb } = await shop();
    const mobile = await buy({ mobile: '09121110001', name: 'سارا' });
    const email = await buy({ email: 'sara@example.com', name: 'سارا کریمی' });
    await buy({ email: 'sara@example.com' });
    await climb();
    const before = await Promise.all(
      ['people', 'merges', 'climb_queue', 'standings'].map((table) => rowsOf(business, table)),
    );
    const seen = await ask('POST', '/v1/merges/preview', { loser: mobile, winner: email });
    expect(seen.status).toBe(200);
    expect(
      seen.body.before.map((one: { id: number; orders: { count: number } }) => [one.id, one.orders.count]),
    ).toEqual([
      [email, 2],
      [mobile, 1],
    ]);
    const [after] = seen.body.after;
    expect(seen.body.after).toHaveLength(1);
    expect(after).toMatchObject({ id: email, orders: { count: 3, spent: 3_000_000 }, name: 'سارا کریمی' });
    expect(after.identifiers).toHaveLength(2);
    expect(
      await Promise.all(
        ['people', 'merges', 'climb_queue', 'standings'].map((table) => rowsOf(business, table)),
      ),
    ).toEqual(before);

    const { body: merged } = await ask('POST', '/v1/merges', { loser: mobile, winner: email });
    await climb();
    const { rows } = await served.database.withBusiness(business.id, (tx) =>
      tx.query<{ rung: number; key: string }>(
        `SELECT s.rung, l.key FROM standings s JOIN ladders l USING (business_id, ladder_id)
         WHERE s.business_id = this_business() AND s.person_id = $1 AND l.key = 'loyalty'`,
        [email],
      ),
    );
    expect(rows).toHaveLength(1);
    const undone = await ask('POST', `/v1/merges/${merged.mergeId}/undo-preview`);
    expect(undone.body.after.map((one: { id: number; places: object }) => [one.id, one.places])).toEqual(
      seen.body.before.map((one: { id: number; places: object }) => [one.id, one.places]),
    );
    const { body: list } = await ask('GET', '/v1/merges');
    expect(list.merges).toMatchObject([
      { loser: mobile, winner: email, loserName: 'سارا', winnerName: 'سارا کریمی' },
    ]);
  });

  test('refuses what the deed itself would refuse', async () => {
    const { ask, buy } = await shop();
    const one = await buy({ external: 'a' });
    expect((await ask('POST', '/v1/merges/preview', { loser: one, winner: one })).body.code).toBe(
      'merge_with_itself',
    );
    expect((await ask('POST', '/v1/merges/preview', { loser: one, winner: 999_999 })).body.code).toBe(
      'person_unknown',
    );
    expect((await ask('POST', '/v1/conflicts/77/preview', { decide: 'merge', into: one })).body.code).toBe(
      'conflict_unknown',
    );
  });
});

describe('a decision', () => {
  test('is remembered: the same identifiers are not asked about again, others are', async () => {
    const { business, ask, buy } = await shop();
    const mobile = await buy({ mobile: '09121110002' });
    await buy({ email: 'two@example.com' });
    await buy({ mobile: '09121110002', email: 'two@example.com' });
    const { body } = await ask('GET', '/v1/duplicates');
    expect(body.duplicates).toMatchObject([{ kind: 'two_people', facts: 1, people: [{}, {}] }]);
    expect(body.duplicates[0].people.map((one: { id: number }) => one.id)).toContain(mobile);
    const seen = await ask('POST', `/v1/conflicts/${body.duplicates[0].id}/preview`, {
      decide: 'assign',
      person: mobile,
    });
    expect(seen.body.after.find((one: { id: number }) => one.id === mobile).orders.count).toBe(2);
    const decided = await ask('POST', `/v1/conflicts/${body.duplicates[0].id}/decision`, {
      decide: 'assign',
      person: mobile,
    });
    expect(decided.body).toEqual({ facts: 1 });
    expect(await buy({ mobile: '09121110002', email: 'two@example.com' })).toBe(mobile);
    const open = () => served.database.withBusiness(business.id, (tx) => openConflicts(tx, { limit: 10 }));
    expect(await open()).toEqual([]);
    // A device beside them is another wording; nobody has decided about that.
    await buy({ mobile: '09121110002', email: 'two@example.com', anonymous: 'tablet' }).catch(() => 0);
    expect((await open()).length).toBe(1);
  });
});

describe('likely duplicates', () => {
  test('are found with the reason, told once, and stay away once put aside', async () => {
    const { business, ask, tell } = await shop();
    const one = await tell({ mobile: '09123334455', name: 'مریم رضایی' }, 'visit.made');
    const two = await tell({ mobile: '09353334455', name: 'مريم رضايي' }, 'visit.made');
    await tell({ mobile: '09353330000', name: 'مریم رضایی' }, 'visit.made');
    const three = await tell({ external: '09127778899', name: 'الف' }, 'visit.made');
    const four = await tell({ mobile: '+989127778899', name: 'ب' }, 'visit.made');
    const search = async () => {
      const job = await served.database.withBusiness(business.id, (tx) =>
        addPeopleJob(tx, business, {
          kind: 'duplicates',
          asked: {},
          total: null,
          by: 'mina',
          at: served.clock.now(),
        }),
      );
      await runPeopleJob({ database: served.database, clock: served.clock }, business.id, job.id);
      return served.database.withBusiness(business.id, (tx) => peopleJob(tx, job.id));
    };
    expect(await search()).toMatchObject({ state: 'done', done: 2 });
    const { body } = await ask('GET', '/v1/duplicates');
    expect(
      body.duplicates.map((found: { because: string[]; people: { id: number }[] }) => [
        found.because,
        found.people.map(({ id }) => id).toSorted((a, b) => a - b),
      ]),
    ).toEqual([
      [['name_and_mobile_ending'], [one, two].toSorted((a, b) => a - b)],
      [['number_is_mobile'], [three, four].toSorted((a, b) => a - b)],
    ]);
    expect(await search()).toMatchObject({ done: 0 });
    for (const { id } of body.duplicates)
      await ask('POST', `/v1/conflicts/${id}/decision`, { decide: 'dismiss' });
    expect(await search()).toMatchObject({ done: 0 });
    expect((await ask('GET', '/v1/duplicates')).body.duplicates).toEqual([]);
  });

  test('are told by signs that say something, and by no others', () => {
    const person = (id: number, part: Partial<Suspect>): Suspect => ({
      id,
      nameKey: 'x',
      traits: {},
      identifiers: [],
      ...part,
    });
    expect(likelyAmong([person(1, {}), person(2, {})])).toEqual([]);
    expect(
      likelyAmong([
        person(1, { traits: { birthday: '1370-01-02' } }),
        person(2, { traits: { تولد: '1370-01-02' } }),
      ]),
    ).toEqual([{ people: [1, 2], because: 'name_and_birthday' }]);
    const mail = (id: number, address: string) => person(id, { identifiers: [['email', address]] });
    expect(likelyAmong([mail(1, 'sara.karimi@a.com'), mail(2, 'sara.karimi+club@b.com')])).toHaveLength(1);
    expect(likelyAmong([mail(1, 'info@a.com'), mail(2, 'info@b.com')])).toEqual([]);
    expect(mobileInNumber('0912 777 8899')).toBe('+989127778899');
    expect(mobileInNumber('123456')).toBeNull();
  });
});
