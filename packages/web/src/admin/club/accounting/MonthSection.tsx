import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { Views } from '../../insight/spend/Views.tsx';
import { useSetting } from '../../setting.ts';
import type { BooksSearch } from './books-search.ts';
import { Cohorts } from './Cohorts.tsx';
import { MonthMoney } from './MonthMoney.tsx';
import { PartnerMonths } from './PartnerMonths.tsx';
import { Paying } from './Paying.tsx';
import { type Books, monthQuery } from './queries.ts';
import { Redemption } from './Redemption.tsx';
import { TermsDialog } from './TermsDialog.tsx';
import { useBookWords } from './words.ts';

type Changes = { readonly [Key in keyof BooksSearch]?: BooksSearch[Key] | undefined };

/** A month in money, and for one wallet the cohorts behind it and what is expected of them. */
export function MonthSection(props: {
  readonly books: Books;
  readonly month: string;
  readonly mayWrite: boolean;
  readonly search: BooksSearch;
  readonly onChange: (changes: Changes) => void;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const words = useBookWords();
  const { books, month, mayWrite, search, onChange } = props;
  const [isSaying, setSaying] = useState(false);
  const found = useQuery(monthQuery(asking, month));
  if (found.data === undefined)
    return found.isError ? (
      <FailureNotice error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <BlockSkeleton height={320} />
    );
  const { wallets } = found.data;
  const persons = wallets.filter(({ holder }) => holder === 'person').map(({ wallet }) => wallet);
  const wallet = persons.find((one) => one === search.wallet) ?? persons[0];
  const closed = new Set(books.closed.map((one) => one.month));
  return (
    <>
      <h2 style={{ marginBlockStart: 40 }}>{t('clubBooks.inMoney', { month: words.month(month) })}</h2>
      {wallets.map((one) => (
        <MonthMoney key={`${one.holder} ${one.wallet}`} month={one} />
      ))}
      {wallet === undefined ? null : (
        <>
          <section className={spend.section} aria-labelledby="club-cohorts">
            <h2 id="club-cohorts">{t('clubBooks.cohorts')}</h2>
            <p>{t('clubBooks.cohortsText')}</p>
            <div className={`${spend.tools} ${spend.bar} not-printed`}>
              {persons.length > 1 ? (
                <Views
                  label={t('clubBooks.wallet')}
                  value={wallet}
                  views={persons.map((value) => ({ value, label: words.wallet(value) }))}
                  onChange={(value) => onChange({ wallet: value })}
                />
              ) : null}
              {mayWrite ? (
                <Button variant="outlined" onClick={() => setSaying(true)}>
                  {t('clubBooks.terms.say')}
                </Button>
              ) : null}
            </div>
            <Cohorts month={month} wallet={wallet} />
          </section>
          <Redemption key={wallet} wallet={wallet} mayWrite={mayWrite} />
        </>
      )}
      <PartnerMonths partners={found.data.partners} />
      <Paying
        month={month}
        aspect={search.aspect ?? 'rule'}
        onAspect={(aspect) => onChange({ aspect: aspect === 'rule' ? undefined : aspect })}
      />
      {isSaying && wallet !== undefined ? (
        <TermsDialog
          key={wallet}
          wallet={wallet}
          terms={books.terms.findLast((one) => one.wallet === wallet)}
          months={books.months.filter((one) => !closed.has(one))}
          onClose={() => setSaying(false)}
        />
      ) : null}
    </>
  );
}
