import { expect, test } from 'vitest';
import en from '../language/en/index.ts';
import fa from '../language/fa/index.ts';
import { navigation, navigationFor, presentEntry } from './navigation.ts';

const at = (path: string) => presentEntry(navigation, path)?.id;

test('no two pages have one name, one address or one shortcut', () => {
  for (const named of ['id', 'path', 'goCode'] as const) {
    const all = navigation.map((entry) => entry[named]).filter((one) => one !== undefined);
    expect(all).toEqual([...new Set(all)]);
  }
});

test('the bar of a telephone has room for what wants to stand in it', () => {
  expect(navigation.filter((entry) => entry.onPhone === true).length).toBeLessThanOrEqual(4);
});

test('every page has its name in both languages', () => {
  const said = (sentences: object, key: string): unknown =>
    key
      .split('.')
      .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], sentences);
  for (const { label, alsoCalled = label } of navigation) {
    for (const key of [label, alsoCalled]) {
      expect([key, typeof said(fa, key), typeof said(en, key)]).toEqual([key, 'string', 'string']);
    }
  }
});

test('the present page is the one whose address reaches deepest', () => {
  expect(at('/')).toBe('ladder');
  expect(at('/ladders/loyalty/rungs/lead')).toBe('ladder');
  expect(at('/people')).toBe('people');
  expect(at('/people/17')).toBe('people');
  expect(at('/sales/qualification')).toBe('salesLeads');
  expect(at('/peoples')).toBeUndefined();
});

test('nobody is shown what they may not open', () => {
  const scopes = ['people:read'] as const;
  const business = {
    slug: 'a',
    name: 'a',
    currency: 'IRR',
    unit: 'rial',
    calendar: 'jalali',
    zone: 'Asia/Tehran',
  };
  const session = { scopes, business, businesses: [], user: null, role: null } as unknown as Parameters<
    typeof navigationFor
  >[0];
  expect(navigationFor(session).every((entry) => entry.scope === 'people:read')).toBe(true);
});
