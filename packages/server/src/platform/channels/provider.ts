/** One text message on its way to a mobile. */
export interface TextMessage {
  /** E.164. */
  readonly to: string;
  readonly text: string;
  /** An approved pattern of the gateway, with what goes into its places; a gateway without patterns sends the text. */
  readonly pattern?: { readonly name: string; readonly values: readonly string[] };
  /** Our number of the message, under which the gateway is asked about it when no answer was heard. */
  readonly localId: number;
}

/**
 * What came of handing a message over. `unknown`: no answer was heard, so that it may or may not have been sent. It is
 * never sent a second time; its status is asked for.
 */
export type Handed =
  | { readonly state: 'accepted'; readonly reference: string | null; readonly cost: number | null }
  | { readonly state: 'refused'; readonly reason: RefusedBecause }
  | { readonly state: 'unknown'; readonly reason: string };

/** Why a gateway would not take a message, in our words. */
export type RefusedBecause = 'account' | 'credit' | 'line' | 'recipient' | 'text' | 'pattern' | 'other';

/** What a gateway says later of a message it may have taken. `accepted`: still on its way. `lost`: it never had it. */
export interface Delivery {
  readonly localId: number;
  readonly state: 'accepted' | 'delivered' | 'undelivered' | 'blocked' | 'lost';
  readonly reference: string | null;
}

export interface AskedAbout {
  readonly localId: number;
  /** Null: no answer was heard when it was handed over. */
  readonly reference: string | null;
}

/** A way of sending text messages. Nothing here throws for what a gateway does: every outcome is a value. */
export interface SmsProvider {
  readonly name: 'recording' | 'kavenegar';
  /** The most messages of one question about their status. */
  readonly mostAsked: number;
  send(business: number, message: TextMessage): Promise<Handed>;
  /** What it knows of these; what it says nothing of is asked again later. */
  statusOf(business: number, messages: readonly AskedAbout[]): Promise<readonly Delivery[]>;
}
