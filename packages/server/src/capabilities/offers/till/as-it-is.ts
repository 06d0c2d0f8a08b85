/** Values as JSON that was written or read before: a price is long, and goes to the table and to the till. */
const written = new WeakMap<object, string>();

/** A value as JSON, which is written once and remembered as long as the value is there. */
export function jsonOf(value: object): string {
  let text = written.get(value);
  if (text === undefined) {
    text = JSON.stringify(value);
    written.set(value, text);
  }
  return text;
}

/** What the JSON of an object says, with its text remembered. */
export function valueOf(text: string): object {
  const value = JSON.parse(text) as object;
  written.set(value, text);
  return value;
}

/**
 * Writes an answer of the till: made of what types have checked, it need not be read over again, which takes as long as to
 * price it. Of what it holds, a value whose JSON is known is not written again.
 */
export const asItIs = () => (answer: unknown) => {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return JSON.stringify(answer);
  let text = '';
  for (const [name, value] of Object.entries(answer as Record<string, unknown>)) {
    const known = typeof value === 'object' && value !== null ? written.get(value) : undefined;
    const part = known ?? JSON.stringify(value);
    if (part !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${part}`;
  }
  return `{${text}}`;
};
