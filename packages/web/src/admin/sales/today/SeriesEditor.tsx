import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { STARTS, STOPS } from '@nardeban/core/sales';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { PlusIcon } from '../../../ui/icons.tsx';
import { failedText } from '../../club/vouchers/failed.ts';
import { numbersIn } from '../../criteria/figures.ts';
import { useSetting } from '../../setting.ts';
import { inTheirDigits } from './digits-of.ts';
import { type KeptSeries, type Series, SERIES_CHANGED } from './queries.ts';
import { MOST_TOUCHES, touchDrafts, type TouchDraft, touchOf } from './series-draft.ts';
import { startOf } from './series-words.ts';
import styles from './Today.module.css';
import { TouchFields } from './TouchFields.tsx';

interface Body {
  readonly definition: Series;
  readonly archived: boolean;
  readonly revision: number;
}

const BY_HAND = '';

/** Writes a series of touches: what is done on which day, what ends it by itself, and what begins it. */
export function SeriesEditor(props: {
  readonly seriesKey: string;
  readonly kept: KeptSeries | null;
  /** What a new one begins from. */
  readonly begin: Series;
  readonly mayManage: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const numbers = numbersIn(speech);
  const { seriesKey, kept, mayManage, onClose } = props;
  const from = kept?.definition ?? props.begin;
  const [name, setName] = useState(from.name);
  const [touches, setTouches] = useState(() =>
    touchDrafts(from.touches, { number: numbers.show, clock: (text) => inTheirDigits(text, speech) }),
  );
  const [stops, setStops] = useState<Series['stops']>(from.stops);
  const [start, setStart] = useState<Series['start']>(from.start);
  const [isAsked, setAsked] = useState(false);
  const saving = useDeed({
    send: (body: Body, headers) =>
      answerOf(api.PUT('/v1/sales/cadences/{key}', { params: { path: { key: seriesKey } }, body, headers })),
    refresh: [['series'], ...SERIES_CHANGED],
    tellsFailure: true,
    said: ({ archived }) => t(archived ? 'salesToday.series.putAway' : 'salesToday.series.saved'),
    onDone: onClose,
  });
  const read = (text: string): number | null => {
    const number = numbers.read(text);
    return number.ok ? number.value : null;
  };
  const whole = touches.map((one) => touchOf(one, read));
  const definition =
    name.trim() === '' || whole.some((one) => one === null)
      ? null
      : { name: name.trim(), touches: whole.filter((one) => one !== null), stops, start };
  const save = (archived: boolean) => {
    setAsked(true);
    if (definition !== null) void saving.run({ definition, archived, revision: kept?.revision ?? 0 });
  };
  const put = (changed: TouchDraft) =>
    setTouches((now) => now.map((one) => (one.id === changed.id ? changed : one)));
  const add = () =>
    setTouches((now) => [
      ...now,
      {
        id: Math.max(0, ...now.map(({ id }) => id)) + 1,
        day: now.at(-1)?.day ?? numbers.show(0),
        clock: '',
        kind: 'call',
        text: '',
        who: null,
      },
    ]);
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        save(false);
      }}
    >
      {saving.failure === null ? null : <Alert severity="error">{failedText(saving.failure, t)}</Alert>}
      <TextField
        label={t('salesToday.series.name')}
        value={name}
        disabled={!mayManage}
        error={isAsked && name.trim() === ''}
        helperText={isAsked && name.trim() === '' ? t('salesToday.series.nameMissing') : undefined}
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 100, dir: 'auto' } }}
      />
      <section className={styles.card}>
        <h2>{t('salesToday.series.touchesTitle')}</h2>
        <p className={styles.soft}>{t('salesToday.series.touchesText')}</p>
        <ol className={styles.list}>
          {touches.map((one, index) => (
            <li key={one.id}>
              <TouchFields
                draft={one}
                place={index + 1}
                isFaulty={isAsked && whole[index] === null}
                mayManage={mayManage}
                onChange={put}
                onRemove={
                  touches.length > 1
                    ? () => setTouches((now) => now.filter(({ id }) => id !== one.id))
                    : undefined
                }
              />
            </li>
          ))}
        </ol>
        {mayManage && touches.length < MOST_TOUCHES ? (
          <Button startIcon={<PlusIcon size={18} />} sx={{ justifySelf: 'start' }} onClick={add}>
            {t('salesToday.series.addTouch')}
          </Button>
        ) : null}
      </section>
      <section className={styles.card}>
        <h2>{t('salesToday.series.stopsTitle')}</h2>
        <div className={styles.chips} role="group" aria-label={t('salesToday.series.stopsTitle')}>
          {STOPS.map((stop) => (
            <FormControlLabel
              key={stop}
              control={
                <Checkbox
                  size="small"
                  checked={stops.includes(stop)}
                  disabled={!mayManage}
                  onChange={(_, on) =>
                    setStops((now) => STOPS.filter((one) => (one === stop ? on : now.includes(one))))
                  }
                />
              }
              label={t(`salesToday.series.stop_.${stop}`)}
            />
          ))}
        </div>
        <TextField
          select
          size="small"
          label={t('salesToday.series.startLabel')}
          value={start ?? BY_HAND}
          disabled={!mayManage}
          onChange={(event) => setStart(STARTS.find((one) => one === event.target.value) ?? null)}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          sx={{ maxInlineSize: 420 }}
        >
          <MenuItem value={BY_HAND}>{t('salesToday.series.byHand')}</MenuItem>
          {STARTS.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`salesToday.series.start.${startOf(one)}`)}
            </MenuItem>
          ))}
        </TextField>
      </section>
      <div className={styles.buttons}>
        {mayManage ? (
          <Button type="submit" variant="contained" loading={saving.pending}>
            {t('salesToday.series.save')}
          </Button>
        ) : null}
        {mayManage && kept !== null && !kept.archived ? (
          <Button color="inherit" onClick={() => save(true)}>
            {t('salesToday.series.archive')}
          </Button>
        ) : null}
        <Button color="inherit" onClick={onClose}>
          {t('confirm.cancel')}
        </Button>
      </div>
    </form>
  );
}
