import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import spend from '../../insight/spend/Spend.module.css';
import styles from './Leads.module.css';
import { QUALIFICATION_CHANGED, type QualificationPage } from './queries.ts';
import type { LeadWords } from './useLeadWords.ts';

/** Among whom leads are dealt out in turn. It holds at once: it is no part of what marketing and sales agree on. */
export function Sellers(props: {
  readonly page: QualificationPage;
  readonly words: LeadWords;
  readonly mayChange: boolean;
}) {
  const { t } = useTranslation();
  const { page, words, mayChange } = props;
  const choosing = useDeed({
    send: (sellers: readonly string[], headers) =>
      answerOf(api.PUT('/v1/sales/qualification/sellers', { body: { sellers: [...sellers] }, headers })),
    refresh: QUALIFICATION_CHANGED,
    said: () => t('salesLeads.define.sellersKept'),
  });
  return (
    <section className={styles.part} aria-labelledby="lead-sellers">
      <h2 id="lead-sellers">{t('salesLeads.define.sellers')}</h2>
      <p>
        {t(page.sellers.length === 0 ? 'salesLeads.define.sellersNone' : 'salesLeads.define.sellersText')}
      </p>
      <div className={spend.tools}>
        {words.colleagues.map(({ id, name }) => (
          <FormControlLabel
            key={id}
            label={<bdi>{name}</bdi>}
            control={
              <Checkbox
                checked={page.sellers.includes(id)}
                disabled={!mayChange || choosing.pending}
                onChange={(event) =>
                  void choosing.run(
                    event.target.checked ? [...page.sellers, id] : page.sellers.filter((one) => one !== id),
                  )
                }
              />
            }
          />
        ))}
      </div>
    </section>
  );
}
