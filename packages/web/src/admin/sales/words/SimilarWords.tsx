import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { laddersQuery } from '../../../api/queries.ts';
import { useSetting } from '../../setting.ts';
import { Quote } from './Quote.tsx';
import { type Similar, similarQuery } from './queries.ts';
import styles from './Words.module.css';

/** Beside the objections of a deal: what customers like this one say, with what they have in common. */
export function SimilarWords({ deal }: { readonly deal: number }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const found = useQuery(similarQuery(asking, deal));
  const share = useShared();
  if (found.data === undefined) return null;
  return (
    <section className={styles.part}>
      <h3>{t('salesWords.similar.title')}</h3>
      {found.data.length === 0 ? (
        <p className={styles.soft}>{t('salesWords.similar.none')}</p>
      ) : (
        <ul className={styles.list}>
          {found.data.map(({ testimonial, because }) => (
            <li key={testimonial.id} className={styles.part}>
              <Quote words={testimonial.words ?? ''} name={testimonial.shownName} score={testimonial.score} />
              <p className={styles.about}>
                <span>
                  {because.length === 0
                    ? t('salesWords.similar.nothing')
                    : t('salesWords.similar.both', { what: because.map(share).join('، ') })}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** How something two people share is said; a rung by the name the ladder gives it. */
function useShared(): (one: Similar['because'][number]) => string {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const ladders = useQuery(laddersQuery(asking)).data ?? [];
  return ({ kind, value }) => {
    const [ladder, place] = value.split(':');
    const rung =
      kind === 'segment'
        ? ladders.find(({ key }) => key === ladder)?.places.find(({ key }) => key === place)?.name
        : undefined;
    const shown = rung === undefined ? value : speech.words(rung);
    return t(`salesWords.similar.${kind}`, { value: `\u2068${shown}\u2069` });
  };
}
