import {
  type AgreementShown,
  type LineTotals,
  type QuotationDocument,
  type QuotationLine,
  quotationTotals,
  type QuotationTotals,
} from '@nardeban/core/sales';
import { type Html, html } from '../../../../platform/pages/index.ts';
import type { AgreementOrder, AgreementPayment } from '../ordering.ts';
import {
  sayAmount,
  sayDayAt,
  sayDayOf,
  sayInWords,
  sayMoment,
  sayMoney,
  sayNumber,
  sayQuantity,
  sayShare,
  type Saying,
  unitOf,
} from '../saying.ts';
import type { Answer } from '../store.ts';
import { apart, foot, greeting, head, notice, paragraphs, type Reading } from './frame.ts';
import { fill, type Words } from './words.ts';

export interface QuotationShown {
  readonly document: QuotationDocument;
  /** In hexadecimal. */
  readonly hash: string;
  readonly shown: AgreementShown;
  readonly answer: Answer | null;
  readonly answeredAt: number | null;
  readonly receipt: { readonly order: AgreementOrder; readonly payments: readonly AgreementPayment[] } | null;
  /** The code that is under way; null: none was asked for. */
  readonly challenge: { readonly challenge: string; readonly to: string } | null;
  readonly fault: string | null;
  readonly written: Readonly<Record<string, string>>;
}

/** The sentence that is accepted, and kept with the answer. */
export function acceptWording(
  { number, version, total, ...rest }: QuotationDocument,
  { language, words }: Pick<Reading, 'language' | 'words'>,
): string {
  const saying = { ...rest, language };
  return fill(words.acceptWording, {
    number: sayNumber(number, saying),
    version: sayNumber(version, saying),
    total: sayMoney(total, saying),
  });
}

export function declineWording(
  { number, version }: Pick<QuotationDocument, 'number' | 'version'>,
  { language, words }: Pick<Reading, 'language' | 'words'>,
): string {
  return fill(words.declineWording, {
    number: sayNumber(number, { language }),
    version: sayNumber(version, { language }),
  });
}

/** A quotation as its customer sees it: what it says, and where it can still be answered, the two ways to answer. */
export function quotationPage(shown: QuotationShown, reading: Reading): Html {
  const { document, fault } = shown;
  const { words, path, language } = reading;
  const { from, to, content, number, version, sentAt } = document;
  const saying: Saying = { ...document, language };
  const totals = quotationTotals(content);
  return html`${head(from, reading)}<h1>${words.quotation} ${sayNumber(number, saying)}</h1>${stateOf(shown, reading, saying)}${
    fault === null ? null : notice(fault, 'bad')
  }${receiptOf(shown.receipt, reading, saying)}${greeting(to, reading)}<p class="soft parts"><span>${fill(
    words.version,
    {
      version: sayNumber(version, saying),
    },
  )}</span> <span>${words.date}: ${sayDayAt(sentAt, saying)}</span> <span>${words.validUntil}: ${sayDayOf(content.validUntil, saying)}</span></p>${
    content.title === '' ? null : html`<h2 dir="auto">${content.title}</h2>`
  }${totals.ok ? table(content.lines, totals.value, reading, saying) : null}${theRest(document, reading, saying)}<p class="row"><a class="button second" href="${path}/quotation-${number}.pdf">${
    words.download
  }</a></p>${shown.shown === 'sent' ? answering(shown, reading) : null}<p class="soft">${words.fingerprint}: <bdi class="ltr">${shown.hash.slice(
    0,
    32,
  )}</bdi></p>${foot(from, reading)}`;
}

function stateOf(
  { shown, document, answer, answeredAt }: QuotationShown,
  { words }: Reading,
  saying: Saying,
): Html | null {
  switch (shown) {
    case 'sent':
      return null;
    case 'replaced':
      return notice(words.replaced);
    case 'withdrawn':
      return notice(words.withdrawn);
    case 'expired':
      return notice(fill(words.expired, { day: sayDayOf(document.content.validUntil, saying) }));
    case 'declined':
      return notice(words.declined);
    case 'accepted':
      return html`${notice(words.accepted, 'good')}${
        answer === null
          ? null
          : html`<p>${fill(words.acceptedBy, {
              name: apart(answer.name),
              at: sayMoment(answeredAt ?? 0, saying),
            })}</p>`
      }`;
  }
}

