import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** What the keyboard can be led to without a telephone opening its keys. */
const REACHED =
  'a[href], button:not(:disabled), summary, input[type=checkbox]:not(:disabled), [tabindex="0"]';
const HEADINGS = 'h1, h2, h3, h4';
/** So many places are remembered: a button, the menu it opened, the dialog that came of it. */
const KEPT = 8;

/**
 * The keyboard never falls out of the page. What is focused may be taken away by its own deed, or be given back its
 * focus by a dialog when it is gone: then the next one of its kind beside it takes it over, else the heading above, else
 * whatever was focused before. A button that was out of use for a moment gets it back. And a page that is gone to is begun at its
 * name, unless it puts the focus somewhere itself.
 */
export function useKeptFocus(): void {
  const router = useRouter();
  useEffect(() => {
    let trail: HTMLElement[] = [];
    let placed: HTMLElement | null = null;
    const place = (on: HTMLElement) => {
      placed = on;
      if (on.tabIndex < 0) on.tabIndex = -1;
      on.focus({ preventScroll: true });
    };
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement)
        trail = [...trail.filter((one) => one !== target), target].slice(-KEPT);
    };
    const onChange = (records: readonly MutationRecord[]) => {
      const last = trail.at(-1);
      const isLost =
        last?.isConnected === false ||
        records.some(({ type, target }) => type === 'attributes' && target === last);
      if (trail.some((one) => !one.isConnected))
        trail = trail.flatMap((one) => (one.isConnected ? one : (besides(one, records) ?? [])));
      if (!isLost || document.activeElement !== document.body) return;
      const next = trail.findLast((one) => !one.matches(':disabled') && one.checkVisibility());
      if (next !== undefined) place(next);
    };
    document.addEventListener('focusin', onFocus);
    const changes = new MutationObserver(onChange);
    changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    const stop = router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
      const main = document.getElementById('content');
      const active = document.activeElement;
      if (main === null || !pathChanged || fromLocation === undefined) return;
      const name = main.querySelector('h1') ?? main;
      // A dialog that led here goes by itself, and the page is what it leaves behind.
      if (active?.closest('[role=dialog]') != null) trail.splice(-1, 0, name);
      else if (active === placed || active === main || !main.contains(active)) place(name);
    });
    return () => {
      document.removeEventListener('focusin', onFocus);
      changes.disconnect();
      stop();
    };
  }, [router]);
}

/** What stands where something was taken away: the next of its kind, the one before, or the heading above it. */
function besides(gone: HTMLElement, records: readonly MutationRecord[]): HTMLElement | undefined {
  const record = records.find(
    ({ target, removedNodes }) => target.isConnected && [...removedNodes].some((node) => node.contains(gone)),
  );
  const around = record?.target;
  // What lay over the page has gone as a whole: who opened it is remembered for itself.
  if (record === undefined || !(around instanceof HTMLElement) || around === document.body) return undefined;
  const before = record.previousSibling?.isConnected === true ? record.previousSibling : null;
  const after = before === null ? around.firstChild : before.nextSibling;
  const beside = gone.matches(HEADINGS)
    ? []
    : [...lineOf(after, 'nextSibling'), ...lineOf(before, 'previousSibling')];
  for (const node of beside) {
    const found = reachedIn(node, gone);
    if (found !== undefined) return found;
  }
  for (let up: HTMLElement | null = around; up !== null; up = up.parentElement) {
    const heading = up.querySelector<HTMLElement>(HEADINGS);
    if (heading !== null) return heading;
  }
  return undefined;
}

function* lineOf(from: Node | null, step: 'nextSibling' | 'previousSibling'): Generator<Node> {
  for (let node = from; node !== null; node = node[step]) yield node;
}

function reachedIn(node: Node, gone: HTMLElement): HTMLElement | undefined {
  if (!(node instanceof HTMLElement)) return undefined;
  if (node.matches(REACHED)) return node;
  const all = [...node.querySelectorAll<HTMLElement>(REACHED)];
  return all.find(({ tagName }) => tagName === gone.tagName) ?? all[0];
}
