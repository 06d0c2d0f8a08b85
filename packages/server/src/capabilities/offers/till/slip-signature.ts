import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a till signs of an order it could not send: which till, its how-manieth, and the order as text. */
export interface SignedSlip {
  readonly device: number;
  readonly sequence: number;
  /** The text that is signed, byte for byte. */
  readonly body: string;
}

/** HMAC-SHA256 over `<device>.<sequence>.<body>` with the key of the till, in base64url. */
export function signSlip(secret: Buffer, { device, sequence, body }: SignedSlip): string {
  return createHmac('sha256', secret).update(`${device}.${sequence}.${body}`).digest('base64url');
}

/** Takes as long whether it is right or not. */
export function isSignedBy(secret: Buffer, slip: SignedSlip, signature: string): boolean {
  const right = Buffer.from(signSlip(secret, slip), 'base64url');
  const told = Buffer.from(signature, 'base64url');
  return told.length === right.length && timingSafeEqual(told, right);
}
