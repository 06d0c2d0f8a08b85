import { fiveRungLadder, type Definition } from '@nardeban/core/ladder';
import { buildApp } from '../packages/server/src/app.ts';
import {
  beginPublishing,
  drainClimbs,
  foundBusiness,
  publishEverybody,
  saveDraft,
} from '../packages/server/src/capabilities/ladder/index.ts';
import type { Scope } from '../packages/server/src/platform/http/index.ts';
import { bearer, type Served, serveForTest, TEST_NOW } from '../packages/server/src/platform/http/testing.ts';
import type { Business } from '../packages/server/src/platform/tenancy/index.ts';

/** What one business has, one of each kind, by the names the contract's addresses use. */
export interface Belongings {
  readonly person: number;
  readonly other: number;
  readonly merge: number;
  readonly conflict: number;
  readonly import: number;
  readonly apiKey: number;
  readonly ladder: string;
  readonly rung: string;
}

export interface TwoBusinesses {
  readonly served: Served;
  readonly first: Business;
  readonly second: Business;
  /** Everything the second business has carries this word in its names. */
  readonly marker: string;
  readonly ofFirst: Belongings;
  readonly ofSecond: Belongings;
  key(business: Business, scopes?: readonly Scope[]): Promise<string>;
}

/** A served program with two businesses that have one of everything. */
export async function serveTwoBusinesses(): Promise<TwoBusinesses> {
  const served = await serveForTest(buildApp);
  await served.prepareJobs();
  const marker = 'Zanbagh';
  const found = async (slug: string, name: string): Promise<Business> => {
    const made = await foundBusiness(served.database, served.clock, { slug, name });
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value;
  };
  const first = await found('first', 'First shop');
  const second = await found('second', `${marker} shop`);
  return {
    served,
    first,
    second,
    marker,
    ofFirst: await furnish(served, first, 'Narges'),
    ofSecond: await furnish(served, second, marker),
    key: (business, scopes) => served.key(business, scopes),
  };
}

async function furnish(served: Served, business: Business, word: string): Promise<Belongings> {
  const headers = bearer(await served.key(business));
  const ask = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await served.app.inject({
      method,
      url,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    if (answer.statusCode >= 400) throw new Error(`${method} ${url}: ${answer.body}`);
    return answer.json();
  };
  const fact = (person: object, key: string) => ({
    person,
    type: 'visit.made',
    at: TEST_NOW - 1000,
    key,
    source: word,
  });
  const { results } = await ask('POST', '/v1/facts', {
    facts: [
      fact({ external: `${word}-1`, name: `${word} One` }, '1'),
      fact({ external: `${word}-2`, name: `${word} Two` }, '2'),
      fact({ external: `${word}-3`, name: `${word} Three` }, '3'),
      fact({ mobile: '09121110001', name: `${word} Four` }, '4'),
      fact({ email: `${word}@example.com` }, '5'),
      fact({ mobile: '09121110001', email: `${word}@example.com` }, '6'),
    ],
  });
  await drainClimbs(served.database, served.clock, business.id);
  const { mergeId } = await ask('POST', '/v1/merges', {
    loser: results[2].personId,
    winner: results[1].personId,
  });
  const { conflicts } = await ask('GET', '/v1/conflicts');
  const { import: made } = await upload(served, headers, `${word}.csv`);
  const { keys } = await ask('GET', '/v1/api-keys');
  // A ladder of a key the other business has not.
  const key = `ladder-of-${business.slug}`;
  const ladder: Definition = { ...fiveRungLadder, key };
  await served.database.withBusiness(business.id, async (tx) => {
    await saveDraft(tx, ladder, 'test');
    await beginPublishing(tx, key, 'test');
  });
  await publishEverybody(served.database, served.clock, business.id);
  return {
    person: results[0].personId,
    other: results[1].personId,
    merge: mergeId,
    conflict: conflicts[0].id,
    import: made.id,
    apiKey: keys[0].id,
    ladder: key,
    rung: ladder.kind === 'ladder' ? (ladder.rungs[0]?.key ?? '') : '',
  };
}

const BOUNDARY = 'a-boundary-between-parts';

/** A multipart body with one file of orders. */
function fileOfOrders(fileName: string): string {
  return [
    `--${BOUNDARY}`,
    `Content-Disposition: form-data; name="file"; filename="${fileName}"`,
    'Content-Type: text/csv',
    '',
    'order,date,customer,amount',
    '1,2026-05-01,c-1,1000',
    '2,2026-05-02,c-2,2000',
    `--${BOUNDARY}--`,
    '',
  ].join('\r\n');
}

async function upload(served: Served, headers: object, fileName: string) {
  const answer = await served.app.inject({
    method: 'POST',
    url: '/v1/imports',
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    payload: fileOfOrders(fileName),
  });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json();
}
