import { readFileSync } from 'node:fs';
import { createInstance, type TFunction } from 'i18next';
import { describe, expect, test } from 'vitest';
import en from '../../language/en/index.ts';
import fa from '../../language/fa/index.ts';
import { isDeedCode } from './deed-codes.ts';
import { sayDeed } from './deed-sentence.ts';
import { scopeKey, SCOPES } from './scope-key.ts';

const contract = JSON.parse(
  readFileSync(new URL('../../../../../contract/openapi.json', import.meta.url), 'utf8'),
) as { components: { schemas: { Session: { properties: { scopes: { items: { enum: string[] } } } } } } };

test('every scope of the contract has its sentence in both languages, and no other has one', () => {
  const told = contract.components.schemas.Session.properties.scopes.items.enum;
  expect(told.length).toBeGreaterThan(10);
  expect([...SCOPES].sort()).toEqual([...told].sort());
  for (const { settings } of [fa, en]) {
    expect(Object.keys(settings.scopes).sort()).toEqual(SCOPES.map(scopeKey).sort());
    for (const sentence of Object.values(settings.scopes)) expect(sentence).not.toMatch(/:/);
  }
});

describe('the deed of making a key', () => {
  const said = async (language: 'fa' | 'en'): Promise<TFunction> => {
    const words = createInstance();
    await words.init({ lng: language, resources: { [language]: { translation: { fa, en }[language] } } });
    return words.t;
  };
  const deed = (scopes: string) => ({
    id: 1,
    at: 0,
    by: { kind: 'staff' as const, name: 'x' },
    deed: 'key.made',
    about: { kind: 'key', id: '1' },
    detail: { name: 'till', scopes },
  });

  test('names what the key allows in words; what a newer server knows stands for itself', async () => {
    const inPersian = sayDeed(deed('facts:write people:read'), await said('fa'), isDeedCode);
    expect(inPersian).toContain('ثبت رویداد و خرید، دیدن افراد و پیشینهٔ آنان');
    expect(inPersian).not.toContain('facts:write');
    const inEnglish = sayDeed(deed('facts:write, moon:fly'), await said('en'), isDeedCode);
    expect(inEnglish).toContain('Record facts and orders, \u2068moon:fly\u2069');
  });
});
