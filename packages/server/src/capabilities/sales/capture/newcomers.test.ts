import { firstForm, type Form } from '@nardeban/core/sales';
import { beforeAll, expect, test, vi } from 'vitest';
import { addStaff, sessionSecret } from '../../../platform/sign-in/index.ts';
import { makeStamps, type Stamps } from './stamps.ts';
import {
  ask,
  asksMuch,
  change,
  counter,
  form,
  later,
  mobile,
  sendByScript,
  useCounter,
} from './testing-forms.ts';

/** Whoever nobody knew is taken in by a shorter way than the others; what is stored must not show it. */

const nightly = process.env['NARDEBAN_NIGHTLY'] === '1';
/** Posts at once; fewer by day. */
const POSTS = nightly ? 10_000 : 300;
let stamps: Stamps;
let sellers: readonly string[];

useCounter();

beforeAll(async () => {
  stamps = makeStamps(await sessionSecret(counter.served.parts.config));
  for (const name of ['sara', 'omid', 'mina'])
    await addStaff(counter.served.database, {
      email: `${name}@shop.example`,
      name,
      password: 'a password of a test',
      businessSlug: counter.shop.slug,
      role: 'sales',
    });
  const { colleagues } = (await ask('GET', '/v1/sales/colleagues')).body;
  sellers = colleagues.map(({ id }: { id: string }) => id);
  await rows(
    `INSERT INTO lead_sellers (business_id, user_id, place)
     SELECT this_business(), id, place FROM unnest($1::text[]) WITH ORDINALITY AS t (id, place)`,
    [sellers],
  );
  // The first to come by any form is who the source of sales is told for.
  await sent(await open(), { mobile: '09120000001' });
});

async function rows<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
  return counter.served.database.withBusiness(
    counter.shop.id,
    async (tx) => (await tx.query<Row>(text, values)).rows,
  );
}

/** A form that may be filled in as fast as anybody likes. */
const open = (changes: Partial<Form> = {}) => form({ leastSeconds: 0, ...changes });

async function idOf(key: string): Promise<number> {
  return (await ask('GET', `/v1/sales/forms/${key}`)).body.id;
}

/** A form drawn now for which no work is asked, as while there are no robots about; a second makes none quick. */
async function drawn(key: string): Promise<string> {
  return stamps.make(
    { business: counter.shop.id, form: await idOf(key), now: counter.served.clock.now() },
    { kind: 'draw', bits: 0 },
  ).text;
}

const sent = async (key: string, fields: Record<string, string>, stamp?: string, address = '203.0.113.9') =>
  sendByScript(key, fields, { stamp: stamp ?? (await drawn(key)), address });

/** Everything that is stored of whoever has this number, without what differs between any two people. */
async function storedOf(theirs: string): Promise<Record<string, unknown>> {
  const [person] = await rows<{ id: number }>(
    `SELECT person_id AS id FROM identifiers WHERE kind = 'mobile' AND value = $1`,
    [`+98${theirs.slice(1)}`],
  );
  const id = [person?.id ?? 0];
  const one = async (text: string) => (await rows<{ kept: object }>(text, id)).map(({ kept }) => kept);
  const told = await one(
    `SELECT jsonb_build_object('type', f.type, 'at', f.at, 'source', s.name, 'ref', f.ref, 'amount', f.amount,
       'data', f.data - 'note', 'key', regexp_replace(f.key, '[0-9]+', 'n')) AS kept
     FROM facts f JOIN sources s USING (business_id, source_id) WHERE person_id = $1 ORDER BY f.type, f.key`,
  );
  return {
    told,
    people: await one(
      `SELECT to_jsonb(p) - '{person_id,name,created_at}'::text[] AS kept FROM people p WHERE person_id = $1`,
    ),
    notes: await one(
      `SELECT to_jsonb(n) - '{note_id,person_id}'::text[] AS kept FROM notes n WHERE person_id = $1`,
    ),
    consents: await one(
      `SELECT to_jsonb(c) - '{consent_id,person_id}'::text[] AS kept FROM consent_records c WHERE person_id = $1 ORDER BY purpose`,
    ),
    leads: await one(
      `SELECT to_jsonb(l) - '{lead_id,person_id,owner}'::text[] || jsonb_build_object('owned', owner IS NOT NULL) AS kept
       FROM leads l WHERE person_id = $1`,
    ),
    handings: await one(
      `SELECT to_jsonb(h) - '{lead_id,person_id,owner}'::text[] || jsonb_build_object('owned', owner = (
         SELECT owner FROM leads l WHERE l.business_id = h.business_id AND l.lead_id = h.lead_id)) AS kept
       FROM lead_handings h WHERE person_id = $1`,
    ),
    submissions: await one(
      `SELECT to_jsonb(s) - '{submission_id,person_id,lead_id,key,reasons,decided_by,decided_at,content}'::text[]
         || jsonb_build_object('led', lead_id = (SELECT lead_id FROM leads l WHERE l.business_id = s.business_id AND l.person_id = s.person_id))
         AS kept FROM capture_submissions s WHERE person_id = $1`,
    ),
    queued: await one(`SELECT jsonb_build_object() AS kept FROM climb_queue WHERE person_id = $1`),
  };
}

