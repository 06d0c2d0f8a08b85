import type { AgreementShown, WantsDocument } from '@nardeban/core/sales';
import { type Html, html } from '../../../../platform/pages/index.ts';
import { areConfirmed } from '@nardeban/core/sales';
import type { Answer } from '../store.ts';
import { foot, greeting, head, notice, type Reading } from './frame.ts';

export interface WantsShown {
  readonly document: WantsDocument;
  readonly shown: AgreementShown;
  readonly answer: Answer | null;
  /** What was wrong with the last try, and what was written then. */
  readonly fault: string | null;
  readonly written: Readonly<Record<string, string>>;
}

/** The wants, read back: each can be said to be right or not. */
export function wantsPage({ document, shown, answer, fault, written }: WantsShown, reading: Reading): Html {
  const { from, to, content } = document;
  const { words, path } = reading;
  const isOpen = shown === 'sent';
  return html`${head(from, reading)}<h1>${words.wants}</h1>${stateOf(shown, answer, reading)}${
    fault === null ? null : notice(fault, 'bad')
  }${greeting(to, reading)}<p>${words.wantsIntro}</p>${
    content.intro === '' ? null : html`<p dir="auto">${content.intro}</p>`
  }${
    isOpen
      ? html`<form method="post" action="${path}/wants?lang=${reading.language}">${content.wants.map(
          (want, place) => asked(want, place, written, reading),
        )}<div class="card"><label for="comment">${words.more}</label><textarea id="comment" name="comment" maxlength="1000" dir="auto">${
          written['comment'] ?? ''
        }</textarea><label for="name">${words.yourName}</label><input id="name" name="name" required maxlength="200" autocomplete="name" dir="auto" value="${
          written['name'] ?? to
        }"><p class="soft">${words.wantsWording}</p><button type="submit">${words.confirmWants}</button></div></form>`
      : content.wants.map((want, place) => said(want, answer?.wants[place], reading))
  }${foot(from, reading)}`;
}

function stateOf(shown: AgreementShown, answer: Answer | null, { words }: Reading): Html | null {
  if (shown === 'sent') return null;
  if (shown === 'replaced') return notice(words.replaced);
  if (shown === 'withdrawn') return notice(words.withdrawn);
  return answer !== null && areConfirmed(answer)
    ? notice(words.confirmed, 'good')
    : notice(words.notRightThanks, 'good');
}

type Want = WantsDocument['content']['wants'][number];

function asked(
  { text, note }: Want,
  place: number,
  written: WantsShown['written'],
  { words }: Reading,
): Html {
  const [choice, comment] = [`want-${place}`, `comment-${place}`];
  const chosen = written[choice];
  return html`<fieldset class="card"><legend class="by" dir="auto">${text}</legend>${
    note === '' ? null : html`<p class="soft" dir="auto">${note}</p>`
  }<label class="choice"><input type="radio" name="${choice}" value="yes" required ${
    chosen === 'yes' ? html`checked` : null
  }>${words.right}</label><label class="choice"><input type="radio" name="${choice}" value="no" ${
    chosen === 'no' ? html`checked` : null
  }>${words.notRight}</label><label for="${comment}">${words.comment}</label><input id="${comment}" name="${comment}" maxlength="1000" dir="auto" value="${
    written[comment] ?? ''
  }"></fieldset>`;
}

function said({ text, note }: Want, answer: Answer['wants'][number] | undefined, { words }: Reading): Html {
  return html`<div class="card"><p class="by" dir="auto">${text}</p>${
    note === '' ? null : html`<p class="soft" dir="auto">${note}</p>`
  }${
    answer === undefined
      ? null
      : html`<p class="${answer.right ? 'good' : 'bad'}">${answer.right ? words.right : words.notRight}</p>`
  }${answer === undefined || answer.comment === '' ? null : html`<p dir="auto">${answer.comment}</p>`}</div>`;
}
