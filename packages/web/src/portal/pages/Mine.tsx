import { type FormEvent, useState } from 'react';
import { toLatinDigits } from '@nardeban/core/values';
import type { Consent, Me } from '../answers.ts';
import { ask, slug } from '../api.ts';
import { type Light, lights } from '../appearance.ts';
import { useDeed } from '../parts.tsx';
import { type Language, useCard, useSpeech } from '../speech.ts';

export interface Choices {
  readonly light: Light;
  readonly onLight: (light: Light) => void;
  readonly onLanguage: (language: Language) => void;
}

/** Who they are, what they agreed to, what is kept about them, and how these pages look. */
export function Mine(props: {
  readonly me: Me;
  readonly choices: Choices;
  readonly onMe: (me: Me) => void;
  readonly onOut: () => void;
}) {
  const { t } = useSpeech();
  const { me, choices } = props;
  const { busy, said, run } = useDeed();
  const leave = (everywhere: boolean): void =>
    run(async () => {
      await ask('/sign-out', { method: 'POST', body: { everywhere } });
      props.onOut();
    });
  return (
    <>
      <h1>{t('mine.title')}</h1>
      <Profile me={me} onMe={props.onMe} />
      <Consents me={me} onMe={props.onMe} />
      <section className="card" aria-labelledby="data">
        <h2 id="data">{t('mine.data')}</h2>
        <p className="soft">{t('mine.dataText')}</p>
        <a className="button quiet wide" href={`/v1/portal/${encodeURIComponent(slug)}/me/data`} download>
          {t('mine.download')}
        </a>
      </section>
      <Look {...choices} />
      {said === null ? null : (
        <p className="fault" role="alert">
          {said}
        </p>
      )}
      <div className="pair">
        <button type="button" className="quiet" disabled={busy} onClick={() => leave(false)}>
          {t('mine.out')}
        </button>
        <button type="button" className="quiet" disabled={busy} onClick={() => leave(true)}>
          {t('mine.outEverywhere')}
        </button>
      </div>
    </>
  );
}

function Profile({ me, onMe }: { readonly me: Me; readonly onMe: (me: Me) => void }) {
  const { t } = useSpeech();
  const [name, setName] = useState(me.name ?? '');
  const [birthday, setBirthday] = useState({ day: '', month: '', year: '' });
  const [isSaved, setSaved] = useState(false);
  const { busy, said, run } = useDeed();
  const isBirthdayTold = Object.values(birthday).every((part) => part !== '');
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setSaved(false);
    run(async () => {
      const parts = Object.entries(birthday).map(([part, text]) => [part, Number(toLatinDigits(text))]);
      await ask('/me/profile', {
        method: 'PUT',
        body: {
          ...(name === '' ? {} : { name }),
          ...(isBirthdayTold ? { birthday: Object.fromEntries(parts) } : {}),
        },
      });
      onMe(await ask<Me>('/me'));
      setSaved(true);
    });
  };
  return (
    <section className="card" aria-labelledby="profile">
      <h2 id="profile">{t('mine.profile')}</h2>
      <p className="soft">
        <bdi dir="ltr">{nationalForm(me.mobile)}</bdi>
      </p>
      <form onSubmit={save}>
        <label htmlFor="name">{t('mine.name')}</label>
        <input
          id="name"
          dir="auto"
          autoComplete="name"
          maxLength={300}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Birthday me={me} birthday={birthday} onBirthday={setBirthday} />
        <button type="submit" className="main" disabled={busy}>
          {t('app.save')}
        </button>
        {said === null ? null : (
          <p className="fault" role="alert">
            {said}
          </p>
        )}
        <p role="status" className="soft">
          {isSaved ? t('app.saved') : ''}
        </p>
      </form>
    </section>
  );
}

type BirthdayTyped = Readonly<Record<'day' | 'month' | 'year', string>>;

