import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { Sheet } from '../../../ui/Sheet.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { Pending } from './Pending.tsx';
import { type Asked, behindQuery } from './queries.ts';
import type { Pipeline } from './report-props.ts';
import styles from './Reports.module.css';
import type { LookedInto } from './reports-search.ts';
import { useStepName } from './useReportCells.tsx';

/** The deals behind a figure that was clicked. */
export function DealsBehind(props: {
  readonly asked: Asked;
  readonly pipeline: Pipeline;
  readonly into: LookedInto | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { into } = props;
  return (
    <Sheet open={into !== undefined} title={t('salesReports.behind.title')} onClose={props.onClose}>
      {into === undefined ? null : <List asked={props.asked} pipeline={props.pipeline} into={into} />}
    </Sheet>
  );
}

function List({
  asked,
  pipeline,
  into,
}: {
  readonly asked: Asked;
  readonly pipeline: Pipeline;
  readonly into: LookedInto;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const nameOf = useStepName(pipeline);
  const told = useInfiniteQuery(behindQuery(asking, asked, into));
  if (told.data === undefined) return <Pending told={told} />;
  const deals = told.data.pages.flatMap((page) => page.deals);
  if (deals.length === 0) return <p className="soft">{t('salesReports.behind.none')}</p>;
  return (
    <>
      <ul className={styles.deals}>
        {deals.map((deal) => (
          <li key={deal.id}>
            <Link to={paths.salesDeal} params={{ deal: String(deal.id) }} className={spend.link}>
              <bdi>{deal.title}</bdi>
            </Link>
            <span>{deal.amount === null ? '–' : speech.money(deal.amount)}</span>
            <small>
              <bdi>{deal.person.name ?? t('salesReports.behind.nameless')}</bdi>
              {' · '}
              {deal.state === 'open' ? nameOf(deal.step) : t(`salesReports.state.${deal.state}`)}
            </small>
            <small>{speech.date(deal.closedAt ?? deal.openedAt, 'short')}</small>
          </li>
        ))}
      </ul>
      {told.hasNextPage ? (
        <div className={spend.more}>
          <Button onClick={() => void told.fetchNextPage()} disabled={told.isFetchingNextPage}>
            {t('salesReports.behind.more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
