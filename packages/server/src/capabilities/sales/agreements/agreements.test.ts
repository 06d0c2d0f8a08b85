import { describe, expect, test } from 'vitest';
import { recordedMessages } from '../../../platform/channels/index.ts';
import { TEST_NOW } from '../../../platform/http/testing.ts';
import { mergePeople } from '../../people/index.ts';
import {
  DAY,
  accept,
  ask,
  deal,
  desk,
  drafted,
  factsOf,
  followUps,
  page,
  quotation,
  sent,
  someone,
  useDesk,
} from './testing-desk.ts';
import { lineOf } from './testing-quotation.ts';

useDesk();

describe('a quotation', () => {
  test('is numbered when it is sent, without a gap, however many are sent at once and whichever are refused', async () => {
    const other = await desk.served.business('numbers');
    const otherKey = await desk.served.key(other);
    const ids: { id: number; revision: number }[] = [];
    for (let place = 0; place < 6; place++)
      ids.push(
        await drafted(
          quotation(place === 2 ? { validUntil: '2026-05-31' } : {}),
          await deal(undefined, other),
          otherKey,
        ),
      );
    const done = await Promise.all(
      ids.map(({ id, revision }) => ask('POST', `agreements/${id}/send`, { revision }, otherKey)),
    );
    expect(done[2]?.body.code).toBe('validity_past');
    const numbers = done.flatMap(({ body }) => (body.agreement === undefined ? [] : [body.agreement.number]));
    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
  });

  test('says on its page, without a script, what it comes to, and tells that it was sent and seen', async () => {
    const made = await sent();
    const { status, html, headers } = await page(made.path);
    expect(status).toBe(200);
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cache-control']).toBe('no-store');
    for (const text of [
      'مریم',
      'کفش ورزشی Nike Air (سایز ۴۲)',
      '۱٬۴۸۵٬۰۰۰ تومان',
      '۲۱ خرداد ۱۴۰۵',
      'یک میلیون و چهارصد و هشتاد و پنج هزار تومان',
    ])
      expect(html).toContain(text);
    expect(html).not.toContain('<script');
    const english = await page(`${made.path}?lang=en`);
    expect(english.html).toContain('1,485,000 toman');
    expect(english.html).toContain('dir="ltr"');
    const facts = await factsOf(made.id);
    expect(facts).toMatchObject([
      { type: 'quotation.sent', data: { amount: 14_850_000, deal: String(made.deal) } },
    ]);
    const seen = await ask('GET', `agreements/${made.id}`);
    expect(seen.body.versions[0]).toMatchObject({ opened: 2, state: 'sent' });
    expect(seen.body.events.map(({ kind }: { kind: string }) => kind)).toEqual(['opened', 'sent', 'drafted']);
    const pdf = await page(`${made.path}/quotation-${made.number}.pdf`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await followUps(made.deal)).toMatchObject([{ day: '2026-06-04', state: 'open' }]);
  });

  test('is accepted once, by whatever many clicks, and what was accepted stays as it was for ever', async () => {
    const made = await sent();
    const clicks = await Promise.all(Array.from({ length: 5 }, () => accept(made.path)));
    expect(clicks.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    await page(`${made.path}/decline`, { name: 'مریم', reason: 'گران' });
    const { body } = await ask('GET', `agreements/${made.id}`);
    expect(body).toMatchObject({ state: 'accepted', version: 1 });
    const [version] = body.versions;
    expect(version.answer).toMatchObject({ name: 'مریم', address: '10.0.0.1', mobile: null });
    expect(version.answer.wording).toContain('۱٬۴۸۵٬۰۰۰ تومان');
    expect(version.answeredAt).toBe(TEST_NOW);
    expect((await factsOf(made.id)).map(({ type }) => type)).toEqual([
      'quotation.sent',
      'quotation.accepted',
    ]);
    const shown = await page(made.path);
    expect(shown.html).toContain('پیش‌فاکتور پذیرفته شد');
    expect(shown.html).not.toContain('<form');
    expect(
      (await ask('PUT', `agreements/${made.id}`, { revision: body.revision, draft: quotation() })).body.code,
    ).toBe('agreement_accepted');
    for (const change of [
      `content = '{}'`,
      `document = 'other'`,
      `answer = '{}'`,
      `hash = decode(repeat('00', 32), 'hex')`,
    ])
      await expect(
        desk.served.database.withBusiness(desk.shop.id, (tx) =>
          tx.query(
            `UPDATE agreement_versions SET ${change} WHERE business_id = this_business() AND agreement_id = $1`,
            [made.id],
          ),
        ),
      ).rejects.toThrow(/stays as it was/);
    await expect(
      desk.served.database.withBusiness(desk.shop.id, (tx) =>
        tx.query('DELETE FROM agreement_versions WHERE business_id = this_business() AND agreement_id = $1', [
          made.id,
        ]),
      ),
    ).rejects.toThrow(/stays as it was/);
  });

  test('that is changed becomes another version, and the old link says that it was replaced', async () => {
    const made = await sent();
    const changed = await ask('PUT', `agreements/${made.id}`, {
      revision: made.revision,
      draft: quotation({ lines: [lineOf({ unitPrice: 10_000_000 })] }),
    });
    expect(changed.body).toMatchObject({ version: 2, state: 'draft' });
    expect((await page(made.path)).html).toContain('می‌پذیرم');
    const again = await ask('POST', `agreements/${made.id}/send`, { revision: changed.body.revision });
    expect(again.body.agreement).toMatchObject({ version: 2, number: made.number, state: 'sent' });
    expect((await page(made.path)).html).toContain('نسخهٔ تازه‌تری جای این را گرفته است');
    await accept(made.path);
    expect((await ask('GET', `agreements/${made.id}`)).body.state).toBe('sent');
    const path = new URL(again.body.link).pathname;
    expect((await page(path)).html).toContain('۱٬۱۰۰٬۰۰۰ تومان');
    await accept(path);
    expect((await factsOf(made.id)).map(({ key: name }) => name)).toEqual([
      `agreement-${made.id}-1-sent`,
      `agreement-${made.id}-2-sent`,
      `agreement-${made.id}-2-accepted`,
    ]);
  });

  test('that is accepted while another version is being written is accepted, and that one is given up', async () => {
    const made = await sent();
    await ask('PUT', `agreements/${made.id}`, {
      revision: made.revision,
      draft: quotation({ title: 'دیگر' }),
    });
    await accept(made.path);
    const { body } = await ask('GET', `agreements/${made.id}`);
    expect(body).toMatchObject({ state: 'accepted', version: 1 });
    expect(body.versions.map(({ state }: { state: string }) => state)).toEqual(['withdrawn', 'accepted']);
  });

  test('is declined with a reason, and somebody is asked to look at it', async () => {
    const made = await sent();
    const missing = await page(`${made.path}/decline`, { name: ' ', reason: 'گران است' });
    expect([missing.status, missing.html.includes('گران است')]).toEqual([422, true]);
    await page(`${made.path}/decline`, { name: 'مریم', reason: 'گران است' });
    expect(await factsOf(made.id)).toMatchObject([
      {},
      { type: 'quotation.declined', data: { reason: 'گران است' } },
    ]);
    const planned = await followUps(made.deal);
    expect(planned.map(({ state }) => state)).toEqual(['open', 'cancelled']);
  });

  test('is over after its last day, can be taken back, and its draft can be given up', async () => {
    const made = await sent();
    desk.served.clock.set(TEST_NOW + 11 * DAY);
    expect((await page(made.path)).html).toContain('مهلت این پیش‌فاکتور');
    await accept(made.path);
    desk.served.clock.set(TEST_NOW);
    expect((await ask('GET', `agreements/${made.id}`)).body.state).toBe('sent');
    const back = await ask('POST', `agreements/${made.id}/withdraw`, {
      revision: made.revision,
      reason: 'اشتباه',
    });
    expect(back.body.state).toBe('withdrawn');
    expect((await page(made.path)).html).toContain('پس گرفته شده');
    await accept(made.path);
    const next = await ask('PUT', `agreements/${made.id}`, {
      revision: back.body.revision,
      draft: quotation(),
    });
    expect(next.body).toMatchObject({ version: 2, state: 'draft' });
    const gone = await ask('POST', `agreements/${made.id}/discard`, { revision: next.body.revision });
    expect(gone.body).toMatchObject({ version: 1, state: 'withdrawn' });
    expect((await factsOf(made.id)).map(({ type }) => type)).toEqual(['quotation.sent']);
  });

  test('two members of staff at once: one is told, and nothing is lost', async () => {
    const { id, revision } = await drafted();
    const first = await ask('PUT', `agreements/${id}`, { revision, draft: quotation({ title: 'نخست' }) });
    const second = await ask('PUT', `agreements/${id}`, { revision, draft: quotation({ title: 'دوم' }) });
    expect([first.status, second.body.code]).toEqual([200, 'changed_meanwhile']);
  });

  test('is of the person also after they were merged into another', async () => {
    const [one, other] = [await someone(), await someone()];
    const made = await sent(quotation(), await deal(one));
    const merged = await desk.served.database.withBusiness(desk.shop.id, (tx) =>
      mergePeople(tx, desk.shop, { winner: other, loser: one, by: 'test' }),
    );
    expect(merged.ok).toBe(true);
    const listed = await ask('GET', `agreements?person=${other}`);
    const accepted = await accept(made.path);
    expect(accepted.status).toBe(303);
    expect(listed.body.agreements.map(({ id }: { id: number }) => id)).toEqual([made.id]);
  });
});

describe('a link', () => {
  test('that was guessed, cut off or is another business’s gets the answer of one that never was', async () => {
    const made = await sent();
    const other = await desk.served.business('neighbour');
    const address = '10.9.9.9';
    const answers = [
      await page(`/a/shop/${'A'.repeat(32)}`, undefined, address),
      await page(made.path.slice(0, -1), undefined, address),
      await page(made.path.replace('/shop/', `/${other.slug}/`), undefined, address),
      await page(made.path.replace('/shop/', '/nobody/'), undefined, address),
      await page(`/a/shop/${'A'.repeat(32)}/accept`, { name: 'x', agree: 'yes' }, address),
    ];
    expect(new Set(answers.map(({ status, html }) => `${status} ${html}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    for (let wrong = 0; wrong < 60; wrong++) await page(`/a/shop/${'B'.repeat(32)}`, undefined, address);
    expect((await page(made.path, undefined, address)).status).toBe(404);
    expect((await page(made.path)).status).toBe(200);
  });

  test('is kept nowhere in clear, and told once', async () => {
    const { id, revision } = await drafted();
    const more = { 'idempotency-key': 'send-once' };
    const first = await ask('POST', `agreements/${id}/send`, { revision }, desk.key, more);
    const replayed = await ask('POST', `agreements/${id}/send`, { revision }, desk.key, more);
    expect(replayed.body.link).toBe('');
    const secret = String(first.body.link).split('/').at(-1) ?? '';
    const { rows } = await desk.served.database.withBusiness(desk.shop.id, (tx) =>
      tx.query<{ found: boolean }>(
        `SELECT EXISTS (SELECT FROM idempotency_keys WHERE answer::text LIKE '%' || $1 || '%') AS found`,
        [secret],
      ),
    );
    expect(rows[0]?.found).toBe(false);
    const further = await ask('POST', `agreements/${id}/link`, {});
    expect(further.body.link).not.toBe(first.body.link);
    for (const { link } of [first.body, further.body])
      expect((await page(new URL(link).pathname)).status).toBe(200);
    expect(desk.served.logged.filter((line) => JSON.stringify(line).includes(secret))).toEqual([]);
  });

  test('goes to the mobile of the customer, and accepting asks for a code where the quotation says so', async () => {
    const { id, revision } = await drafted(quotation({ proof: true }));
    const done = await ask('POST', `agreements/${id}/send`, { revision, sms: true });
    // The answer does not wait for the gateway.
    await expect
      .poll(async () => (await recordedMessages(desk.served.database, desk.shop.id, 1))[0]?.text)
      .toContain(done.body.link);
    const path = new URL(done.body.link).pathname;
    const before = await accept(path);
    expect(before.status).toBe(422);
    const asked = await page(`${path}/code`, {});
    const challenge = /name="challenge" value="([0-9a-f]+)"/.exec(asked.html)?.[1] ?? '';
    const [texted] = await recordedMessages(desk.served.database, desk.shop.id, 1);
    const code = /^[0-9]{6}$/m.exec(texted?.text ?? '')?.[0] ?? '';
    const wrong = await accept(path, { challenge, code: code === '000000' ? '111111' : '000000' });
    expect(wrong.status).toBe(422);
    expect((await accept(path, { challenge, code })).status).toBe(303);
    await accept(path, { challenge, code });
    const { body } = await ask('GET', `agreements/${id}`);
    expect(body.versions[0].answer.mobile).toMatch(/^\+98912••••\d{3}$/);
    expect((await factsOf(id)).map(({ type }) => type)).toEqual(['quotation.sent', 'quotation.accepted']);
  });
});

describe('wants', () => {
  const wants = {
    kind: 'wants',
    language: 'fa',
    content: {
      intro: '',
      wants: [
        { text: 'کفش ضدآب', note: 'سایز ۴۲' },
        { text: 'تحویل پیش از عید', note: '' },
      ],
    },
  };

  test('are confirmed one by one through a link', async () => {
    const made = await sent(wants);
    const { html } = await page(made.path);
    expect(html).toContain('کفش ضدآب');
    expect((await page(`${made.path}/wants`, { name: 'مریم', 'want-0': 'yes' })).status).toBe(422);
    const answer = { name: 'مریم', 'want-0': 'yes', 'want-1': 'yes', 'comment-1': 'حتماً' };
    await Promise.all([page(`${made.path}/wants`, answer), page(`${made.path}/wants`, answer)]);
    expect(await factsOf(made.id)).toMatchObject([
      { type: 'wants.confirmed', data: { ref: String(made.id), deal: String(made.deal) } },
    ]);
    expect((await page(made.path)).html).toContain('خواسته‌هایتان تأیید شد');
  });

  test('that were not understood come back to whoever looks after the deal', async () => {
    const made = await sent(wants);
    await page(`${made.path}/wants`, { name: 'مریم', 'want-0': 'no', 'comment-0': 'پوتین', 'want-1': 'yes' });
    const { body } = await ask('GET', `agreements/${made.id}`);
    expect(body.state).toBe('declined');
    expect(body.versions[0].answer.wants).toEqual([
      { right: false, comment: 'پوتین' },
      { right: true, comment: '' },
    ]);
    expect(await factsOf(made.id)).toEqual([]);
    expect((await followUps(made.deal)).filter(({ state }) => state === 'open')).toHaveLength(1);
    const next = await ask('PUT', `agreements/${made.id}`, { revision: body.revision, draft: wants });
    await ask('POST', `agreements/${made.id}/send`, { revision: next.body.revision });
    expect((await page(made.path)).html).toContain('نسخهٔ تازه‌تری');
    expect((await followUps(made.deal)).map(({ state }) => state)).toEqual([
      'cancelled',
      'cancelled',
      'open',
    ]);
  });
});
