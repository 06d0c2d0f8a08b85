/** HMAC-SHA256, as the server checks it. */
const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;

/** The key of a till from the text that was told once; from now on it signs, and nobody can read it out of the browser. */
export function importKey(secret: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytesOf(secret), HMAC, false, ['sign']);
}

/** Over `<device>.<sequence>.<body>`, in base64url. */
export async function sign(
  key: CryptoKey,
  slip: { readonly device: number; readonly sequence: number; readonly body: string },
): Promise<string> {
  const told = new TextEncoder().encode(`${slip.device}.${slip.sequence}.${slip.body}`);
  const mark = new Uint8Array(await crypto.subtle.sign(HMAC, key, told));
  return btoa(String.fromCharCode(...mark))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
