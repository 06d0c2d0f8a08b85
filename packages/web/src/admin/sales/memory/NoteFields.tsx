import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../../ui/DayField.tsx';
import { UnmetIcon } from '../../../ui/icons.tsx';
import { useSetting } from '../../setting.ts';
import { MoneyField } from '../../till/MoneyField.tsx';
import styles from './Memory.module.css';
import { DAYS_AHEAD, type NoteDraft, PURPOSES, SOURCES } from './talk-form.ts';

const LONGEST_SAID = 1000;
const LONGEST_PRODUCT = 200;

/** The fields of one thing that was said; which ones, its kind says. */
export function NoteFields(props: {
  readonly note: NoteDraft;
  readonly onChange: (note: NoteDraft) => void;
  readonly autoFocus?: boolean;
}) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const { note, onChange } = props;
  const put = (changes: Partial<NoteDraft>) => onChange({ ...note, ...changes });
  return (
    <>
      {note.kind === 'purpose' ? (
        <TextField
          select
          label={t('salesMemory.whichPurpose')}
          value={note.purpose}
          onChange={(event) => put({ purpose: PURPOSES.find((one) => one === event.target.value) ?? 'uses' })}
        >
          {PURPOSES.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`salesMemory.purpose.${one}`)}
            </MenuItem>
          ))}
        </TextField>
      ) : null}
      <TextField
        label={t(`salesMemory.hint.${note.kind}`)}
        value={note.text}
        onChange={(event) => put({ text: event.target.value })}
        multiline
        minRows={1}
        maxRows={6}
        autoFocus={props.autoFocus === true}
        slotProps={{ htmlInput: { maxLength: LONGEST_SAID, dir: 'auto' } }}
      />
      {note.kind === 'expectation' ? (
        <div className={styles.two}>
          <TextField
            select
            label={t('salesMemory.whichSource')}
            value={note.source}
            onChange={(event) =>
              put({ source: SOURCES.find((one) => one === event.target.value) ?? 'experience' })
            }
          >
            {SOURCES.map((one) => (
              <MenuItem key={one} value={one}>
                {t(`salesMemory.source.${one}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            select
            label={t('salesMemory.isMet')}
            value={note.met === null ? 'open' : note.met ? 'yes' : 'no'}
            onChange={({ target }) => put({ met: target.value === 'open' ? null : target.value === 'yes' })}
          >
            {(['open', 'yes', 'no'] as const).map((one) => (
              <MenuItem key={one} value={one}>
                {t(`salesMemory.met.${one}`)}
              </MenuItem>
            ))}
          </TextField>
        </div>
      ) : null}
      {note.kind === 'budget' ? (
        <>
          <div className={styles.two}>
            <MoneyField
              id={`low-${note.key}`}
              label={t('salesMemory.low')}
              value={note.low}
              onChange={(low) => put({ low })}
            />
            <MoneyField
              id={`high-${note.key}`}
              label={t('salesMemory.high')}
              value={note.high}
              onChange={(high) => put({ high })}
            />
          </div>
          {note.byDay === null ? (
            <div>
              <Button size="small" onClick={() => put({ byDay: today + 30 })}>
                {t('salesMemory.byDay')}
              </Button>
            </div>
          ) : (
            <div className={styles.draftHead}>
              <DayField
                label={t('salesMemory.byDay')}
                day={note.byDay}
                last={today + DAYS_AHEAD}
                speech={speech}
                onChange={(byDay) => put({ byDay })}
              />
              <IconButton
                size="small"
                aria-label={t('salesMemory.remove', { what: t('salesMemory.byDay') })}
                onClick={() => put({ byDay: null })}
              >
                <UnmetIcon size={16} />
              </IconButton>
            </div>
          )}
        </>
      ) : (
        <TextField
          label={t('salesMemory.product')}
          value={note.product}
          onChange={(event) => put({ product: event.target.value })}
          slotProps={{ htmlInput: { maxLength: LONGEST_PRODUCT, dir: 'auto', autoComplete: 'off' } }}
        />
      )}
    </>
  );
}
