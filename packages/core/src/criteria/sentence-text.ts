/** A number with its thousands separated, in ASCII: at most four decimal places, none that says nothing. */
export function grouped(value: number): string {
  const [whole = '', fraction] = plain(value).split('.');
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

function plain(value: number): string {
  // Beyond 2^53 decimal places mean nothing, and toFixed would turn to exponents at 1e21.
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return String(value);
  return value
    .toFixed(4)
    .replace(/\.?0+$/, '')
    .replace(/^-0$/, '0');
}

/** `a, b or c`. */
export function listed(items: readonly string[], comma: string, last: string): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(comma)}${last}${items.at(-1) ?? ''}`;
}

/** Words with one space between them; a part that is empty leaves no gap. */
export function spaced(...words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}
