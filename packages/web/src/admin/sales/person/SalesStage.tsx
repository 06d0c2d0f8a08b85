import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { explanationQuery, laddersQuery } from '../../../api/queries.ts';
import { paths } from '../../../paths.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from './PersonSales.module.css';

const STAGES = 'sales-stages';

/** On which of the stages of sales they stand, with the way to the reasons; nothing in a business that has no stages. */
export function SalesStage({ person }: { readonly person: number }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const ladders = useQuery(laddersQuery(asking)).data ?? [];
  const stages = ladders.find(({ key }) => key === STAGES);
  const place = useQuery({
    ...explanationQuery(asking, String(person), STAGES, undefined),
    enabled: stages !== undefined,
  }).data;
  if (stages === undefined || place === undefined || place.rung === null) return null;
  const stage = stages.places.find(({ key }) => key === place.rung);
  return (
    <p className={styles.stage}>
      <span className="soft">{t('sales.stage')}</span>{' '}
      <Link
        to={paths.person}
        params={{ person: String(person) }}
        search={{ ladder: STAGES, tab: 'sales' }}
        className={spend.link}
      >
        <strong>{stage === undefined ? place.rung : speech.words(stage.name)}</strong>
      </Link>{' '}
      <span className="soft">{t('sales.stageSince', { day: speech.date(place.since) })}</span>
    </p>
  );
}
