import { type RefObject, useEffect, useRef, useState } from 'react';

/** Whether an element has come near what is looked at; once it has, it stays so. */
export function useSeen<Kind extends HTMLElement>(): [RefObject<Kind | null>, boolean] {
  const place = useRef<Kind>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (seen || place.current === null) return;
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
      },
      { rootMargin: '240px' },
    );
    watcher.observe(place.current);
    return () => watcher.disconnect();
  }, [seen]);
  return [place, seen];
}
