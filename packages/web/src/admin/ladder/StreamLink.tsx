import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePart } from '../../loading/usePart.ts';
import { type LadderSearch, paths } from '../../paths.ts';
import type { Flow } from './crossings.ts';

const loadChoices = () => import('./StreamChoices.tsx');

/**
 * From an arrow to the people in it. An arrow that several flows pass through, since moves may skip rungs, first opens
 * the list of them.
 */
export function StreamLink(props: {
  readonly ladder: string;
  readonly look: LadderSearch;
  readonly flows: readonly Flow[];
  readonly nameOf: (rung: string) => string;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { ladder, look, flows, nameOf, className, children } = props;
  const Choices = usePart(loadChoices, anchor !== null);
  const [only] = flows;
  if (only === undefined) return null;
  const said = (flow: Flow) => t('ladder.fromTo', { from: nameOf(flow.from), to: nameOf(flow.to) });
  if (flows.length === 1) {
    return (
      <Link
        to={paths.moves}
        params={{ ladder }}
        search={{ ...look, fromRung: only.from, toRung: only.to }}
        className={className}
        title={said(only)}
      >
        {children}
      </Link>
    );
  }
  return (
    <>
      <button
        type="button"
        className={className}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        title={t('ladder.streams')}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {children}
      </button>
      {Choices === null || anchor === null ? null : (
        <Choices
          ladder={ladder}
          look={look}
          flows={flows}
          said={said}
          anchor={anchor}
          onClose={() => setAnchor(null)}
        />
      )}
    </>
  );
}