/** Four columns fit on a small phone; what was taken off a line stands beneath its name, and the sums below the table. */
function table(
  lines: readonly QuotationLine[],
  totals: QuotationTotals,
  { words }: Reading,
  saying: Saying,
): Html {
  const unit = unitOf(saying);
  const row = (line: QuotationLine, place: number): Html => {
    const one: LineTotals | undefined = totals.lines[place];
    const off = one?.lineOff ?? 0;
    return html`<tr><td><span dir="auto">${line.text}</span>${
      line.sku === '' ? null : html` <bdi class="soft">${line.sku}</bdi>`
    }${
      off === 0 ? null : html`<div class="soft">${words.discount}: ${sayAmount(off, saying)}</div>`
    }</td><td class="number">${sayQuantity(line.quantity, saying)}${
      line.unit === '' ? null : html` <bdi>${line.unit}</bdi>`
    }</td><td class="number">${sayAmount(line.unitPrice, saying)}</td><td class="number">${sayAmount(
      (one?.gross ?? 0) - off,
      saying,
    )}</td></tr>`;
  };
  const sum = (name: string, amount: string): Html =>
    html`<tr><td>${name}</td><td class="number">${amount}</td></tr>`;
  return html`${unit === '' ? null : html`<p class="soft">${fill(words.amountsIn, { unit })}</p>`}<div class="wide" tabindex="0"><table><thead><tr><th>${
    words.item
  }</th><th class="number">${words.quantity}</th><th class="number">${words.unitPrice}</th><th class="number">${
    words.amount
  }</th></tr></thead><tbody>${lines.map(row)}</tbody></table></div><table><tbody>${sum(
    words.sum,
    sayAmount(totals.gross - totals.lineOff, saying),
  )}${totals.wholeOff === 0 ? null : sum(words.wholeDiscount, sayAmount(totals.wholeOff, saying))}${totals.taxes.map(
    ({ rate, tax }) => sum(fill(words.taxOf, { rate: sayShare(rate, saying) }), sayAmount(tax, saying)),
  )}</tbody><tfoot>${sum(words.total, sayMoney(totals.total, saying))}</tfoot></table>${inWordsOf(totals.total, words, saying)}`;
}

/** Nothing where the amount is too large to be said. */
function inWordsOf(total: number, words: Words, saying: Saying): Html | null {
  const said = sayInWords(total, saying);
  return said === '' ? null : html`<p class="soft">${words.inWords}: ${said}</p>`;
}

function theRest({ content }: QuotationDocument, { words }: Reading, saying: Saying): Html {
  const { delivery, guaranteeMonths, service, terms } = content;
  const said = (name: string, text: string): Html =>
    html`<p><span class="by">${name}:</span> <bdi>${text}</bdi></p>`;
  return html`${delivery === '' ? null : said(words.delivery, delivery)}${
    guaranteeMonths === 0
      ? null
      : said(words.guarantee, fill(words.months, { count: sayNumber(guaranteeMonths, saying) }))
  }${
    service === null
      ? null
      : said(
          words.service,
          fill(words.visits, {
            visits: sayNumber(service.visits, saying),
            every: sayNumber(service.everyMonths, saying),
          }),
        )
  }${terms === '' ? null : html`<h2>${words.terms}</h2>${paragraphs(terms)}`}`;
}

function answering(shown: QuotationShown, reading: Reading): Html {
  const { words, path, language } = reading;
  const { document, challenge, written } = shown;
  const name = (id: string): Html =>
    html`<label for="${id}">${words.yourName}</label><input id="${id}" name="name" required maxlength="200" autocomplete="name" dir="auto" value="${
      written['name'] ?? document.to
    }">`;
  const needsCode = document.content.proof && challenge === null;
  return html`<section class="card"><h2>${words.acceptHead}</h2>${
    needsCode
      ? html`<form method="post" action="${path}/code?lang=${language}"><p>${words.codeIntro}</p><button type="submit">${words.askCode}</button></form>`
      : html`<form method="post" action="${path}/accept?lang=${language}">${name('name')}<label class="choice"><input type="checkbox" name="agree" value="yes" required>${
          words.agree
        }</label><p>${acceptWording(document, reading)}</p>${
          challenge === null
            ? null
            : html`<p role="status">${fill(words.codeSent, { to: `\u2066${challenge.to}\u2069` })}</p><input type="hidden" name="challenge" value="${
                challenge.challenge
              }"><input type="hidden" name="to" value="${challenge.to}"><label for="code">${words.code}</label><input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="20" dir="ltr" required>`
        }<p><button type="submit">${words.accept}</button></p></form>`
  }</section><details class="card"><summary>${words.declineHead}</summary><form method="post" action="${path}/decline?lang=${language}">${name(
    'decline-name',
  )}<label for="reason">${words.reason}</label><textarea id="reason" name="reason" maxlength="1000" dir="auto">${
    written['reason'] ?? ''
  }</textarea><p>${declineWording(document, reading)}</p><button type="submit" class="second">${words.decline}</button></form></details>`;
}

function receiptOf(receipt: QuotationShown['receipt'], { words }: Reading, saying: Saying): Html | null {
  if (receipt === null) return null;
  const { order, payments } = receipt;
  const left = order.amount - order.paid;
  return html`<section class="card"><h2>${words.order}</h2><p>${words.orderNumber}: <bdi class="ltr">${order.number}</bdi></p>${
    order.cancelledAt !== null
      ? notice(words.cancelled)
      : order.returnedAt !== null
        ? notice(words.returnedAll)
        : left === 0
          ? html`<p class="good by">${words.paidAll}</p>`
          : html`<p>${words.left}: ${sayMoney(left, saying)}</p>`
  }${order.returned === 0 ? null : html`<p>${words.returned}: ${sayMoney(order.returned, saying)}</p>`}${
    payments.length === 0
      ? null
      : html`<div class="wide"><table><thead><tr><th>${words.date}</th><th>${words.method}</th><th class="number">${words.paid}</th></tr></thead><tbody>${payments.map(
          ({ at, method, amount }) =>
            html`<tr><td>${sayDayAt(at, saying)}</td><td dir="auto">${method}</td><td class="number">${sayMoney(amount, saying)}</td></tr>`,
        )}</tbody></table></div>`
  }</section>`;
}
