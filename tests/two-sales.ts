import { SHIPPED_QUALIFICATION } from '@nardeban/core/sales';
import type { Ask } from './two-clubs.ts';

/** What the sales of one business have, one of each kind. */
export interface SalesBelongings {
  readonly deal: number;
  readonly dealRevision: number;
  readonly lead: number;
  readonly followUp: number;
  readonly cadenceRun: number;
  readonly agreement: number;
  readonly pair: number;
  readonly note: number;
  readonly role: number;
  readonly promise: number;
  readonly objection: number;
  readonly answer: number;
  /** One that was said to nobody. */
  readonly spareAnswer: number;
  readonly raise: number;
  readonly raiseRevision: number;
  readonly ask: number;
  readonly friend: number;
  readonly testimonial: number;
  readonly review: number;
  readonly trial: number;
  readonly link: number;
  readonly mailbox: number;
  readonly calendarLink: number;
  /** One of the leads of the review. */
  readonly reviewed: number;
  /** What a deed is done to that only what is untouched, or only what has come so far, allows; by the end of its address. */
  readonly apart: Readonly<Record<string, number>>;
  readonly pipeline: string;
  readonly cadence: string;
  readonly form: string;
}

/** The present of the tests, a day on. */
export const TOMORROW = Date.UTC(2026, 5, 2, 9);

const both = (word: string) => ({ fa: word, en: word });

export const pipelineCalled = (key: string, word: string) => ({
  key,
  name: both(word),
  steps: [
    { key: 'talk', name: both('talk'), asks: [] },
    { key: 'agree', name: both('agree'), asks: [] },
    { key: 'thank', name: both('thank'), asks: [], after: true },
  ],
  lostReasons: [{ key: 'price', name: both('price') }],
});

export const quotation = {
  title: 'tea',
  lines: [
    {
      text: 'tea',
      sku: 'T1',
      unit: '',
      quantity: 1000,
      unitPrice: 1000,
      taxRate: 0,
      discount: { kind: 'none' },
    },
  ],
  discount: { kind: 'none' },
  rounding: 1,
  validUntil: '2026-07-01',
  terms: '',
  delivery: '',
  guaranteeMonths: 0,
  service: null,
  askAfterDays: 0,
  proof: false,
};

export const cadenceCalled = (word: string) => ({
  name: word,
  start: null,
  stops: ['answered'],
  touches: [{ at: null, day: 0, kind: 'call', text: word, who: null }],
});

export const formCalled = (word: string) => ({
  title: both(word),
  button: both('send'),
  after: { kind: 'thanks', words: both('thanks') },
  consents: [],
  fields: [
    { key: 'name', kind: 'name', becomes: 'identity', label: both('name'), required: true },
    { key: 'mobile', kind: 'mobile', becomes: 'identity', label: both('mobile'), required: true },
  ],
  lead: { campaign: null, hand: false, medium: null, owner: null, source: word },
  leastSeconds: 0,
  windowHours: 24,
});

export const wantsOf = (word: string) => ({
  kind: 'wants',
  language: 'fa',
  content: { intro: word, wants: [{ text: word, note: '' }] },
});

