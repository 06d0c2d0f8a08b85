import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../../failure/failure-text.ts';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { paths } from '../../../paths.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { TrashIcon } from '../../../ui/icons.tsx';
import { useDraft } from '../../../ui/useDraft.ts';
import { numbersIn } from '../../criteria/figures.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { InBothLanguages } from '../../studio/InBothLanguages.tsx';
import { pipelinesQuery } from '../queries.ts';
import styles from './Deals.module.css';
import { faultsIn, freshKey, goneFrom, keysOf, NO_WORDS, sent, shifted } from './pipeline-form.ts';
import { type KeptPipeline, type PipelineInput, PIPELINES_CHANGED, versionsQuery } from './queries.ts';
import { StepEditor } from './StepEditor.tsx';

interface Changing {
  readonly definition: PipelineInput;
  readonly into: Record<string, string>;
  readonly archived: boolean;
  readonly revision: number;
}

/** Makes a pipeline, or changes one while deals stand on it. `begin`: what the form of a new one begins with. */
export function PipelineEditor(props: {
  readonly kept: KeptPipeline | null;
  readonly begin: PipelineInput;
  readonly taken: ReadonlySet<string>;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const queries = useQueryClient();
  const navigate = useNavigate();
  // What the form began with: somebody else's change must not take away what is being typed.
  const [kept, setKept] = useState(props.kept);
  const [form, setForm, draft] = useDraft<PipelineInput>(
    `pipeline:${kept === null ? 'new' : `${kept.key}:${kept.revision}`}`,
    kept?.definition ?? props.begin,
  );
  const [into, setInto] = useState<Record<string, string>>({});
  const [isAsked, setAsked] = useState(false);
  const [isArchiving, setArchiving] = useState(false);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const key = kept?.key ?? '';
  const versions = useQuery({ ...versionsQuery(asking, key), enabled: kept !== null });
  const standing = versions.data?.standing ?? {};
  const now = async (): Promise<KeptPipeline> => {
    const all = await queries.fetchQuery({ ...pipelinesQuery(asking), staleTime: 0 });
    const found = all.find((one) => one.key === key);
    if (found === undefined) throw new Error('The pipeline is gone');
    return found;
  };
  const beginWith = (found: KeptPipeline) => {
    draft.forget();
    setInto({});
    setKept(found);
  };
  const version = (definition: PipelineInput) => [
    { label: t('salesDeals.pipelines.name'), text: speech.words(definition.name) },
    {
      label: t('salesDeals.pipelines.steps'),
      text: definition.steps.map(({ name }) => speech.words(name)).join(t('listSeparator')),
    },
  ];
  const making = useDeed({
    send: (body: PipelineInput, headers) => answerOf(api.POST('/v1/sales/pipelines', { body, headers })),
    refresh: PIPELINES_CHANGED,
    tellsFailure: true,
    said: () => t('salesDeals.pipelines.made'),
    onDone: (made) => {
      draft.forget();
      void navigate({ to: paths.salesPipelines, search: { pipeline: made.key }, replace: true });
    },
  });
  const changing = useDeed({
    send: (body: Changing, headers) =>
      answerOf(api.PUT('/v1/sales/pipelines/{key}', { params: { path: { key } }, body, headers })),
    refresh: PIPELINES_CHANGED,
    tellsFailure: true,
    said: ({ archivedAt }) =>
      t(archivedAt === null ? 'salesDeals.pipelines.changed' : 'salesDeals.pipelines.archived'),
    onDone: beginWith,
    changed: {
      versions: async (input) => ({
        mine: version(input.definition),
        theirs: version((await now()).definition),
      }),
      reload: async () => beginWith(await now()),
      onTop: async (input) => ({ ...input, revision: (await now()).revision }),
    },
  });
  const deed = kept === null ? making : changing;
  const failure = deed.failure?.kind === 'changed' ? null : deed.failure;
  const faults = faultsIn(form);
  const gone = kept === null ? [] : goneFrom(kept.definition, form);
  const homeless = gone.filter((step) => (standing[step.key] ?? 0) > 0);
  const isHomeless = homeless.some((step) => !form.steps.some(({ key: one }) => one === into[step.key]));
  const taken = keysOf(form);
  const write = (changes: Partial<PipelineInput>) => {
    setForm({ ...form, ...changes });
    deed.clear();
  };
  const save = (archived = kept !== null && kept.archivedAt !== null) => {
    setAsked(true);
    if (faults.length > 0 || isHomeless) return;
    const definition = sent(form);
    if (kept === null) {
      void making.run({ ...definition, key: freshKey(definition.name, 'pipeline', props.taken) });
      return;
    }
    const asked = Object.fromEntries(
      gone.flatMap((step) => {
        const target = into[step.key];
        return target === undefined || target === '' ? [] : [[step.key, target] as const];
      }),
    );
    void changing.run({ definition, into: asked, archived, revision: kept.revision });
  };
  const add = () => {
    const step = freshKey(
      NO_WORDS,
      'step',
      new Set([...taken, ...(kept?.definition.retired ?? []).map((one) => one.key)]),
    );
    setFresh(new Set([...fresh, step]));
    const first = form.steps.findIndex(({ after }) => after === true);
    const place = first === -1 ? form.steps.length : first;
    write({ steps: form.steps.toSpliced(place, 0, { key: step, name: NO_WORDS, asks: [] }) });
  };
  return (
    <form
      noValidate
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {failure === null ? null : <Alert severity="error">{failureText(failure, t)}</Alert>}
      {draft.restored ? <Alert severity="info">{t('spend.draftKept')}</Alert> : null}
      {kept?.archivedAt === null || kept === null ? null : (
        <Alert severity="warning">{t('salesDeals.pipelines.archivedText')}</Alert>
      )}
      <InBothLanguages
        label={t('salesDeals.pipelines.name')}
        words={form.name}
        faults={[]}
        onChange={(name) => write({ name })}
      />
      <TypedField
        small
        label={t('salesDeals.pipelines.quiet')}
        manner={numbersIn(speech)}
        value={form.quietDays ?? null}
        least={1}
        most={1000}
        help={t('salesDeals.pipelines.quietHelp')}
        onChange={(days) => {
          const { quietDays: _, ...rest } = form;
          setForm(days === null ? rest : { ...rest, quietDays: Math.round(days) });
        }}
      />
      <section className={styles.group} aria-labelledby="pipeline-steps">
        <h2 id="pipeline-steps">{t('salesDeals.pipelines.steps')}</h2>
        <ol className={styles.steps}>
          {form.steps.map((step, place) => (
            <StepEditor
              key={step.key}
              step={step}
              place={place}
              last={form.steps.length - 1}
              standing={standing[step.key] ?? 0}
              taken={taken}
              isNew={fresh.has(step.key)}
              onChange={(next) => write({ steps: form.steps.map((one, at) => (at === place ? next : one)) })}
              onShift={(by) => write({ steps: shifted(form.steps, place, by) })}
              onRemove={() => write({ steps: form.steps.filter((_, at) => at !== place) })}
            />
          ))}
        </ol>
        <Button variant="outlined" sx={{ justifySelf: 'start' }} onClick={add}>
          {t('salesDeals.pipelines.addStep')}
        </Button>
        {homeless.map((step) => (
          <Alert key={step.key} severity="warning">
            <span>
              {t('salesDeals.pipelines.homeless', {
                step: `\u2068${speech.words(step.name)}\u2069`,
                count: standing[step.key] ?? 0,
                shown: speech.number(standing[step.key] ?? 0),
              })}
            </span>
            <TextField
              select
              size="small"
              fullWidth
              label={t('salesDeals.pipelines.into')}
              value={into[step.key] ?? ''}
              error={isAsked && (into[step.key] ?? '') === ''}
              onChange={(event) => {
                setInto({ ...into, [step.key]: event.target.value });
                deed.clear();
              }}
              sx={{ marginBlockStart: 1.5 }}
            >
              {form.steps
                .filter(({ after }) => after === step.after)
                .map((one) => (
                  <MenuItem key={one.key} value={one.key}>
                    {speech.words(one.name)}
                  </MenuItem>
                ))}
            </TextField>
          </Alert>
        ))}
      </section>
      <section className={styles.group} aria-labelledby="pipeline-reasons">
        <h2 id="pipeline-reasons">{t('salesDeals.pipelines.reasons')}</h2>
        <p className={spend.plain}>{t('salesDeals.pipelines.reasonsText')}</p>
        {form.lostReasons.map((reason, place) => (
          <div key={reason.key} className={styles.choice}>
            <InBothLanguages
              label={t('salesDeals.pipelines.reason')}
              words={reason.name}
              faults={[]}
              onChange={(name) =>
                write({
                  lostReasons: form.lostReasons.map((one, at) => (at === place ? { ...one, name } : one)),
                })
              }
            />
            <IconButton
              size="small"
              aria-label={t('salesDeals.pipelines.removeReason')}
              onClick={() => write({ lostReasons: form.lostReasons.filter((_, at) => at !== place) })}
            >
              <TrashIcon size={18} />
            </IconButton>
          </div>
        ))}
        <Button
          size="small"
          sx={{ justifySelf: 'start' }}
          onClick={() =>
            write({
              lostReasons: [
                ...form.lostReasons,
                { key: freshKey(NO_WORDS, 'reason', taken), name: NO_WORDS },
              ],
            })
          }
        >
          {t('salesDeals.pipelines.addReason')}
        </Button>
      </section>
      <div className={styles.end}>
        <Button type="submit" variant="contained" loading={deed.pending}>
          {t(kept === null ? 'salesDeals.pipelines.make' : 'salesDeals.pipelines.save')}
        </Button>
        {kept === null ? null : kept.archivedAt === null ? (
          <Button color="inherit" disabled={deed.pending} onClick={() => setArchiving(true)}>
            {t('salesDeals.pipelines.archive')}
          </Button>
        ) : (
          <Button variant="outlined" disabled={deed.pending} onClick={() => save(false)}>
            {t('salesDeals.pipelines.restore')}
          </Button>
        )}
        {isAsked && (faults.length > 0 || isHomeless) ? (
          <span role="alert" className={styles.unfinished}>
            {isHomeless && faults.length === 0
              ? t('salesDeals.pipelines.intoNeeded')
              : faults.map((fault) => t(`salesDeals.pipelines.faults.${fault}`)).join(' ')}
          </span>
        ) : null}
      </div>
      {kept === null || (versions.data?.versions.length ?? 0) < 2 ? null : (
        <section className={styles.group} aria-labelledby="pipeline-versions">
          <h2 id="pipeline-versions">{t('salesDeals.pipelines.versions')}</h2>
          <ul className={spend.rows}>
            {versions.data?.versions.map(({ revision, definition, changedBy, changedAt }) => (
              <li key={revision}>
                <div className={spend.row}>
                  <div className={spend.what}>
                    {definition.steps.map(({ name }) => speech.words(name)).join(' ← ')}
                    <div className={spend.about}>
                      <span>
                        {speech.date(changedAt, 'short')} {speech.time(changedAt)}
                      </span>
                      <span>
                        <bdi>{changedBy}</bdi>
                      </span>
                    </div>
                  </div>
                  {revision === kept.revision ? (
                    <span className={spend.badge}>{t('salesDeals.pipelines.inForce')}</span>
                  ) : (
                    <Button size="small" onClick={() => setForm(definition)}>
                      {t('salesDeals.pipelines.bringBack')}
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ConfirmDialog
        open={isArchiving}
        title={t('salesDeals.pipelines.archiveTitle')}
        deed={t('salesDeals.pipelines.archive')}
        onConfirm={() => save(true)}
        onClose={() => setArchiving(false)}
      >
        {t('salesDeals.pipelines.archiveText')}
      </ConfirmDialog>
    </form>
  );
}
