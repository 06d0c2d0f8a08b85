import { type Form, type FormField, TRAP, type Written } from '@nardeban/core/sales';
import { type Language, type Refusal, sayRefusal } from '@nardeban/core/values';
import { Html, html } from '../../../platform/pages/index.ts';
import { CAME, LINK, PROOF, REFERRER, STAMP } from './posting.ts';
import type { Stamp } from './stamps.ts';

/** What these pages say themselves; everything else is the business's own words. */
const words = {
  send: { fa: 'بفرستید', en: 'Send' },
  look: { fa: 'درست است؟', en: 'Is this right?' },
  lookWhy: {
    fa: 'آنچه نوشتید این است. اگر درست است، «بفرستید» را بزنید.',
    en: 'This is what you wrote. If it is right, press Send.',
  },
  back: { fa: 'برای تغییر، به صفحهٔ پیش برگردید.', en: 'To change it, go back to the page before.' },
  closed: { fa: 'این فرم بسته است.', en: 'This form is closed.' },
  unknown: { fa: 'چنین صفحه‌ای نیست.', en: 'There is no such page.' },
  needed: { fa: 'لازم است', en: 'needed' },
  choose: { fa: 'انتخاب کنید', en: 'Choose' },
  trap: { fa: 'این را خالی بگذارید', en: 'Leave this empty' },
  failed: {
    fa: 'فرستاده نشد. اینترنت را ببینید و دوباره بزنید.',
    en: 'It was not sent. Look at your connection and try again.',
  },
  sent: { fa: 'رسید', en: 'Received' },
} as const;

export function say(word: keyof typeof words, language: Language): string {
  return words[word][language];
}

/** What a page of a form hands on from one page to the next. */
export interface Carried {
  readonly came: string;
  readonly referrer: string;
  readonly link: string;
}

export interface Drawn {
  readonly form: Form;
  readonly language: Language;
  /** Where it is posted to. */
  readonly address: string;
  readonly stamp: Stamp;
  readonly written: Written;
  readonly refusal: Refusal | null;
  readonly carried: Carried | null;
}

/** The form itself, with nothing around it: for its own page, and for any page a script draws it into. */
export function formHtml({ form, language, address, stamp, written, refusal, carried }: Drawn): Html {
  const fault = refusal === null ? '' : sayRefusal(refusal, language);
  return html`${heading(form.title[language], carried !== null)}
${form.intro === undefined ? null : paragraphs(form.intro[language])}
<form method="post" action="${address}" accept-charset="utf-8"${carried === null ? null : html` data-proof`} novalidate>
<p class="bad" role="alert">${fault}</p>
${form.fields.map((field) => fieldHtml(field, language, written[field.key], refusal?.field === field.key))}
${form.consents.map(({ key, words: sentence, required }) =>
  tickHtml(key, sentence[language], {
    required,
    ticked: written[key] !== undefined,
    isWrong: refusal?.field === key,
  }),
)}
<div class="hidden" aria-hidden="true"><label for="nb-${TRAP}">${say('trap', language)}</label>
<input id="nb-${TRAP}" name="${TRAP}" type="text" tabindex="-1" autocomplete="off"></div>
${
  carried === null
    ? null
    : html`${hidden(STAMP, stamp.text)}${hidden(PROOF, '')}${hidden('nb_lang', language)}${hidden(CAME, carried.came)}${hidden(REFERRER, carried.referrer)}${hidden(LINK, carried.link)}`
}
<div class="row"><button>${form.button[language]}</button></div>
</form>`;
}

function fieldHtml(field: FormField, language: Language, value: string | undefined, isWrong: boolean): Html {
  const { key, kind, required } = field;
  if (kind === 'hidden') return hidden(key, value ?? field.value ?? '');
  const label = field.label[language];
  if (kind === 'tick') return tickHtml(key, label, { required, ticked: value !== undefined, isWrong });
  const help = field.help?.[language];
  return html`<label for="nb-${key}">${label}${required ? html` <span class="soft">(${say('needed', language)})</span>` : null}</label>
${help === undefined ? null : html`<p class="soft" id="nb-${key}-help">${help}</p>`}
${input(field, language, value ?? '', isWrong)}
`;
}

