import { DEFAULT_BUSINESS } from '@nardeban/core/values';
import { expect, test } from 'vitest';
import type { Business } from '../../platform/tenancy/index.ts';
import { asOfInstant } from './asof.ts';

const business: Business = {
  ...DEFAULT_BUSINESS,
  id: 1,
  slug: 'shop',
  name: 'Shop',
  kind: 'shop',
  fiscalYearStart: '01-01',
  weekend: [6],
  revision: 1,
};
const now = Date.UTC(2026, 10, 21, 9);

test.each([
  ['2025-03-20', '2025-03-20T20:29:59.999Z'],
  ['1403-12-30', '2025-03-20T20:29:59.999Z'],
  ['۱۴۰۳/۱۲/۳۰', '2025-03-20T20:29:59.999Z'],
  ['2026-11-21', '2026-11-21T09:00:00.000Z'],
])('%s means the end of that day in the business, and now today', (text, end) => {
  const read = asOfInstant(business, text, now);
  expect(read.ok && new Date(read.value).toISOString()).toBe(end);
});

test.each([
  ['1404-12-30', 'day_expected'],
  ['2025-02-30', 'day_expected'],
  ['yesterday', 'day_expected'],
  ['2026-11-22', 'day_not_come'],
])('%s is refused', (text, code) => {
  const read = asOfInstant(business, text, now);
  expect(read.ok ? null : read.refusal.code).toBe(code);
});
