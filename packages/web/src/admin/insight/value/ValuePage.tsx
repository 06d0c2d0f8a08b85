import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { insightQuery, type PersonScores } from '../../../api/insight-queries.ts';
import { paths } from '../../../paths.ts';
import { useSetting } from '../../setting.ts';
import { Figures } from '../chart/Figures.tsx';
import styles from '../Insight.module.css';
import { type Foretold, InsightRoom } from '../InsightRoom.tsx';
import { PeopleByClass } from '../people/PeopleByClass.tsx';
import { Within } from '../Within.tsx';
import { type Interval, useWords } from '../words.ts';
import { ValueByBand } from './ValueByBand.tsx';
import { ValueHistory } from './ValueHistory.tsx';

/** What everybody is worth: in the next months, and in all that is to come. */
export function ValuePage() {
  const { t } = useTranslation();
  return (
    <InsightRoom title={t('navigation.insightValue')} meaning={t('insight.value.meaning')} needs="foretold">
      {(ready) => <Value ready={ready} />}
    </InsightRoom>
  );
}

function Value({ ready }: { readonly ready: Foretold }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const words = useWords();
  const { data } = useQuery(insightQuery(asking));
  const { foretold, outcome, chosen, run } = ready;
  const { settings } = outcome;
  const { value90, valueYear, residual, topTenPercentShare } = foretold;
  const { intervals } = foretold;
  const note = (interval: string | null): string =>
    [...(interval === null ? [] : [interval]), t('insight.value.onlyNow')].join(
      speech.language === 'fa' ? '؛ ' : '; ',
    );
  const moneyWithin = (interval: Interval | null | undefined): string | null =>
    interval == null ? null : words.moneyWithin(interval);
  const ordersWithin = (interval: Interval | undefined): string | undefined =>
    interval === undefined ? undefined : words.ordersWithin(interval);
  return (
    <>
      <Figures
        label={t('navigation.insightValue')}
        items={[
          ...(value90 === null
            ? []
            : [
                {
                  label: t('insight.overview.value90'),
                  value: words.money(value90.expected),
                  note: note(moneyWithin(intervals?.value90)),
                },
              ]),
          ...(valueYear === null
            ? []
            : [
                {
                  label: t('insight.value.valueYear'),
                  value: words.money(valueYear.expected),
                  note: note(moneyWithin(intervals?.valueYear)),
                },
              ]),
          {
            label: t('insight.overview.orders90'),
            value: words.orders(foretold.orders90),
            note: ordersWithin(intervals?.orders90),
          },
          {
            label: t('insight.value.ordersYear'),
            value: words.orders(foretold.ordersYear),
            note: ordersWithin(intervals?.ordersYear),
          },
          ...(residual === null
            ? []
            : [
                {
                  label: t('insight.value.residual'),
                  value: words.money(residual),
                  note: t('insight.value.residualNote', {
                    margin: speech.share(settings.margin),
                    discount: speech.share(settings.discount),
                  }),
                },
              ]),
          ...(topTenPercentShare === null
            ? []
            : [
                {
                  label: t('insight.value.topTen'),
                  value: speech.share(topTenPercentShare),
                  note: t('insight.value.topTenNote'),
                },
              ]),
        ]}
      />
      {intervals === undefined ? null : <p className="soft">{t('insight.value.intervals')}</p>}
      {value90 === null ? <p className="soft">{t('insight.overview.notice.no_amounts')}</p> : null}
      <div className={styles.pair}>
        <ValueByBand ready={ready} />
        <ValueHistory runs={[run, ...(data?.before ?? [])]} asOf={ready.asOf} />
      </div>
      <section className={styles.panel} aria-labelledby="by-value">
        <h2 id="by-value">{t('insight.value.people')}</h2>
        <p className="soft">{t('insight.value.peopleText')}</p>
        <PeopleByClass
          kind="everybody"
          of="all"
          run={run.id}
          label={t('insight.value.people')}
          columns={[
            ...(valueYear === null
              ? []
              : [
                  {
                    label: t('insight.value.year'),
                    of: ({ foretold: own }: PersonScores) =>
                      own?.valueYear == null ? (
                        '–'
                      ) : (
                        <Within
                          expected={words.money(own.valueYear.expected)}
                          bounds={words.moneyWithin(own.valueYear)}
                        />
                      ),
                  },
                ]),
            {
              label: t('insight.value.ordersYear'),
              of: ({ foretold: own }) =>
                own === null ? (
                  '–'
                ) : (
                  <Within
                    expected={words.orders(own.ordersYear.expected)}
                    bounds={words.ordersWithin(own.ordersYear)}
                  />
                ),
            },
            { label: t('insight.value.spent'), of: ({ spent }) => words.paid(spent) },
            { label: t('insight.value.orderDays'), of: ({ orderDays }) => speech.number(orderDays) },
            {
              label: t('insight.overview.band'),
              of: ({ foretold: own }) =>
                own === null ? (
                  '–'
                ) : (
                  <Link to={paths.insightLeaving} search={{ band: own.band }}>
                    {t(`insight.band.${own.band}`)}
                  </Link>
                ),
            },
          ]}
        />
      </section>
      <section className={styles.panel} aria-labelledby="how-value">
        <h2 id="how-value">{t('insight.value.how')}</h2>
        <p>{t('insight.value.howText', { model: t(`insight.model.${chosen.counts}`) })}</p>
        <p>
          {t(
            settings.marginFrom === 'stated'
              ? 'insight.settings.marginStated'
              : 'insight.settings.marginAssumed',
            {
              rate: speech.share(settings.margin),
            },
          )}
        </p>
        <p className={styles.links}>
          <Link to={paths.insightModels}>{t('insight.value.howModels')}</Link>
          <Link to={paths.insightCosts}>{t('navigation.insightCosts')}</Link>
        </p>
      </section>
    </>
  );
}