const everything: Partial<Form> = {
  fields: asksMuch,
  consents: (['offers', 'news'] as const).map((purpose) => ({
    key: purpose,
    purpose,
    channel: 'sms',
    words: { fa: `${purpose} را پیامک کنید.`, en: `Text me ${purpose}.` },
    required: false,
  })),
};

test.each([
  [
    'in which everything is written',
    everything,
    { city: 'شیراز', what: 'sofa', hope: 'سبز', message: 'سلام', offers: '1', news: '1' },
  ],
  ['that is a raised hand', { lead: { ...firstForm().lead, hand: true } }, {}],
  ['that says nothing but who it is', {}, {}],
  ['of which somebody is to have the leads', 'owned', { message: 'سلام' }],
  ['of somebody who left', 'left', {}],
] as const)('a form %s is stored by the short way as by the long one', async (_, changes, fields) => {
  const owner = changes === 'owned' ? (sellers[0] ?? null) : null;
  const lead = { ...firstForm().lead, hand: true, owner, source: 'site', campaign: 'spring' };
  const key = await open(typeof changes === 'string' ? { lead } : changes);
  if (changes === 'left') {
    // Only the rows can say so: nobody may give leads to whoever does not work here.
    await rows(
      `UPDATE capture_forms SET definition = jsonb_set(definition, '{lead,owner}', '"nobody"') WHERE key = $1`,
      [key],
    );
  }
  const [short, long] = [mobile(), mobile()];
  await sent(key, { mobile: mobile() });
  const stamp = await drawn(key);
  const asked = vi.spyOn(counter.served.database, 'withBusiness');
  expect(
    (await sent(key, { ...fields, mobile: short, nb_came: '?utm_medium=cpc' }, stamp)).body.thanks,
  ).toBeDefined();
  // One look and one write, and nothing else was asked.
  const transactions = asked.mock.calls.length;
  asked.mockRestore();
  expect(transactions).toBe(2);
  await sent(key, { ...fields, mobile: long, website_url: 'x', nb_came: '?utm_medium=cpc' });
  const [waiting] = (await ask('GET', '/v1/sales/submissions?state=waiting&limit=1')).body.submissions;
  expect((await ask('POST', `/v1/sales/submissions/${waiting.id}/let-in`)).body.state).toBe('taken');
  const stored = await storedOf(short);
  expect(stored).toEqual(await storedOf(long));
  expect(stored['leads']).toHaveLength(1);
  expect(stored['submissions']).toEqual([expect.objectContaining({ state: 'taken', led: true })]);
});

