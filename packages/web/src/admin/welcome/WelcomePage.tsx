import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useRouterState } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { found, setupQuery } from '../../api/coming-in-queries.ts';
import { asFailure } from '../../failure/failure.ts';
import { changeLanguage, isLanguage } from '../../language/languages.ts';
import { showNumber } from '../../language/numbers.ts';
import { paths } from '../../paths.ts';
import { FormSkeleton } from '../../ui/Skeletons.tsx';
import { useToasts } from '../../ui/toasts.ts';
import styles from '../sign-in/Entrance.module.css';
import { Entrance } from '../sign-in/Entrance.tsx';
import { PasswordField } from '../sign-in/PasswordField.tsx';
import { Refused } from '../sign-in/SignInForm.tsx';
import { type BusinessForm, detailsOf, newBusinessForm } from './business-form.ts';
import { BusinessFields } from './BusinessFields.tsx';
import { slugFrom } from './slug.ts';
import { SlugField } from './SlugField.tsx';

/** The first run: nobody is here, and whoever holds the token the program printed makes the business and its owner. */
export function WelcomePage() {
  const { t, i18n } = useTranslation();
  const router = useRouter();
  const setup = useQuery(setupQuery());
  if (setup.data === undefined && !setup.isError) {
    return (
      <Entrance title={t('comingIn.welcome.title')} wide>
        <FormSkeleton fields={6} />
      </Entrance>
    );
  }
  if (setup.data !== true) {
    return (
      <Entrance title={t('comingIn.welcome.done')} lead={t('comingIn.welcome.doneLead')}>
        <Button variant="contained" onClick={() => void router.navigate({ to: paths.signIn })}>
          {t('comingIn.welcome.toSignIn')}
        </Button>
      </Entrance>
    );
  }
  return <FoundForm key={i18n.language} />;
}

function FoundForm() {
  const { t, i18n } = useTranslation();
  const router = useRouter();
  const queries = useQueryClient();
  const toasts = useToasts();
  const language = isLanguage(i18n.language) ? i18n.language : 'fa';
  // Behind the #: what stands there is sent to no server and written into no log.
  const fromLink = useRouterState({ select: (state) => state.location.hash });
  const [token, setToken] = useState(fromLink);
  const [form, setForm] = useState<BusinessForm>(() => newBusinessForm(language));
  const [slug, setSlug] = useState<string | null>(null);
  const [owner, setOwner] = useState({ name: '', email: '', password: '' });
  const founding = useMutation({
    mutationFn: () =>
      found(language, {
        token: token.trim(),
        business: { ...detailsOf(form), slug: slug ?? slugFrom(form.name) },
        owner: { ...owner, email: owner.email.trim(), language },
      }),
    onSuccess: async ({ business }) => {
      queries.clear();
      // The language somebody came in by is theirs from now on.
      await changeLanguage(i18n, language);
      toasts.say(t('comingIn.welcome.founded', { name: business.name }));
      await router.navigate({ to: paths.home, hash: '', replace: true });
    },
  });
  const failure = founding.isError ? asFailure(founding.error) : null;
  const sentenceAt = (field: string) =>
    failure?.field === field || failure?.field === `business.${field}` || failure?.field === `owner.${field}`
      ? failure.sentence
      : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    founding.mutate();
  };

  return (
    <Entrance title={t('comingIn.welcome.title')} lead={t('comingIn.welcome.lead')} wide>
      <form onSubmit={submit}>
        {fromLink === '' || sentenceAt('token') !== undefined ? (
          <fieldset className={styles.group}>
            <legend>{t('comingIn.welcome.tokenTitle')}</legend>
            <p className={styles.note}>{t('comingIn.welcome.tokenLead')}</p>
            <TextField
              className="whole"
              label={t('comingIn.welcome.token')}
              required
              value={token}
              onChange={(event) => setToken(event.target.value)}
              error={sentenceAt('token') !== undefined}
              helperText={sentenceAt('token')}
              autoComplete="off"
              slotProps={{ htmlInput: { dir: 'ltr', maxLength: 100 } }}
            />
          </fieldset>
        ) : null}
        <fieldset className={styles.group}>
          <legend>{t('comingIn.welcome.business')}</legend>
          <BusinessFields
            form={form}
            onChange={setForm}
            sentenceAt={sentenceAt}
            below={
              <SlugField slug={slug ?? slugFrom(form.name)} onChange={setSlug} fault={sentenceAt('slug')} />
            }
          />
        </fieldset>
        <fieldset className={styles.group}>
          <legend>{t('comingIn.welcome.owner')}</legend>
          <p className={styles.note}>{t('comingIn.welcome.ownerLead')}</p>
          <OwnerFields owner={owner} onChange={setOwner} sentenceAt={sentenceAt} />
        </fieldset>
        <div className={styles.form}>
          {failure === null || failure.field !== undefined ? null : <Refused error={failure} />}
          <Button type="submit" variant="contained" size="large" loading={founding.isPending}>
            {t('comingIn.welcome.found')}
          </Button>
        </div>
      </form>
    </Entrance>
  );
}

interface Owner {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The account somebody makes for themselves. */
export function OwnerFields(props: {
  readonly owner: Owner;
  readonly onChange: (owner: Owner) => void;
  readonly sentenceAt: (field: string) => string | undefined;
}) {
  const { t, i18n } = useTranslation();
  const { owner, onChange, sentenceAt } = props;
  return (
    <>
      <TextField
        className="whole"
        label={t('comingIn.fields.ownerName')}
        required
        value={owner.name}
        onChange={(event) => onChange({ ...owner, name: event.target.value })}
        error={sentenceAt('name') !== undefined}
        helperText={sentenceAt('name')}
        slotProps={{ htmlInput: { maxLength: 200, dir: 'auto', autoComplete: 'name' } }}
      />
      <TextField
        label={t('comingIn.fields.email')}
        type="email"
        required
        value={owner.email}
        onChange={(event) => onChange({ ...owner, email: event.target.value })}
        error={sentenceAt('email') !== undefined}
        helperText={sentenceAt('email')}
        slotProps={{ htmlInput: { dir: 'ltr', autoComplete: 'username' } }}
      />
      <PasswordField
        label={t('comingIn.fields.password')}
        kind="new"
        value={owner.password}
        onChange={(password) => onChange({ ...owner, password })}
        fault={sentenceAt('password')}
        help={t('comingIn.passwordLength', {
          least: showNumber(10, isLanguage(i18n.language) ? i18n.language : 'fa'),
        })}
      />
    </>
  );
}
