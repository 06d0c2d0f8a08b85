import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { inReadersDigits } from '../../language/digits.ts';
import { showPhone } from '../../language/phones.ts';
import { LeftToRight } from '../../ui/LeftToRight.tsx';
import { MetIcon } from '../../ui/icons.tsx';
import { useSetting } from '../setting.ts';
import type { PersonAtTill } from './answers.ts';
import styles from './Till.module.css';
import type { ClubWords } from './wording.ts';

/** Said elsewhere on the card already. */
const SHOWN_OTHERWISE: ReadonlySet<string> = new Set(['rung', 'usable']);

/** Who they are to the shop, at a glance, and what to say to them. */
export function PersonCard(props: {
  /** Of the button that lets another customer in: the cursor goes there by the same key as to the field. */
  readonly id: string;
  readonly person: PersonAtTill;
  readonly words: ClubWords;
  readonly isProven: boolean;
  readonly fault: string | undefined;
  readonly onOther: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { person, words } = props;
  const rung = person.places.find(({ kind }) => kind === 'ladder');
  const types = person.places.filter(({ kind }) => kind === 'typology');
  const say = person.say.filter(({ code }) => !SHOWN_OTHERWISE.has(code));
  return (
    <section className={styles.card} aria-label={t('till.customer.title')}>
      <div className={styles.head}>
        <div>
          <h2 className={styles.name}>
            <bdi>{person.name ?? t('till.customer.nameless', { id: person.id })}</bdi>
          </h2>
          <p className={styles.soft}>
            {person.mobile === null ? null : (
              <LeftToRight>{inReadersDigits(showPhone(person.mobile))}</LeftToRight>
            )}
            {props.isProven ? (
              <span className={styles.proven}>
                <MetIcon size={16} /> {t('till.customer.proven')}
              </span>
            ) : null}
          </p>
        </div>
        <Button id={props.id} size="small" onClick={props.onOther}>
          {t('till.customer.other')}
        </Button>
      </div>
      <dl className={styles.facts}>
        {rung === undefined ? null : (
          <div>
            <dt>{t('till.customer.rung')}</dt>
            <dd>
              <bdi>{speech.words(rung.name)}</bdi>
              <span
                className={styles.rungs}
                role="img"
                aria-label={t('till.customer.rungOf', {
                  place: speech.number(rung.place + 1),
                  top: speech.number(rung.top + 1),
                })}
              >
                {Array.from({ length: rung.top + 1 }, (_, place) => (
                  <span key={place} data-lit={place <= rung.place} />
                ))}
              </span>
            </dd>
          </div>
        )}
        {types.length === 0 ? null : (
          <div>
            <dt>{t('till.customer.type')}</dt>
            <dd>
              <bdi>{types.map(({ name }) => speech.words(name)).join(' · ')}</bdi>
            </dd>
          </div>
        )}
        {person.balances.map(({ wallet, available, pending, debt, worth }) =>
          available === 0 && pending === 0 && debt === 0 ? null : (
            <div key={wallet}>
              <dt>
                <bdi>{words.wallet(wallet)}</bdi>
              </dt>
              <dd>
                <span className="figure">{speech.number(available)}</span>
                {worth > 0 ? <span className={styles.soft}> {speech.money(worth)}</span> : null}
                {pending > 0 ? (
                  <span className={styles.soft}>
                    {' '}
                    {t('till.customer.pending', { units: speech.number(pending) })}
                  </span>
                ) : null}
              </dd>
            </div>
          ),
        )}
      </dl>
      {props.fault === undefined ? null : (
        <p className={styles.fault} role="alert">
          {props.fault}
        </p>
      )}
      {say.length === 0 ? null : (
        <ul className={styles.say} aria-label={t('till.customer.say')}>
          {say.map(({ code, sentence }) => (
            <li key={`${code} ${sentence}`} data-code={code}>
              {inReadersDigits(sentence)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
