import type { Session } from '../api/answers.ts';

/** The offline page looks here as well, to know whether this device is a till. */
const NAME = 'nardeban.till';

/** How long a till waits to hear who is signed in before it goes by what it knows. */
const WORTH_WAITING_MS = 3_000;

/**
 * Who was signed in last on a device that is a till, so that its page opens again without network. Nothing is let in by
 * it: whatever is asked of the server asks for the real session. Signing out forgets it.
 */
export const keptSession = {
  read(business: string | undefined): Session | null {
    try {
      const kept = JSON.parse(localStorage.getItem(NAME) ?? 'null') as Session | null;
      return kept !== null && (business ?? kept.business.slug) === kept.business.slug ? kept : null;
    } catch {
      return null;
    }
  },
  keep(session: Session): void {
    try {
      localStorage.setItem(NAME, JSON.stringify(session));
    } catch {
      // Full or forbidden: without network this page will not open again.
    }
  },
  forget(): void {
    try {
      localStorage.removeItem(NAME);
    } catch {
      // What keeps nothing has nothing to forget.
    }
  },
};

/** What is answered, or `otherwise` when it takes too long. */
export function soonOr<Answer>(asked: Promise<Answer>, otherwise: () => Answer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(otherwise()), WORTH_WAITING_MS);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
