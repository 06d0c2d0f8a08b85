import { randomUUID } from 'node:crypto';
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
import { addStaff } from '../packages/server/src/platform/sign-in/index.ts';
import type { Business } from '../packages/server/src/platform/tenancy/index.ts';
import { type Ask, type ClubBelongings, furnishClub } from './two-clubs.ts';
import { furnishSales, type SalesBelongings } from './two-sales.ts';

/** What one business has, one of each kind, by the names the contract's addresses use. */
export interface Belongings {
  readonly person: number;
  readonly other: number;
  readonly merge: number;
  readonly segment: number;
  readonly job: number;
  readonly note: number;
  readonly file: number;
  readonly relation: number;
  readonly conflict: number;
  /** One of the people that conflict is about. */
  readonly candidate: number;
  readonly import: number;
  readonly mapping: number;
  readonly apiKey: number;
  readonly hook: number;
  readonly message: number;
  /** A run of insight. */
  readonly run: number;
  readonly cost: number;
  /** One that runs. */
  readonly experiment: number;
  /** The number of a member's account, and one of an invitation. */
  readonly staff: string;
  /** The address that account signs in with. */
  readonly email: string;
  readonly invitation: number;
  readonly invitationToken: string;
  readonly ladder: string;
  readonly rung: string;
  readonly club: ClubBelongings;
  readonly sales: SalesBelongings;
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
  /** Somebody new with this role in a business, signed in: what their browser sends as its cookie. */
  cookie(business: Business, role: string): Promise<string>;
}

export const STAFF_PASSWORD = 'a password for staff';

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
    cookie: (business, role) => cookieOf(served, business, role),
  };
}

async function cookieOf(served: Served, business: Business, role: string): Promise<string> {
  const email = `${role}-${randomUUID()}@${business.slug}.example`;
  const added = await addStaff(served.database, {
    email,
    name: role,
    password: STAFF_PASSWORD,
    role,
    businessSlug: business.slug,
  });
  if (!added.ok) throw new Error(added.refusal.code);
  const answer = await served.app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    payload: { email, password: STAFF_PASSWORD },
  });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}

async function furnish(served: Served, business: Business, word: string): Promise<Belongings> {
  const headers = bearer(await served.key(business));
  const ask: Ask = async (method, url, payload) => {
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
  const { import: made } = await upload(served, headers, '/v1/imports', `${word}.csv`);
  await upload(served, headers, '/v1/sales/lead-lists?source=list', 'leads.csv', fileOfLeads);
  // Corrected once, a mapping is kept.
  await served.app.inject({
    method: 'PUT',
    url: `/v1/imports/${made.id}/mapping`,
    headers,
    payload: { mapping: { returnPrefixes: [word] } },
  });
  const { mappings } = await ask('GET', '/v1/import-mappings');
  const papers = `/v1/people/${results[0].personId}`;
  const segment = await ask('POST', '/v1/segments', {
    name: `${word} segment`,
    criteria: { measure: 'count', of: 'visit.made', atLeast: 1 },
  });
  const job = await ask('POST', '/v1/people/tagging', {
    selection: { people: [results[0].personId] },
    add: [word],
  });
  const note = await ask('POST', `${papers}/notes`, { text: `${word} note` });
  const relation = await ask('POST', `${papers}/relations`, { kind: 'knows', other: results[1].personId });
  const file = await upload(served, headers, `${papers}/files`, `${word}.csv`);
  const { hook } = await ask('POST', '/v1/hooks', {
    url: `https://${word.toLowerCase()}.example/hooks`,
    events: ['order.paid'],
  });
  const message = await ask('POST', `/v1/hooks/${hook.id}/test`);
  const run = await ask('POST', '/v1/insight/runs');
  const cost = await ask('POST', '/v1/insight/costs', {
    channel: word,
    campaign: null,
    kind: 'media',
    from: '2026-05-01',
    to: '2026-05-31',
    amount: 1000,
  });
  const experiment = await ask('POST', '/v1/insight/experiments', {
    name: `${word} experiment`,
    hypothesis: '',
    outcome: 'orders',
    held: 1000,
    windowDays: 14,
    costPerTreated: 0,
    ladder: null,
    rung: null,
    plan: null,
  });
  await ask('POST', `/v1/insight/experiments/${experiment.id}/start`, { revision: 1 });
  const { keys } = await ask('GET', '/v1/api-keys');
  const invited = await ask('POST', '/v1/invitations', { role: 'sales', invitee: word });
  const email = `staff@${word.toLowerCase()}.example`;
  const member = await addStaff(served.database, {
    email,
    name: `${word} staff`,
    password: STAFF_PASSWORD,
    businessSlug: business.slug,
    role: 'sales',
  });
  if (!member.ok) throw new Error(member.refusal.code);
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
    segment: segment.id,
    job: job.id,
    note: note.id,
    file: file.id,
    relation: relation.id,
    conflict: conflicts[0].id,
    candidate: conflicts[0].candidates[0],
    import: made.id,
    mapping: mappings[0].id,
    apiKey: keys[0].id,
    hook: hook.id,
    message: message.id,
    run: run.id,
    cost: cost.id,
    experiment: experiment.id,
    staff: member.value.userId,
    email,
    invitation: invited.invitation.id,
    invitationToken: invited.token,
    ladder: key,
    rung: ladder.kind === 'ladder' ? (ladder.rungs[0]?.key ?? '') : '',
    club: await furnishClub(ask, word, {
      person: results[0].personId,
      friend: results[1].personId,
      isSecond: business.slug === 'second',
    }),
    sales: await furnishSales(ask, word, {
      person: results[0].personId,
      other: results[1].personId,
      isSecond: business.slug === 'second',
    }),
  };
}

const BOUNDARY = 'a-boundary-between-parts';

/** The content type of `fileOfOrders`. */
export const multipartType = `multipart/form-data; boundary=${BOUNDARY}`;

/** A multipart body with one file of orders. */
export function fileOfOrders(fileName: string): string {
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

/** A multipart body with one file of leads. */
export const fileOfLeads = [
  `--${BOUNDARY}`,
  'Content-Disposition: form-data; name="file"; filename="leads.csv"',
  'Content-Type: text/csv',
  '',
  'name,mobile',
  'Sara,09121110055',
  `--${BOUNDARY}--`,
  '',
].join('\r\n');

/** A multipart body with what begins as a picture does. */
export const fileOfPicture = [
  `--${BOUNDARY}`,
  'Content-Disposition: form-data; name="file"; filename="coffee.webp"',
  'Content-Type: image/webp',
  '',
  'RIFF....WEBPVP8 ',
  `--${BOUNDARY}--`,
  '',
].join('\r\n');

async function upload(
  served: Served,
  headers: object,
  url: string,
  fileName: string,
  payload = fileOfOrders(fileName),
) {
  const answer = await served.app.inject({
    method: 'POST',
    url,
    headers: { ...headers, 'content-type': multipartType },
    payload,
  });
  if (answer.statusCode >= 300) throw new Error(answer.body);
  return answer.json();
}
