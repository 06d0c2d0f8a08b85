/** How long a text message is, as the network counts and the gateway charges it. */
export interface SmsLength {
  /** `gsm`: the seven-bit alphabet of the network. `ucs2`: anything else, Persian too. */
  readonly alphabet: 'gsm' | 'ucs2';
  /** Septets or UTF-16 units that the text takes. */
  readonly units: number;
  readonly parts: number;
  /** How many units still fit into the last part. */
  readonly left: number;
}

// 3GPP TS 23.038: the basic alphabet, and what takes an escape before it.
const GSM_BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const GSM_EXTENDED = '\f^{}\\[~]|€';
const basic = new Set(GSM_BASIC);
const extended = new Set(GSM_EXTENDED);

/** 3GPP TS 23.040: one message, and each part of a longer one, which gives some of its room to a header. */
const ROOM = { gsm: { one: 160, part: 153 }, ucs2: { one: 70, part: 67 } } as const;

/**
 * Counts a text message. A character of two units (an emoji, a brace) is never cut in two: the part before it stays one
 * unit short. An empty text is one part.
 */
export function smsLength(text: string): SmsLength {
  // By code points: what the network counts is units, and no more of it belongs together than a pair.
  const characters = Array.from(text);
  const isGsm = characters.every((one) => basic.has(one) || extended.has(one));
  const alphabet = isGsm ? 'gsm' : 'ucs2';
  const room = ROOM[alphabet];
  const widths = characters.map((one) => (isGsm ? (extended.has(one) ? 2 : 1) : one.length));
  const units = widths.reduce((sum, width) => sum + width, 0);
  if (units <= room.one) return { alphabet, units, parts: 1, left: room.one - units };
  let parts = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > room.part) {
      parts += 1;
      used = 0;
    }
    used += width;
  }
  return { alphabet, units, parts, left: room.part - used };
}
