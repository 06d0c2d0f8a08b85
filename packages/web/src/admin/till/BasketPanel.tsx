import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { readNumber } from '@nardeban/core/values';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BasketIcon, GiftCardIcon, PlusIcon, TrashIcon } from '../../ui/icons.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { Views } from '../insight/spend/Views.tsx';
import { useSetting } from '../setting.ts';
import { MoneyField } from './MoneyField.tsx';
import { knownPrice, rememberPrice } from './prices.ts';
import { AMOUNT_ITEM, CARD_ITEM, type Line, MOST_LINES, type Sale, withLine, withQuantity } from './sale.ts';
import styles from './Till.module.css';
import { goTo } from './useTillKeys.ts';
import { nameOfItem } from './wording.ts';

export const ITEM_FIELD = 'till-item';
export const AMOUNT_FIELD = 'till-amount';
const PRICE_FIELD = 'till-price';

/** What is bought: lines rung up one by one, or an amount alone. */
export function BasketPanel(props: {
  readonly sale: Sale;
  readonly isOnline: boolean;
  readonly onChange: (next: (before: Sale) => Sale) => void;
  /** Enter on an empty code: nothing more comes. */
  readonly onDone: () => void;
  /** What the server found wrong, by its field. */
  readonly fault: (field: string) => string | undefined;
}) {
  const { t } = useTranslation();
  const { sale, onChange } = props;
  const isByLines = sale.by === 'lines';
  return (
    <section className={styles.card} aria-labelledby="till-basket">
      <div className={styles.head}>
        <h2 id="till-basket">{t('till.basket.title')}</h2>
        <Views
          label={t('till.basket.by')}
          value={sale.by}
          views={[
            { value: 'lines', label: t('till.basket.lines') },
            { value: 'amount', label: t('till.basket.amount') },
          ]}
          onChange={(by) => {
            onChange((before) => ({ ...before, by }));
            goTo(by === 'lines' ? ITEM_FIELD : AMOUNT_FIELD);
          }}
        />
      </div>
      {isByLines ? (
        <Lines {...props} />
      ) : (
        <MoneyField
          id={AMOUNT_FIELD}
          label={t('till.basket.amountField')}
          value={sale.amount}
          onChange={(amount) => onChange((before) => ({ ...before, amount }))}
          onEnter={(amount) => {
            if (amount !== null && amount > 0) props.onDone();
          }}
          fault={props.fault('basket')}
        />
      )}
    </section>
  );
}

