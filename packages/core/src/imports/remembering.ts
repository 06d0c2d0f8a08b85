/** How many different texts are remembered: dates, prices and names of one file repeat, but a file may be endless. */
const MOST_REMEMBERED = 20_000;

/** A reading that is done once for each different text. The reading must depend on the text alone. */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = read(text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, answer);
    return answer;
  };
}
