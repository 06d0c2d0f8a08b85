import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Explanation, LadderListed } from '../../api/answers.ts';
import { PinIcon } from '../../ui/icons.tsx';
import { SmallLadder } from '../../ui/SmallLadder.tsx';
import { useSetting } from '../setting.ts';
import styles from './Standing.module.css';

/** Where they stand, since when, and until when the answer holds by itself. */
export function Standing({
  answer,
  ladder,
}: {
  readonly answer: Explanation;
  readonly ladder: LadderListed;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const isLadder = ladder.kind === 'ladder';
  return (
    <section className={styles.standing} aria-label={t('standing.label')}>
      <div className={styles.words}>
        {answer.rung === null ? (
          <NotKnownYet />
        ) : (
          <Place answer={answer} rung={answer.rung} ladder={ladder} />
        )}
      </div>
      {isLadder ? (
        <SmallLadder
          rungs={ladder.places.map((one) => ({ key: one.key, name: speech.words(one.name) }))}
          at={answer.rung}
          highest={answer.highest}
          words={{ here: t('standing.here'), highest: t('standing.highest') }}
        />
      ) : null}
    </section>
  );
}

function NotKnownYet(): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <h2 className={styles.rung}>{t('standing.unknown')}</h2>
      <p className={styles.until}>{t('standing.unknownText')}</p>
    </>
  );
}

function Place(props: {
  readonly answer: Explanation;
  readonly rung: string;
  readonly ladder: LadderListed;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { answer, ladder } = props;
  const place = ladder.places.find((one) => one.key === props.rung);
  const later = ladder.places.find((one) => one.key === answer.ahead?.rung);
  return (
    <>
      <p className={styles.eyebrow}>{ladder.kind === 'ladder' ? t('standing.on') : t('standing.is')}</p>
      <h2 className={styles.rung}>{place === undefined ? props.rung : speech.words(place.name)}</h2>
      <p className={styles.since}>{t('standing.since', { day: speech.date(answer.since) })}</p>
      <p className={styles.until}>
        {answer.ahead === null || later === undefined
          ? t('standing.stays')
          : t(answer.ahead.cause === 'unpin' ? 'standing.aheadPin' : 'standing.ahead', {
              day: speech.date(answer.ahead.at),
              rung: speech.words(later.name),
            })}
      </p>
      {place?.meaning === undefined ? null : (
        <p className={styles.feels}>{speech.words(place.meaning.feels)}</p>
      )}
      {answer.pinned === null ? null : (
        <p className={styles.pin}>
          <PinIcon size={18} />
          <span>
            {answer.pinned.until === null
              ? t('standing.pinned', { by: answer.pinned.by, reason: answer.pinned.reason })
              : t('standing.pinnedUntil', {
                  by: answer.pinned.by,
                  reason: answer.pinned.reason,
                  day: speech.date(answer.pinned.until),
                })}
          </span>
        </p>
      )}
    </>
  );
}
