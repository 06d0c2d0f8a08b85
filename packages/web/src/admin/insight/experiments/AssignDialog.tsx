import Alert from '@mui/material/Alert';
import LinearProgress from '@mui/material/LinearProgress';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { type Experiment, EXPERIMENTS_CHANGED } from '../../../api/experiment-queries.ts';
import { useDeed } from '../../../api/mutations.ts';
import { segmentsQuery } from '../../../api/people-list-queries.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { paths } from '../../../paths.ts';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import spend from '../spend/Spend.module.css';

interface Told {
  readonly held: number;
  readonly treated: number;
  readonly known: number;
  readonly isOver: boolean;
}

const NOBODY: Told = { held: 0, treated: 0, known: 0, isOver: false };

/** Draws lots over the people of a saved segment: who is treated and who is left alone. Again, it changes nothing. */
export function AssignDialog(props: { readonly experiment: Experiment; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const segments = useQuery(segmentsQuery(asking)).data;
  const [segment, setSegment] = useState('');
  const [told, setTold] = useState<Told | null>(null);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  const { id } = props.experiment;
  const drawing = useDeed({
    send: (body: { readonly segment: number; readonly after?: string }, headers) =>
      answerOf(
        api.POST('/v1/insight/experiments/{id}/assignments', { params: { path: { id } }, body, headers }),
      ),
    refresh: EXPERIMENTS_CHANGED,
    tellsFailure: true,
  });
  const draw = async () => {
    let sum = NOBODY;
    let after: string | null = null;
    setTold(sum);
    do {
      const page: Awaited<ReturnType<typeof drawing.run>> = await drawing.run({
        segment: Number(segment),
        ...(after === null ? {} : { after }),
      });
      // What was drawn before the dialog was closed, or before it failed, stays drawn.
      if (page === undefined || isGone.current) return;
      const drawn = page.assignments.filter(({ isNew }) => isNew);
      sum = {
        held: sum.held + drawn.filter(({ arm }) => arm === 'held').length,
        treated: sum.treated + drawn.filter(({ arm }) => arm === 'treated').length,
        known: sum.known + page.assignments.length - drawn.length,
        isOver: page.next === null,
      };
      setTold(sum);
      after = page.next;
    } while (after !== null);
  };
  const isOver = told?.isOver === true;
  return (
    <FormDialog
      open
      title={t('spend.assign.title')}
      deed={t(isOver ? 'spend.lines.close' : 'spend.assign.draw')}
      pending={drawing.pending}
      onClose={props.onClose}
      onSubmit={() => {
        if (isOver) props.onClose();
        else if (segment !== '') void draw();
      }}
    >
      <p className={spend.plain}>{t('spend.assign.text')}</p>
      {drawing.failure === null ? null : <Alert severity="error">{failureText(drawing.failure, t)}</Alert>}
      {segments?.length === 0 ? (
        <Alert severity="info">
          {t('spend.assign.noSegments')}{' '}
          <Link to={paths.people} className={spend.link}>
            {t('spend.assign.toPeople')}
          </Link>
        </Alert>
      ) : (
        <TextField
          select
          required
          label={t('spend.assign.segment')}
          value={segment}
          onChange={(event) => {
            setSegment(event.target.value);
            setTold(null);
            drawing.clear();
          }}
        >
          {(segments ?? []).map((one) => (
            <MenuItem key={one.id} value={String(one.id)}>
              <bdi>{one.name}</bdi>
            </MenuItem>
          ))}
        </TextField>
      )}
      {told === null ? null : (
        <div role="status">
          {isOver ? null : <LinearProgress aria-label={t('spend.assign.drawing')} />}
          <p className={spend.plain}>
            {t('spend.assign.told', {
              held: speech.number(told.held),
              treated: speech.number(told.treated),
              known: speech.number(told.known),
            })}
          </p>
        </div>
      )}
    </FormDialog>
  );
}
