import type { Vocabulary } from '@nardeban/core/facts';
import { accept, refuse, type Result } from '@nardeban/core/values';

/** What is told beside facts: that somebody stands on another rung or in another type, or came into a segment or left it. */
export const MOVED = 'person.moved';
export const SEGMENT_CHANGED = 'person.segment_changed';
/** Sent when somebody asks for it, whatever the hook listens to. */
export const TEST = 'webhook.test';

const EVERYTHING = '*';

function familyOf(event: string): string {
  return event.slice(0, event.indexOf('.'));
}

/**
 * Checks what a hook is to listen to: types of events, families (`order.*`), or everything (`*`); each once, in order.
 * Refusals: `hook_events_missing`, `hook_event_unknown`.
 */
export function checkEvents(asked: readonly string[], words: Vocabulary): Result<readonly string[]> {
  if (asked.length === 0) return refuse('hook_events_missing', 'events');
  const types = new Set([...Object.keys(words), MOVED, SEGMENT_CHANGED]);
  const families = new Set([...[...types].map(familyOf), 'custom']);
  for (const event of asked) {
    const known =
      event === EVERYTHING || types.has(event) || (event.endsWith('.*') && families.has(event.slice(0, -2)));
    if (!known) return refuse('hook_event_unknown', 'events', { event: event.slice(0, 80) });
  }
  if (asked.includes(EVERYTHING)) return accept([EVERYTHING]);
  // A type that stands beside its family says nothing more.
  const chosen = asked.filter((event) => event.endsWith('.*') || !asked.includes(`${familyOf(event)}.*`));
  return accept([...new Set(chosen)].sort());
}

export function listens(events: readonly string[], event: string): boolean {
  return events.includes(EVERYTHING) || events.includes(event) || events.includes(`${familyOf(event)}.*`);
}

/** Which facts any of these listens to. */
export function factsWanted(
  all: readonly (readonly string[])[],
): { readonly types: readonly string[]; readonly families: readonly string[] } | 'all' {
  const events = new Set(all.flat());
  if (events.has(EVERYTHING)) return 'all';
  const list = [...events];
  return {
    types: list.filter((event) => !event.endsWith('.*')),
    families: list.filter((event) => event.endsWith('.*')).map((event) => event.slice(0, -2)),
  };
}
