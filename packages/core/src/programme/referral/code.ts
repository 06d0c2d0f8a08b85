/**
 * Signs of chance in a referral code, which is drawn and read like every code (codes/): with its check signs twelve, three
 * groups of four. 45 bits: whoever tries a thousand a second at a club of a million meets one in half a day, and has then
 * named a stranger as who brought them.
 */
export const REFERRAL_PAYLOAD = 10;