function Birthday(props: {
  readonly me: Me;
  readonly birthday: BirthdayTyped;
  readonly onBirthday: (birthday: BirthdayTyped) => void;
}) {
  const { t, day } = useSpeech();
  const { me, birthday } = props;
  // The day itself is no moment: noon is that day in every zone near enough.
  if (me.birthday !== null)
    return (
      <p>
        {t('mine.birthday')}: {day(Date.parse(`${me.birthday}T12:00:00Z`))}
      </p>
    );
  return (
    <fieldset>
      <legend>{t('mine.birthday')}</legend>
      <div className="three">
        {(['day', 'month', 'year'] as const).map((part) => (
          <label key={part}>
            {t(`mine.${part}`)}
            <input
              inputMode="numeric"
              dir="ltr"
              maxLength={4}
              autoComplete={`bday-${part}`}
              value={birthday[part]}
              onChange={(event) => props.onBirthday({ ...birthday, [part]: event.target.value })}
            />
          </label>
        ))}
      </div>
      <p className="soft small">{t('mine.birthdayText')}</p>
    </fieldset>
  );
}

function Consents({ me, onMe }: { readonly me: Me; readonly onMe: (me: Me) => void }) {
  const { t, day } = useSpeech();
  const card = useCard();
  const { busy, said, run } = useDeed();
  // What was just touched stands as touched, until the server has said that it does not.
  const [touched, setTouched] = useState<{ readonly purpose: string; readonly given: boolean } | null>(null);
  const say = (purpose: string, given: boolean): void =>
    run(async () => {
      setTouched({ purpose, given });
      try {
        const path = `/me/consents/${encodeURIComponent(purpose)}`;
        const { consents } = await ask<{ consents: Consent[] }>(path, {
          method: 'PUT',
          body: { given },
        });
        onMe({ ...me, consents });
      } finally {
        setTouched(null);
      }
    });
  return (
    <section className="card" aria-labelledby="consents">
      <h2 id="consents">{t('mine.consents')}</h2>
      <p className="soft">{t('mine.consentsText')}</p>
      {me.consents.map(({ purpose, given, at }) => (
        <label key={purpose} className="switch">
          <input
            type="checkbox"
            role="switch"
            checked={touched?.purpose === purpose ? touched.given : given}
            aria-disabled={busy}
            onChange={(event) => say(purpose, event.target.checked)}
          />
          <span>
            {card?.consents.find((one) => one.purpose === purpose)?.words ?? purpose}
            {given && at !== null ? <small>{t('mine.since', { day: day(at) })}</small> : null}
          </span>
        </label>
      ))}
      {said === null ? null : (
        <p className="fault" role="alert">
          {said}
        </p>
      )}
    </section>
  );
}

function Look({ light, onLight, onLanguage }: Choices) {
  const { t, language } = useSpeech();
  return (
    <section className="card" aria-labelledby="look">
      <h2 id="look">{t('mine.look')}</h2>
      <label htmlFor="light">{t('mine.light')}</label>
      <select
        id="light"
        value={light}
        onChange={(event) => onLight(lights.find((one) => one === event.target.value) ?? 'auto')}
      >
        {lights.map((one) => (
          <option key={one} value={one}>
            {t(`mine.light.${one}`)}
          </option>
        ))}
      </select>
      <label htmlFor="language">{t('mine.language')}</label>
      <select
        id="language"
        value={language}
        onChange={(event) => onLanguage(event.target.value === 'en' ? 'en' : 'fa')}
      >
        <option value="fa" lang="fa">
          {t('language.fa')}
        </option>
        <option value="en" lang="en">
          {t('language.en')}
        </option>
      </select>
    </section>
  );
}

/** As people of Iran write it: 0912 123 4567; any other as it is. */
function nationalForm(mobile: string): string {
  return mobile.replace(/^\+98(\d{3})(\d{3})(\d{4})$/, '0$1 $2 $3');
}