function Lines({
  sale,
  isOnline,
  onChange,
  onDone,
  fault,
}: {
  readonly sale: Sale;
  readonly isOnline: boolean;
  readonly onChange: (next: (before: Sale) => Sale) => void;
  readonly onDone: () => void;
  readonly fault: (field: string) => string | undefined;
}) {
  const { t } = useTranslation();
  const { speech, session } = useSetting();
  const business = session?.business.slug ?? '';
  const [item, setItem] = useState('');
  const [price, setPrice] = useState<number | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const last = sale.lines.at(-1);

  const add = (unitPrice: number | null) => {
    if (unitPrice === null) return setTold(t('till.basket.priceNeeded'));
    if (sale.lines.length >= MOST_LINES)
      return setTold(t('till.basket.full', { most: speech.number(MOST_LINES) }));
    const code = item.trim() || AMOUNT_ITEM;
    if (code !== AMOUNT_ITEM) rememberPrice(business, code, unitPrice);
    onChange((before) => withLine(before, { item: code, quantity: 1, unitPrice }));
    setItem('');
    setPrice(null);
    setTold(null);
    goTo(ITEM_FIELD);
  };
  const addCard = () => {
    if (price === null || price === 0) {
      setTold(t('till.basket.cardNeeded'));
      return goTo(PRICE_FIELD);
    }
    onChange((before) => withLine(before, { item: CARD_ITEM, quantity: 1, unitPrice: price, card: true }));
    setPrice(null);
    setTold(null);
    goTo(ITEM_FIELD);
  };
  const enterItem = () => {
    const code = item.trim();
    if (code === '') return sale.lines.length > 0 ? onDone() : goTo(PRICE_FIELD);
    const known = sale.lines.find((one) => one.item === code)?.unitPrice ?? knownPrice(business, code);
    // A product that was sold here before is rung up by its code alone; its price stands in the line to be changed.
    if (known === null) goTo(PRICE_FIELD);
    else add(known);
  };
  const onItemKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      enterItem();
    } else if (item === '' && last !== undefined && ['+', '=', '-'].includes(event.key)) {
      event.preventDefault();
      onChange((before) => withQuantity(before, last.id, last.quantity + (event.key === '-' ? -1 : 1)));
    }
  };
  return (
    <>
      <div className={styles.ringing}>
        <TextField
          id={ITEM_FIELD}
          label={t('till.basket.code')}
          value={item}
          onChange={({ target }) => {
            setItem(target.value);
            setTold(null);
          }}
          onKeyDown={onItemKey}
          helperText={t('till.basket.codeHelp')}
          autoComplete="off"
          slotProps={{ htmlInput: { dir: 'auto', maxLength: 200, autoCapitalize: 'off', spellCheck: false } }}
        />
        <MoneyField
          id={PRICE_FIELD}
          label={t('till.basket.price')}
          value={price}
          onChange={(amount) => {
            setPrice(amount);
            setTold(null);
          }}
          onEnter={add}
          fault={told ?? undefined}
        />
        <Button
          variant="outlined"
          className={styles.beside}
          startIcon={<PlusIcon size={18} />}
          onClick={() => (price === null && item.trim() !== '' ? enterItem() : add(price))}
        >
          {t('till.basket.add')}
        </Button>
      </div>
      <Button
        size="small"
        className={styles.alone}
        startIcon={<GiftCardIcon size={18} />}
        disabled={!isOnline}
        onClick={addCard}
      >
        {t('till.basket.sellCard')}
      </Button>
      {fault('basket') === undefined ? null : (
        <p className={styles.fault} role="alert">
          {fault('basket')}
        </p>
      )}
      {sale.lines.length === 0 ? (
        <div className={styles.bare}>
          <BasketIcon size={28} />
          <p>{t('till.basket.none')}</p>
        </div>
      ) : (
        <ul className={styles.lines} aria-label={t('till.basket.title')}>
          {sale.lines.map((line, place) => (
            <LineRow
              key={line.id}
              line={line}
              fault={fault(`basket.lines.${place}`)}
              onQuantity={(quantity) => {
                onChange((before) => withQuantity(before, line.id, quantity));
                if (quantity < 1) goTo(ITEM_FIELD);
              }}
            />
          ))}
        </ul>
      )}
      {sale.lines.length === 0 ? null : (
        <p className={styles.keysLine} aria-hidden="true">
          <Keys keys={['+']} /> <Keys keys={['-']} /> {t('till.basket.quantityKeys')} ·{' '}
          <Keys keys={['Enter']} /> {t('till.basket.doneKey')}
        </p>
      )}
    </>
  );
}

function LineRow(props: {
  readonly line: Line;
  readonly fault: string | undefined;
  readonly onQuantity: (quantity: number) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { item, quantity, unitPrice } = props.line;
  const [typed, setTyped] = useState<string | null>(null);
  const name = nameOfItem(item, t);
  const settle = () => {
    const read = typed === null ? null : readNumber(typed, { grouping: 'thousands' });
    setTyped(null);
    if (read?.ok === true && Number.isInteger(read.value)) props.onQuantity(read.value);
  };
  return (
    <li className={styles.line}>
      <span className={styles.item} title={name}>
        <bdi>{name}</bdi>
      </span>
      <span className={styles.each}>{speech.money(unitPrice)}</span>
      <span className={styles.pieces} role="group" aria-label={t('till.basket.quantityOf', { name })}>
        <IconButton
          aria-label={t('till.basket.fewer', { name })}
          onClick={() => props.onQuantity(quantity - 1)}
        >
          <span aria-hidden="true">−</span>
        </IconButton>
        <input
          className={styles.count}
          inputMode="numeric"
          dir="ltr"
          aria-label={t('till.basket.quantityOf', { name })}
          value={typed ?? speech.number(quantity)}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={settle}
          onFocus={({ target }) => target.select()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              settle();
              goTo(ITEM_FIELD);
            } else if (event.key === '+' || event.key === '=' || event.key === '-') {
              event.preventDefault();
              props.onQuantity(quantity + (event.key === '-' ? -1 : 1));
            } else if (event.key === 'Delete' && event.shiftKey) {
              event.preventDefault();
              props.onQuantity(0);
            }
          }}
        />
        <IconButton
          aria-label={t('till.basket.more', { name })}
          onClick={() => props.onQuantity(quantity + 1)}
        >
          <span aria-hidden="true">+</span>
        </IconButton>
      </span>
      <span className={styles.sum}>{speech.money(quantity * unitPrice)}</span>
      <IconButton aria-label={t('till.basket.remove', { name })} onClick={() => props.onQuantity(0)}>
        <TrashIcon size={18} />
      </IconButton>
      {props.fault === undefined ? null : (
        <p className={styles.fault} role="alert">
          {props.fault}
        </p>
      )}
    </li>
  );
}
