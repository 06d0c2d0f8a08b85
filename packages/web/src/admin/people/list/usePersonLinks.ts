import { useRouter } from '@tanstack/react-router';
import { type MouseEvent, type SyntheticEvent, useCallback, useMemo, useRef } from 'react';
import { paths } from '../../../paths.ts';
import { useAsking } from '../../setting.ts';

/** Stands where a person's number comes. */
const SOMEBODY = 'SOMEBODY';

/**
 * Links to people for a list that is scrolled: plain ones, of which a few hundred cost nothing, and one listener for
 * all of them that goes there without loading the page anew. The links carry the number in `data-person`.
 */
export function usePersonLinks() {
  const router = useRouter();
  const asking = useAsking();
  const hrefOf = useMemo(() => {
    // The address keeps whose business it is and in which language: the router says how, once for all of them.
    const { href } = router.buildLocation({ to: paths.person, params: { person: SOMEBODY } });
    return (id: number) => href.replace(SOMEBODY, String(id));
  }, [router, asking]);
  const onClick = useCallback(
    (event: MouseEvent<HTMLElement>) => {
      const isPlain =
        event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      const person = isPlain && !event.defaultPrevented ? personAt(event) : undefined;
      if (person === undefined) return;
      event.preventDefault();
      void router.navigate({ to: paths.person, params: { person } });
    },
    [router],
  );
  const fetched = useRef(false);
  const onNear = useCallback(
    (event: SyntheticEvent<HTMLElement>) => {
      const person = fetched.current ? undefined : personAt(event);
      if (person === undefined) return;
      // Everybody's page is the same file: it is fetched once, by the first who is pointed at.
      fetched.current = true;
      void router.preloadRoute({ to: paths.person, params: { person } });
    },
    [router],
  );
  return { hrefOf, onClick, onNear };
}

function personAt(event: SyntheticEvent): string | undefined {
  return event.target instanceof Element
    ? event.target.closest<HTMLElement>('a[data-person]')?.dataset['person']
    : undefined;
}
