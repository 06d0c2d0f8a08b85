import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../../language/useRoom.ts';
import { PlusIcon } from '../../../ui/icons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import { memoryQuery } from '../memory/queries.ts';
import { dealQuery } from '../deals/queries.ts';
import styles from './Agreement.module.css';
import { AgreementRow } from './AgreementRow.tsx';
import { agreementsQuery, paperQuery } from './queries.ts';
import { QuotationDialog } from './QuotationDialog.tsx';
import { WantsDialog } from './WantsDialog.tsx';

/** What is agreed on with a customer: the wants read back, quotations, and what came of them. */
export function Agreements({ deal, person }: { readonly deal: number; readonly person: number }) {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const isSaid = useRoom('salesAgreement');
  const title = useId();
  const [making, setMaking] = useState<'wants' | 'quotation' | null>(null);
  const [opened, setOpened] = useState<number | null>(null);
  const found = useQuery(agreementsQuery(asking, deal));
  const paper = useQuery(paperQuery(asking));
  const mayWrite = session?.scopes.includes('sales:write') === true;
  const matter = useQuery({ ...dealQuery(asking, deal), enabled: making !== null, refetchInterval: false });
  const memory = useQuery({ ...memoryQuery(asking, person, deal), enabled: making === 'wants' });
  if (!isSaid) return null;
  if (found.isError && found.data === undefined)
    return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  const done = ({ id }: { readonly id: number }) => {
    setMaking(null);
    setOpened(id);
  };
  const known = (memory.data?.notes ?? [])
    .filter(({ kind }) => kind === 'need' || kind === 'want' || kind === 'like')
    .map(({ text, product }) => text || product)
    .reverse();
  return (
    <section className={styles.card} aria-labelledby={title}>
      <div className={styles.heading}>
        <h2 id={title}>{t('salesAgreement.title')}</h2>
        {mayWrite ? (
          <div className={styles.tools}>
            <Button variant="outlined" startIcon={<PlusIcon size={18} />} onClick={() => setMaking('wants')}>
              {t('salesAgreement.wants.new')}
            </Button>
            <Button
              variant="contained"
              startIcon={<PlusIcon size={18} />}
              onClick={() => setMaking('quotation')}
            >
              {t('salesAgreement.quotation.new')}
            </Button>
          </div>
        ) : null}
      </div>
      {found.data === undefined ? (
        <Skeleton height={90} />
      ) : found.data.length === 0 ? (
        <p className={styles.soft}>{t('salesAgreement.none')}</p>
      ) : (
        <ul className={styles.list}>
          {found.data.map((agreement, place) => (
            <AgreementRow
              key={agreement.id}
              agreement={agreement}
              isOpen={opened === null ? place === 0 : opened === agreement.id}
              mayWrite={mayWrite}
              onToggle={(isOpen) => setOpened(isOpen ? agreement.id : 0)}
            />
          ))}
        </ul>
      )}
      {making === 'wants' && memory.data !== undefined ? (
        <WantsDialog deal={deal} known={known} kept={null} onDone={done} onClose={() => setMaking(null)} />
      ) : null}
      {making === 'quotation' && paper.data !== undefined && matter.data !== undefined ? (
        <QuotationDialog
          deal={deal}
          person={person}
          products={matter.data.deal.products}
          paper={paper.data}
          kept={null}
          onDone={done}
          onClose={() => setMaking(null)}
        />
      ) : null}
    </section>
  );
}
