import {
  type RefObject,
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';

export interface Rows {
  readonly first: number;
  readonly last: number;
}

/** Rows that are there above and below what is seen; when half of them are used up, more are drawn. */
const SPARE = 8;

/**
 * Which rows of a list are there while the page scrolls over it: those in sight and some around them. All are of one
 * height, so nothing is measured. What came into sight is drawn in the same frame; what may be seen next is drawn when
 * there is time, and only then what is far away is taken out. `reach` brings a row that is about to be needed.
 */
export function useRowsInSight(
  body: RefObject<HTMLElement | null>,
  count: number,
  height: number,
): readonly [rows: Rows, reach: (index: number) => void] {
  const [rows, setRows] = useState<Rows>(() => ({ first: 0, last: Math.ceil(innerHeight / height) + SPARE }));
  const drawn = useRef(rows);
  useLayoutEffect(() => {
    drawn.current = rows;
  }, [rows]);
  const draw = useCallback((seen: Rows) => {
    flushSync(() => setRows((before) => together(before, seen)));
  }, []);
  useEffect(() => {
    const look = () => {
      const top = body.current?.getBoundingClientRect().top ?? 0;
      const first = Math.max(0, Math.floor(-top / height));
      const seen = { first, last: Math.max(first, Math.floor((innerHeight - top) / height)) };
      const { current } = drawn;
      if (lacks(current, seen, 0)) draw(seen);
      if (lacks(current, seen, SPARE / 2))
        startTransition(() => setRows({ first: seen.first - SPARE, last: seen.last + SPARE }));
    };
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    // It also tells where the list begins, and what stands above it comes and goes.
    const around = new ResizeObserver(look);
    around.observe(document.body);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
      around.disconnect();
    };
  }, [body, draw, height]);
  const reach = useCallback((index: number) => draw({ first: index, last: index }), [draw]);
  return [{ first: Math.max(0, rows.first), last: Math.min(count - 1, rows.last) }, reach];
}

function lacks(drawn: Rows, wanted: Rows, spare: number): boolean {
  return wanted.first - spare < drawn.first || wanted.last + spare > drawn.last;
}

/** Both, where they touch; else the later. */
function together(before: Rows, seen: Rows): Rows {
  if (seen.first > before.last + 1 || seen.last < before.first - 1) return seen;
  return { first: Math.min(before.first, seen.first), last: Math.max(before.last, seen.last) };
}
