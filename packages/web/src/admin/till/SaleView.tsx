import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../failure/failure-text.ts';
import { Keys } from '../../ui/Keys.tsx';
import { Views } from '../insight/spend/Views.tsx';
import { useSetting } from '../setting.ts';
import { AMOUNT_FIELD, BasketPanel, ITEM_FIELD } from './BasketPanel.tsx';
import { CUSTOMER_FIELD, CustomerPanel } from './CustomerPanel.tsx';
import { CODE_FIELD, ExtrasPanel } from './ExtrasPanel.tsx';
import type { Till } from './offline/useTill.ts';
import { CONFIRM, OfflinePanel, PayPanel, PROOF_FIELD } from './PayPanel.tsx';
import { PricePanel } from './PricePanel.tsx';
import { NEXT, ReceiptPanel } from './ReceiptPanel.tsx';
import { grossOf, isEmpty, METHODS, NO_SALE, withCustomer } from './sale.ts';
import styles from './Till.module.css';
import { unitsField } from './UseUnits.tsx';
import { useSale } from './useSale.ts';
import { goTo, useTillKeys } from './useTillKeys.ts';
import { amountInWords } from './wording.ts';

const PAY = 'till-pay';

/** One sale after the other. */
export function SaleView({ till }: { readonly till: Till }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const now = useSale(till);
  const { sale, change, step, failure, quote } = now;
  const [code, setCode] = useState('');
  const isBare = isEmpty(sale);
  const itemField = sale.by === 'lines' ? ITEM_FIELD : AMOUNT_FIELD;
  const anew = () => {
    change(NO_SALE);
    requestAnimationFrame(() => goTo(CUSTOMER_FIELD));
  };

  const begins = useRef(CUSTOMER_FIELD);
  useEffect(() => {
    begins.current = isBare && sale.customer.kind === 'nobody' ? CUSTOMER_FIELD : itemField;
  });
  // Each step begins where its first key belongs.
  const needsCode = step.at === 'paying' && step.quote.proof !== null;
  useEffect(() => {
    setCode('');
    goTo(
      {
        editing: begins.current,
        paying: needsCode ? PROOF_FIELD : CONFIRM,
        offline: CONFIRM,
        done: NEXT,
      }[step.at],
    );
  }, [step.at, needsCode]);

  const wallet = now.person?.balances.find(({ available, worth }) => available > 0 && worth > 0)?.wallet;
  const editing = [
    { code: 'F2', label: t('till.keys.customer'), run: () => goTo(CUSTOMER_FIELD) },
    { code: 'F4', label: t('till.keys.item'), run: () => goTo(itemField) },
    { code: 'F6', label: t('till.keys.code'), run: () => goTo(CODE_FIELD) },
    ...(wallet === undefined
      ? []
      : ([{ code: 'F7', label: t('till.keys.use'), run: () => goTo(unitsField(wallet)) }] as const)),
    { code: 'F9', label: t('till.keys.pay'), run: () => void now.pay() },
  ] as const;
  useTillKeys(
    {
      editing,
      paying: [
        { code: 'F9', label: t('till.keys.confirm'), run: () => void now.commit(code) },
        { code: 'Escape', label: t('till.pay.back'), run: now.back },
      ] as const,
      offline: [
        { code: 'F9', label: t('till.keys.confirm'), run: () => void now.keep() },
        ...(step.at === 'offline' && step.unanswered !== null
          ? []
          : ([{ code: 'Escape', label: t('till.pay.back'), run: now.back }] as const)),
      ] as const,
      done: [
        { code: 'F2', label: t('till.receipt.next'), run: now.next },
        { code: 'F10', label: t('till.receipt.print'), run: () => print() },
      ] as const,
    }[step.at],
  );

  if (step.at === 'done') return <ReceiptPanel receipt={step.receipt} onNext={now.next} />;
  if (step.at === 'paying')
    return (
      <PayPanel
        step={step}
        who={now.who}
        words={now.words}
        proof={now.proof}
        failure={failure}
        busy={now.busy}
        isProving={now.isProving}
        code={code}
        onCode={setCode}
        onCommit={() => void now.commit(code)}
        onAskProof={() => void now.askProof(step.quote)}
        onBack={now.back}
      />
    );
  if (step.at === 'offline')
    return (
      <OfflinePanel
        step={step}
        isOnline={till.isOnline}
        busy={now.busy}
        onKeep={() => void now.keep()}
        onRetry={() => void now.retry()}
        onBack={now.back}
      />
    );

  const told = failure ?? (now.priceFailure?.kind === 'offline' ? null : now.priceFailure);
  const said = told === null ? null : failureText(told, t);
  const field = told?.field ?? '';
  const isAboutWho = ['person', 'identifier', 'memberCode', 'newcomer'].includes(field.split('.')[0] ?? '');
  const fault = (name: string) =>
    said !== null &&
    (field === name || field.startsWith(`${name}.`)) &&
    (name !== 'basket' || !/^basket\.lines\.\d/.test(field))
      ? said
      : undefined;
  const isPlaced = isAboutWho || field.startsWith('basket');
  return (
    <div className={styles.sale}>
      <div className={styles.column}>
        <CustomerPanel
          customer={sale.customer}
          words={now.words}
          isOnline={till.isOnline}
          onChange={(customer) => change((before) => withCustomer(before, customer))}
          onDone={() => goTo(itemField)}
          fault={isAboutWho ? (said ?? undefined) : undefined}
        />
        <BasketPanel
          sale={sale}
          isOnline={till.isOnline}
          onChange={change}
          onDone={() => goTo(PAY)}
          fault={fault}
        />
        <ExtrasPanel sale={sale} words={now.words} isOnline={till.isOnline} onChange={change} />
      </div>
      <aside className={`${styles.card} ${styles.side}`} aria-label={t('till.price.title')}>
        <div className={styles.head}>
          <h2>{t('till.price.title')}</h2>
          {isBare && sale.customer.kind === 'nobody' ? null : (
            <Button size="small" color="inherit" onClick={anew}>
              {t('till.anew')}
            </Button>
          )}
        </div>
        {isBare ? (
          <p className={styles.soft}>{t('till.price.none')}</p>
        ) : quote !== null && till.isOnline ? (
          <PricePanel
            priced={quote.priced}
            say={quote.say}
            words={now.words}
            isStale={!now.isPriced}
            asked={sale.offers}
            onAsk={(offer) => change((before) => ({ ...before, offers: [...before.offers, offer] }))}
            onUnask={(offer) =>
              change((before) => ({ ...before, offers: before.offers.filter((one) => one !== offer) }))
            }
          />
        ) : (
          <>
            {till.isOnline ? null : <p className={styles.soft}>{t('till.offline.price')}</p>}
            <div className={styles.due}>
              <span>{t('till.price.gross')}</span>
              <strong>{speech.money(grossOf(sale))}</strong>
              <span className={styles.words}>{amountInWords(grossOf(sale), speech)}</span>
            </div>
          </>
        )}
        {said === null || isPlaced ? null : <Alert severity="error">{said}</Alert>}
        <div className={styles.method}>
          <span className={styles.soft} aria-hidden="true">
            {t('till.method.title')}
          </span>
          <Views
            label={t('till.method.title')}
            value={sale.method}
            views={METHODS.map((method) => ({ value: method, label: t(`till.method.${method}`) }))}
            onChange={(method) => change((before) => ({ ...before, method }))}
          />
        </div>
        <Button
          id={PAY}
          variant="contained"
          size="large"
          fullWidth
          disabled={isBare}
          loading={now.busy}
          onClick={() => void now.pay()}
          endIcon={<Keys keys={['F9']} />}
        >
          {t('till.pay.go')}
        </Button>
        <ul className={styles.keysList} aria-label={t('till.keys.title')}>
          {editing
            .filter(({ code: key }) => key !== 'F9')
            .map((key) => (
              <li key={key.code}>
                <Keys keys={[key.code]} /> {key.label}
              </li>
            ))}
          <li>
            <Keys keys={['F8']} /> {t('till.keys.returns')}
          </li>
        </ul>
      </aside>
    </div>
  );
}
