import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { FormSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import { EmbedDialog } from './EmbedDialog.tsx';
import { FormEditor } from './FormEditor.tsx';
import { FormState } from './FormList.tsx';
import { Preview } from './Preview.tsx';
import { formQuery } from './queries.ts';

function useCrumbs() {
  const { t } = useTranslation();
  return [
    <Link key="all" to={paths.salesForms} search={{}}>
      {t('navigation.salesForms')}
    </Link>,
  ];
}

/** A form that is being laid out. */
export function NewForm() {
  const { t } = useTranslation();
  const crumbs = useCrumbs();
  return (
    <>
      <PageHeader title={t('salesCapture.newForm')} meaning={t('salesCapture.newFormText')} crumbs={crumbs} />
      <FormEditor kept={null} />
    </>
  );
}

/** A form that is there: changed by who may, looked at by others. */
export function OpenForm({ form, mayManage }: { readonly form: string; readonly mayManage: boolean }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const crumbs = useCrumbs();
  const { data: kept, error, isError, refetch } = useQuery(formQuery(asking, form));
  const [isEmbedding, setEmbedding] = useState(false);
  if (kept === undefined)
    return isError ? (
      <FailureNotice error={error} onRetry={() => void refetch()} />
    ) : (
      <>
        <PageHeader title={null} crumbs={crumbs} />
        <FormSkeleton fields={6} />
      </>
    );
  const name = speech.words(kept.definition.title);
  return (
    <>
      <PageHeader
        title={
          <>
            <bdi style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>{name}</bdi>{' '}
            <FormState state={kept.state} />
          </>
        }
        tab={name}
        crumbs={crumbs}
        actions={
          kept.state === 'draft' ? undefined : (
            <Button variant="outlined" onClick={() => setEmbedding(true)}>
              {t('salesCapture.embed')}
            </Button>
          )
        }
      />
      {mayManage ? <FormEditor kept={kept} /> : <Preview form={kept.definition} />}
      {isEmbedding ? <EmbedDialog form={kept} onClose={() => setEmbedding(false)} /> : null}
    </>
  );
}
