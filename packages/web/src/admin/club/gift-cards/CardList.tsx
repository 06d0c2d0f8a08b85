import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { toLatinDigits } from '@nardeban/core/values';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { GiftCardIcon } from '../../../ui/icons.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { Views } from '../../insight/spend/Views.tsx';
import { useSetting } from '../../setting.ts';
import styles from '../vouchers/Codes.module.css';
import { Tail } from '../vouchers/CodeTable.tsx';
import { PersonOf } from '../vouchers/PersonOf.tsx';
import { CardMark } from './CardMark.tsx';
import { CARD_STATES, type GiftCardsSearch } from './gift-card-search.ts';
import { IssueDialog } from './IssueDialog.tsx';
import { Liability } from './Liability.tsx';
import { cardsQuery, type CardsAsked, type GiftCard } from './queries.ts';

type Changes = { readonly [Key in keyof GiftCardsSearch]?: GiftCardsSearch[Key] | undefined };

/** The cards there are, the newest first. */
export function CardList(props: {
  readonly asked: CardsAsked;
  readonly onChange: (changes: Changes) => void;
}) {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const [issuing, setIssuing] = useState(false);
  const { asked, onChange } = props;
  const [typed, setTyped] = useState(asked.tail ?? '');
  const cards = useInfiniteQuery(cardsQuery(asking, asked));
  const rows = cards.data?.pages.flatMap((page) => page.cards) ?? [];
  const mayWrite = session?.scopes.includes('club:write') === true;
  const isNarrowed = asked.state !== undefined || asked.tail !== undefined || asked.person !== undefined;
  const isEmpty = cards.data !== undefined && rows.length === 0 && !isNarrowed;
  const issue = (
    <Button variant="contained" onClick={() => setIssuing(true)}>
      {t('clubCodes.cards.issue')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('navigation.clubGiftCards')}
        meaning={t('clubCodes.cards.meaning')}
        actions={mayWrite && !isEmpty ? issue : undefined}
      />
      {isEmpty ? null : (
        <>
          <Liability />
          <div className={`${spend.tools} ${spend.bar} not-printed`}>
            <Views
              label={t('clubCodes.state')}
              value={asked.state ?? 'all'}
              views={[
                { value: 'all', label: t('clubCodes.cards.all') },
                ...CARD_STATES.map((one) => ({ value: one, label: t(`clubCodes.cards.stateOf.${one}`) })),
              ]}
              onChange={(state) => onChange({ state: state === 'all' ? undefined : state })}
            />
            <TextField
              size="small"
              label={t('clubCodes.cards.tail')}
              value={typed}
              onChange={(event) => {
                const text = toLatinDigits(event.target.value).trim();
                setTyped(text);
                if (text === '' || text.length === 4) onChange({ tail: text === '' ? undefined : text });
              }}
              autoComplete="off"
              slotProps={{ htmlInput: { dir: 'ltr', maxLength: 4, spellCheck: false } }}
              sx={{ inlineSize: { xs: '100%', sm: 240 } }}
            />
          </div>
        </>
      )}
      {cards.isError && rows.length === 0 ? (
        <FailureNotice error={cards.error} onRetry={() => void cards.refetch()} />
      ) : cards.data === undefined ? (
        <RowsSkeleton rows={5} columns={3} height={76} />
      ) : isEmpty ? (
        <EmptyState
          icon={<GiftCardIcon size={30} />}
          title={t('clubCodes.cards.none')}
          actions={mayWrite ? issue : null}
        >
          {t('clubCodes.cards.noneText')}
        </EmptyState>
      ) : rows.length === 0 ? (
        <EmptyState
          icon={<GiftCardIcon size={30} />}
          title={t('clubCodes.cards.noneHere')}
          actions={
            <Button
              variant="outlined"
              onClick={() => {
                setTyped('');
                onChange({ state: undefined, tail: undefined, person: undefined });
              }}
            >
              {t('clubCodes.cards.showAll')}
            </Button>
          }
        >
          {t('clubCodes.cards.noneHereText')}
        </EmptyState>
      ) : (
        <ul className={spend.rows} aria-label={t('navigation.clubGiftCards')}>
          {rows.map((card) => (
            <li key={card.id}>
              <CardRow card={card} />
            </li>
          ))}
        </ul>
      )}
      {cards.hasNextPage ? (
        <div className={`${spend.more} not-printed`}>
          <Button
            variant="outlined"
            loading={cards.isFetchingNextPage}
            onClick={() => void cards.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
      {issuing ? <IssueDialog onClose={() => setIssuing(false)} /> : null}
    </>
  );
}

function CardRow({ card }: { readonly card: GiftCard }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  return (
    <div className={spend.row}>
      <div className={`${spend.what} ${styles.long}`}>
        <strong>
          <Link to={paths.clubGiftCards} search={{ card: card.id }} className={spend.link}>
            {t('clubCodes.cards.card')} <Tail tail={card.tail} />
          </Link>
        </strong>{' '}
        <CardMark card={card} />
        <div className={spend.about}>
          <span>
            {card.person === null ? t('clubCodes.cards.bearer') : <PersonOf person={card.person} />}
          </span>
          {card.expiresAt === null ? null : (
            <span>{t('clubCodes.until', { until: speech.date(card.expiresAt - 1, 'short') })}</span>
          )}
          {card.note === '' ? null : (
            <span>
              <bdi>{card.note}</bdi>
            </span>
          )}
          <span>
            {t('clubCodes.madeBy', {
              name: `\u2068${card.madeBy}\u2069`,
              day: speech.date(card.madeAt, 'short'),
            })}
          </span>
        </div>
      </div>
      <span className={spend.amount}>{speech.money(card.available)}</span>
    </div>
  );
}
