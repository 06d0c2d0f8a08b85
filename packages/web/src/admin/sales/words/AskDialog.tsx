import Alert from '@mui/material/Alert';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { type AskChannel, askChannels } from '@nardeban/core/sales';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failedText } from '../../club/vouchers/failed.ts';
import { daysIn } from '../../criteria/figures.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { useSetting } from '../../setting.ts';
import { TypedDay } from '../deals/TypedDay.tsx';
import { type Ask, type AskAnswer, RECOMMENDATIONS_CHANGED } from './queries.ts';
import styles from './Words.module.css';
import { ASK_ANSWERS } from './words-search.ts';

interface Said {
  readonly answer: AskAnswer | 'open';
  readonly until: string | null;
}

/** What came of asking: noted as new, or as the answer to an asking that waits for it. */
export function AskDialog(props: {
  readonly person: number;
  readonly deal?: number | undefined;
  /** The asking that is answered; null: a new one. */
  readonly ask: Ask | null;
  readonly laterDays: number;
  /** Nothing shows that they are content, or they were asked lately: it is said, and noted all the same. */
  readonly anyway: boolean;
  readonly onDone?: (ask: Ask) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const label = useId();
  const { person, deal, ask, anyway, laterDays, onClose } = props;
  const [channel, setChannel] = useState<AskChannel>('in-person');
  const [said, setSaid] = useState<Said>({
    answer: ask?.answer ?? (ask === null ? 'yes' : 'open'),
    until: null,
  });
  const [note, setNote] = useState(ask?.note ?? '');
  const until = said.answer === 'later' && said.until !== null ? { until: said.until } : {};
  const done = {
    refresh: RECOMMENDATIONS_CHANGED,
    tellsFailure: true,
    said: (noted: Ask) =>
      t(noted.followUp === null ? 'salesWords.ask.recorded' : 'salesWords.ask.recordedLater'),
    onDone: (noted: Ask) => {
      onClose();
      props.onDone?.(noted);
    },
  };
  const asking = useDeed({
    ...done,
    send: (body: Said & { readonly channel: AskChannel; readonly note: string }, headers) =>
      answerOf(
        api.POST('/v1/sales/recommendations/asks', {
          body: {
            person,
            channel: body.channel,
            note: body.note,
            ...(deal === undefined ? {} : { deal }),
            ...(body.answer === 'open' ? {} : { answer: body.answer }),
            ...until,
            ...(anyway ? { anyway } : {}),
          },
          headers,
        }),
      ),
  });
  const answering = useDeed({
    ...done,
    send: (body: { readonly answer: AskAnswer; readonly note: string; readonly until?: string }, headers) =>
      answerOf(
        api.PUT('/v1/sales/recommendations/asks/{id}', {
          params: { path: { id: ask?.id ?? 0 } },
          body: { ...body, revision: ask?.revision ?? 0 },
          headers,
        }),
      ),
  });
  const { pending, failure } = ask === null ? asking : answering;
  const submit = () => {
    if (ask === null) void asking.run({ ...said, channel, note: note.trim() });
    else if (said.answer === 'open') onClose();
    else void answering.run({ answer: said.answer, note: note.trim(), ...until });
  };
  return (
    <FormDialog
      open
      title={t('salesWords.ask.recordTitle')}
      deed={t('salesWords.ask.recordDeed')}
      pending={pending}
      onClose={onClose}
      onSubmit={submit}
    >
      {failure === null ? null : <Alert severity="error">{failedText(failure, t)}</Alert>}
      {ask === null ? (
        <TextField
          select
          size="small"
          label={t('salesWords.ask.channelLabel')}
          value={channel}
          onChange={(event) =>
            setChannel(askChannels.find((one) => one === event.target.value) ?? 'in-person')
          }
        >
          {askChannels.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`salesWords.ask.channel.${one}`)}
            </MenuItem>
          ))}
        </TextField>
      ) : null}
      <div className={styles.part}>
        <strong id={label}>{t('salesWords.ask.answerLabel')}</strong>
        <RadioGroup
          row
          aria-labelledby={label}
          value={said.answer}
          onChange={(_, value) =>
            setSaid({ ...said, answer: ASK_ANSWERS.find((one) => one === value) ?? 'open' })
          }
        >
          {ASK_ANSWERS.map((one) => (
            <FormControlLabel
              key={one}
              value={one}
              control={<Radio />}
              label={t(`salesWords.ask.answer.${one}`)}
            />
          ))}
        </RadioGroup>
      </div>
      {said.answer === 'later' ? (
        <TypedDay
          label={t('salesWords.ask.until')}
          manner={daysIn(speech)}
          value={said.until}
          help={t('salesWords.ask.untilHelp', { days: speech.number(laterDays) })}
          onChange={(day) => setSaid({ ...said, until: day })}
        />
      ) : null}
      <TextField
        size="small"
        multiline
        label={t('salesWords.card.note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500, dir: 'auto' } }}
      />
    </FormDialog>
  );
}
