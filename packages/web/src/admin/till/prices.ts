/**
 * What a product was last sold for at this device, so that its code alone rings it up again. The shop's own cash register knows
 * better; where there is none, nobody types a price twice.
 */

const PREFIX = 'nardeban.prices:';
const MOST = 2_000;

export function knownPrice(business: string, item: string): number | null {
  return read(business).get(item) ?? null;
}

export function rememberPrice(business: string, item: string, unitPrice: number): void {
  const prices = read(business);
  if (prices.get(item) === unitPrice) return;
  // Taken out first, so that what was sold last goes last.
  prices.delete(item);
  prices.set(item, unitPrice);
  try {
    localStorage.setItem(PREFIX + business, JSON.stringify([...prices].slice(-MOST)));
  } catch {
    // A device that keeps nothing asks for the price each time.
  }
}

function read(business: string): Map<string, number> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + business) ?? '[]');
    if (!Array.isArray(kept)) return new Map();
    return new Map(
      kept.filter(
        (one): one is [string, number] =>
          Array.isArray(one) && typeof one[0] === 'string' && Number.isSafeInteger(one[1]),
      ),
    );
  } catch {
    return new Map();
  }
}