function input(field: FormField, language: Language, value: string, isWrong: boolean): Html {
  const { key, kind, required, choices = [] } = field;
  const common = html`id="nb-${key}" name="${key}"${required ? html` required` : null}${isWrong ? html` aria-invalid="true"` : null}${field.help === undefined ? null : html` aria-describedby="nb-${key}-help"`}`;
  switch (kind) {
    case 'long':
      return html`<textarea ${common} rows="4" maxlength="5000" dir="auto">${value}</textarea>`;
    case 'choice':
    case 'product':
      return html`<select ${common}><option value="">${say('choose', language)}</option>
${choices.map(
  (choice) =>
    html`<option value="${choice.value}"${choice.value === value ? html` selected` : null}>${choice.label[language]}</option>`,
)}</select>`;
    case 'mobile':
      return html`<input ${common} type="tel" inputmode="tel" autocomplete="tel" dir="ltr" maxlength="40" value="${value}">`;
    case 'email':
      return html`<input ${common} type="email" inputmode="email" autocomplete="email" dir="ltr" maxlength="254" value="${value}">`;
    case 'number':
      return html`<input ${common} type="text" inputmode="decimal" dir="ltr" maxlength="60" value="${value}">`;
    case 'name':
      return html`<input ${common} type="text" autocomplete="name" dir="auto" maxlength="200" value="${value}">`;
    default:
      return html`<input ${common} type="text" dir="auto" maxlength="500" value="${value}">`;
  }
}

function tickHtml(
  key: string,
  sentence: string,
  {
    required,
    ticked,
    isWrong,
  }: { readonly required: boolean; readonly ticked: boolean; readonly isWrong: boolean },
): Html {
  return html`<label class="choice"><input type="checkbox" name="${key}" value="1"${required ? html` required` : null}${ticked ? html` checked` : null}${isWrong ? html` aria-invalid="true"` : null}> <span>${sentence}</span></label>
`;
}

/** What was written once more, to be sent from here: what a robot that posts by heart never sees. */
export function sureHtml({
  form,
  language,
  address,
  stamp,
  written,
  carried,
}: Drawn & { readonly carried: Carried }): Html {
  const shown = form.fields.flatMap((field) => {
    const value = written[field.key];
    if (value === undefined || field.kind === 'hidden') return [];
    const choice = field.choices?.find((one) => one.value === value)?.label[language];
    return [{ label: field.label[language], text: field.kind === 'tick' ? '✓' : (choice ?? value) }];
  });
  const agreed = form.consents.filter(({ key }) => written[key] !== undefined);
  return html`<h1>${say('look', language)}</h1>
<p>${say('lookWhy', language)}</p>
<div class="card"><table><tbody>
${shown.map(({ label, text }) => html`<tr><th scope="row">${label}</th><td><bdi>${text}</bdi></td></tr>`)}
${agreed.map(({ words: sentence }) => html`<tr><th scope="row">✓</th><td>${sentence[language]}</td></tr>`)}
</tbody></table></div>
<form method="post" action="${address}" accept-charset="utf-8">
${Object.entries(written).map(([name, value]) => hidden(name, value))}
${hidden(STAMP, stamp.text)}${hidden('nb_lang', language)}${hidden(CAME, carried.came)}${hidden(REFERRER, carried.referrer)}${hidden(LINK, carried.link)}
<div class="hidden" aria-hidden="true"><label for="nb-${TRAP}">${say('trap', language)}</label><input id="nb-${TRAP}" name="${TRAP}" type="text" tabindex="-1" autocomplete="off"></div>
<div class="row"><button>${say('send', language)}</button></div>
</form>
<p class="soft">${say('back', language)}</p>`;
}

/** `isPage`: it stands alone and not in a page of somebody else's. */
export function thanksHtml(form: Form, language: Language, isPage: boolean): Html {
  const text = form.after.kind === 'thanks' ? form.after.words[language] : say('sent', language);
  return html`<div class="card" role="status" tabindex="-1">${heading(form.title[language], isPage)}${paragraphs(text)}</div>`;
}

export function noticeHtml(title: string, text: string): Html {
  return html`<div class="card"><h1>${title}</h1><p>${text}</p></div>`;
}

function heading(text: string, isPage: boolean): Html {
  return isPage ? html`<h1>${text}</h1>` : html`<h2>${text}</h2>`;
}

function paragraphs(text: string): Html {
  return new Html(
    text
      .split(/\n+/)
      .map((line) => html`<p>${line}</p>`.text)
      .join('\n'),
  );
}

function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}
