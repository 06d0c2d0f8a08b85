import type { components, operations } from '../../api/generated.ts';

/** What the till's routes take and answer, by the names this room uses. Amounts are minor units, instants milliseconds. */

type Schemas = components['schemas'];
type Json<Part> = Part extends { content: { 'application/json': infer Body } } ? Body : never;

export type TillQuote = Schemas['TillQuote'];
export type Priced = TillQuote['priced'];
export type Decision = Priced['decisions'][number];
export type Reason = Decision['reasons'][number];
export type TillOrder = Schemas['TillOrder'];
export type TillReturned = Schemas['TillReturned'];
export type CardsSold = Schemas['CardsSold'];
export type CardTold = Schemas['CardRecoded'];
export type Hint = Schemas['TillHint'];
export type ProofAsked = Schemas['TillProofAsked'];
export type QuoteBody = Json<operations['makeQuote']['requestBody']>;
export type CommitBody = Json<operations['commitQuote']['requestBody']>;
export type Found = Json<operations['findAtTill']['responses'][200]>;
export type PersonAtTill = Found['people'][number];
export type Balance = PersonAtTill['balances'][number];
export type Club = Json<operations['clubAtTill']['responses'][200]>;
