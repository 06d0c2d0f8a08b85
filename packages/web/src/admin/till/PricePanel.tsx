import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { inReadersDigits } from '../../language/digits.ts';
import { MetIcon, UnmetIcon } from '../../ui/icons.tsx';
import { useSetting } from '../setting.ts';
import type { Decision, Hint, Priced, Reason } from './answers.ts';
import styles from './Till.module.css';
import { amountInWords, type ClubWords, earningsOf, reasonIn, takenOff, wasShown } from './wording.ts';

/** «امتیاز» and «کد» are named by what they are; the server names them by their keys. */
function useSourceName(words: ClubWords): (source: string) => string {
  const { t } = useTranslation();
  return (source) => {
    const [kind, key = ''] = source.split(':');
    return kind === 'wallet' ? words.wallet(key) : t('till.price.giftCard');
  };
}

/** What a basket comes to: what comes off and why, what does not and why, what is left and what is earned. */
export function PricePanel(props: {
  readonly priced: Priced;
  readonly say: readonly Hint[];
  readonly words: ClubWords;
  /** The basket has changed since; the new price is on its way. */
  readonly isStale: boolean;
  /** Asks for an offer that is given when somebody asks; absent: nothing can be changed any more. */
  readonly onAsk?: (offer: string) => void;
  /** Offers that were asked for, to be taken back. */
  readonly asked?: readonly string[];
  readonly onUnask?: (offer: string) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { priced, words } = props;
  const sourceName = useSourceName(words);
  const reasons = (all: readonly Reason[]) =>
    all.map((reason, place) => <span key={place}>{reasonIn(speech, reason)}</span>);
  const given = priced.decisions.filter(({ outcome }) => outcome !== 'skipped');
  const skipped = priced.decisions.filter(({ outcome }) => outcome === 'skipped');
  const askable = skipped.filter(
    ({ offer, reasons: why }) => offer !== undefined && why.some(({ code }) => code === 'not_asked'),
  );
  const shown = skipped.filter((one) => wasShown(one) && !askable.includes(one));
  const others = skipped.filter((one) => !wasShown(one) && !askable.includes(one));
  const unpaid = priced.payments.filter(({ outcome }) => outcome === 'skipped');
  const earned = earningsOf(priced);
  const say = props.say.filter(({ code }) => code === 'thanks' || code === 'join');
  const hidden = others.length + priced.notEarned.length;
  const nameOf = ({ name, source }: Decision) => speech.words(name) || sourceName(source);
  return (
    <div className={styles.price} aria-busy={props.isStale} data-stale={props.isStale}>
      <dl className={styles.sums}>
        <div>
          <dt>{t('till.price.gross')}</dt>
          <dd>{speech.money(priced.gross)}</dd>
        </div>
        {given.map((one) => (
          <div key={one.source} className={styles.off}>
            <dt>
              <bdi>{nameOf(one)}</bdi>
              <span className={styles.why}>
                {one.perk === undefined ? null : (
                  <span>{t('till.price.perk', { perk: speech.words(one.perk) })}</span>
                )}
                {reasons(one.reasons.filter(({ code }) => code !== 'given'))}
              </span>
              {props.onUnask !== undefined &&
              one.offer !== undefined &&
              props.asked?.includes(one.offer.key) === true ? (
                <button
                  type="button"
                  className={styles.link}
                  onClick={() => props.onUnask?.(one.offer?.key ?? '')}
                >
                  {t('till.price.unask')}
                </button>
              ) : null}
            </dt>
            <dd>{one.amount === 0 ? t('till.price.free') : takenOff(one.amount, speech)}</dd>
          </div>
        ))}
        {priced.payments
          .filter(({ outcome }) => outcome !== 'skipped')
          .map(({ source, amount, reasons: why }) => {
            const spent = priced.spent.find(
              (one) => `wallet:${one.wallet}` === source && one.reward === undefined,
            );
            return (
              <div key={source} className={styles.off}>
                <dt>
                  <bdi>
                    {spent === undefined
                      ? sourceName(source)
                      : t('till.units', { units: speech.number(spent.points), wallet: sourceName(source) })}
                  </bdi>
                  <span className={styles.why}>{reasons(why)}</span>
                </dt>
                <dd>{takenOff(amount, speech)}</dd>
              </div>
            );
          })}
      </dl>
      {shown.length + unpaid.length === 0 ? null : (
        <ul className={styles.not} aria-label={t('till.price.not')}>
          {shown.map((one) => (
            <li key={one.source}>
              <UnmetIcon size={16} />
              <span>
                <strong>
                  <bdi>{nameOf(one)}</bdi>
                </strong>{' '}
                {reasons(one.reasons)}
              </span>
            </li>
          ))}
          {unpaid.map(({ source, reasons: why }) => (
            <li key={source}>
              <UnmetIcon size={16} />
              <span>
                <strong>
                  <bdi>{sourceName(source)}</bdi>
                </strong>{' '}
                {reasons(why)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {askable.length === 0 || props.onAsk === undefined ? null : (
        <div className={styles.askable}>
          {askable.map((one) => (
            <Button
              key={one.source}
              size="small"
              variant="outlined"
              onClick={() => props.onAsk?.(one.offer?.key ?? '')}
            >
              {t('till.price.ask', { name: nameOf(one) })}
            </Button>
          ))}
        </div>
      )}
      <div className={styles.due}>
        <span>{t('till.price.due')}</span>
        <strong>{speech.money(priced.due)}</strong>
        <span className={styles.words}>{amountInWords(priced.due, speech)}</span>
      </div>
      {earned.length + say.length === 0 ? null : (
        <ul className={styles.earned}>
          {earned.map(({ wallet, points, from, until }) => (
            <li key={wallet}>
              <MetIcon size={16} />
              <span>
                {t('till.price.earns', { units: speech.number(points), wallet: words.wallet(wallet) })}{' '}
                <span className={styles.soft}>
                  {from > Date.now()
                    ? t('till.price.from', { day: speech.date(from) })
                    : t('till.price.atOnce')}
                  {until === null ? null : ` ${t('till.price.until', { day: speech.date(until) })}`}
                </span>
              </span>
            </li>
          ))}
          {say.map(({ code, sentence }) => (
            <li key={code + sentence}>
              <MetIcon size={16} />
              <span>{inReadersDigits(sentence)}</span>
            </li>
          ))}
        </ul>
      )}
      {hidden === 0 ? null : (
        <details className={styles.more}>
          <summary>{t('till.price.others', { number: speech.number(hidden) })}</summary>
          <ul>
            {others.map((one) => (
              <li key={one.source}>
                <strong>
                  <bdi>{nameOf(one)}</bdi>
                </strong>{' '}
                {reasons(one.reasons)}
              </li>
            ))}
            {priced.notEarned.map(({ rule, reasons: why }) => (
              <li key={rule}>
                <strong>
                  <bdi>{words.rule(rule) ?? t('till.price.someRule')}</bdi>
                </strong>{' '}
                {reasons(why)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
