import { expect, test } from 'vitest';
import { readBrowser } from './browser-name.ts';

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36',
    'Chrome Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36 Edg/150.0',
    'Edge Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile/15E Safari/604.1',
    'Safari iOS',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox Linux'],
  [
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537 SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537',
    'Samsung Internet Android',
  ],
])('%s is told as its readers call it', (userAgent, name) => {
  const read = readBrowser(userAgent);
  expect(`${read?.browser} ${read?.system}`).toBe(name);
});

test.each(['', 'curl/8.0', '<script>alert(1)</script>'])('%s is nobody’s', (userAgent) => {
  expect(readBrowser(userAgent)).toBeNull();
});
