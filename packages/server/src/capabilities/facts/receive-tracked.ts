import { createHash } from 'node:crypto';
import type { Vocabulary } from '@nardeban/core/facts';
import { type NormalIdentity, readIdentity } from '@nardeban/core/people';
import type { Refusal } from '@nardeban/core/values';
import type { Clock } from '../../platform/clock/index.ts';
import { type Database, retrying } from '../../platform/database/index.ts';
import { refusalOfIssue } from '../../platform/http/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { resolvePeople } from '../people/index.ts';
import { type FactAnswer, MOST_FACTS_RECEIVED, receiveFacts } from './receive.ts';
import { trackedEventSchema } from './tracked-event.ts';
import { tellTracked, type Told } from './tracking.ts';
import { vocabularyOf } from './vocabulary.ts';

const TRACKING_SOURCE = 'tracking';

/** What became of one event: the worst of what became of its facts. */
export interface EventAnswer {
  readonly messageId: string;
  readonly status: 'stored' | 'unchanged' | 'refused';
  readonly refusal?: Refusal;
}

interface Heard {
  readonly index: number;
  readonly told: Told;
}

/**
 * Takes in events of a tracking library, in any number a request can hold. An event sent again under its messageId
 * changes nothing; one without is known again by its content. Libraries do not read refusals: whoever calls logs them.
 */
export async function receiveTracked(
  database: Database,
  clock: Clock,
  business: Business,
  events: readonly unknown[],
): Promise<EventAnswer[]> {
  const words = await database.withBusiness(business.id, vocabularyOf);
  const answers: EventAnswer[] = [];
  const heard: Heard[] = [];
  for (const [index, raw] of events.entries()) {
    const messageId = keyOf(raw);
    const told = hear(raw, messageId, business, words, clock);
    answers.push({
      messageId,
      status: 'unchanged',
      ...('code' in told ? { status: 'refused', refusal: told } : {}),
    });
    if (!('code' in told)) heard.push({ index, told });
  }
  await meet(database, clock, business, heard, answers);
  await store(database, clock, business, heard, answers);
  return answers;
}

function hear(
  raw: unknown,
  key: string,
  business: Business,
  words: Vocabulary,
  clock: Clock,
): Told | Refusal {
  const read = trackedEventSchema.safeParse(raw);
  if (!read.success) {
    const [issue] = read.error.issues;
    return issue === undefined ? { code: 'request_unreadable' } : refusalOfIssue(issue);
  }
  const told = tellTracked(read.data, { business, words, now: clock.now(), key });
  return told.ok ? told.value : told.refusal;
}

/** People of whom an event tells nothing but who they are: `identify` without traits, `alias`. */
async function meet(
  database: Database,
  clock: Clock,
  business: Business,
  heard: readonly Heard[],
  answers: EventAnswer[],
): Promise<void> {
  const met: NormalIdentity[] = [];
  for (const { index, told } of heard) {
    if (told.facts.length > 0) continue;
    const who = readIdentity(told.who);
    const messageId = answers[index]?.messageId ?? '';
    if (!who.ok) answers[index] = { messageId, status: 'refused', refusal: who.refusal };
    else {
      answers[index] = { messageId, status: 'stored' };
      met.push(who.value);
    }
  }
  if (met.length === 0) return;
  const at = met.map(() => clock.now());
  await retrying(() => database.withBusiness(business.id, (tx) => resolvePeople(tx, business, met, at)));
}

async function store(
  database: Database,
  clock: Clock,
  business: Business,
  heard: readonly Heard[],
  answers: EventAnswer[],
): Promise<void> {
  const lines = heard.flatMap(({ index, told }) =>
    told.facts.map((fact) => ({ index, fact: { ...fact, person: told.who, source: TRACKING_SOURCE } })),
  );
  for (let from = 0; from < lines.length; from += MOST_FACTS_RECEIVED) {
    const part = lines.slice(from, from + MOST_FACTS_RECEIVED);
    const outcomes = await receiveFacts(
      database,
      clock,
      business,
      part.map(({ fact }) => fact),
    );
    for (const [place, outcome] of outcomes.entries()) {
      const index = part[place]?.index ?? -1;
      const answer = answers[index];
      if (answer !== undefined) answers[index] = worse(answer, outcome);
    }
  }
}

function worse(answer: EventAnswer, outcome: FactAnswer): EventAnswer {
  if (answer.status === 'refused') return answer;
  if (outcome.status === 'refused')
    return { messageId: answer.messageId, status: 'refused', refusal: outcome.refusal };
  return outcome.status === 'stored' ? { messageId: answer.messageId, status: 'stored' } : answer;
}

/** The event's messageId, or what its content makes of it. */
function keyOf(raw: unknown): string {
  const id = typeof raw === 'object' && raw !== null && 'messageId' in raw ? raw.messageId : undefined;
  if ((typeof id === 'string' && id !== '') || typeof id === 'number') return String(id);
  return createHash('sha256')
    .update(JSON.stringify(raw ?? null))
    .digest('base64url');
}
