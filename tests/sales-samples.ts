import { SHIPPED_QUALIFICATION } from '@nardeban/core/sales';
import {
  cadenceCalled,
  formCalled,
  pipelineCalled,
  type SalesBelongings,
  TOMORROW,
  wantsOf,
  quotation,
} from './two-sales.ts';

const hours = {
  week: Array.from({ length: 7 }, (_, day) => (day === 6 ? [] : [[540, 1080]])),
  days: [],
  official: true,
  grace: 60,
};

const paper = {
  name: 'x',
  address: '',
  phones: '',
  legal: '',
  footer: '',
  terms: { fa: '', en: '' },
  validDays: 7,
  taxRate: 1000,
  guaranteeMonths: 0,
  askAfterDays: 7,
  proof: false,
};

const rule = {
  againDays: 90,
  laterDays: 14,
  happy: { measure: 'count', of: 'order.paid', atLeast: 2 },
  templates: [
    {
      key: 'call',
      channel: 'call',
      name: { fa: 'تلفن', en: 'Call' },
      text: { fa: 'معرفی می‌کنید؟', en: 'Would you recommend us?' },
    },
  ],
};

/** A good body for every operation of sales that takes one. */
export function salesBodies(
  person: number,
  other: number,
  sales: SalesBelongings,
): Readonly<Record<string, unknown>> {
  const revision = 1;
  const draft = wantsOf('a try');
  const link = { title: 'x', source: 'x', campaign: null, form: sales.form, medium: null, target: null };
  const mailbox = { title: 'x', source: 'x', campaign: null, hand: false, owner: null };
  return {
    draftAgreement: { deal: sales.deal, draft },
    previewQuotation: { person, content: quotation },
    changeAgreement: { draft, revision },
    decideAgreementApproval: { approve: true, reason: 'a friend', revision },
    askAgreementApproval: { reason: 'a friend', revision },
    discardAgreementDraft: { revision },
    linkAgreement: {},
    orderAgreement: {},
    cancelAgreementOrder: { revision, reason: 'a mistake', deal: { becomes: 'open' } },
    returnAgreementOrder: { revision, reason: 'it broke', lines: null },
    takeAgreementPayment: { amount: 10, before: 0, method: 'cash', note: '' },
    sendAgreement: { revision },
    withdrawAgreement: { reason: 'a mistake', revision: 2 },
    answerSuggestion: { person, item: 'tea', other: 'cup', answer: 'taken' },
    savePair: { item: 'tea', other: 'pot', own: true, revision: null },
    startCadence: { cadence: sales.cadence, person },
    saveCadence: { definition: cadenceCalled('x'), revision },
    makeCalendarLink: { language: 'fa', shows: 'name' },
    changeCaptureSettings: { sites: [], visits: false, visitsAsk: true, revision: 0 },
    openDeal: { person, title: 'x', amount: 10, products: [], owner: null, expectedClose: null },
    changeDeal: { title: 'y', revision },
    finishDeal: { revision: 2 },
    loseDeal: { reason: 'price', revision },
    moveDeal: { to: 'agree', revision },
    raiseObjection: { objection: sales.objection },
    settleObjection: { state: 'settled', revision: sales.raiseRevision },
    answerObjection: { answer: sales.answer, settled: true, revision: sales.raiseRevision + 2 },
    reopenDeal: { revision: 2 },
    winDeal: { amount: 10, revision },
    planFollowUp: { person, kind: 'call', about: 'x', due: TOMORROW, wholeDay: false },
    cancelFollowUp: { revision },
    changeFollowUp: { about: 'y', revision },
    finishFollowUp: { outcome: 'answered', revision },
    moveFollowUp: { due: TOMORROW + 86_400_000, wholeDay: false, revision },
    reopenFollowUp: { revision: 2 },
    previewForm: { definition: formCalled('x'), language: 'fa' },
    draftForm: { key: 'a-new-form', definition: formCalled('x') },
    changeForm: { definition: formCalled('x'), state: 'open', revision },
    handOverSales: { from: 'nobody', to: 'nobody else' },
    drawLeadReview: {},
    voteOnLead: { good: true, team: 'sales' },
    captureLead: { person, source: 'x' },
    captureLeads: { leads: [{ person, source: 'x' }] },
    acceptLead: { revision: 2 },
    answerLead: { answers: { help: { answer: 'yes' } }, revision },
    assignLead: { owner: null, revision },
    closeLead: { revision },
    handLead: { revision },
    refuseLead: { reason: 'no-need', revision: 2 },
    makeLink: { ...link, code: null },
    changeLink: { ...link, closed: false, revision },
    makeMailbox: mailbox,
    changeMailbox: { ...mailbox, closed: false, revision },
    keepSalesNote: { person, note: { kind: 'need', text: 'x' } },
    changeSalesNote: { note: { kind: 'want', text: 'y' } },
    endSalesNote: { why: 'over' },
    addObjection: { title: 'x', behind: '', kind: 'price', products: [] },
    addStarterObjections: { language: 'fa' },
    changeObjection: { title: 'x', behind: '', kind: 'price', products: [], state: 'active', revision },
    addObjectionAnswer: { words: 'x' },
    changeObjectionAnswer: { words: 'y', state: 'active', revision },
    changeSalesPaper: { paper, revision: 0 },
    orderPipelines: { keys: [sales.pipeline] },
    addPipeline: pipelineCalled('another-way', 'x'),
    changePipeline: { definition: pipelineCalled(sales.pipeline, 'x'), revision },
    makeSalesPromise: { person, side: 'us', text: 'x', dueOn: '2026-07-01' },
    endSalesPromise: { state: 'kept', revision },
    renewSalesPromise: { dueOn: '2026-08-01', revision },
    keepQualificationDraft: { definition: SHIPPED_QUALIFICATION, revision },
    publishQualification: { revision: 2 },
    tryQualification: { revision: 2 },
    chooseSellers: { sellers: [] },
    askRecommendation: { person, channel: 'call', anyway: true },
    answerRecommendation: { answer: 'yes', revision },
    bringFriend: { referrer: person, name: 'x', mobile: '09121110088' },
    saveRecommendationSettings: { rule, revision: 0 },
    keepSalesRole: { person, player: other, role: 'decides' },
    endSalesRole: {},
    discardSubmissions: { submissions: [1] },
    tellTalk: { person, channel: 'call', summary: 'x' },
    askTestimonial: { person },
    moderateTestimonial: { state: 'hidden', revision },
    changeWorkingHours: { hours, version: 0 },
  };
}

