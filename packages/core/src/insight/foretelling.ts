/**
 * The door for the thread that foretells: it needs nothing else of insight, and to read the rest of it takes a thread
 * longer than to foretell a hundred thousand people.
 */
export { type BuyersAsked, foretellBuyers } from './scores/foretelling.ts';
