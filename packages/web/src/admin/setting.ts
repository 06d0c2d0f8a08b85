import type { Day } from '@nardeban/core/values';
import { DEFAULT_BUSINESS, isoDay } from '@nardeban/core/values';
import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../api/answers.ts';
import type { Asking } from '../api/client.ts';
import { sessionQuery } from '../api/queries.ts';
import { useDigits } from '../language/digits.ts';
import { isLanguage } from '../language/languages.ts';
import { type Speech, speechOf } from '../language/speech.ts';

/** What every view stands in: who asks, how to speak to them, and which day it is for the business. */
export interface Setting {
  readonly asking: Asking;
  readonly session: Session | null | undefined;
  readonly speech: Speech;
  readonly today: Day;
}

const root = getRouteApi('__root__');

/** Who asks, for the headers of a request. */
export function useAsking(): Asking {
  const { business } = root.useSearch();
  const { i18n } = useTranslation();
  return useMemo(() => ({ language: i18n.language, business }), [i18n.language, business]);
}

export function useSetting(): Setting {
  const asking = useAsking();
  const { data: session } = useQuery(sessionQuery(asking));
  const digits = useDigits();
  const speech = useMemo(
    () => ({ ...speechFor(session, asking.language), digits }),
    [session, asking.language, digits],
  );
  return { asking, session, speech, today: speech.dayOf(Date.now()) };
}

/** How to speak to who is there; before that is known, as most businesses are spoken to. */
export function speechFor(session: Session | null | undefined, language: string): Speech {
  const { calendar, zone, currency, unit } = session?.business ?? DEFAULT_BUSINESS;
  return speechOf({ calendar, zone, currency, unit }, isLanguage(language) ? language : 'fa');
}

/** A day for an address; today is said by saying nothing, so that the link still means today tomorrow. */
export function addressOfDay(day: Day | null, today: Day): string | undefined {
  return day === null || day === today ? undefined : isoDay(day);
}
