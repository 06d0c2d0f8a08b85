import Alert from '@mui/material/Alert';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import {
  type Experiment,
  type ExperimentDefinition,
  experimentNow,
  EXPERIMENTS_CHANGED,
} from '../../../api/experiment-queries.ts';
import { useDeed } from '../../../api/mutations.ts';
import { laddersQuery } from '../../../api/queries.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { paths } from '../../../paths.ts';
import { useDraft } from '../../../ui/useDraft.ts';
import { moneyIn } from '../../criteria/figures.ts';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { hundredthsIn, wholesIn } from '../spend/manners.ts';
import { TypedField } from '../spend/TypedField.tsx';
import spend from '../spend/Spend.module.css';
import {
  definitionOf,
  type ExperimentForm,
  formOf,
  newExperiment,
  OUTCOMES,
  sizeAskedOf,
  versionOf,
} from './experiment-form.ts';
import { SizeHelper } from './SizeHelper.tsx';

interface Changing {
  readonly id: number;
  readonly definition: ExperimentDefinition;
  readonly revision: number;
}

/** Drafts an experiment, or changes a draft. Before anything begins, it says whether the numbers can show anything. */
export function ExperimentDialog(props: {
  readonly experiment: Experiment | null;
  readonly place?: { readonly ladder?: string; readonly rung?: string };
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const navigate = useNavigate();
  const ladders = useQuery(laddersQuery(asking)).data?.filter(({ kind }) => kind === 'ladder') ?? [];
  const { experiment, place = {}, onClose } = props;
  const [form, setForm, draft] = useDraft<ExperimentForm>(
    `experiment:${experiment?.id ?? ['new', place.ladder, place.rung].join(' ')}`,
    experiment === null ? newExperiment(place) : formOf(experiment.definition),
  );
  const [isAsked, setAsked] = useState(false);
  const making = useDeed({
    send: (body: ExperimentDefinition, headers) =>
      answerOf(api.POST('/v1/insight/experiments', { body, headers })),
    refresh: EXPERIMENTS_CHANGED,
    tellsFailure: true,
    said: () => t('spend.trial.made'),
    onDone: ({ id }) => {
      draft.forget();
      void navigate({ to: paths.insightExperiment, params: { experiment: String(id) } });
    },
  });
  const changing = useDeed({
    send: ({ id, ...body }: Changing, headers) =>
      answerOf(api.PUT('/v1/insight/experiments/{id}', { params: { path: { id } }, body, headers })),
    refresh: EXPERIMENTS_CHANGED,
    tellsFailure: true,
    said: () => t('spend.trial.changed'),
    onDone: () => {
      draft.forget();
      onClose();
    },
    changed: {
      versions: async ({ id, definition }) => ({
        mine: versionOf(definition, speech, t),
        theirs: versionOf((await experimentNow(asking, id)).experiment.definition, speech, t),
      }),
      reload: () => {
        draft.forget();
        onClose();
        return Promise.resolve();
      },
      onTop: async (input) => ({
        ...input,
        revision: (await experimentNow(asking, input.id)).experiment.revision,
      }),
    },
  });
  const deed = experiment === null ? making : changing;
  const failure = deed.failure?.kind === 'changed' ? null : deed.failure;
  const definition = definitionOf(form);
  const write = (changes: Partial<ExperimentForm>) => {
    setForm({ ...form, ...changes });
    deed.clear();
  };
  const submit = () => {
    setAsked(true);
    if (definition === undefined) return;
    if (experiment === null) void making.run(definition);
    else void changing.run({ id: experiment.id, definition, revision: experiment.revision });
  };
  const needed = (isMissing: boolean) => (isAsked && isMissing ? t('spend.trial.needed') : undefined);
  const rungs = ladders.find(({ key }) => key === form.ladder)?.places.slice(1) ?? [];
  const isMoney = form.outcome === 'margin';
  const number = wholesIn(speech);
  const hundredths = hundredthsIn(speech);
  const money = moneyIn(speech);
  return (
    <FormDialog
      open
      title={t(experiment === null ? 'spend.trial.make' : 'spend.trial.change')}
      deed={t(experiment === null ? 'spend.trial.makeDeed' : 'spend.costs.save')}
      pending={deed.pending}
      onClose={onClose}
      onSubmit={submit}
    >
      {failure === null ? null : <Alert severity="error">{failureText(failure, t)}</Alert>}
      {draft.restored ? <Alert severity="info">{t('spend.draftKept')}</Alert> : null}
      <TextField
        label={t('spend.trial.name')}
        required
        autoFocus
        value={form.name}
        onChange={(event) => write({ name: event.target.value })}
        autoComplete="off"
        slotProps={{ htmlInput: { dir: 'auto', maxLength: 120 } }}
      />
      <TextField
        label={t('spend.trial.hypothesis')}
        value={form.hypothesis}
        onChange={(event) => write({ hypothesis: event.target.value })}
        helperText={t('spend.trial.hypothesisHelp')}
        multiline
        minRows={2}
        autoComplete="off"
        slotProps={{ htmlInput: { dir: 'auto', maxLength: 1000 } }}
      />
      <TextField
        select
        label={t('spend.trial.outcome')}
        value={form.outcome}
        onChange={(event) =>
          write({ outcome: OUTCOMES.find((one) => one === event.target.value) ?? 'orders' })
        }
        helperText={t(`spend.outcomeHelp.${form.outcome}`)}
      >
        {OUTCOMES.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`spend.outcome.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {form.outcome === 'climbs' ? (
        <div className={spend.pair}>
          <TextField
            select
            required
            label={t('ladder.which')}
            value={ladders.some(({ key }) => key === form.ladder) ? form.ladder : ''}
            onChange={(event) => write({ ladder: event.target.value, rung: '' })}
            error={needed(form.ladder === '') !== undefined}
            helperText={needed(form.ladder === '')}
          >
            {ladders.map(({ key, name }) => (
              <MenuItem key={key} value={key}>
                {speech.words(name)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            select
            required
            label={t('spend.trial.rung')}
            value={rungs.some(({ key }) => key === form.rung) ? form.rung : ''}
            onChange={(event) => write({ rung: event.target.value })}
            error={needed(form.rung === '') !== undefined}
            helperText={needed(form.rung === '')}
          >
            {rungs.map(({ key, name }) => (
              <MenuItem key={key} value={key}>
                {speech.words(name)}
              </MenuItem>
            ))}
          </TextField>
        </div>
      ) : null}
      <div className={spend.pair}>
        <TypedField
          required
          label={t('spend.trial.held')}
          manner={hundredths}
          value={form.held}
          least={0.01}
          most={0.9}
          onChange={(held) => write({ held })}
          help={t('spend.trial.heldHelp')}
          fault={needed(form.held === null)}
        />
        <TypedField
          required
          label={t('spend.trial.window')}
          manner={number}
          value={form.windowDays}
          least={1}
          most={365}
          onChange={(windowDays) => write({ windowDays })}
          help={t('spend.trial.windowHelp')}
          fault={needed(form.windowDays === null)}
        />
      </div>
      <TypedField
        required
        label={t('spend.trial.cost')}
        manner={money}
        value={form.costPerTreated}
        least={0}
        onChange={(costPerTreated) => write({ costPerTreated })}
        help={t('spend.trial.costHelp')}
        fault={needed(form.costPerTreated === null)}
      />
      <fieldset className={spend.fieldset}>
        <legend>{t('spend.size.title')}</legend>
        <div className={spend.pair}>
          <TypedField
            label={t('spend.trial.people')}
            manner={number}
            value={form.people}
            least={1}
            most={10_000_000}
            onChange={(people) => write({ people })}
          />
          <TypedField
            label={t('spend.trial.lift')}
            manner={hundredths}
            value={form.lift}
            least={0.001}
            most={10}
            onChange={(lift) => write({ lift })}
            help={t('spend.trial.liftHelp')}
          />
        </div>
        {isMoney ? (
          <div className={spend.pair}>
            <TypedField
              label={t('spend.trial.mean')}
              manner={money}
              value={form.mean}
              least={1}
              onChange={(mean) => write({ mean })}
            />
            <TypedField
              label={t('spend.trial.deviation')}
              manner={money}
              value={form.deviation}
              least={1}
              onChange={(deviation) => write({ deviation })}
              help={t('spend.trial.deviationHelp')}
            />
          </div>
        ) : (
          <TypedField
            label={t(form.outcome === 'climbs' ? 'spend.trial.baseClimbs' : 'spend.trial.base')}
            manner={hundredths}
            value={form.base}
            least={0.0001}
            most={0.9999}
            onChange={(base) => write({ base })}
          />
        )}
        <SizeHelper asked={sizeAskedOf(form)} />
      </fieldset>
    </FormDialog>
  );
}
