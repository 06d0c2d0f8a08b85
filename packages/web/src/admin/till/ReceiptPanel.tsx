import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Keys } from '../../ui/Keys.tsx';
import { LeftToRight } from '../../ui/LeftToRight.tsx';
import { PrintIcon } from '../../ui/icons.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useSetting } from '../setting.ts';
import { CardsSold } from './CardsSold.tsx';
import { type Receipt, receiptText } from './receipt.ts';
import styles from './Till.module.css';
import { amountInWords, takenOff } from './wording.ts';

export const NEXT = 'till-next';

/** Paid: the receipt to print, to copy or to send, and the next customer by one key. */
export function ReceiptPanel({
  receipt,
  onNext,
}: {
  readonly receipt: Receipt;
  readonly onNext: () => void;
}) {
  const { t } = useTranslation();
  const { speech, session } = useSetting();
  const toasts = useToasts();
  const business = session?.business.name ?? '';
  const text = () => receiptText(receipt, business, t, speech);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      toasts.say(t('till.receipt.copied'));
    } catch {
      toasts.failed(t('till.receipt.notCopied'));
    }
  };
  const send = () => {
    // Whoever closes the sheet has decided not to send it.
    navigator.share({ text: text() }).catch(() => undefined);
  };
  const { lines, gross, off, byWallets, byGiftCards, due, earned, perks, thanks } = receipt;
  return (
    <section className={`${styles.card} ${styles.receipt}`} aria-labelledby="till-receipt">
      <div className={styles.head}>
        <div>
          <h2 id="till-receipt">
            {t('till.receipt.title')} <LeftToRight>{receipt.order}</LeftToRight>
          </h2>
          <p className={styles.soft}>
            {speech.date(receipt.at)}، {speech.time(receipt.at)}
            {receipt.who === null ? null : (
              <>
                {' · '}
                <bdi>{receipt.who}</bdi>
              </>
            )}
          </p>
        </div>
      </div>
      {receipt.isKept ? (
        <Alert severity="warning" className="not-printed">
          {t('till.receipt.kept')}
        </Alert>
      ) : null}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('till.receipt.item')}</th>
            <th scope="col">{t('till.receipt.quantity')}</th>
            <th scope="col">{t('till.receipt.each')}</th>
            <th scope="col">{t('till.receipt.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, quantity, unitPrice }, place) => (
            <tr key={place}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>{speech.number(quantity)}</td>
              <td>{speech.money(unitPrice)}</td>
              <td>{speech.money(unitPrice * quantity)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className={styles.sums}>
        <Row name={t('till.price.gross')} amount={speech.money(gross)} />
        {off.map(({ name, amount }) => (
          <Row key={name} name={name} amount={takenOff(amount, speech)} />
        ))}
        {byWallets === 0 ? null : (
          <Row name={t('till.price.byWallets')} amount={takenOff(byWallets, speech)} />
        )}
        {byGiftCards === 0 ? null : (
          <Row name={t('till.price.byGiftCards')} amount={takenOff(byGiftCards, speech)} />
        )}
      </dl>
      <div className={styles.due}>
        <span>
          {t('till.receipt.paid')} ({t(`till.method.${receipt.method}`)})
        </span>
        <strong>{speech.money(due)}</strong>
        <span className={styles.words}>{amountInWords(due, speech)}</span>
      </div>
      {earned.length + perks.length + thanks.length === 0 ? null : (
        <ul className={styles.plainList}>
          {earned.map((one) => (
            <li key={one.text}>{one.text}</li>
          ))}
          {perks.map((perk) => (
            <li key={perk}>{t('till.receipt.perk', { perk })}</li>
          ))}
          {thanks.map((one) => (
            <li key={one}>
              <bdi>{one}</bdi>
            </li>
          ))}
        </ul>
      )}
      {receipt.hasCards ? <CardsSold order={receipt.order} /> : null}
      <div className={`${styles.deeds} not-printed`}>
        <Button
          id={NEXT}
          variant="contained"
          size="large"
          onClick={onNext}
          endIcon={<Keys keys={['Enter']} />}
        >
          {t('till.receipt.next')}
        </Button>
        <Button
          variant="outlined"
          startIcon={<PrintIcon size={18} />}
          endIcon={<Keys keys={['F10']} />}
          onClick={() => print()}
        >
          {t('till.receipt.print')}
        </Button>
        <Button variant="outlined" onClick={() => void copy()}>
          {t('till.receipt.copy')}
        </Button>
        {'share' in navigator ? (
          <Button variant="outlined" onClick={send}>
            {t('till.receipt.send')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function Row({ name, amount }: { readonly name: string; readonly amount: string }) {
  return (
    <div>
      <dt>
        <bdi>{name}</bdi>
      </dt>
      <dd>{amount}</dd>
    </div>
  );
}