/** What stands in an address of sales. */
export function salesNames(
  path: string,
  { person, sales }: { readonly person: number; readonly sales: SalesBelongings },
): Readonly<Record<string, string | number>> {
  if (!path.startsWith('/v1/sales/')) return {};
  const numbered: readonly (readonly [within: string, id: number])[] = [
    ['/people/', person],
    ['/agreements/', sales.agreement],
    ['/pairs/', sales.pair],
    ['/cadence-runs/', sales.cadenceRun],
    ['/calendar-links/', sales.calendarLink],
    ['/deals/', sales.deal],
    ['/follow-ups/', sales.followUp],
    ['/memory/', sales.note],
    ['/objections/', sales.objection],
    ['/promises/', sales.promise],
    ['/recommendations/asks/', sales.ask],
    ['/recommendations/friends/', sales.friend],
    ['/roles/', sales.role],
    ['/testimonials/', sales.testimonial],
  ];
  const apart = Object.entries(sales.apart).find(([end]) => path.endsWith(end))?.[1];
  const id = apart ?? numbered.find(([within]) => path.includes(within))?.[1];
  return {
    ...(id === undefined ? {} : { id }),
    person,
    key: path.includes('/forms/') ? sales.form : path.includes('/cadences/') ? sales.cadence : sales.pipeline,
    pipeline: sales.pipeline,
    step: 'talk',
    lead: path.includes('/lead-reviews/') ? sales.reviewed : (apart ?? sales.lead),
    review: sales.review,
    raise: sales.raise,
    answer: path.endsWith('/answers/{answer}') ? sales.spareAnswer : sales.answer,
    trial: sales.trial,
    version: 1,
    link: sales.link,
    mailbox: sales.mailbox,
    list: 1,
    submission: 1,
  };
}

/** What must stand in the query for an operation of sales to be understood. */
export const SALES_QUERIES: Readonly<Record<string, string>> = {
  removePair: '?revision=1',
  listCadenceRuns: '?person=1',
  uploadLeadList: '?source=x',
  salesLogo: '?of=x',
  discardQualificationDraft: '?revision=1',
  salesActivity: '?pipeline=seven-steps',
  dealsBehind: '?pipeline=seven-steps&figure=opened',
  salesForecast: '?pipeline=seven-steps',
  salesLost: '?pipeline=seven-steps',
  salesSellers: '?pipeline=seven-steps',
  salesSources: '?pipeline=seven-steps',
  salesSteps: '?pipeline=seven-steps',
  withoutNextStep: '?of=deals',
  salesToday: '?seller=nobody',
  dealBoardStep: '?after=1-1',
};
