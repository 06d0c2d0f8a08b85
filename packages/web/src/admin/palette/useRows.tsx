import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonFound } from '../../api/answers.ts';
import { loadLanguage } from '../../language/languages.ts';
import { paths } from '../../paths.ts';
import { OnwardIcon, PersonIcon, SearchIcon } from '../../ui/icons.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { useRegistry } from '../../ui/registry.ts';
import { navigationFor } from '../navigation.ts';
import { identifierShown, PersonName } from '../people/naming.tsx';
import { useSetting } from '../setting.ts';
import { offeredActions } from './actions.ts';
import type { Findable } from './finding.ts';
import type { Recent } from './recent.ts';
import { useGlobalActions } from './useGlobalActions.tsx';

/** A line of the palette: how it is found, how it looks, and what it does. */
export interface Row extends Findable {
  readonly id: string;
  readonly icon: ReactNode;
  readonly shown: ReactNode;
  readonly aside?: ReactNode;
  /** What is remembered when it is chosen; null where that would help nobody. */
  readonly recent: Recent | null;
  readonly run: () => void | Promise<unknown>;
}

export interface Rows {
  readonly person: (person: PersonFound) => Row;
  readonly recentPerson: (recent: Recent) => Row;
  /** Lists everybody whom the words find. */
  readonly everywhere: (words: string) => Row;
  readonly pages: readonly Row[];
  readonly actions: readonly Row[];
}

/** Everything that the palette may offer this reader, in this view, as rows. */
export function useRows(onHelp: () => void): Rows {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { session, speech } = useSetting();
  const offered = useRegistry(offeredActions);
  const global = useGlobalActions(onHelp);
  const other = speech.language === 'fa' ? 'en' : 'fa';
  const [otherIsHere, setOtherIsHere] = useState(() => i18n.hasResourceBundle(other, 'translation'));
  // Pages may be looked for by their name in the other language, too.
  useEffect(() => {
    let shown = true;
    void loadLanguage(i18n, other).then(
      () => shown && setOtherIsHere(true),
      // Without it the pages are found in the reader's own language.
      () => undefined,
    );
    return () => {
      shown = false;
    };
  }, [i18n, other]);

  const pages = useMemo((): readonly Row[] => {
    const inOther = otherIsHere ? i18n.getFixedT(other) : null;
    return navigationFor(session).map((entry) => {
      const Icon = entry.icon;
      const also = entry.alsoCalled;
      return {
        id: `page:${entry.id}`,
        label: t(entry.label),
        words: [
          inOther?.(entry.label) ?? '',
          also === undefined ? '' : `${t(also)} ${inOther?.(also) ?? ''}`,
        ].join(' '),
        icon: <Icon size={18} />,
        shown: t(entry.label),
        ...(entry.goCode === undefined
          ? {}
          : { aside: <Keys keys={['G', entry.goCode.replace('Key', '')]} /> }),
        recent: { kind: 'page', id: entry.id, label: t(entry.label) },
        run: () => navigate({ to: entry.path }),
      };
    });
  }, [i18n, navigate, other, otherIsHere, session, t]);

  const toPerson = (id: string) => () => navigate({ to: paths.person, params: { person: id } });
  return {
    person: (person) => {
      const [first] = person.identifiers;
      return {
        id: `person:${person.id}`,
        label: person.name ?? '',
        words: '',
        icon: <PersonIcon size={18} />,
        shown: <PersonName name={person.name} id={person.id} />,
        ...(first === undefined ? {} : { aside: identifierShown(first) }),
        recent: {
          kind: 'person',
          id: String(person.id),
          label: person.name ?? t('person.nameless', { number: person.id }),
        },
        run: toPerson(String(person.id)),
      };
    },
    recentPerson: (recent) => ({
      id: `person:${recent.id}`,
      label: recent.label,
      words: '',
      icon: <PersonIcon size={18} />,
      shown: <bdi>{recent.label}</bdi>,
      recent,
      run: toPerson(recent.id),
    }),
    everywhere: (words) => ({
      id: 'everywhere',
      label: words,
      words: '',
      icon: <SearchIcon size={18} />,
      // The two signs isolate what was typed from the sentence around it.
      shown: t('palette.searchPeople', { words: `\u2068${words}\u2069` }),
      recent: null,
      run: () => navigate({ to: paths.people, search: { search: words } }),
    }),
    pages,
    actions: [...offered, ...global]
      .filter(({ scope }) => scope === undefined || session?.scopes.includes(scope) === true)
      .map((action) => ({
        id: `action:${action.id}`,
        label: action.label,
        words: action.words ?? '',
        icon: action.icon ?? <OnwardIcon size={18} />,
        shown: action.label,
        recent: { kind: 'action', id: action.id, label: action.label },
        run: action.run,
      })),
  };
}
