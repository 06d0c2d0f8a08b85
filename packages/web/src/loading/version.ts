/** What the server says of the page that is open: still the same, another one was deployed, or no answer at all. */
type Standing = 'same' | 'replaced' | 'unreachable';

/** Thrown where a part of the page is gone because another version was deployed: only a reload helps. */
export class Replaced extends Error {
  constructor() {
    super('Another version of the page has been deployed.');
  }
}

const TIMEOUT_MS = 5_000;

/** The script this page was started with: its name holds its content's hash, so another build has another. */
function ownScript(): string | null {
  const script = document.querySelector<HTMLScriptElement>('script[type=module][src]');
  return script === null ? null : new URL(script.src).pathname;
}

export async function askStanding(): Promise<Standing> {
  const own = ownScript();
  try {
    const answer = await fetch('/', {
      cache: 'no-store',
      headers: { accept: 'text/html' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!answer.ok) return 'unreachable';
    return own === null || (await answer.text()).includes(own) ? 'same' : 'replaced';
  } catch {
    return 'unreachable';
  }
}
