import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../../../ui/Keys.tsx';
import { useShortcuts } from '../../shortcuts/shortcuts.ts';
import { DoneDialog } from './DoneDialog.tsx';
import { type MatterDeed, MatterRow } from './MatterRow.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { PlanDialog } from './PlanDialog.tsx';
import type { Matter, TodayFollowUp } from './queries.ts';
import styles from './Today.module.css';

interface Doing {
  readonly deed: MatterDeed;
  readonly matter: Matter;
  readonly followUp: TodayFollowUp | null;
}

/** The matters of a day in their order, and the keys with which they are worked through. */
export function Matters(props: { readonly items: readonly Matter[]; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { items, mayWrite } = props;
  const rows = useRef(new Map<number, HTMLElement>());
  const [chosen, setChosen] = useState<number | null>(null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const place = chosen === null ? null : Math.min(chosen, items.length - 1);
  const matter = place === null ? undefined : items[place];

  const go = (step: number) => {
    const next = place === null ? 0 : Math.max(0, Math.min(items.length - 1, place + step));
    setChosen(next);
    rows.current.get(next)?.focus();
  };
  const start = (deed: MatterDeed) => {
    if (matter === undefined) return go(0);
    const followUp = matter.followUps[0] ?? null;
    setDoing({ deed: followUp === null ? 'plan' : deed, matter, followUp });
  };
  const call = () => {
    if (matter === undefined) return go(0);
    if (matter.mobile !== null) location.assign(`tel:${matter.mobile}`);
  };
  useShortcuts([
    { code: 'KeyJ', label: t('salesToday.keys.next'), run: () => go(1) },
    { code: 'KeyK', label: t('salesToday.keys.before'), run: () => go(-1) },
    { code: 'KeyC', label: t('salesToday.keys.call'), run: call },
    ...(mayWrite
      ? [
          { code: 'KeyD', label: t('salesToday.keys.done'), run: () => start('done') },
          { code: 'KeyM', label: t('salesToday.keys.move'), run: () => start('move') },
          {
            code: 'KeyN',
            label: t('salesToday.keys.plan'),
            run: () => (matter === undefined ? go(0) : setDoing({ deed: 'plan', matter, followUp: null })),
          },
        ]
      : []),
  ]);
  const close = () => {
    setDoing(null);
    if (place !== null) rows.current.get(place)?.focus();
  };
  return (
    <>
      <p className={`${styles.keysLine} not-printed`}>
        <span>
          <Keys keys={['j']} /> <Keys keys={['k']} /> {t('salesToday.keys.walk')}
        </span>
        {mayWrite ? (
          <>
            <span>
              <Keys keys={['d']} /> {t('salesToday.done.short')}
            </span>
            <span>
              <Keys keys={['m']} /> {t('salesToday.move.short')}
            </span>
          </>
        ) : null}
        <span>
          <Keys keys={['c']} /> {t('salesToday.kind.call')}
        </span>
      </p>
      <ol className={styles.matters}>
        {items.map((one, index) => (
          <li key={`${one.deal ?? ''}-${one.lead ?? ''}-${one.person}`}>
            <MatterRow
              matter={one}
              place={index + 1}
              isChosen={place === index}
              mayWrite={mayWrite}
              row={(element) => {
                if (element === null) rows.current.delete(index);
                else rows.current.set(index, element);
              }}
              onChoose={() => setChosen(index)}
              onDo={(deed, followUp) => setDoing({ deed, matter: one, followUp })}
            />
          </li>
        ))}
      </ol>
      {doing === null ? null : <Deed doing={doing} onClose={close} />}
    </>
  );
}

function Deed({ doing, onClose }: { readonly doing: Doing; readonly onClose: () => void }) {
  const { deed, matter, followUp } = doing;
  if (deed === 'done' && followUp !== null)
    return (
      <DoneDialog followUp={followUp} isOfMatter={(matter.deal ?? matter.lead) !== null} onClose={onClose} />
    );
  if (deed === 'move' && followUp !== null) return <MoveDialog followUp={followUp} onClose={onClose} />;
  const { person, deal, lead } = matter;
  return (
    <PlanDialog whose={{ person, deal: deal ?? undefined, lead: lead ?? undefined }} onClose={onClose} />
  );
}
