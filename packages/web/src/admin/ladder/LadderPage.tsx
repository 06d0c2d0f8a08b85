import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { isoDay } from '@nardeban/core/values';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ladderQuery, laddersQuery } from '../../api/queries.ts';
import { dayOfAddress } from '../../language/speech.ts';
import { paths } from '../../paths.ts';
import { Classes } from '../../ui/Classes.tsx';
import { Ladder } from '../../ui/Ladder.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { periodOf } from '../period.ts';
import { useSetting } from '../setting.ts';
import { crossings } from './crossings.ts';
import { LadderSkeleton } from './LadderSkeleton.tsx';
import { LadderTools } from './LadderTools.tsx';
import { NobodyYet } from './NobodyYet.tsx';
import styles from './LadderPage.module.css';

const route = getRouteApi('/staff/ladders/$ladder');

/** The product's face: who stands where, and who goes up and down. */
export function LadderPage() {
  const { t } = useTranslation();
  const { ladder: key } = route.useParams();
  const search = route.useSearch();
  const { asking, speech, today } = useSetting();
  const day = dayOfAddress(search.asOf) ?? today;
  const name = search.period ?? 'twelve-months';
  const custom = { from: dayOfAddress(search.from), to: dayOfAddress(search.to) };
  const period = periodOf(name, day, speech.calendar, custom);
  const asOf = day === today ? undefined : isoDay(day);
  const ladders = useQuery(laddersQuery(asking));
  const overview = useQuery(
    ladderQuery(asking, { ladder: key, asOf, from: isoDay(period.from), to: isoDay(period.to) }),
  );
  const listed = ladders.data?.find((one) => one.key === key);
  const data = overview.data;

  if (data === undefined && overview.isError) {
    return <FailureNotice error={overview.error} onRetry={() => void overview.refetch()} />;
  }

  const linkTo = (rung: string, className: string, content: ReactNode) => (
    <Link
      to={paths.rung}
      params={{ ladder: key, rung }}
      search={asOf === undefined ? {} : { asOf }}
      className={className}
    >
      {content}
    </Link>
  );
  const isLadder = listed?.kind !== 'typology';
  const gaps = data === undefined ? [] : crossings(data);
  const rungs = (data?.rungs ?? []).map((rung) => {
    const arrived = rung.arrivedUp + rung.arrivedDown;
    const left = rung.leftUp + rung.leftDown;
    const meaning = listed?.places.find((place) => place.key === rung.key)?.meaning;
    return {
      key: rung.key,
      name: speech.words(rung.name),
      who: meaning === undefined ? undefined : speech.words(meaning.who),
      count: speech.number(rung.people),
      share: rung.share,
      shareShown: speech.share(rung.share),
      note:
        arrived + left === 0
          ? t('ladder.still')
          : t('ladder.change', { change: speech.change(arrived - left) }),
    };
  });

  return (
    <>
      <LadderTools
        ladders={ladders.data ?? []}
        current={key}
        title={listed === undefined ? undefined : speech.words(listed.name)}
        day={day}
        period={period}
        periodName={name}
      />
      {data === undefined ? (
        <LadderSkeleton />
      ) : data.total === 0 ? (
        <NobodyYet />
      ) : (
        <div className={overview.isPlaceholderData ? styles.settling : undefined}>
          {data.publishing === null ? null : (
            <p className={styles.publishing} role="status">
              {t('ladder.publishing', {
                version: speech.number(data.publishing.version),
                share: speech.share(
                  data.publishing.total > 0 ? data.publishing.done / data.publishing.total : 0,
                ),
              })}
            </p>
          )}
          <dl className={styles.figures}>
            <div>
              <dt>{t('ladder.people')}</dt>
              <dd>{speech.number(data.total)}</dd>
            </div>
            {isLadder ? (
              <>
                <div>
                  <dt>{t('ladder.up')}</dt>
                  <dd className={styles.up}>{speech.number(data.moves.up)}</dd>
                </div>
                <div>
                  <dt>{t('ladder.down')}</dt>
                  <dd className={styles.down}>{speech.number(data.moves.down)}</dd>
                </div>
              </>
            ) : null}
            <p className={styles.span}>
              {t('ladder.span', { from: speech.day(period.from), to: speech.day(period.to) })}
            </p>
          </dl>
          {isLadder ? (
            <Ladder
              rungs={rungs}
              gaps={gaps.map((gap) => ({
                up: gap.up,
                upShown: speech.number(gap.up),
                down: gap.down,
                downShown: speech.number(gap.down),
                story:
                  gap.conversion === null
                    ? undefined
                    : gap.medianDays === null
                      ? t('ladder.conversion', { share: speech.share(gap.conversion) })
                      : t('ladder.conversionAndTime', {
                          share: speech.share(gap.conversion),
                          count: Math.round(gap.medianDays),
                          days: speech.number(Math.round(gap.medianDays)),
                        }),
              }))}
              linkTo={linkTo}
              label={speech.words(data.name)}
              words={{ up: t('ladder.up'), down: t('ladder.down') }}
            />
          ) : (
            <Classes classes={rungs} linkTo={linkTo} label={speech.words(data.name)} />
          )}
        </div>
      )}
    </>
  );
}
