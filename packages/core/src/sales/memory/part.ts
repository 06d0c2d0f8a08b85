import type { NoteKind, Purpose } from './note.ts';

/** The parts somebody may play in what is bought. Who keeps the gate lets one through to who decides; who knows it is asked. */
export const buyingRoles = [
  'decides',
  'pays',
  'uses',
  'buys',
  'influences',
  'keeps_gate',
  'knows_it',
] as const;
export type BuyingRole = (typeof buyingRoles)[number];

/** Who plays a part; `self` is the customer themselves. */
export interface PartPlayed {
  readonly role: BuyingRole;
  readonly self: boolean;
}

/** What a seller who wants to help has to know, in the order in which one asks. */
export const QUESTIONS = ['need', 'want', 'decides', 'uses', 'budget', 'purpose'] as const;
export type OpenQuestion = (typeof QUESTIONS)[number];

/** What is not known yet of somebody, by what stands in the memory: what to ask next. */
export function openQuestions(
  kinds: ReadonlySet<NoteKind>,
  parts: readonly PartPlayed[],
): readonly OpenQuestion[] {
  const known = new Set<string>([...kinds, ...parts.map(({ role }) => role)]);
  return QUESTIONS.filter((question) => !known.has(question));
}

/**
 * `trade` sells on what it buys, `end` uses or gives it; null where nobody said. Who does both is a trade customer: that is the
 * one who asks for other prices, papers and amounts.
 */
export function customerKindOf(said: readonly Purpose[]): 'trade' | 'end' | null {
  if (said.includes('sells_on')) return 'trade';
  return said.length > 0 ? 'end' : null;
}

/** Whether who buys and who uses are not the same: what is said about the thing has to reach somebody else as well. */
export function isConsumerApart(said: readonly Purpose[], parts: readonly PartPlayed[]): boolean {
  const users = parts.filter(({ role }) => role === 'uses');
  if (users.length > 0) return users.some(({ self }) => !self);
  return said.length > 0 && !said.includes('uses');
}
