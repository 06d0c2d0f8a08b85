import type { Letterhead } from '@nardeban/core/sales';
import type { Language } from '@nardeban/core/values';
import { type Html, html } from '../../../../platform/pages/index.ts';
import { sayPhones } from '../saying.ts';
import { fill, type Words } from './words.ts';

/** Where the reader is: the path of the link, and the language they read in. */
export interface Reading {
  readonly path: string;
  readonly language: Language;
  readonly words: Words;
}

/** The head of every page: whose it is, and the other language. */
export function head(from: Letterhead, { path, words }: Reading): Html {
  const other = words.otherCode;
  return html`<div class="top">${
    from.logo === null ? null : html`<img src="${path}/logo" alt="" height="48">`
  }<p class="by">${from.name}</p><a lang="${other}" href="${path}?lang=${other}">${words.other}</a></div>`;
}

/** The foot: how to reach whoever sent it. */
export function foot(from: Letterhead, { words }: Reading): Html {
  const { address, phones, legal, footer } = from;
  return html`<div class="soft"><p>${words.askUs}</p>${
    phones === '' ? null : html`<p>${words.phones}: <bdi>${sayPhones(phones)}</bdi></p>`
  }${[address, legal, footer].filter((line) => line !== '').map((line) => html`<p><bdi>${line}</bdi></p>`)}</div>`;
}

/** A sentence about what became of it, above everything else. */
export function notice(text: string, kind: 'good' | 'bad' | 'plain' = 'plain'): Html {
  return html`<p class="card by ${kind}" role="status">${text}</p>`;
}

export function greeting(to: string, { words }: Reading): Html | null {
  return to === '' ? null : html`<p>${fill(words.hello, { name: apart(to) })}</p>`;
}

/** A name in a sentence, which keeps its own direction and leaves the sentence its own. */
export function apart(name: string): string {
  return `\u2068${name}\u2069`;
}

/** Of text that somebody wrote in several lines. */
export function paragraphs(text: string): Html[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => html`<p dir="auto">${line}</p>`);
}
