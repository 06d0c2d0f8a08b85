import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import styles from './Words.module.css';

/** What a customer wrote, with the name they want to be shown with. */
export function Quote(props: {
  readonly words: string;
  readonly name: string | null;
  readonly score: number | null;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { words, name, score } = props;
  return (
    <figure className={styles.quote}>
      <blockquote dir="auto">{words}</blockquote>
      {name === null && score === null ? null : (
        <figcaption>
          {name === null ? null : <bdi>{name}</bdi>}
          {score === null ? null : (
            <>
              {name === null ? null : ' · '}
              <span>{t('salesWords.similar.stars', { score: speech.number(score) })}</span>
            </>
          )}
        </figcaption>
      )}
    </figure>
  );
}
