import type { ParseKeys } from 'i18next';
import { type ReactNode, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LadderListed } from '../../../api/answers.ts';
import type { PersonRow } from '../../../api/people-list-queries.ts';
import { showPhone } from '../../../language/phones.ts';
import type { Speech } from '../../../language/speech.ts';
import { useTraitWords } from '../traits.ts';
import styles from './List.module.css';

const PLAIN = [
  'kind',
  'mobile',
  'email',
  'external',
  'known',
  'tags',
  'lastOrder',
  'orders',
  'spent',
] as const;
type Plain = (typeof PLAIN)[number];

/** The columns there are to choose from: the plain ones, two of each ladder, one of each trait. */
export function columnsThereAre(ladders: readonly LadderListed[], traits: readonly string[]): string[] {
  return [
    ...PLAIN,
    ...ladders.flatMap(({ key }) => [`place:${key}`, `since:${key}`]),
    ...traits.map((trait) => `trait:${trait}`),
  ];
}

function parts(column: string): [start: string, rest: string] {
  const colon = column.indexOf(':');
  return colon === -1 ? [column, ''] : [column.slice(0, colon), column.slice(colon + 1)];
}

/** What a column is called. */
export function useColumnNames(ladders: readonly LadderListed[], speech: Speech): (column: string) => string {
  const { t } = useTranslation();
  const traits = useTraitWords();
  return useCallback(
    (column) => {
      const [start, rest] = parts(column);
      if (start === 'trait') return traits.nameOf(rest);
      if (start === 'place' || start === 'since') {
        const ladder = ladders.find(({ key }) => key === rest);
        const name = ladder === undefined ? rest : speech.words(ladder.name);
        return start === 'place' ? name : t('peopleList.sinceOn', { ladder: name });
      }
      return t(`peopleList.column.${column as Plain}` satisfies ParseKeys);
    },
    [ladders, speech, t, traits],
  );
}

/** What a cell shows; its direction is its column's. */
export function useCell(
  ladders: readonly LadderListed[],
  speech: Speech,
): (person: PersonRow, column: string) => ReactNode {
  const { t } = useTranslation();
  const traits = useTraitWords();
  const namesOf = useMemo(
    () =>
      new Map(
        ladders.flatMap(({ key, places }) =>
          places.map((place) => [`${key} ${place.key}`, speech.words(place.name)] as const),
        ),
      ),
    [ladders, speech],
  );
  return useCallback(
    (person, column) => {
      const [start, rest] = parts(column);
      switch (start) {
        case 'mobile':
          return person.mobile === null ? null : showPhone(person.mobile);
        case 'email':
        case 'external':
          return person[start];
        case 'kind':
          return t(`peopleList.kind.${person.kind}`);
        case 'known':
          return speech.date(person.known, 'short');
        case 'tags':
          return person.tags.length === 0 ? null : (
            <span className={styles.tags}>
              {person.tags.map((tag) => (
                <bdi key={tag} className={styles.tag}>
                  {tag}
                </bdi>
              ))}
            </span>
          );
        case 'lastOrder':
          return person.lastOrder === null ? null : speech.date(person.lastOrder.at, 'short');
        case 'orders':
          return person.orders === null ? null : speech.number(person.orders.count);
        case 'spent':
          return person.orders === null ? null : speech.money(person.orders.spent);
        case 'place': {
          const place = person.places[rest];
          const name = place === undefined ? undefined : namesOf.get(`${rest} ${place.key}`);
          return name === undefined ? null : <span className={styles.place}>{name}</span>;
        }
        case 'since': {
          const place = person.places[rest];
          return place === undefined ? null : speech.date(place.since, 'short');
        }
        case 'trait': {
          const value = person.traits[rest];
          if (value === undefined) return null;
          return Array.isArray(value) ? value.join(t('listSeparator')) : traits.say(rest, value);
        }
        default:
          return null;
      }
    },
    [t, speech, traits, namesOf],
  );
}

/**
 * How every cell of a column stands: telephones and addresses left to right, values that anybody wrote in their own
 * direction. Only what may be longer than its column is cut off: the browser keeps a clip of its own for each such cell.
 */
export function standOf(column: string): { readonly dir: 'ltr' | 'auto' | undefined; readonly cut: boolean } {
  switch (parts(column)[0]) {
    case 'mobile':
      return { dir: 'ltr', cut: false };
    case 'email':
    case 'external':
      return { dir: 'ltr', cut: true };
    case 'trait':
      return { dir: 'auto', cut: true };
    case 'tags':
    case 'place':
    case 'spent':
      return { dir: undefined, cut: true };
    default:
      return { dir: undefined, cut: false };
  }
}

/** The order a click on a column's head asks for; undefined where there is none. */
export function orderBy(
  column: string,
): { readonly by: 'known' } | { readonly by: 'rung'; readonly ladder: string } | undefined {
  const [start, rest] = parts(column);
  if (start === 'known') return { by: 'known' };
  return start === 'place' || start === 'since' ? { by: 'rung', ladder: rest } : undefined;
}
