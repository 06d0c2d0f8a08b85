import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../failure/failure.ts';
import { failureText } from '../../failure/failure-text.ts';
import { inReadersDigits } from '../../language/digits.ts';
import { Keys } from '../../ui/Keys.tsx';
import { LeftToRight } from '../../ui/LeftToRight.tsx';
import { useSetting } from '../setting.ts';
import type { ProofAsked } from './answers.ts';
import { PricePanel } from './PricePanel.tsx';
import styles from './Till.module.css';
import type { Offline, Paying } from './useSale.ts';
import { amountInWords, type ClubWords } from './wording.ts';

export const PROOF_FIELD = 'till-proof';
export const CONFIRM = 'till-confirm';

/** The price is kept aside: the customer says yes, proves who they are where that is asked, and pays. */
export function PayPanel(props: {
  readonly step: Paying;
  readonly who: string | null;
  readonly words: ClubWords;
  readonly proof: ProofAsked | null;
  readonly failure: Failure | null;
  readonly busy: boolean;
  readonly isProving: boolean;
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly onCommit: () => void;
  readonly onAskProof: () => void;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { quote, was } = props.step;
  const { priced, until } = quote;
  const minutes = useMinutesUntil(until);
  const needsCode = quote.proof !== null;
  const told = props.failure === null ? undefined : failureText(props.failure, t);
  const isAboutCode = needsCode && props.failure !== null && props.failure.field !== 'paid';
  return (
    <section className={`${styles.card} ${styles.receipt}`} aria-labelledby="till-paying">
      <div className={styles.head}>
        <div>
          <h2 id="till-paying">{t('till.pay.title')}</h2>
          {props.who === null ? null : (
            <p className={styles.soft}>
              <bdi>{props.who}</bdi>
            </p>
          )}
        </div>
        {minutes === null ? null : (
          <span className={styles.soft}>
            {minutes <= 0 ? t('till.pay.over') : t('till.pay.held', { minutes: speech.number(minutes) })}
          </span>
        )}
      </div>
      {was === null ? null : (
        <Alert severity="warning">
          {t('till.pay.changed', { was: speech.money(was), now: speech.money(priced.due) })}
        </Alert>
      )}
      <PricePanel priced={priced} say={quote.say} words={props.words} isStale={false} />
      {needsCode ? (
        <div className={styles.entry}>
          <TextField
            id={PROOF_FIELD}
            label={t('till.pay.code')}
            value={props.code}
            onChange={({ target }) => props.onCode(target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              props.onCommit();
            }}
            error={isAboutCode}
            helperText={
              (isAboutCode ? told : undefined) ??
              (props.proof === null ? (
                t('till.pay.codeOfPhone')
              ) : (
                <>
                  {t('till.pay.sentTo')} <LeftToRight>{inReadersDigits(props.proof.to)}</LeftToRight>
                </>
              ))
            }
            autoComplete="one-time-code"
            fullWidth
            slotProps={{ htmlInput: { inputMode: 'numeric', dir: 'ltr', maxLength: 20 } }}
          />
          <Button
            variant="outlined"
            className={styles.beside}
            loading={props.isProving}
            onClick={props.onAskProof}
          >
            {t('till.pay.sendAgain')}
          </Button>
        </div>
      ) : null}
      {told === undefined || isAboutCode ? null : <Alert severity="error">{told}</Alert>}
      <div className={styles.deeds}>
        <Button
          id={CONFIRM}
          variant="contained"
          size="large"
          loading={props.busy}
          disabled={needsCode && props.code.trim() === ''}
          onClick={props.onCommit}
          endIcon={<Keys keys={['F9']} />}
        >
          {t('till.pay.confirm', { due: speech.money(priced.due) })}
        </Button>
        <Button
          color="inherit"
          onClick={props.onBack}
          disabled={props.busy}
          endIcon={<Keys keys={['Esc']} />}
        >
          {t('till.pay.back')}
        </Button>
      </div>
    </section>
  );
}

/** Without network: what is to be taken, and that it is written down. */
export function OfflinePanel(props: {
  readonly step: Offline;
  readonly isOnline: boolean;
  readonly busy: boolean;
  readonly onKeep: () => void;
  readonly onRetry: () => void;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { due, priced, unanswered, ticket } = props.step;
  return (
    <section className={`${styles.card} ${styles.receipt}`} aria-labelledby="till-offline">
      <h2 id="till-offline">{t('till.offline.title')}</h2>
      <Alert severity="warning">
        {t(
          unanswered !== null
            ? 'till.offline.unanswered'
            : priced === null
              ? 'till.offline.plain'
              : 'till.offline.promised',
        )}
      </Alert>
      <div className={styles.due}>
        <span>{t('till.price.due')}</span>
        <strong>{speech.money(due)}</strong>
        <span className={styles.words}>{amountInWords(due, speech)}</span>
      </div>
      {ticket === null ? <Alert severity="error">{t('till.offline.noTill')}</Alert> : null}
      <div className={styles.deeds}>
        {ticket === null ? null : (
          <Button
            id={CONFIRM}
            variant="contained"
            size="large"
            onClick={props.onKeep}
            endIcon={<Keys keys={['F9']} />}
          >
            {t('till.offline.keep', { due: speech.money(due) })}
          </Button>
        )}
        {props.isOnline ? (
          <Button variant="outlined" loading={props.busy} onClick={props.onRetry}>
            {t('till.offline.retry')}
          </Button>
        ) : null}
        {/* What may have arrived must not be sold a second time. */}
        {unanswered === null ? (
          <Button color="inherit" onClick={props.onBack} endIcon={<Keys keys={['Esc']} />}>
            {t('till.pay.back')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

/** Whole minutes until then, counted down; null: nobody says. */
function useMinutesUntil(until: number | null): number | null {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return until === null ? null : Math.ceil((until - now) / 60_000);
}
