import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { newSecret, sign, signatureHeaders } from './signature.ts';

// The example in the documentation of Svix, from which Standard Webhooks was made; its libraries test against it.
const published = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  signed: {
    token: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    seconds: 1_614_265_330,
    body: '{"test": 2432232314}',
  },
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};

test('signs as the published example is signed', () => {
  expect(sign(published.secret, published.signed)).toBe(published.signature);
});

test('signs the bytes of the body, whatever the script', () => {
  const signed = { token: 'msg_1', seconds: 1, body: '{"name":"مریم 🌸"}' };
  const key = Buffer.from(published.secret.slice('whsec_'.length), 'base64');
  const bytes = Buffer.concat([Buffer.from('msg_1.1.'), Buffer.from(signed.body, 'utf8')]);
  expect(sign(published.secret, signed)).toBe(
    `v1,${createHmac('sha256', key).update(bytes).digest('base64')}`,
  );
});

test('a new secret is long enough, never the same, and in the form libraries take', () => {
  const secrets = Array.from({ length: 100 }, newSecret);
  expect(new Set(secrets).size).toBe(100);
  for (const secret of secrets) {
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]+=*$/);
    const bytes = Buffer.from(secret.slice('whsec_'.length), 'base64').length;
    expect(bytes).toBeGreaterThanOrEqual(24);
    expect(bytes).toBeLessThanOrEqual(64);
  }
});

test('while a secret is changed there is a signature by each', () => {
  const other = newSecret();
  const headers = signatureHeaders([published.secret, other], published.signed);
  expect(headers['webhook-id']).toBe(published.signed.token);
  expect(headers['webhook-timestamp']).toBe('1614265330');
  expect(headers['webhook-signature']?.split(' ')).toEqual([
    sign(published.secret, published.signed),
    sign(other, published.signed),
  ]);
});
