import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, headersOf } from '../../api/client.ts';
import { asFailure, Failure } from '../../failure/failure.ts';
import { failureText } from '../../failure/failure-text.ts';
import { LeftToRight } from '../../ui/LeftToRight.tsx';
import { GiftCardIcon, TrashIcon, VoucherIcon } from '../../ui/icons.tsx';
import { useSetting } from '../setting.ts';
import { RewardsGiven } from './RewardsGiven.tsx';
import { isCardCode, type Sale } from './sale.ts';
import styles from './Till.module.css';
import { clubQuery } from './till-queries.ts';
import { UseUnits } from './UseUnits.tsx';
import { goTo } from './useTillKeys.ts';
import type { ClubWords } from './wording.ts';

export const CODE_FIELD = 'till-code';

/** What is shown at the till besides money: codes, gift cards, points, rewards. */
export function ExtrasPanel(props: {
  readonly sale: Sale;
  readonly words: ClubWords;
  readonly isOnline: boolean;
  readonly onChange: (next: (before: Sale) => Sale) => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const { sale, words, onChange, isOnline } = props;
  const { customer } = sale;
  const person = customer.kind === 'known' ? customer.person : null;
  const { data: club } = useQuery(clubQuery(asking, person?.id ?? null));
  const [code, setCode] = useState('');
  const [told, setTold] = useState<string | null>(null);

  const taking = useMutation<(before: Sale) => Sale, Failure, string>({
    networkMode: 'always',
    retry: 0,
    mutationFn: (text) => (isCardCode(text) ? takeCard(text) : takeVoucher(text)),
  });
  /** Looked up once: a basket that is priced at every key would count a wrong code as one more guess each time. */
  const takeCard = async (text: string): Promise<(before: Sale) => Sale> => {
    const card = await failing(
      answerOf(api.POST('/v1/club/gift-cards/check', { body: { code: text }, headers: headersOf(asking) })),
    );
    if (card.refused !== null) throw new Failure('refused', card.refused);
    return (before) => ({
      ...before,
      cards: [
        ...before.cards.filter(({ id }) => id !== card.id),
        { id: card.id, code: text, available: card.available, amount: null },
      ],
    });
  };
  const takeVoucher = async (text: string): Promise<(before: Sale) => Sale> => {
    const voucher = await failing(
      answerOf(
        api.POST('/v1/club/vouchers/check', {
          body: { code: text, ...(person === null ? {} : { person: person.id }) },
          headers: headersOf(asking),
        }),
      ),
    );
    if (voucher.refused !== null) throw new Failure('refused', voucher.refused);
    return (before) => ({
      ...before,
      codes: [
        ...before.codes.filter(({ id }) => id !== voucher.id),
        { id: voucher.id, code: text, name: voucher.name },
      ],
    });
  };
  const enter = async () => {
    const text = code.trim();
    if (text === '' || taking.isPending) return;
    setTold(null);
    try {
      onChange(await taking.mutateAsync(text));
      setCode('');
      goTo(CODE_FIELD);
    } catch (error) {
      setTold(failureText(asFailure(error), t));
    }
  };

  return (
    <section className={styles.card} aria-labelledby="till-extras">
      <h2 id="till-extras">{t('till.extras.title')}</h2>
      <div className={styles.entry}>
        <TextField
          id={CODE_FIELD}
          label={t('till.extras.code')}
          value={code}
          disabled={!isOnline}
          onChange={({ target }) => {
            setCode(target.value);
            setTold(null);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void enter();
          }}
          error={told !== null}
          helperText={told ?? t(isOnline ? 'till.extras.codeHelp' : 'till.extras.offline')}
          autoComplete="off"
          fullWidth
          slotProps={{
            htmlInput: { dir: 'ltr', maxLength: 400, autoCapitalize: 'off', spellCheck: false },
            // Why nothing can be entered has to be readable.
            ...(isOnline ? {} : { formHelperText: { disabled: false } }),
          }}
        />
        <Button
          variant="outlined"
          className={styles.beside}
          loading={taking.isPending}
          disabled={!isOnline}
          onClick={() => void enter()}
        >
          {t('till.extras.take')}
        </Button>
      </div>
      {sale.codes.length + sale.cards.length === 0 ? null : (
        <ul className={styles.taken} aria-label={t('till.extras.taken')}>
          {sale.codes.map((one) => (
            <li key={`v${one.id}`}>
              <VoucherIcon size={18} />
              <span className={styles.takenName}>
                <bdi>{one.name}</bdi>{' '}
                <span className={styles.soft}>
                  <LeftToRight>{one.code}</LeftToRight>
                </span>
              </span>
              <IconButton
                size="small"
                aria-label={t('till.extras.remove', { name: one.name })}
                onClick={() =>
                  onChange((before) => ({ ...before, codes: before.codes.filter(({ id }) => id !== one.id) }))
                }
              >
                <TrashIcon size={16} />
              </IconButton>
            </li>
          ))}
          {sale.cards.map((one) => (
            <li key={`c${one.id}`}>
              <GiftCardIcon size={18} />
              <span className={styles.takenName}>
                {t('till.extras.card', { tail: one.code.slice(-4).toUpperCase() })}{' '}
                <span className={styles.soft}>
                  {t('till.extras.available', { amount: speech.money(one.available) })}
                </span>
              </span>
              <IconButton
                size="small"
                aria-label={t('till.extras.remove', { name: one.code.slice(-4) })}
                onClick={() =>
                  onChange((before) => ({ ...before, cards: before.cards.filter(({ id }) => id !== one.id) }))
                }
              >
                <TrashIcon size={16} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {person?.balances
        .filter(({ available, worth }) => available > 0 && worth > 0)
        .map((balance) => (
          <UseUnits
            key={balance.wallet}
            balance={balance}
            name={words.wallet(balance.wallet)}
            sale={sale}
            isOnline={isOnline}
            onChange={(units) =>
              onChange((before) => ({ ...before, use: { ...before.use, [balance.wallet]: units } }))
            }
          />
        ))}
      {club === undefined || club.rewards.length === 0 || person === null ? null : (
        <RewardsGiven
          rewards={club.rewards}
          person={person}
          sale={sale}
          words={words}
          isOnline={isOnline}
          onChange={onChange}
        />
      )}
    </section>
  );
}

async function failing<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    throw asFailure(error);
  }
}
