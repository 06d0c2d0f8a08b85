import { useTranslation } from 'react-i18next';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import type { Books } from './queries.ts';
import { useBookWords } from './words.ts';

/** Months that are closed and estimates that were made, with who did it and why: the newest first. */
export function History({ books }: { readonly books: Books }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useBookWords();
  const by = (name: string, at: number) =>
    t('clubBooks.history.by', { name: `\u2068${name}\u2069`, day: speech.date(at) });
  return (
    <section className={spend.section} aria-labelledby="club-history">
      <h2 id="club-history">{t('clubBooks.history.title')}</h2>
      {books.closed.length + books.estimates.length === 0 ? (
        <p className="soft">{t('clubBooks.history.none')}</p>
      ) : (
        <ul className={spend.rows}>
          {books.estimates.toReversed().map((one) => (
            <li key={`e${one.id}`}>
              <div className={spend.row}>
                <div className={spend.what}>
                  <strong>
                    {t('clubBooks.history.estimate', {
                      wallet: words.wallet(one.wallet),
                      rate: words.rate(one.rate),
                      month: words.month(one.fromMonth),
                    })}
                  </strong>
                  <div className={spend.about}>
                    <span>
                      <bdi>{one.reason}</bdi>
                    </span>
                    <span>{by(one.madeBy, one.madeAt)}</span>
                  </div>
                </div>
                <span className={spend.amount}>{words.money(one.revenue - one.provision)}</span>
              </div>
            </li>
          ))}
          {books.closed.toReversed().map((one) => (
            <li key={`m${one.month}`}>
              <div className={spend.row}>
                <div className={spend.what}>
                  <strong>{t('clubBooks.history.closed', { month: words.month(one.month) })}</strong>
                  <div className={spend.about}>
                    {one.note === '' ? null : (
                      <span>
                        <bdi>{one.note}</bdi>
                      </span>
                    )}
                    <span>{by(one.closedBy, one.closedAt)}</span>
                  </div>
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
