import { describe, expect, test } from 'vitest';
import { codeOf, match, type Pressed } from './matching.ts';
import type { Shortcut } from './shortcuts.ts';

const key = (code: string, written: string, held: Partial<Pressed> = {}): Pressed => ({
  code,
  key: written,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...held,
});
const named = (label: string, shortcut: Partial<Shortcut> & { code: string }): Shortcut => ({
  label,
  run: () => undefined,
  ...shortcut,
});
const offered = [
  named('palette', { code: 'KeyK', withCommand: true }),
  named('search', { code: 'Slash' }),
  named('sheet', { code: 'Slash', shift: true }),
  named('ladder', { code: 'KeyL', afterG: true }),
  named('list', { code: 'KeyL' }),
];
const free = { typing: false, afterG: false, lettersWork: true };
const found = (pressed: Pressed, state = free) => match(pressed, offered, state).shortcut?.label;

describe('a key means the same under a Persian and a Latin keyboard', () => {
  test.each([
    ['KeyK', 'k', 'ن'],
    ['KeyL', 'l', 'م'],
    ['Slash', '/', '/'],
  ])('%s', (code, latin, persian) => {
    expect(codeOf({ code, key: latin })).toBe(code);
    expect(codeOf({ code, key: persian })).toBe(code);
  });

  test('a letter that another Latin layout keeps elsewhere is that letter', () => {
    // K stands on the key V of a US keyboard under Dvorak.
    expect(codeOf({ code: 'KeyV', key: 'k' })).toBe('KeyK');
  });

  test('the question mark of either language opens the sheet', () => {
    expect(found(key('Slash', '؟', { shiftKey: true }))).toBe('sheet');
    expect(found(key('Slash', '?', { shiftKey: true }))).toBe('sheet');
  });
});

describe('what is typed into a field stays text', () => {
  const typing = { ...free, typing: true };
  test('letters and signs do nothing, Ctrl-K still opens the palette', () => {
    expect(found(key('KeyL', 'l'), typing)).toBeUndefined();
    expect(found(key('Slash', '/'), typing)).toBeUndefined();
    expect(match(key('KeyG', 'g'), offered, typing).waits).toBe(false);
    expect(found(key('KeyK', 'k', { ctrlKey: true }), typing)).toBe('palette');
    expect(found(key('KeyK', 'ن', { metaKey: true }), typing)).toBe('palette');
  });

  test('AltGr and a composition are writing, not commands', () => {
    expect(found(key('KeyK', 'k', { ctrlKey: true, altKey: true }))).toBeUndefined();
    expect(found(key('KeyL', 'l', { isComposing: true }))).toBeUndefined();
  });

  test('single letters can be switched off; what has Ctrl stays', () => {
    const off = { ...free, lettersWork: false };
    expect(found(key('KeyL', 'l'), off)).toBeUndefined();
    expect(found(key('KeyK', 'k', { ctrlKey: true }), off)).toBe('palette');
  });
});

test('g waits for its second key, which then means another thing than alone', () => {
  expect(match(key('KeyG', 'g'), offered, free)).toEqual({ shortcut: undefined, waits: true });
  expect(found(key('KeyL', 'l'))).toBe('list');
  expect(found(key('KeyL', 'م'), { ...free, afterG: true })).toBe('ladder');
});

test('the browser keeps its own: Ctrl-L and Ctrl-/ are not ours', () => {
  expect(found(key('KeyL', 'l', { ctrlKey: true }))).toBeUndefined();
  expect(found(key('Slash', '/', { ctrlKey: true }))).toBeUndefined();
});

test('what a view offered last wins', () => {
  const own = named('own', { code: 'KeyL' });
  expect(match(key('KeyL', 'l'), [...offered, own], free).shortcut).toBe(own);
});
