import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { runsQuery, type SeriesRun, SERIES_CHANGED, seriesQuery } from './queries.ts';
import styles from './Today.module.css';
import { isolated } from './useFollowUpWords.ts';

/** The series of touches that runs with somebody, or beginning one. */
export function SeriesOf(props: {
  readonly person: number;
  readonly deal: number | undefined;
  readonly lead: number | undefined;
  readonly mayWrite: boolean;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const [isBeginning, setBeginning] = useState(false);
  const runs = useQuery(runsQuery(asking, props.person)).data ?? [];
  const known = useQuery(seriesQuery(asking)).data ?? [];
  const running = runs.filter((run) => run.state === 'running');
  const last = runs.find((run) => run.state !== 'running');
  const free = known.filter((one) => !one.archived && !running.some((run) => run.cadence === one.key));
  if (runs.length === 0 && (free.length === 0 || !props.mayWrite)) return null;
  return (
    <div className={styles.series}>
      {running.map((run) => (
        <Running key={run.id} run={run} mayWrite={props.mayWrite} />
      ))}
      {running.length === 0 && last !== undefined ? (
        <p className={styles.soft}>
          {last.stopped === null
            ? t('salesToday.series.finished', { name: isolated(last.name) })
            : t(`salesToday.series.stopped.${stopOf(last.stopped)}`, { name: isolated(last.name) })}
        </p>
      ) : null}
      {props.mayWrite && free.length > 0 ? (
        <Button size="small" color="inherit" onClick={() => setBeginning(true)}>
          {t('salesToday.series.begin')}
        </Button>
      ) : null}
      {isBeginning ? (
        <BeginDialog
          person={props.person}
          deal={props.deal}
          lead={props.lead}
          choices={free.map(({ key, definition }) => ({ key, name: definition.name }))}
          onClose={() => setBeginning(false)}
        />
      ) : null}
    </div>
  );
}

const STOPS = [
  'answered',
  'message',
  'bought',
  'complaint',
  'won',
  'lost',
  'consent',
  'staff',
  'merged',
] as const;

function stopOf(stopped: string): (typeof STOPS)[number] | 'other' {
  return STOPS.find((one) => one === stopped) ?? 'other';
}

function Running({ run, mayWrite }: { readonly run: SeriesRun; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const stopping = useDeed({
    send: ({ id }: { readonly id: number }, headers) =>
      answerOf(api.POST('/v1/sales/cadence-runs/{id}/stop', { params: { path: { id } }, headers })),
    refresh: SERIES_CHANGED,
    said: () => t('salesToday.series.stoppedSaid'),
  });
  return (
    <div className={styles.running}>
      <span>
        {t('salesToday.series.running', {
          name: isolated(run.name),
          touch: speech.number(run.touch),
          touches: speech.number(run.touches),
        })}
      </span>
      {mayWrite ? (
        <Button
          size="small"
          color="inherit"
          loading={stopping.pending}
          onClick={() => void stopping.run({ id: run.id })}
        >
          {t('salesToday.series.stop')}
        </Button>
      ) : null}
    </div>
  );
}

function BeginDialog(props: {
  readonly person: number;
  readonly deal: number | undefined;
  readonly lead: number | undefined;
  readonly choices: readonly { readonly key: string; readonly name: string }[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { person, deal, lead, choices, onClose } = props;
  const [cadence, setCadence] = useState(choices[0]?.key ?? '');
  const beginning = useDeed({
    send: (body: { readonly cadence: string }, headers) =>
      answerOf(
        api.POST('/v1/sales/cadence-runs', {
          body: {
            ...body,
            person,
            ...(deal === undefined ? {} : { deal }),
            ...(lead === undefined ? {} : { lead }),
          },
          headers,
        }),
      ),
    refresh: SERIES_CHANGED,
    said: () => t('salesToday.series.begun'),
    undo: ({ id }, _, headers) =>
      answerOf(api.POST('/v1/sales/cadence-runs/{id}/stop', { params: { path: { id } }, headers })),
    onDone: onClose,
  });
  return (
    <FormDialog
      open
      title={t('salesToday.series.beginTitle')}
      deed={t('salesToday.series.beginDeed')}
      pending={beginning.pending}
      onClose={onClose}
      onSubmit={() => void beginning.run({ cadence })}
    >
      <p className={styles.plain}>{t('salesToday.series.beginText')}</p>
      <TextField
        select
        size="small"
        label={t('salesToday.series.which')}
        value={cadence}
        onChange={(event) => setCadence(event.target.value)}
      >
        {choices.map(({ key, name }) => (
          <MenuItem key={key} value={key}>
            <bdi>{name}</bdi>
          </MenuItem>
        ))}
      </TextField>
    </FormDialog>
  );
}
