import type { FormField } from '@nardeban/core/sales';
import type { KeptForm } from './queries.ts';

type Definition = KeptForm['definition'];

/** One line that draws the form where it stands. */
export function scriptOf(address: string): string {
  const { origin, pathname } = new URL(address);
  return `<script src="${origin}/f/form.js" data-form="${pathname.slice('/f/'.length)}" async></script>`;
}

/** Roughly as tall as what is asked, so that nothing has to be scrolled. */
export function frameOf(address: string, { title, fields, consents }: Definition): string {
  const height = 220 + fields.length * 96 + consents.length * 48;
  return `<iframe src="${address}" title="${escaped(title.fa)}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>`;
}

/** A form of plain HTML that the site may dress as it likes; it is shown once more by us before it is in. */
export function plainOf(address: string, { fields, consents, button }: Definition): string {
  const lines = [
    `<form action="${address}" method="post">`,
    ...fields.map((field) => `  ${fieldOf(field as FormField)}`),
    ...consents.map(
      ({ key, words, required }) =>
        `  <label><input type="checkbox" name="${key}" value="1"${required ? ' required' : ''}> ${escaped(words.fa)}</label>`,
    ),
    `  <button>${escaped(button.fa)}</button>`,
    '</form>',
  ];
  return lines.join('\n');
}

const TYPES: Partial<Record<FormField['kind'], string>> = {
  mobile: 'tel',
  email: 'email',
  tick: 'checkbox',
  hidden: 'hidden',
};

function fieldOf({ key, kind, label, required, choices, value }: FormField): string {
  const needs = required ? ' required' : '';
  const words = escaped(label.fa);
  if (kind === 'hidden') return `<input type="hidden" name="${key}" value="${escaped(value ?? '')}">`;
  if (kind === 'tick')
    return `<label><input type="checkbox" name="${key}" value="1"${needs}> ${words}</label>`;
  if (kind === 'long') return `<label>${words} <textarea name="${key}"${needs}></textarea></label>`;
  if (choices !== undefined) {
    const options = choices.map(
      (one) => `<option value="${escaped(one.value)}">${escaped(one.label.fa)}</option>`,
    );
    return `<label>${words} <select name="${key}"${needs}><option></option>${options.join('')}</select></label>`;
  }
  return `<label>${words} <input type="${TYPES[kind] ?? 'text'}" name="${key}"${needs}></label>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
