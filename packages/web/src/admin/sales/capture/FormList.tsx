import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FormsIcon } from '../../../ui/sales-icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from './Capture.module.css';
import { formsQuery, type KeptForm } from './queries.ts';
import { ShowMore } from './ShowMore.tsx';

/** The forms there are, the newest first, with what came of each lately. */
export function FormList({ mayManage, onNew }: { readonly mayManage: boolean; readonly onNew: () => void }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const forms = useInfiniteQuery(formsQuery(asking));
  const rows = forms.data?.pages.flatMap((page) => page.forms) ?? [];
  if (forms.isError && rows.length === 0)
    return <FailureNotice error={forms.error} onRetry={() => void forms.refetch()} />;
  if (forms.data === undefined) return <RowsSkeleton rows={4} columns={3} height={92} />;
  if (rows.length === 0)
    return (
      <EmptyState
        icon={<FormsIcon size={30} />}
        title={t('salesCapture.none')}
        steps={[t('salesCapture.step1'), t('salesCapture.step2'), t('salesCapture.step3')]}
        actions={
          mayManage ? (
            <Button variant="contained" onClick={onNew}>
              {t('salesCapture.firstForm')}
            </Button>
          ) : null
        }
      >
        {t('salesCapture.noneText')}
      </EmptyState>
    );
  return (
    <>
      <ul className={spend.rows} aria-label={t('salesCapture.viewOf.forms')}>
        {rows.map((form) => (
          <li key={form.id}>
            <FormRow form={form} />
          </li>
        ))}
      </ul>
      <ShowMore list={forms} />
    </>
  );
}

function FormRow({ form }: { readonly form: KeptForm }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { definition, key, state, lately, waiting, changedBy, changedAt } = form;
  return (
    <div className={spend.row}>
      <div className={`${spend.what} ${styles.long}`}>
        <strong>
          <Link to={paths.salesForms} search={{ form: key }} className={spend.link}>
            <bdi>{speech.words(definition.title)}</bdi>
          </Link>
        </strong>{' '}
        <FormState state={state} />
        <div className={spend.about}>
          <span>
            {t('salesCapture.fields', {
              count: definition.fields.length,
              shown: speech.number(definition.fields.length),
            })}
          </span>
          <span>
            {t('salesCapture.changedBy', {
              name: `\u2068${changedBy}\u2069`,
              day: speech.date(changedAt, 'short'),
            })}
          </span>
          {waiting === 0 ? null : (
            <span>
              <Link to={paths.salesForms} search={{ view: 'sent' }} className={spend.link}>
                {t('salesCapture.waiting', { count: waiting, shown: speech.number(waiting) })}
              </Link>
            </span>
          )}
        </div>
      </div>
      <dl className={styles.counts}>
        {(['view', 'sent', 'lead', 'doubtful'] as const).map((kind) => (
          <div key={kind}>
            <dt>{t(`salesCapture.countOf.${kind}`)}</dt>
            <dd>{speech.number(lately[kind])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

export function FormState({ state }: { readonly state: KeptForm['state'] }) {
  const { t } = useTranslation();
  return (
    <span className={spend.verdict} {...(state === 'open' ? { 'data-good': true } : {})}>
      {t(`salesCapture.stateOf.${state}`)}
    </span>
  );
}
