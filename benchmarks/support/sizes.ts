import { parseArgs } from 'node:util';

/**
 * Whole numbers given as `--name=1000` or `--name=1_000_000`, each with the size of a full run as its default. Ends the
 * program with a sentence when one is not understood.
 */
export function sizes<Name extends string>(defaults: Readonly<Record<Name, number>>): Record<Name, number> {
  const options = Object.fromEntries(
    Object.keys(defaults).map((name) => [name, { type: 'string' as const }]),
  );
  const { values } = parseArgs({ options });
  const chosen: Record<Name, number> = { ...defaults };
  for (const [name, text] of Object.entries(values)) {
    const size = Number(String(text).replaceAll('_', ''));
    if (!Number.isSafeInteger(size) || size < 1) {
      process.stderr.write(`--${name} is a whole number of at least 1, not ${String(text)}\n`);
      process.exit(2);
    }
    chosen[name as Name] = size;
  }
  return chosen;
}
