import { type RefObject, useEffect, useEffectEvent } from 'react';

/** How long what stands above may still arrive and push the place away. */
const SETTLING_MS = 8_000;

/** What shows that somebody leads the page themselves from now on. */
const LED_BY = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Lands on the place that the address names, where the screen is too narrow to show it beside the rest: whoever asked
 * for somebody's deals on a phone would otherwise see their rung. Once for every `subject`; not where the page stands
 * scrolled already, as after going back.
 */
export function useLanding(place: RefObject<HTMLElement | null>, subject: string, isAsked: boolean): void {
  const isWanted = useEffectEvent(() => isAsked && matchMedia('(max-width: 720px)').matches);
  useEffect(() => {
    if (!isWanted()) return undefined;
    let landedAt: number | null = null;
    const land = (): void => {
      const target = place.current;
      if (target === null) return;
      if (landedAt === null && window.scrollY > 0) return stop();
      target.scrollIntoView({ block: 'start' });
      landedAt = window.scrollY;
    };
    const size = new ResizeObserver(land);
    const timer = setTimeout(stop, SETTLING_MS);
    function stop(): void {
      size.disconnect();
      clearTimeout(timer);
      for (const one of LED_BY) removeEventListener(one, stop);
    }
    for (const one of LED_BY) addEventListener(one, stop, { passive: true });
    size.observe(document.body);
    return stop;
  }, [place, subject]);
}
