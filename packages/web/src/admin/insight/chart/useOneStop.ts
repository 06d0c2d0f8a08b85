import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

/**
 * A table in which every cell may lead somewhere is one stop of the tab key and not hundreds: from the link that is chosen,
 * or else the first, arrows go on from cell to cell.
 */
export function useOneStop(isWanted: boolean): {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
} {
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (!isWanted || table.current === null) return;
    const links = [...table.current.querySelectorAll('a')];
    // The router marks the link to where one is.
    const stop = links.find((link) => link.ariaCurrent === 'page') ?? links[0];
    for (const link of links) link.tabIndex = link === stop ? 0 : -1;
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const here = event.target instanceof Element ? event.target.closest('td') : null;
    if (!isWanted || here === null || table.current === null) return;
    const onward = getComputedStyle(table.current).direction === 'rtl' ? -1 : 1;
    const [down = 0, across = 0] =
      {
        ArrowDown: [1, 0],
        ArrowUp: [-1, 0],
        ArrowLeft: [0, -onward],
        ArrowRight: [0, onward],
      }[event.key] ?? [];
    if (down === 0 && across === 0) return;
    event.preventDefault();
    let [row, column] = [
      here.parentElement instanceof HTMLTableRowElement ? here.parentElement.rowIndex : 0,
      here.cellIndex,
    ];
    for (;;) {
      row += down;
      column += across;
      const cell = table.current.rows[row]?.cells[column];
      if (cell === undefined) return;
      const link = cell.querySelector('a');
      if (link === null) continue;
      for (const stop of table.current.querySelectorAll<HTMLElement>('a[tabindex="0"]')) stop.tabIndex = -1;
      link.tabIndex = 0;
      link.focus();
      return;
    }
  };
  return { table, onKeyDown };
}
