import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../../language/useRoom.ts';
import { paths } from '../../../paths.ts';
import spend from '../../insight/spend/Spend.module.css';
import panel from '../../people/PersonPage.module.css';
import { useSetting } from '../../setting.ts';
import { Clock } from './Clock.tsx';
import styles from './Leads.module.css';
import { personLeadsQuery } from './queries.ts';
import { Scores } from './Scores.tsx';
import { useLeadWords } from './useLeadWords.ts';

/** The interest somebody shows: their open lead with its scores, and what became of those before. */
export function LeadCard({ person }: { readonly person: number }) {
  const { t } = useTranslation();
  const { asking, speech, session } = useSetting();
  const navigate = useNavigate();
  const isSaid = useRoom('salesLeads');
  const found = useQuery(personLeadsQuery(asking, person));
  const words = useLeadWords(found.data?.owners);
  if (!isSaid || found.data === undefined) return null;
  const { leads, now } = found.data;
  const open = leads.find(({ state, behind }) => state !== 'closed' && behind === null);
  const before = leads.filter((lead) => lead !== open);
  const mayWrite = session?.scopes.includes('sales:write') === true;
  const because = open === undefined ? '' : words.because(open);
  return (
    <section className={panel.panel} aria-labelledby="person-lead">
      <h2 id="person-lead">{t('salesLeads.card.title')}</h2>
      {open === undefined ? (
        <p className="soft">{t('salesLeads.card.none')}</p>
      ) : (
        <div className={styles.card}>
          <Clock lead={open} words={words} now={now} />
          <Scores fit={open.fit} engagement={open.engagement} definition={words.definition} />
          {because === '' ? null : <p className={styles.because}>{because}</p>}
          <div>
            <Link to={paths.salesLeads} search={{ lead: open.id }} className={spend.link}>
              {t('salesLeads.card.open')}
            </Link>
          </div>
        </div>
      )}
      {before.length === 0 ? null : (
        <ul className={styles.history}>
          {before.map((lead) => (
            <li key={lead.id} className={styles.handing}>
              <Link to={paths.salesLeads} search={{ lead: lead.id }} className={spend.link}>
                {t('salesLeads.cameOn', { day: speech.date(lead.capturedAt, 'short') })}
              </Link>{' '}
              <span className="soft">
                {lead.state === 'closed' ? words.reason(lead.reason) : t(`salesLeads.state.${lead.state}`)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {open === undefined && mayWrite ? (
        <Button
          size="small"
          variant="outlined"
          onClick={() => void navigate({ to: paths.salesLeads, search: { add: true, person } })}
        >
          {t('salesLeads.add.deed')}
        </Button>
      ) : null}
    </section>
  );
}
