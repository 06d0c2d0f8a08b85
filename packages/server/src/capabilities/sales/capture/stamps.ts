import { createHash, createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Instant } from '@nardeban/core/values';

/** `draw`: a form was shown. `sure`: what was written was shown once more, to be sent by whoever really means it. */
type StampKind = 'draw' | 'sure';

export interface Stamp {
  readonly kind: StampKind;
  /** Names this filling of the form for ever: whatever carries it is the same thing sent again. */
  readonly nonce: string;
  readonly at: Instant;
  /** How many zero bits a proof of work needs. */
  readonly bits: number;
  readonly text: string;
}

export interface StampOf {
  readonly business: number;
  readonly form: number;
  readonly now: Instant;
}

/** Signs that it was us who showed a form, when, and how much work is asked for. Nothing of it is kept. */
export interface Stamps {
  make(
    of: StampOf,
    asked: { readonly kind: StampKind; readonly bits: number; readonly nonce?: string },
  ): Stamp;
  /** Null: forged, of another form, from the future, or too old. */
  read(of: StampOf, text: unknown): Stamp | null;
}

const HOUR = 60 * 60_000;
/** Somebody may leave a page open overnight; nobody ponders the second page so long. */
const LIVES: Readonly<Record<StampKind, number>> = { draw: 24 * HOUR, sure: 2 * HOUR };
/** Two machines of one installation may differ by so much. */
const EARLY = 60_000;
const SHAPE = /^([ds])\.([0-9a-z]{1,11})\.([0-9]{1,2})\.([\w-]{22})\.([\w-]{22})$/;

export function makeStamps(secret: string): Stamps {
  // Made once: to make a key of its bytes costs more than to sign with it.
  const key = createSecretKey(createHmac('sha256', secret).update('nardeban forms').digest());
  const signed = (of: StampOf, body: string): string =>
    createHmac('sha256', key)
      .update(`${of.business} ${of.form} ${body}`)
      .digest()
      .subarray(0, 16)
      .toString('base64url');
  return {
    make(of, { kind, bits, nonce = randomBytes(16).toString('base64url') }) {
      const body = `${kind === 'draw' ? 'd' : 's'}.${of.now.toString(36)}.${bits}.${nonce}`;
      return { kind, nonce, at: of.now, bits, text: `${body}.${signed(of, body)}` };
    },
    read(of, text) {
      const parts = typeof text === 'string' ? SHAPE.exec(text) : null;
      if (parts === null) return null;
      const [whole, letter = '', when = '', bits = '', nonce = '', mark = ''] = parts;
      const body = whole.slice(0, -mark.length - 1);
      const right = Buffer.from(signed(of, body));
      if (!timingSafeEqual(right, Buffer.from(mark))) return null;
      const kind = letter === 'd' ? 'draw' : 'sure';
      const at = Number.parseInt(when, 36);
      if (at > of.now + EARLY || at < of.now - LIVES[kind]) return null;
      return { kind, nonce, at, bits: Number(bits), text: whole };
    },
  };
}

const LONGEST_PROOF = 20;

/** Was the work done that the stamp asked for: a number that makes the hash of both begin with so many zero bits? */
export function isProved(stamp: Stamp, proof: unknown): boolean {
  if (typeof proof !== 'string' || proof.length > LONGEST_PROOF || !/^[0-9]+$/.test(proof)) return false;
  const hash = createHash('sha256').update(`${stamp.text}.${proof}`).digest();
  let zeros = 0;
  for (const byte of hash) {
    zeros += byte === 0 ? 8 : Math.clz32(byte) - 24;
    if (byte !== 0) break;
  }
  return zeros >= stamp.bits;
}
