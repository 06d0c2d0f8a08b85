import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../../language/useRoom.ts';
import { paths } from '../../../paths.ts';
import spend from '../../insight/spend/Spend.module.css';
import panel from '../../people/PersonPage.module.css';
import { useSetting } from '../../setting.ts';
import { pipelinesQuery } from '../queries.ts';
import styles from './Deals.module.css';
import { personDealsQuery } from './queries.ts';
import { useDealWords } from './useDealWords.ts';

/** Every deal with one person: those under way, and what became of the others. */
export function PersonDeals({ person }: { readonly person: number }) {
  const { t } = useTranslation();
  const { asking, speech, session } = useSetting();
  const navigate = useNavigate();
  const isSaid = useRoom('salesDeals');
  const found = useQuery(personDealsQuery(asking, person));
  const pipelines = useQuery(pipelinesQuery(asking)).data ?? [];
  const words = useDealWords(found.data?.owners);
  if (!isSaid || found.data === undefined) return null;
  const { deals } = found.data;
  const mayWrite = session?.scopes.includes('sales:write') === true;
  return (
    <section className={panel.panel} aria-labelledby="person-deals">
      <h2 id="person-deals">{t('salesDeals.title')}</h2>
      {deals.length === 0 ? <p className="soft">{t('salesDeals.ofPerson.none')}</p> : null}
      <ul className={styles.ofPerson} aria-labelledby="person-deals">
        {deals.map((deal) => {
          const pipeline = pipelines.find(({ key }) => key === deal.pipeline)?.definition;
          const next = words.next(deal.next);
          const stall = words.stall(deal);
          return (
            <li key={deal.id}>
              <Link to={paths.salesDeal} params={{ deal: String(deal.id) }} className={spend.link}>
                <bdi style={{ whiteSpace: 'normal' }}>{deal.title}</bdi>
              </Link>
              <span className={spend.amount}>{words.amount(deal.amount)}</span>
              <span className="soft">
                {deal.state === 'lost'
                  ? t('salesDeals.list.lost', {
                      reason: pipeline === undefined ? '' : words.lost(pipeline, deal.lostReason),
                    })
                  : deal.state === 'won' && deal.finishedAt !== null
                    ? t('salesDeals.list.won', { day: speech.date(deal.closedAt ?? 0, 'short') })
                    : pipeline === undefined
                      ? deal.step
                      : words.step(pipeline, deal.step)}
                {' · '}
                <bdi>{words.owner(deal.owner)}</bdi>
              </span>
              {stall !== null ? (
                <span className={styles.cardStall}>{stall}</span>
              ) : next === null ? null : (
                <span className="soft">
                  <bdi style={{ whiteSpace: 'normal' }}>{next}</bdi>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {mayWrite ? (
        <Button
          size="small"
          variant="outlined"
          onClick={() => void navigate({ to: paths.salesDeals, search: { add: true, person } })}
        >
          {t('salesDeals.new.deed')}
        </Button>
      ) : null}
    </section>
  );
}
