import IconButton from '@mui/material/IconButton';
import { type Definition, placesWithRules } from '@nardeban/core/ladder';
import { type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DownIcon, UpIcon } from '../../ui/icons.tsx';
import type { Fault } from '../criteria/faults.ts';
import { under } from '../criteria/faults.ts';
import { useSetting } from '../setting.ts';
import { listOf, movedTo } from './places.ts';
import styles from './Studio.module.css';

/**
 * The rungs as they stand, the highest on top; the classes with the first to be tried on top. One is picked by a click,
 * moved by its handle, by the two arrows, or by Alt with the arrow keys.
 */
export function RungList(props: {
  readonly definition: Definition;
  readonly chosen: string | undefined;
  readonly faults: readonly Fault[];
  readonly locked: boolean;
  readonly onChoose: (key: string) => void;
  readonly onChange: (definition: Definition) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { definition, chosen, onChange, locked } = props;
  const isLadder = definition.kind === 'ladder';
  const places = placesWithRules(definition);
  const list = useRef<HTMLUListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const shown = places.map((place, index) => ({ place, index }));
  if (isLadder) shown.reverse();
  /** One step up on the page is one rung up, or one class earlier. */
  const upwards = isLadder ? 1 : -1;

  const move = (key: string, to: number) => {
    const changed = movedTo(definition, key, to);
    if (changed === definition) return;
    onChange(changed);
    setTold(t('studio.movedTo', { place: speech.number(to + 1) }));
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (dragged === null || list.current === null) return;
    const rows = [...list.current.children].map((row) => row.getBoundingClientRect());
    const over = rows.findIndex((row) => event.clientY >= row.top && event.clientY <= row.bottom);
    const target = shown[over];
    if (target !== undefined && target.place.key !== dragged) move(dragged, target.index);
  };

  return (
    <>
      <ul className={styles.rungs} ref={list}>
        {shown.map(({ place, index }) => {
          const path = `${listOf(definition)}[${index}]`;
          const wrong = under(props.faults, path).length > 0;
          const name = speech.words(place.name) === '' ? t('studio.unnamed') : speech.words(place.name);
          return (
            <li
              key={place.key}
              className={styles.rung}
              data-chosen={place.key === chosen ? '' : undefined}
              data-dragged={place.key === dragged ? '' : undefined}
            >
              {locked ? null : (
                <span
                  className={styles.handle}
                  aria-hidden="true"
                  title={t('studio.drag')}
                  onPointerDown={(event) => {
                    event.currentTarget.setPointerCapture(event.pointerId);
                    setDragged(place.key);
                  }}
                  onPointerMove={drag}
                  onPointerUp={() => setDragged(null)}
                  onPointerCancel={() => setDragged(null)}
                >
                  ⠿
                </span>
              )}
              <button
                type="button"
                className={styles.rungName}
                aria-current={place.key === chosen ? 'true' : undefined}
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                onClick={() => props.onChoose(place.key)}
                onKeyDown={(event) => {
                  if (locked || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown'))
                    return;
                  event.preventDefault();
                  move(place.key, index + (event.key === 'ArrowUp' ? upwards : -upwards));
                }}
              >
                <span className={styles.number}>{speech.number(index + 1)}</span>
                <bdi>{name}</bdi>
                {wrong ? (
                  <span className={styles.wrong}>
                    <span className="only-heard">{t('studio.hasFault')}</span>
                  </span>
                ) : null}
              </button>
              {locked ? null : (
                <span className={styles.arrows}>
                  <IconButton
                    size="small"
                    aria-label={t('studio.moveUp', { name })}
                    disabled={index + upwards < 0 || index + upwards >= places.length}
                    onClick={() => move(place.key, index + upwards)}
                  >
                    <UpIcon size={16} />
                  </IconButton>
                  <IconButton
                    size="small"
                    aria-label={t('studio.moveDown', { name })}
                    disabled={index - upwards < 0 || index - upwards >= places.length}
                    onClick={() => move(place.key, index - upwards)}
                  >
                    <DownIcon size={16} />
                  </IconButton>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <p className="only-heard" role="status">
        {told}
      </p>
    </>
  );
}