test('the same stranger, and the very same filling, at the same moment are one person and one lead', async () => {
  const key = await open({ lead: { ...firstForm().lead, hand: true } });
  const theirs = mobile();
  const stamp = await drawn(key);
  const others = await Promise.all(Array.from({ length: 4 }, () => drawn(key)));
  const answers = await Promise.all(
    [...Array.from({ length: 6 }, () => stamp), ...others].map((one) => sent(key, { mobile: theirs }, one)),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  const [counts] = await rows(
    `SELECT count(DISTINCT person_id)::int AS people, count(*) FILTER (WHERE state = 'taken')::int AS taken,
       count(*) FILTER (WHERE state = 'repeated')::int AS repeated,
       (SELECT count(*)::int FROM leads WHERE person_id = min(s.person_id)) AS leads,
       (SELECT count(*)::int FROM facts WHERE person_id = min(s.person_id) AND type = 'lead.captured') AS signs
     FROM capture_submissions s WHERE form_id = $1`,
    [await idOf(key)],
  );
  expect(counts).toEqual({ people: 1, taken: 1, repeated: 4, leads: 1, signs: 1 });
});

test('what is remembered of a form takes in nothing, and sends nobody away, by what it was before', async () => {
  const definition = { ...firstForm(), leastSeconds: 0 };
  const asks: Form = {
    ...definition,
    fields: definition.fields.map((field) =>
      field.key === 'message' ? { ...field, required: true } : field,
    ),
  };
  const key = await open();
  expect((await sent(key, { mobile: mobile() })).status).toBe(200);
  await change(key, 2, asks);
  expect(await sent(key, { mobile: mobile() })).toMatchObject({ status: 422, body: { field: 'message' } });
  await change(key, 3, definition);
  expect((await sent(key, { mobile: mobile() })).status).toBe(200);
  await change(key, 4, definition, 'closed');
  const late = mobile();
  expect(await sent(key, { mobile: late })).toMatchObject({ status: 422, body: { again: false } });
  expect((await storedOf(late))['people']).toEqual([]);
  await change(key, 5, definition);
  expect((await sent(key, { mobile: late })).status).toBe(200);
});

test('posted by the thousand at once nothing is lost or doubled, and who is sent away is told when to come again', async () => {
  const key = await open({ lead: { ...firstForm().lead, hand: true } });
  const id = await idOf(key);
  const people = Array.from({ length: POSTS }, (_, index) => ({
    mobile: `0919${String(index).padStart(7, '0')}`,
    address: `10.${index >> 16}.${(index >> 8) % 256}.${index % 256}`,
    stamp: stamps.make(
      { business: counter.shop.id, form: id, now: counter.served.clock.now() },
      { kind: 'draw', bits: 0 },
    ).text,
  }));
  let left = people;
  for (let minute = 0; left.length > 0; minute += 1) {
    expect(minute).toBeLessThan(60);
    const again: typeof people = [];
    // Every tenth is sent twice, as by somebody who clicks twice.
    const posts = left.flatMap((one, index) => (index % 10 === 0 ? [one, one] : [one]));
    await Promise.all(
      posts.map(async (one) => {
        const { status, body } = await sent(key, { mobile: one.mobile }, one.stamp, one.address);
        if (status === 200) return;
        // Too many a minute by one form, or more at once than are answered in the time anybody waits.
        expect([429, 503], JSON.stringify(body)).toContain(status);
        expect(body.sentence).toMatch(/\S/);
        again.push(one);
      }),
    );
    left = [...new Set(again)];
    later(60_000);
  }
  const [counts] = await rows(
    `SELECT count(*)::int AS submissions, count(DISTINCT s.person_id)::int AS people,
       count(*) FILTER (WHERE s.state = 'taken')::int AS taken,
       (SELECT count(*)::int FROM leads l WHERE l.form = $2 AND l.state = 'handed' AND l.owner IS NOT NULL) AS leads,
       (SELECT count(*)::int FROM lead_handings h JOIN leads l USING (business_id, lead_id) WHERE l.form = $2) AS handings,
       (SELECT count(*)::int FROM facts f WHERE f.type = 'lead.captured' AND f.data ->> 'form' = $2) AS signs
     FROM capture_submissions s WHERE s.form_id = $1`,
    [id, key],
  );
  expect(counts).toEqual({
    submissions: POSTS,
    people: POSTS,
    taken: POSTS,
    leads: POSTS,
    handings: POSTS,
    signs: POSTS,
  });
  const shares = await rows<{ leads: number }>(
    'SELECT count(*)::int AS leads FROM leads WHERE form = $1 GROUP BY owner',
    [key],
  );
  expect(shares).toHaveLength(sellers.length);
  for (const { leads } of shares) expect(leads).toBeGreaterThan(POSTS / sellers.length / 2);
}, 600_000);
