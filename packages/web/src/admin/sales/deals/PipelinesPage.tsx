import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { paths } from '../../../paths.ts';
import { UpIcon } from '../../../ui/icons.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useAddress } from '../../insight/spend/useAddress.ts';
import { useSetting } from '../../setting.ts';
import { pipelinesQuery } from '../queries.ts';
import { readPipelines } from './deals-search.ts';
import styles from './Deals.module.css';
import { PipelineEditor } from './PipelineEditor.tsx';
import { shifted } from './pipeline-form.ts';
import { type KeptPipeline, PIPELINES_CHANGED, type PipelineInput } from './queries.ts';

/** The ways deals go: which there are, and what each step of one asks for. */
export function PipelinesPage() {
  const { t } = useTranslation();
  const { asking, speech, session } = useSetting();
  const navigate = useNavigate();
  const [{ pipeline, add }] = useAddress(readPipelines);
  const answer = useQuery(pipelinesQuery(asking));
  const mayManage = session?.scopes.includes('sales:manage') === true;
  const all = answer.data ?? [];
  const open = all.find(({ key }) => key === pipeline);
  const crumb = (
    <Link key="pipelines" to={paths.salesPipelines}>
      {t('salesDeals.pipelines.title')}
    </Link>
  );
  const [first] = all;
  if (first !== undefined && mayManage && (add === true || open !== undefined)) {
    const taken = new Set(all.map(({ key }) => key));
    return (
      <>
        <PageHeader
          title={open === undefined ? t('salesDeals.pipelines.new') : speech.words(open.definition.name)}
          crumbs={[crumb]}
          meaning={t('salesDeals.pipelines.editMeaning')}
        />
        <PipelineEditor key={open?.key ?? 'new'} kept={open ?? null} begin={beginning(first)} taken={taken} />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={t('salesDeals.pipelines.title')}
        meaning={t('salesDeals.pipelines.meaning')}
        crumbs={[
          <Link key="deals" to={paths.salesDeals}>
            {t('salesDeals.title')}
          </Link>,
        ]}
        actions={
          mayManage ? (
            <Button
              variant="contained"
              onClick={() => void navigate({ to: paths.salesPipelines, search: { add: true } })}
            >
              {t('salesDeals.pipelines.new')}
            </Button>
          ) : undefined
        }
      />
      {answer.isError ? (
        <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.data === undefined ? (
        <RowsSkeleton rows={2} columns={2} height={90} />
      ) : (
        <PipelineList all={all} mayManage={mayManage} />
      )}
    </>
  );
}

/** A new pipeline begins with the steps of the first, which are there to be changed. */
function beginning({ definition }: KeptPipeline): PipelineInput {
  const { retired: _, ...rest } = definition;
  return { ...rest, name: { fa: '', en: '' } };
}

function PipelineList({
  all,
  mayManage,
}: {
  readonly all: readonly KeptPipeline[];
  readonly mayManage: boolean;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const ordering = useDeed({
    send: (keys: readonly string[], headers) =>
      answerOf(api.PUT('/v1/sales/pipeline-order', { body: { keys: [...keys] }, headers })),
    refresh: PIPELINES_CHANGED,
    said: () => t('salesDeals.pipelines.ordered'),
  });
  const keys = all.map(({ key }) => key);
  return (
    <ul className={spend.rows} aria-label={t('salesDeals.pipelines.title')}>
      {all.map(({ key, definition, archivedAt }, place) => {
        const name = speech.words(definition.name);
        return (
          <li key={key}>
            <div className={spend.row}>
              <div className={spend.what}>
                {mayManage ? (
                  <Link to={paths.salesPipelines} search={{ pipeline: key }} className={spend.link}>
                    <strong>
                      <bdi>{name}</bdi>
                    </strong>
                  </Link>
                ) : (
                  <strong>
                    <bdi>{name}</bdi>
                  </strong>
                )}
                {archivedAt !== null ? (
                  <span className={spend.badge}>{t('salesDeals.pipelines.isArchived')}</span>
                ) : place === 0 ? (
                  <span className={spend.badge}>{t('salesDeals.pipelines.isFirst')}</span>
                ) : null}
                <ol className={styles.stepNames}>
                  {definition.steps.map((step) => (
                    <li key={step.key} data-after={step.after === true}>
                      <bdi>{speech.words(step.name)}</bdi>
                    </li>
                  ))}
                </ol>
              </div>
              {mayManage && archivedAt === null && place > 0 ? (
                <IconButton
                  aria-label={t('salesDeals.pipelines.up', { name })}
                  disabled={ordering.pending}
                  onClick={() => void ordering.run(shifted(keys, place, -1))}
                >
                  <UpIcon size={18} />
                </IconButton>
              ) : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
