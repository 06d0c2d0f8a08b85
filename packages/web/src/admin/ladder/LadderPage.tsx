import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ladderQuery, laddersQuery } from '../../api/queries.ts';
import { usePart } from '../../loading/usePart.ts';
import { paths } from '../../paths.ts';
import { Classes } from '../../ui/Classes.tsx';
import { Ladder } from '../../ui/Ladder.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { BlockSkeleton } from '../../ui/Skeletons.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import { Change } from './Change.tsx';
import { crossings, peopleIn } from './crossings.ts';
import { LadderFigures } from './LadderFigures.tsx';
import { LadderSkeleton } from './LadderSkeleton.tsx';
import { LadderTools } from './LadderTools.tsx';
import { keptLook, lookedAt } from './looked.ts';
import { NobodyYet } from './NobodyYet.tsx';
import { Publishing } from './Publishing.tsx';
import { StreamLink } from './StreamLink.tsx';
import { useDays } from './useDays.ts';
import styles from './LadderPage.module.css';

const route = getRouteApi('/staff/ladders/$ladder');
/** What stands under the ladder comes after it. */
const loadBelow = () => import('./BelowLadder.tsx');
/** And the lines of how it came to be. */
const loadLine = () => import('./RungLine.tsx');

/** The product's face: who stands where, and who goes up and down. */
export function LadderPage() {
  const { t } = useTranslation();
  const { ladder: key } = route.useParams();
  const search = route.useSearch();
  const { asking, speech, today } = useSetting();
  const sayDays = useDays();
  const looked = lookedAt(search, today, speech.calendar);
  const { day, asOf, from, to } = looked;
  const ladders = useQuery(laddersQuery(asking));
  const overview = useQuery(ladderQuery(asking, { ladder: key, asOf, from, to }));
  const listed = ladders.data?.find((one) => one.key === key);
  const data = overview.data;
  const BelowLadder = usePart(loadBelow, data !== undefined);
  const RungLine = usePart(loadLine, data !== undefined);

  if (data === undefined && overview.isError) {
    return <FailureNotice error={overview.error} onRetry={() => void overview.refetch()} />;
  }

  const look = keptLook(search);
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
  const nameOf = (rung: string) => {
    const found = data?.rungs.find((one) => one.key === rung);
    return found === undefined ? rung : speech.words(found.name);
  };
  const isLadder = (data?.kind ?? listed?.kind) !== 'typology';
  const gaps = data === undefined ? [] : crossings(data);
  const rungs = (data?.rungs ?? []).map((rung) => {
    const meaning = listed?.places.find((place) => place.key === rung.key)?.meaning;
    return {
      key: rung.key,
      name: speech.words(rung.name),
      who: meaning === undefined ? undefined : speech.words(meaning.who),
      count: speech.number(rung.people),
      share: rung.share,
      shareShown: speech.share(rung.share),
      note: <Change now={rung.people} before={rung.peopleBefore} />,
      aside:
        rung.revenue === null
          ? t('ladder.revenueCountingOn')
          : t('ladder.revenueOn', { money: `\u2068${speech.money(rung.revenue)}\u2069` }),
      // Its room is kept before it is there.
      trend: isLadder ? (
        RungLine === null ? (
          <span />
        ) : (
          <RungLine ladder={key} rung={rung.key} name={speech.words(rung.name)} day={day} />
        )
      ) : undefined,
    };
  });
  const newHere = data?.rungs[0]?.entered ?? 0;

  return (
    <>
      <LadderTools
        ladders={ladders.data ?? []}
        current={key}
        title={listed === undefined ? undefined : speech.words(listed.name)}
        looked={looked}
      />
      {data === undefined ? (
        <LadderSkeleton />
      ) : data.total === 0 ? (
        day === today ? (
          <NobodyYet />
        ) : (
          <Notice title={t('ladder.nobodyThen.title')}>
            <p>{t('ladder.nobodyThen.text', { day: speech.day(day) })}</p>
          </Notice>
        )
      ) : (
        <div className={overview.isPlaceholderData ? styles.settling : undefined}>
          {data.publishing === null ? null : <Publishing publishing={data.publishing} />}
          <LadderFigures overview={data} look={look} />
          {isLadder ? (
            <Ladder
              rungs={rungs}
              gaps={gaps.map((gap) => ({
                up: peopleIn(gap.up),
                upShown: speech.number(peopleIn(gap.up)),
                down: peopleIn(gap.down),
                downShown: speech.number(peopleIn(gap.down)),
                story:
                  gap.conversion === null
                    ? undefined
                    : gap.medianDays === null
                      ? t('ladder.conversion', { share: speech.share(gap.conversion) })
                      : t('ladder.conversionAndTime', {
                          share: speech.share(gap.conversion),
                          time: sayDays(gap.medianDays),
                        }),
              }))}
              linkTo={linkTo}
              streamTo={(gap, direction, className, content) => (
                <StreamLink
                  ladder={key}
                  look={look}
                  flows={gaps[gap]?.[direction] ?? []}
                  nameOf={nameOf}
                  className={className}
                >
                  {content}
                </StreamLink>
              )}
              label={speech.words(data.name)}
              words={{ up: t('ladder.up'), down: t('ladder.down') }}
            />
          ) : (
            <Classes classes={rungs} linkTo={linkTo} label={speech.words(data.name)} />
          )}
          {newHere > 0 && isLadder ? (
            <p className={styles.newHere}>
              {t('ladder.newHere', { count: newHere, shown: speech.number(newHere) })}
            </p>
          ) : null}
          {BelowLadder === null ? (
            <BlockSkeleton height={420} />
          ) : (
            <BelowLadder overview={data} look={look} day={day} nameOf={nameOf} />
          )}
        </div>
      )}
    </>
  );
}
