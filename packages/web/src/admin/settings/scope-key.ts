import type { Scope } from '../navigation.ts';

type Joined<Text> = Text extends `${infer Thing}:${infer Deed}` ? `${Thing}_${Deed}` : never;

/** The scope as the language files name it: a colon has a meaning of its own there. */
export function scopeKey(scope: Scope): Joined<Scope> {
  return scope.replace(':', '_') as Joined<Scope>;
}
