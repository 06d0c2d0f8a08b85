import type { Scope } from '../navigation.ts';

type Joined<Text> = Text extends `${infer Thing}:${infer Deed}` ? `${Thing}_${Deed}` : never;

/** The scope as the language files name it: a colon has a meaning of its own there. */
export function scopeKey(scope: Scope): Joined<Scope> {
  return scope.replace(':', '_') as Joined<Scope>;
}

/** Every scope the contract knows; the type is that of the contract, so a new one is missed here by the compiler. */
const ALL: Readonly<Record<Scope, true>> = {
  'facts:write': true,
  'people:read': true,
  'people:write': true,
  'people:export': true,
  'ladder:read': true,
  'ladder:write': true,
  'imports:read': true,
  'imports:write': true,
  'settings:write': true,
  'staff:write': true,
  'keys:write': true,
  'hooks:write': true,
  'insight:read': true,
  'insight:write': true,
  'club:read': true,
  'club:write': true,
  'till:write': true,
  'sales:read': true,
  'sales:write': true,
  'sales:manage': true,
  'audit:read': true,
  'metrics:read': true,
};

export const SCOPES = Object.keys(ALL) as readonly Scope[];

export function isScope(text: string): text is Scope {
  return Object.hasOwn(ALL, text);
}
