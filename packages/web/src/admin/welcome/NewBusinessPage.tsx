import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import type { NewBusiness } from '../../api/coming-in-queries.ts';
import { useDeed } from '../../api/mutations.ts';
import { isLanguage } from '../../language/languages.ts';
import { paths } from '../../paths.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useDraft } from '../../ui/useDraft.ts';
import styles from '../sign-in/Entrance.module.css';
import { Refused } from '../sign-in/SignInForm.tsx';
import { detailsOf, newBusinessForm } from './business-form.ts';
import { BusinessFields } from './BusinessFields.tsx';
import { slugFrom } from './slug.ts';
import { SlugField } from './SlugField.tsx';

/** Another business of somebody who owns one. */
export function NewBusinessPage() {
  const { t, i18n } = useTranslation();
  const router = useRouter();
  const queries = useQueryClient();
  const [form, setForm, draft] = useDraft(
    'new-business',
    newBusinessForm(isLanguage(i18n.language) ? i18n.language : 'fa'),
  );
  const [slug, setSlug] = useState<string | null>(null);
  const founding = useDeed({
    send: (body: NewBusiness, headers) => answerOf(api.POST('/v1/businesses', { body, headers })),
    said: ({ business }) => t('comingIn.welcome.founded', { name: business.name }),
    tellsFailure: true,
  });
  const { failure } = founding;
  const sentenceAt = (field: string) => (failure?.field === field ? failure.sentence : undefined);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const made = await founding.run({ ...detailsOf(form), slug: slug ?? slugFrom(form.name) });
    if (made === undefined) return;
    draft.forget();
    queries.clear();
    await router.navigate({ to: paths.home, search: { business: made.business.slug } });
  };
  return (
    <>
      <PageHeader title={t('comingIn.welcome.another')} meaning={t('comingIn.welcome.anotherLead')} />
      <form onSubmit={(event) => void submit(event)} className={styles.narrow}>
        <div className={styles.group}>
          <BusinessFields
            form={form}
            onChange={setForm}
            sentenceAt={sentenceAt}
            below={
              <SlugField slug={slug ?? slugFrom(form.name)} onChange={setSlug} fault={sentenceAt('slug')} />
            }
          />
        </div>
        {failure === null || failure.field !== undefined ? null : <Refused error={failure} />}
        <Button type="submit" variant="contained" size="large" loading={founding.pending}>
          {t('comingIn.welcome.found')}
        </Button>
      </form>
    </>
  );
}
