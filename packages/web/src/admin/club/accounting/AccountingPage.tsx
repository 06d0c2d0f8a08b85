import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { BookIcon } from '../../../ui/icons.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { CardsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { keepFile } from '../../insight/chart/keep-file.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useAddress } from '../../insight/spend/useAddress.ts';
import { useSetting } from '../../setting.ts';
import { AccountsDialog } from './AccountsDialog.tsx';
import { monthToClose, readBooks } from './books-search.ts';
import { Debtors } from './Debtors.tsx';
import { GiftCards } from './GiftCards.tsx';
import { History } from './History.tsx';
import { accountsQuery, type Books, BOOKS_CHANGED, booksQuery, journalText } from './queries.ts';
import { MonthSection } from './MonthSection.tsx';
import { OpenOffers } from './OpenOffers.tsx';
import { RollForward } from './RollForward.tsx';
import { useBookWords } from './words.ts';

/** The books of the club: everything rolled forward and proved, what it comes to in money, and months closed for good. */
export function AccountingPage() {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const books = useQuery(booksQuery(asking));
  const mayWrite = session?.scopes.includes('club:write') === true;
  if (books.data === undefined)
    return books.isError ? (
      <FailureNotice error={books.error} onRetry={() => void books.refetch()} />
    ) : (
      <>
        <PageHeader title={t('clubBooks.title')} meaning={t('clubBooks.meaning')} />
        <CardsSkeleton cards={3} height={180} />
      </>
    );
  if (books.data.months.length === 0)
    return (
      <>
        <PageHeader title={t('clubBooks.title')} meaning={t('clubBooks.meaning')} />
        <EmptyState icon={<BookIcon size={30} />} title={t('clubBooks.none')}>
          {t('clubBooks.noneText')}
        </EmptyState>
      </>
    );
  return <OpenBooks books={books.data} mayWrite={mayWrite} />;
}

function OpenBooks({ books, mayWrite }: { readonly books: Books; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const words = useBookWords();
  const [search, change] = useAddress(readBooks);
  const [isNaming, setNaming] = useState(false);
  const accounts = useQuery({ ...accountsQuery(asking), enabled: isNaming });
  const newest = books.months.at(-1) ?? '';
  const month = books.months.find((one) => one === search.month) ?? newest;
  const rolling = useDeed({
    send: (_: null, headers) => answerOf(api.POST('/v1/club/accounting/roll', { headers })),
    refresh: BOOKS_CHANGED,
    said: ({ wrong }) => t(wrong.length === 0 ? 'clubBooks.proved' : 'clubBooks.notProved'),
  });
  const exporting = useDeed({
    send: async (one: string) => journalText(asking, one, one),
    onDone: (text, one) => keepFile(`club-journal-${one}.csv`, text),
  });
  return (
    <>
      <PageHeader
        title={t('clubBooks.title')}
        meaning={t('clubBooks.meaning')}
        actions={
          <>
            {mayWrite ? (
              <Button variant="outlined" loading={rolling.pending} onClick={() => void rolling.run(null)}>
                {t('clubBooks.roll')}
              </Button>
            ) : null}
            <Button variant="outlined" loading={exporting.pending} onClick={() => void exporting.run(month)}>
              {t('clubBooks.export')}
            </Button>
            {mayWrite ? (
              <Button color="inherit" onClick={() => setNaming(true)}>
                {t('clubBooks.accounts.title')}
              </Button>
            ) : null}
          </>
        }
      />
      <ProofNotice books={books} />
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <TextField
          select
          size="small"
          label={t('clubBooks.month')}
          value={month}
          onChange={(event) =>
            change({ month: event.target.value === newest ? undefined : event.target.value })
          }
          sx={{ minInlineSize: { xs: '100%', sm: 190 } }}
        >
          {books.months.toReversed().map((one) => (
            <MenuItem key={one} value={one}>
              {words.month(one)}
            </MenuItem>
          ))}
        </TextField>
        {mayWrite ? <CloseMonth books={books} /> : null}
      </div>
      {books.rolledAt === null ? (
        <p className="soft">{t('clubBooks.notRolled')}</p>
      ) : (
        <p className="soft">
          {t('clubBooks.rolledAt', { day: speech.date(books.rolledAt), time: speech.time(books.rolledAt) })}
        </p>
      )}
      <RollForward to={month} />
      <MonthSection books={books} month={month} mayWrite={mayWrite} search={search} onChange={change} />
      <GiftCards />
      <OpenOffers />
      <Debtors />
      <History books={books} />
      {isNaming && accounts.data !== undefined ? (
        <AccountsDialog
          key={accounts.data.revision}
          accounts={accounts.data}
          onClose={() => setNaming(false)}
        />
      ) : null}
    </>
  );
}

/** Whether the books come to what members hold. */
function ProofNotice({ books }: { readonly books: Books }) {
  const { t } = useTranslation();
  const words = useBookWords();
  const wrong = books.proof.filter(({ difference }) => difference !== 0);
  if (books.proof.length === 0) return null;
  return (
    <Alert severity={wrong.length === 0 ? 'success' : 'error'} sx={{ marginBlockEnd: 2.5 }}>
      {wrong.length === 0
        ? t('clubBooks.proved')
        : wrong
            .map(({ wallet, difference }) =>
              t('clubBooks.differs', { wallet: words.wallet(wallet), units: words.units(difference) }),
            )
            .join(' ')}
    </Alert>
  );
}

/** Closes the month whose turn it is, for good. */
function CloseMonth({ books }: { readonly books: Books }) {
  const { t } = useTranslation();
  const words = useBookWords();
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const due = monthToClose(books);
  const closing = useDeed({
    send: ({ month, note: said }: { month: string; note: string }, headers) =>
      answerOf(
        api.POST('/v1/club/accounting/months/{month}/close', {
          params: { path: { month } },
          body: said === '' ? {} : { note: said },
          headers,
        }),
      ),
    refresh: BOOKS_CHANGED,
    said: ({ month }) => t('clubBooks.close.done', { month: words.month(month) }),
  });
  if (due === null) return null;
  const month = words.month(due);
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {t('clubBooks.close.title', { month })}
      </Button>
      <ConfirmDialog
        open={isOpen}
        title={t('clubBooks.close.title', { month })}
        deed={t('clubBooks.close.deed')}
        onConfirm={() => closing.attempt({ month: due, note: note.trim() })}
        onClose={() => setOpen(false)}
      >
        <p>{t('clubBooks.close.text')}</p>
        <TextField
          fullWidth
          multiline
          size="small"
          label={t('clubBooks.close.note')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 500, dir: 'auto' } }}
        />
      </ConfirmDialog>
    </>
  );
}
