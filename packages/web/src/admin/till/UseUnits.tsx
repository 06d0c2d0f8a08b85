import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { readNumber } from '@nardeban/core/values';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../setting.ts';
import type { Balance } from './answers.ts';
import { requestOf, type Sale } from './sale.ts';
import styles from './Till.module.css';
import { priceQuery } from './till-queries.ts';
import { goTo } from './useTillKeys.ts';

export const unitsField = (wallet: string): string => `till-use-${wallet}`;

/** How many units of a wallet are to pay: the customer says, and the till says how many could. */
export function UseUnits(props: {
  readonly balance: Balance;
  readonly name: string;
  readonly sale: Sale;
  readonly isOnline: boolean;
  readonly onChange: (units: number) => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const { balance, name, sale, isOnline } = props;
  const { wallet, available } = balance;
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = sale.use[wallet] ?? 0;
  // What would be taken if all of it were offered: the server alone knows steps, shares and what rewards cost.
  const everything = requestOf({ ...sale, use: { ...sale.use, [wallet]: available } });
  const probe = useQuery(priceQuery(asking, everything, isOnline));
  const spent = probe.data?.quote.priced.spent.find(
    (one) => one.wallet === wallet && one.reward === undefined,
  );
  const most = everything === null || probe.data == null ? null : (spent?.points ?? 0);
  const read = typed === null || typed.trim() === '' ? null : readNumber(typed, { grouping: 'thousands' });
  const isWrong = read !== null && (!read.ok || !Number.isInteger(read.value) || read.value < 0);
  const give = (text: string) => {
    setTyped(text);
    const found = text.trim() === '' ? 0 : readNumber(text, { grouping: 'thousands' });
    const units = typeof found === 'number' ? found : found.ok ? found.value : 0;
    props.onChange(Number.isInteger(units) && units >= 0 ? Math.min(units, 1e15) : 0);
  };
  return (
    <div className={styles.entry}>
      <TextField
        id={unitsField(wallet)}
        label={t('till.extras.use', { wallet: name })}
        value={typed ?? (chosen === 0 ? '' : speech.number(chosen))}
        disabled={!isOnline}
        onChange={({ target }) => give(target.value)}
        onBlur={() => {
          if (!isWrong) setTyped(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          setTyped(null);
          goTo('till-pay');
        }}
        error={isWrong}
        helperText={
          isWrong
            ? t('till.extras.wholeNumber')
            : most === null
              ? t('till.extras.has', { units: speech.number(available) })
              : t('till.extras.most', { most: speech.number(most), units: speech.number(available) })
        }
        autoComplete="off"
        fullWidth
        slotProps={{ htmlInput: { inputMode: 'numeric', dir: 'ltr', style: { textAlign: 'start' } } }}
      />
      <Button
        variant="outlined"
        className={styles.beside}
        disabled={!isOnline || most === null || most === 0}
        onClick={() => {
          setTyped(null);
          props.onChange(chosen === most ? 0 : (most ?? 0));
        }}
      >
        {t(chosen > 0 && chosen === most ? 'till.extras.useNone' : 'till.extras.useMost')}
      </Button>
    </div>
  );
}
