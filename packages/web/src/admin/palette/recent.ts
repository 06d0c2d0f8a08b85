const REMEMBERED = 'nardeban.recent';
const MOST = 8;

/** Something that was chosen in the palette lately. A person keeps the name they had then. */
export interface Recent {
  readonly kind: 'person' | 'page' | 'action';
  readonly id: string;
  readonly label: string;
}

/** What was chosen lately in one business, newest first. It stays in this browser and goes with signing out. */
export function recentOf(business: string): readonly Recent[] {
  return all()[business] ?? [];
}

export function rememberRecent(business: string, chosen: Recent): void {
  const others = recentOf(business).filter((one) => one.kind !== chosen.kind || one.id !== chosen.id);
  try {
    const kept = { ...all(), [business]: [chosen, ...others].slice(0, MOST) };
    localStorage.setItem(REMEMBERED, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing finds everything again by searching.
  }
}

export function forgetRecent(): void {
  try {
    localStorage.removeItem(REMEMBERED);
  } catch {
    // As above.
  }
}

function all(): Readonly<Record<string, readonly Recent[]>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(REMEMBERED) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, readonly Recent[]>) : {};
  } catch {
    return {};
  }
}
