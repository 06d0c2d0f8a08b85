import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure, type Failure, isPassing } from '../../failure/failure.ts';
import { failureText } from '../../failure/failure-text.ts';
import { inReadersDigits } from '../../language/digits.ts';
import { showPhone } from '../../language/phones.ts';
import { Keys } from '../../ui/Keys.tsx';
import { LeftToRight } from '../../ui/LeftToRight.tsx';
import { PersonIcon } from '../../ui/icons.tsx';
import { useSetting } from '../setting.ts';
import type { Found, PersonAtTill } from './answers.ts';
import { PersonCard } from './PersonCard.tsx';
import { type Customer, isIdentifier } from './sale.ts';
import styles from './Till.module.css';
import { findPeople } from './till-queries.ts';
import { goTo } from './useTillKeys.ts';
import type { ClubWords } from './wording.ts';

export const CUSTOMER_FIELD = 'till-customer';

/** Who stands there: typed, scanned, chosen among several, entered anew, or nobody at all. */
export function CustomerPanel(props: {
  readonly customer: Customer;
  readonly words: ClubWords;
  readonly onChange: (customer: Customer) => void;
  /** Where the cursor goes when it is known who they are. */
  readonly onDone: () => void;
  readonly isOnline: boolean;
  /** What a price found wrong with who they are. */
  readonly fault: string | undefined;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const { customer, isOnline } = props;
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [found, setFound] = useState<{ readonly text: string; readonly is: Found } | null>(null);
  const [missed, setMissed] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const finding = useMutation<Found, Failure, string>({
    networkMode: 'always',
    retry: 0,
    mutationFn: async (asked) => {
      try {
        return await findPeople(asking, asked);
      } catch (error) {
        throw asFailure(error);
      }
    },
  });

  const choose = (chosen: Customer) => {
    setText('');
    setName('');
    setFound(null);
    setMissed(null);
    finding.reset();
    props.onChange(chosen);
    props.onDone();
  };
  const another = () => {
    props.onChange({ kind: 'nobody' });
    requestAnimationFrame(() => goTo(CUSTOMER_FIELD));
  };
  const known = (person: PersonAtTill, shown: string | null): Customer => ({
    kind: 'known',
    person,
    shown: shown === null ? null : { code: shown, at: Date.now() },
  });
  const enter = async () => {
    const asked = text.trim();
    if (asked === '') return props.onDone();
    setFound(null);
    setMissed(null);
    try {
      const is = await finding.mutateAsync(asked);
      const [first, ...others] = is.people;
      if (first !== undefined && others.length === 0) return choose(known(first, is.proven ? asked : null));
      setFound({ text: asked, is });
      if (first === undefined) goTo(isIdentifier(asked) ? 'till-newcomer' : CUSTOMER_FIELD);
      else requestAnimationFrame(() => list.current?.querySelector('button')?.focus());
    } catch (error) {
      if (!isPassing(error)) return;
      // Without network they are looked up later, by what they are known by.
      if (isIdentifier(asked)) choose({ kind: 'typed', identifier: asked, name: '' });
      else setMissed(t('till.customer.offline'));
    }
  };
  const enterAnew = () => {
    if (found !== null) choose({ kind: 'typed', identifier: found.text, name });
  };

  if (customer.kind === 'known')
    return (
      <PersonCard
        id={CUSTOMER_FIELD}
        person={customer.person}
        words={props.words}
        isProven={customer.shown !== null}
        fault={props.fault}
        onOther={another}
      />
    );
  if (customer.kind === 'typed')
    return (
      <section className={styles.card} aria-label={t('till.customer.title')}>
        <div className={styles.head}>
          <div>
            <h2 className={styles.name}>
              {customer.name === '' ? (
                <LeftToRight>{customer.identifier}</LeftToRight>
              ) : (
                <bdi>{customer.name}</bdi>
              )}
            </h2>
            <p className={styles.soft}>
              {customer.name === '' ? null : <LeftToRight>{customer.identifier}</LeftToRight>}{' '}
              {t('till.customer.newcomer')}
            </p>
          </div>
          <Button id={CUSTOMER_FIELD} size="small" onClick={another}>
            {t('till.customer.other')}
          </Button>
        </div>
        {props.fault === undefined ? null : (
          <p className={styles.fault} role="alert">
            {props.fault}
          </p>
        )}
      </section>
    );

  const refused = finding.error !== null && !isPassing(finding.error) ? failureText(finding.error, t) : null;
  const nobody = found !== null && found.is.people.length === 0;
  return (
    <section className={styles.card} aria-label={t('till.customer.title')}>
      <div className={styles.entry}>
        <TextField
          id={CUSTOMER_FIELD}
          label={t('till.customer.field')}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setFound(null);
            setMissed(null);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void enter();
          }}
          error={refused !== null || missed !== null || props.fault !== undefined}
          helperText={
            refused ??
            missed ??
            props.fault ??
            t(isOnline ? 'till.customer.help' : 'till.customer.helpOffline')
          }
          autoComplete="off"
          fullWidth
          slotProps={{ htmlInput: { dir: 'auto', maxLength: 254 } }}
        />
        <Button
          variant="outlined"
          loading={finding.isPending}
          onClick={() => void enter()}
          className={styles.beside}
        >
          {t(text.trim() === '' ? 'till.customer.without' : 'till.customer.find')}
        </Button>
      </div>
      {found !== null && found.is.people.length > 0 ? (
        <ul
          ref={list}
          className={styles.people}
          aria-label={t('till.customer.several', { count: found.is.people.length })}
          onKeyDown={walk}
        >
          {found.is.people.map((person) => (
            <li key={person.id}>
              <button type="button" className={styles.personRow} onClick={() => choose(known(person, null))}>
                <PersonIcon size={18} />
                <span className={styles.personName}>
                  <bdi>{person.name ?? t('till.customer.nameless', { id: person.id })}</bdi>
                </span>
                <span className={styles.soft}>
                  {person.mobile === null ? null : (
                    <LeftToRight>{inReadersDigits(showPhone(person.mobile))}</LeftToRight>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {nobody ? (
        isIdentifier(found.text) ? (
          <div className={styles.newcomer}>
            <p>{t('till.customer.unknown')}</p>
            <div className={styles.entry}>
              <TextField
                id="till-newcomer"
                size="small"
                label={t('till.customer.name')}
                value={name}
                onChange={({ target }) => setName(target.value)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                  event.preventDefault();
                  enterAnew();
                }}
                autoComplete="off"
                fullWidth
                slotProps={{ htmlInput: { dir: 'auto', maxLength: 300 } }}
              />
              <Button variant="contained" onClick={enterAnew} className={styles.beside}>
                {t('till.customer.add')}
              </Button>
            </div>
          </div>
        ) : (
          <p className={styles.fault} role="status">
            {t('till.customer.nobody', { text: found.text })}
          </p>
        )
      ) : null}
      <p className={styles.keysLine} aria-hidden="true">
        <Keys keys={['Enter']} /> {t('till.customer.enterKey')}
      </p>
    </section>
  );
}

/** The arrows go from one to the next; Escape back to the field. */
function walk(event: KeyboardEvent<HTMLUListElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const rows = [...event.currentTarget.querySelectorAll('button')];
  const at = rows.indexOf(document.activeElement as HTMLButtonElement);
  rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.focus();
}
