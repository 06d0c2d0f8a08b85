import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LadderOverview } from '../../api/answers.ts';
import { dayOfAddress } from '../../language/speech.ts';
import { type LadderSearch, type MovesSearch, paths } from '../../paths.ts';
import { useSetting } from '../setting.ts';
import { Change } from './Change.tsx';
import { peopleIn } from './crossings.ts';
import styles from './LadderPage.module.css';

/** The whole ladder in a few numbers, each with what became of it since the period before. */
export function LadderFigures(props: { readonly overview: LadderOverview; readonly look: LadderSearch }) {
  const { t } = useTranslation();
  const { speech, session } = useSetting();
  const { overview, look } = props;
  const { rungs, revenue } = overview;
  const isLadder = overview.kind === 'ladder';
  const across = overview.flows.filter((flow) => flow.direction === 'across');
  const acrossBefore = across.reduce((sum, flow) => sum + flow.peopleBefore, 0);
  const sum = (of: 'revenue' | 'revenueBefore') => rungs.reduce((all, rung) => all + (rung[of] ?? 0), 0);
  const isCounted = revenue.countedAt !== null;
  const day = (address: string) => {
    const read = dayOfAddress(address);
    return read === null ? address : speech.day(read);
  };
  const toMoves = (direction: MovesSearch['direction'], content: ReactNode) => (
    <Link
      to={paths.moves}
      params={{ ladder: overview.ladder }}
      search={{ ...look, ...(direction === undefined ? {} : { direction }) }}
      className={styles.figureLink}
    >
      {content}
    </Link>
  );
  const mayLookAtPeople = session?.scopes.includes('people:read') === true && look.asOf === undefined;

  return (
    <>
      <dl className={styles.figures}>
        <div>
          <dt>{t('ladder.people')}</dt>
          <dd>
            {mayLookAtPeople ? (
              <Link to={paths.people} className={styles.figureLink}>
                {speech.number(overview.total)}
              </Link>
            ) : (
              speech.number(overview.total)
            )}
          </dd>
          <dd className={styles.change}>
            <Change now={overview.total} before={overview.totalBefore} />
          </dd>
        </div>
        <div>
          <dt>{t('ladder.entered')}</dt>
          <dd>{speech.number(overview.entered)}</dd>
          <dd className={styles.change}>
            <Change now={overview.entered} before={overview.enteredBefore} />
          </dd>
        </div>
        {isLadder ? (
          <>
            <div>
              <dt>{t('ladder.up')}</dt>
              <dd className={styles.up}>{toMoves('up', speech.number(overview.moves.up))}</dd>
              <dd className={styles.change}>
                <Change now={overview.moves.up} before={overview.movesBefore.up} />
              </dd>
            </div>
            <div>
              <dt>{t('ladder.down')}</dt>
              <dd className={styles.down}>{toMoves('down', speech.number(overview.moves.down))}</dd>
              <dd className={styles.change}>
                <Change now={overview.moves.down} before={overview.movesBefore.down} good="fewer" />
              </dd>
            </div>
          </>
        ) : (
          <div>
            <dt>{t('ladder.moved')}</dt>
            <dd>{toMoves(undefined, speech.number(peopleIn(across)))}</dd>
            <dd className={styles.change}>
              <Change now={peopleIn(across)} before={acrossBefore} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('ladder.revenue')}</dt>
          {isCounted ? (
            <dd className={styles.money}>
              <bdi>{speech.money(sum('revenue'))}</bdi>
            </dd>
          ) : (
            <dd className={styles.waiting}>{t('ladder.revenueCounting')}</dd>
          )}
          <dd className={styles.change}>
            {isCounted ? <Change now={sum('revenue')} before={sum('revenueBefore')} part /> : null}
          </dd>
        </div>
      </dl>
      <p className={styles.span}>
        <span>
          {t('ladder.span', {
            from: day(overview.period.from),
            to: day(overview.period.to),
            beforeFrom: day(overview.before.from),
            beforeTo: day(overview.before.to),
          })}
        </span>
        {revenue.countedAt === null ? null : (
          <span>
            {/* Money is counted beside the work of the day, so it says how old it is. */}
            {t('ladder.revenueAsOf', {
              day: speech.date(revenue.countedAt),
              time: speech.time(revenue.countedAt),
            })}
          </span>
        )}
      </p>
    </>
  );
}
