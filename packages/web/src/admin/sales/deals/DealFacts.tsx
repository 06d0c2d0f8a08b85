import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import spend from '../../insight/spend/Spend.module.css';
import panel from '../../people/PersonPage.module.css';
import { useSetting } from '../../setting.ts';
import { useSourceWord } from '../useSourceWord.ts';
import styles from './Deals.module.css';
import type { DealPage } from './queries.ts';
import { useDealWords } from './useDealWords.ts';

/** What is known of a deal besides its steps. */
export function DealFacts({ page }: { readonly page: DealPage }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const sourceWord = useSourceWord();
  const words = useDealWords(page.owners);
  const { deal } = page;
  const person = page.personName ?? t('person.nameless', { number: deal.person });
  return (
    <section className={panel.panel} aria-labelledby="deal-facts">
      <h2 id="deal-facts">{t('salesDeals.about')}</h2>
      <dl className={styles.facts}>
        <div>
          <dt>{t('salesDeals.amount')}</dt>
          <dd className={styles.worth}>{words.amount(deal.amount)}</dd>
        </div>
        {deal.returned === 0 ? null : (
          <div>
            <dt>{t('salesDeals.returned')}</dt>
            <dd>{words.amount(deal.returned)}</dd>
          </div>
        )}
        <div>
          <dt>{t('salesDeals.person')}</dt>
          <dd>
            <Link to={paths.person} params={{ person: String(deal.person) }} className={spend.link}>
              <bdi>{person}</bdi>
            </Link>
          </dd>
        </div>
        <div>
          <dt>{t('salesDeals.owner')}</dt>
          <dd data-gone={words.isGone(deal.owner)} className={styles.cardOwner}>
            <bdi>
              {words.isGone(deal.owner)
                ? t('salesDeals.gone', { name: words.owner(deal.owner) })
                : words.owner(deal.owner)}
            </bdi>
          </dd>
        </div>
        <div>
          <dt>{t('salesDeals.close')}</dt>
          <dd>{deal.expectedClose === null ? t('salesDeals.noDay') : words.day(deal.expectedClose)}</dd>
        </div>
        <div>
          <dt>{t('salesDeals.products')}</dt>
          <dd>
            {deal.products.length === 0 ? (
              t('salesDeals.noProducts')
            ) : (
              <bdi style={{ whiteSpace: 'normal' }}>{deal.products.join(t('listSeparator'))}</bdi>
            )}
          </dd>
        </div>
        {deal.source === null && deal.campaign === null ? null : (
          <div>
            <dt>{t('salesDeals.source')}</dt>
            <dd>
              <bdi style={{ whiteSpace: 'normal' }}>
                {[deal.source === null ? null : sourceWord(deal.source), deal.campaign]
                  .filter((one) => one !== null)
                  .join(' · ')}
              </bdi>
            </dd>
          </div>
        )}
        {deal.referrer === null ? null : (
          <div>
            <dt>{t('salesDeals.referrer')}</dt>
            <dd>
              <Link to={paths.person} params={{ person: String(deal.referrer) }} className={spend.link}>
                <bdi>{page.referrerName ?? t('person.nameless', { number: deal.referrer })}</bdi>
              </Link>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('salesDeals.openedAt')}</dt>
          <dd>{speech.date(deal.openedAt, 'short')}</dd>
        </div>
      </dl>
    </section>
  );
}
