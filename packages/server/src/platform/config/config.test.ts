import { isAbsolute, join } from 'node:path';
import { expect, test } from 'vitest';
import { Refused } from '../refused.ts';
import { checkoutFolder, readConfig } from './config.ts';

test('with nothing set there is a data folder in the checkout, this machine alone, and the usual port', () => {
  expect(readConfig({})).toMatchObject({
    dataFolder: join(checkoutFolder, '.nardeban'),
    databaseUrl: undefined,
    host: '127.0.0.1',
    port: undefined,
    logLevel: 'info',
  });
});

test('an empty variable is one that is not set, and a relative folder is made absolute', () => {
  const config = readConfig({ DATABASE_URL: '', PORT: '', NARDEBAN_DATA: 'here' });
  expect(config).toMatchObject({ databaseUrl: undefined, port: undefined });
  expect(isAbsolute(config.dataFolder)).toBe(true);
});

test('a variable that is not right is named in the refusal, and its value is not repeated', () => {
  const wrong = {
    DATABASE_URL: 'mysql://root:s3cret@host/db',
    DATABASE_APP_URL: 's3cret',
    PORT: '70000',
    PUBLIC_URL: 's3cret',
    SESSION_SECRET: 's3cret',
    LOG_LEVEL: 'loud',
  };
  for (const [variable, value] of Object.entries(wrong)) {
    let refused: unknown;
    try {
      readConfig({ [variable]: value });
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(Refused);
    expect(refused).toMatchObject({
      refusal: { code: 'environment_invalid', field: variable, detail: { variable } },
    });
    expect(JSON.stringify(refused)).not.toContain('s3cret');
  }
});

test('text messages are not sent unless the environment says how, and are recorded only where somebody develops', () => {
  expect(readConfig({})).toMatchObject({ sms: { provider: 'none' }, development: false });
  expect(readConfig({ NARDEBAN_MODE: 'development' })).toMatchObject({
    sms: { provider: 'recording' },
    development: true,
  });
  expect(() => readConfig({ NARDEBAN_SMS_PROVIDER: 'recording' })).toThrow(Refused);
});

test('a gateway needs its key, and TLS on the way there', () => {
  const gateway = { NARDEBAN_SMS_PROVIDER: 'kavenegar', NARDEBAN_SMS_KEY: '4B6F6C6F7268756D' };
  expect(readConfig(gateway).sms).toEqual({
    provider: 'kavenegar',
    url: 'https://api.kavenegar.com',
    key: '4B6F6C6F7268756D',
    sender: undefined,
    codePattern: undefined,
  });
  expect(() => readConfig({ ...gateway, NARDEBAN_SMS_KEY: '' })).toThrow(Refused);
  expect(() => readConfig({ ...gateway, NARDEBAN_SMS_URL: 'http://gateway.example' })).toThrow(Refused);
});

test('e-mail is taken in where a port and a domain say so, and a certificate needs its key', () => {
  expect(readConfig({}).mail).toBeUndefined();
  const mail = { NARDEBAN_MAIL_PORT: '2525', NARDEBAN_MAIL_DOMAIN: 'leads.shop.example' };
  expect(readConfig(mail).mail).toEqual({
    host: '127.0.0.1',
    port: 2525,
    domain: 'leads.shop.example',
    certificate: undefined,
  });
  const files = { NARDEBAN_MAIL_CERT: '/a.pem', NARDEBAN_MAIL_KEY: '/b.pem' };
  expect(readConfig({ ...mail, ...files }).mail?.certificate).toEqual({ cert: '/a.pem', key: '/b.pem' });
  for (const wrong of [
    { NARDEBAN_MAIL_PORT: '25' },
    { ...mail, NARDEBAN_MAIL_DOMAIN: 'no domain' },
    { ...mail, NARDEBAN_MAIL_CERT: '/a.pem' },
  ])
    expect(() => readConfig(wrong)).toThrow(Refused);
});
