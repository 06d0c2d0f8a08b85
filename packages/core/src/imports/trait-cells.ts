import { checkTrait, type DeclaredTraits, traitDeclared } from '../facts/index.ts';
import {
  accept,
  isoDay,
  looseKey,
  type Moment,
  readMoney,
  readNumber,
  refuse,
  type Result,
} from '../values/index.ts';
import type { Mapping } from './mapping.ts';

const YES = ['yes', 'y', 'true', '1', 'بله', 'بلی', 'اری', 'دارد', 'هست', 'است'].map(looseKey);
const NO = ['no', 'n', 'false', '0', 'خیر', 'نه', 'ندارد', 'نیست'].map(looseKey);

/**
 * Reads the cells of a trait as it was declared, in the one spelling that `traitValue` reads back: «۴۲» as `42`, «بله» as
 * `true`, a Jalali date as its day, a choice in the list's own spelling. What is not declared stays as it is written.
 * Refusals: those of checkTrait and of the values' own readers.
 */
export function traitCellReader(
  trait: string,
  declared: DeclaredTraits,
  mapping: Pick<Mapping, 'currency' | 'unit' | 'grouping'>,
  moments: (text: string) => Result<Moment>,
): (text: string) => Result<string> {
  const declaration = traitDeclared(trait, declared);
  if (declaration === undefined) {
    const taken = checkTrait(trait, '', declared);
    return (text) => (taken.ok ? accept(text) : taken);
  }
  const written = mapping.grouping === null ? {} : { grouping: mapping.grouping };
  const choices = new Map((declaration.choices ?? []).map((choice) => [looseKey(choice), choice]));
  const said = (value: Result<string | number | boolean>): Result<string> =>
    value.ok ? accept(String(value.value)) : value;
  return (text) => {
    switch (declaration.kind) {
      case 'number':
        return said(readNumber(text, written));
      case 'money':
        return said(readMoney(text, { currency: mapping.currency, unit: mapping.unit, ...written }));
      case 'day': {
        const day = moments(text);
        return day.ok ? accept(isoDay(day.value.day)) : day;
      }
      case 'flag': {
        const key = looseKey(text);
        if (YES.includes(key)) return accept('true');
        return NO.includes(key) ? accept('false') : refuse('flag_expected', undefined, { field: trait });
      }
      case 'text': {
        const value = choices.get(looseKey(text)) ?? text;
        const checked = checkTrait(trait, value, declared);
        return checked.ok ? accept(value) : checked;
      }
    }
  };
}

/** The value that a staged text stands for, by what the trait was declared to be. */
export function traitValue(trait: string, text: string, declared: DeclaredTraits): string | number | boolean {
  const kind = traitDeclared(trait, declared)?.kind;
  if (kind === 'flag') return text === 'true';
  return kind === 'number' || kind === 'money' ? Number(text) : text;
}
