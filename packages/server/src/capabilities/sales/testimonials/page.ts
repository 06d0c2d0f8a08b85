import { PERMISSION_VERSION, permissionWording } from '@nardeban/core/sales';
import { type Language, type Refusal, sayRefusal, toPersianDigits } from '@nardeban/core/values';
import { type Html, html, type Page } from '../../../platform/pages/index.ts';
import { LONGEST_SHOWN_NAME, LONGEST_WORDS, type Written } from './giving.ts';
import { pageWords } from './page-words.ts';
import type { Shown } from './shown.ts';
import type { Testimonial } from './testimonial.ts';

/** What was typed and could not be taken, with the reason. */
export interface Retyped {
  readonly typed: Partial<Written>;
  readonly refusal: Refusal;
}

/** The page of somebody's own link: the form, or what they wrote with what became of it. */
export function testimonialPage(
  business: string,
  path: string,
  testimonial: Testimonial,
  { retyped = null, editing = false }: { readonly retyped?: Retyped | null; readonly editing?: boolean } = {},
): Page {
  const { language, state } = testimonial;
  const said = pageWords[language];
  const title = said.title.replace('{business}', () => business);
  const asks = state === 'asked' || editing || retyped !== null;
  const body = asks
    ? html`<h1>${title}</h1>${form(business, path, testimonial, retyped)}`
    : state === 'withdrawn'
      ? html`<h1>${title}</h1>
<p class="card" role="status">${said.withdrawn}</p>
<p><a class="button second" href="${path}?change=1">${said.change}</a></p>`
      : written(title, path, testimonial);
  return { language, title, body };
}

function form(business: string, path: string, testimonial: Testimonial, retyped: Retyped | null): Html {
  const { language } = testimonial;
  const said = pageWords[language];
  const { words, score, shownName, consent } = retyped?.typed ?? testimonial;
  const wrong = retyped === null ? null : sayRefusal(retyped.refusal, language);
  const field = retyped?.refusal.field;
  return html`<p class="soft">${said.intro}</p>
${wrong === null ? null : html`<p class="card bad" role="alert" id="wrong">${wrong}</p>`}
<form method="post" action="${path}">
<label for="words">${said.words}</label>
<textarea id="words" name="words" rows="6" required maxlength="${LONGEST_WORDS}"${field === 'words' ? describedBy : null}>${words ?? ''}</textarea>
<fieldset class="card"><legend>${said.score}</legend>
${said.scores.map(
  (label, index) =>
    html`<label class="choice"><input type="radio" name="score" value="${index + 1}"${score === index + 1 ? html` checked` : null}> ${label}</label>`,
)}</fieldset>
<label for="name">${said.name}</label>
<input id="name" name="name" autocomplete="name" maxlength="${LONGEST_SHOWN_NAME}" value="${shownName ?? ''}" aria-describedby="name-hint">
<p class="soft" id="name-hint">${said.nameHint}</p>
<label class="choice"><input type="checkbox" name="permission" value="${PERMISSION_VERSION}"${consent === true ? html` checked` : null}>
<span>${permissionWording(language, business)}</span></label>
<div class="row"><button type="submit">${said.send}</button></div>
</form>`;
}

const describedBy = html` aria-invalid="true" aria-describedby="wrong"`;

function written(title: string, path: string, testimonial: Testimonial): Html {
  const { language, state, consent, words, shownName, score } = testimonial;
  const said = pageWords[language];
  const became = state === 'published' ? said.thanksShown : consent ? said.thanksWaits : said.thanksKept;
  return html`<h1>${said.thanks}</h1>
<p role="status">${became}</p>
<section class="card" aria-label="${said.by}">${quote(language, {
    words: words ?? '',
    name: shownName ?? '',
    score,
  })}</section>
<p><a class="button second" href="${path}?change=1">${said.change}</a></p>
${
  consent
    ? html`<form method="post" action="${path}/withdraw"><p class="soft">${said.withdrawHint}</p>
<button class="second" type="submit">${said.withdraw}</button></form>`
    : null
}
<p class="soft">${title}</p>`;
}

function quote(language: Language, shown: Pick<Shown, 'words' | 'name' | 'score'>): Html {
  const { words, name, score } = shown;
  return html`<figure style="margin:0">${
    score === null
      ? null
      : html`<p class="stars" role="img" aria-label="${starsLabel(language, score)}">${starsOf(score)}</p>`
  }<blockquote style="margin:0">${words.split('\n').map((line) => html`<p dir="auto">${line}</p>`)}</blockquote>${
    name === '' ? null : html`<figcaption class="by" dir="auto">${name}</figcaption>`
  }</figure>`;
}

/** «★★★★☆», for whoever sees; `starsLabel` for whoever hears. */
export function starsOf(score: number): string {
  return '★'.repeat(score) + '☆'.repeat(5 - score);
}

export function starsLabel(language: Language, score: number): string {
  const digits = language === 'fa' ? toPersianDigits(String(score)) : String(score);
  return pageWords[language].stars(digits);
}

/** A link that leads nowhere: guessed, replaced by a newer one, or of another business. */
export function gonePage(language: Language): Page {
  const said = pageWords[language];
  return { language, title: said.gone, body: html`<h1>${said.gone}</h1><p>${said.goneHint}</p>` };
}

/** What a business shows of its customers' words, to stand in a frame of its own site. */
export function shownPage(business: string, language: Language, shown: readonly Shown[]): Page {
  const said = pageWords[language];
  const title = said.shownTitle.replace('{business}', () => business);
  return {
    language,
    title,
    framed: true,
    body: html`<h1>${title}</h1>
${shown.length === 0 ? html`<p class="soft">${said.shownNone}</p>` : null}
${shown.map((one) => html`<article class="card">${quote(language, one)}</article>`)}`,
  };
}