/** Sales with one of everything. */
export async function furnishSales(
  ask: Ask,
  word: string,
  {
    person,
    other,
    isSecond,
  }: { readonly person: number; readonly other: number; readonly isSecond: boolean },
): Promise<SalesBelongings> {
  const own = isSecond ? 'second' : 'first';
  const [pipeline, cadence, form] = [`way-${own}`, `touches-${own}`, `form-${own}`];
  await ask('POST', '/v1/sales/pipelines', pipelineCalled(pipeline, word));
  const deal = await ask('POST', '/v1/sales/deals', {
    person,
    title: word,
    pipeline,
    amount: 1000,
    products: [word],
    owner: null,
    expectedClose: '2026-07-01',
  });
  const { lead } = await ask('POST', '/v1/sales/leads', { person, source: word });
  const followUp = await ask('POST', '/v1/sales/follow-ups', {
    deal: deal.id,
    kind: 'call',
    about: word,
    due: TOMORROW,
    wholeDay: false,
  });
  await ask('PUT', `/v1/sales/cadences/${cadence}`, { definition: cadenceCalled(word), revision: 0 });
  const run = await ask('POST', '/v1/sales/cadence-runs', { cadence, person: other });
  const agreement = await ask('POST', '/v1/sales/agreements', { deal: deal.id, draft: wantsOf(word) });
  const pair = await ask('PUT', '/v1/sales/belongs/pairs', {
    item: word,
    other: `${word} two`,
    own: true,
    revision: null,
  });
  const note = await ask('POST', '/v1/sales/memory', { person, note: { kind: 'want', text: word } });
  const role = await ask('POST', '/v1/sales/roles', { person, player: other, role: 'uses' });
  const promise = await ask('POST', '/v1/sales/promises', {
    person,
    side: 'us',
    text: word,
    dueOn: '2026-07-01',
  });
  const objection = await ask('POST', '/v1/sales/objections', {
    title: word,
    behind: word,
    kind: 'price',
    products: [],
    answers: [word],
  });
  const spare = await ask('POST', `/v1/sales/objections/${objection.id}/answers`, { words: `${word} two` });
  const raised = await ask('POST', `/v1/sales/deals/${deal.id}/objections`, { objection: objection.id });
  const asked = await ask('POST', '/v1/sales/recommendations/asks', {
    person,
    channel: 'call',
    anyway: true,
  });
  const brought = await ask('POST', '/v1/sales/recommendations/friends', {
    referrer: person,
    name: `${word} friend`,
    mobile: '09121110077',
  });
  const testimonial = await ask('POST', '/v1/sales/testimonials', { person });
  const { review } = await ask('POST', '/v1/sales/lead-reviews', { note: word });
  const drawn = await ask('GET', `/v1/sales/lead-reviews/${review}`);
  const draft = await ask('PUT', '/v1/sales/qualification/draft', {
    definition: SHIPPED_QUALIFICATION,
    note: word,
    revision: 0,
  });
  const { trial } = await ask('POST', '/v1/sales/qualification/draft/try', { revision: draft.revision });
  await ask('POST', '/v1/sales/forms', { key: form, definition: formCalled(word) });
  const link = await ask('POST', '/v1/sales/links', {
    title: word,
    source: word,
    campaign: null,
    code: null,
    form,
    medium: null,
    target: null,
  });
  const mailbox = await ask('POST', '/v1/sales/mailboxes', {
    title: word,
    source: word,
    campaign: null,
    hand: false,
    owner: null,
  });
  const opened = (): Promise<{ id: number }> =>
    ask('POST', '/v1/sales/deals', {
      person,
      title: word,
      pipeline,
      amount: 1000,
      products: [],
      owner: null,
      expectedClose: null,
    });
  const planned = (): Promise<{ id: number }> =>
    ask('POST', '/v1/sales/follow-ups', {
      person,
      kind: 'call',
      about: word,
      due: TOMORROW,
      wholeDay: false,
    });
  const drafted = (deed: string): Promise<{ id: number }> =>
    ask('POST', '/v1/sales/agreements', {
      deal: deal.id,
      draft: deed === 'pdf' ? { kind: 'quotation', language: 'fa', content: quotation } : wantsOf(word),
    });
  const names = ['hand', 'accept', 'refuse', 'assign', 'close'] as const;
  const { results } = await ask('POST', '/v1/facts', {
    facts: names.map((name) => ({
      person: { external: `${word}-${name}`, name: `${word} ${name}` },
      type: 'visit.made',
      at: TOMORROW - 2 * 86_400_000,
      key: `lead ${name}`,
      source: word,
    })),
  });
  const apart: Record<string, number> = {};
  for (const [index, name] of names.entries()) {
    const captured = await ask('POST', '/v1/sales/leads', { person: results[index].personId, source: word });
    apart[`/leads/{lead}/${name}`] = captured.lead;
    if (name === 'accept' || name === 'refuse')
      await ask('POST', `/v1/sales/leads/${captured.lead}/hand`, { revision: 1 });
  }
  for (const deed of ['move', 'win', 'lose', 'reopen', 'finish'])
    apart[`/deals/{id}/${deed}`] = (await opened()).id;
  await ask('POST', `/v1/sales/deals/${apart['/deals/{id}/reopen']}/lose`, { reason: 'price', revision: 1 });
  await ask('POST', `/v1/sales/deals/${apart['/deals/{id}/finish']}/win`, { amount: 10, revision: 1 });
  for (const deed of ['done', 'move', 'cancel', 'reopen'])
    apart[`/follow-ups/{id}/${deed}`] = (await planned()).id;
  await ask('POST', `/v1/sales/follow-ups/${apart['/follow-ups/{id}/reopen']}/done`, {
    outcome: 'answered',
    revision: 1,
  });
  for (const deed of ['discard', 'send', 'withdraw', 'link', 'pdf'])
    apart[`/agreements/{id}/${deed}`] = (await drafted(deed)).id;
  for (const deed of ['withdraw', 'link', 'pdf'])
    await ask('POST', `/v1/sales/agreements/${apart[`/agreements/{id}/${deed}`]}/send`, { revision: 1 });
  const said = await ask('POST', '/v1/sales/memory', { person, note: { kind: 'need', text: word } });
  apart['/memory/{id}/end'] = said.id;
  const given = await ask('POST', '/v1/sales/promises', {
    person,
    side: 'us',
    text: `${word} again`,
    dueOn: '2026-07-02',
  });
  apart['/promises/{id}/renew'] = given.id;
  return {
    deal: deal.id,
    dealRevision: deal.revision,
    lead,
    followUp: followUp.id,
    cadenceRun: run.id,
    agreement: agreement.id,
    pair: pair.id,
    note: note.id,
    role: role.id,
    promise: promise.id,
    objection: objection.id,
    answer: objection.answers[0].id,
    spareAnswer: spare.id,
    raise: raised.id,
    raiseRevision: raised.revision,
    ask: asked.id,
    friend: brought.friend,
    testimonial: testimonial.id,
    review,
    reviewed: drawn.leads?.[0]?.lead ?? lead,
    trial,
    link: link.id,
    mailbox: mailbox.id,
    calendarLink: 1,
    apart,
    pipeline,
    cadence,
    form,
  };
}
