import { useTranslation } from 'react-i18next';
import { sayBecause } from '../../language/saying.ts';
import type { LadderListed, Move } from '../../api/answers.ts';
import { DownIcon, UpIcon } from '../../ui/icons.tsx';
import { useSetting } from '../setting.ts';
import styles from './MoveCard.module.css';
import { Reasons } from './Reasons.tsx';
import { useTelling } from './telling.ts';

const CAUSES = ['fact', 'time', 'pin', 'unpin'] as const;

/** One step up or down, with what brought it about; a step that turned out not to have happened is struck through. */
export function MoveCard({
  move,
  ladder,
}: {
  readonly move: Move;
  readonly ladder: LadderListed | undefined;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const telling = useTelling();
  const place = (key: string | null) => ladder?.places.findIndex((one) => one.key === key) ?? -1;
  const nameOf = (key: string | null) => {
    const found = ladder?.places.find((one) => one.key === key);
    return found === undefined ? (key ?? '') : speech.words(found.name);
  };
  const isUp = place(move.to) >= place(move.from);
  const isLadder = ladder?.kind !== 'typology';
  const cause = CAUSES.find((one) => one === move.cause);
  const said =
    move.from === null
      ? t('move.began', { to: nameOf(move.to) })
      : t(isLadder ? (isUp ? 'move.up' : 'move.down') : 'move.changed', {
          from: nameOf(move.from),
          to: nameOf(move.to),
        });
  return (
    <article className={`${styles.card} ${move.superseded ? styles.superseded : ''}`}>
      <p className={styles.title}>
        {isLadder ? (
          <span className={isUp ? styles.up : styles.down}>
            {isUp ? <UpIcon size={18} /> : <DownIcon size={18} />}
          </span>
        ) : null}
        {move.superseded ? <s>{said}</s> : <span>{said}</span>}
      </p>
      {cause === undefined ? null : <p className={styles.cause}>{t(`move.cause.${cause}`)}</p>}
      {move.superseded ? (
        <p className={styles.explained}>
          {move.recordedAt === null
            ? t('move.supersededUndated')
            : t('move.superseded', { day: speech.date(move.recordedAt) })}
        </p>
      ) : move.because === null ? null : (
        <Reasons reason={sayBecause(move.because, telling)} />
      )}
    </article>
  );
}
