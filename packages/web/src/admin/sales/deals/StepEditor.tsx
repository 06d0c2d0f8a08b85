import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DownIcon, TrashIcon, UpIcon } from '../../../ui/icons.tsx';
import { numbersIn } from '../../criteria/figures.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { useSetting } from '../../setting.ts';
import { InBothLanguages } from '../../studio/InBothLanguages.tsx';
import { AskEditor } from './AskEditor.tsx';
import styles from './Deals.module.css';
import { freshKey, NO_WORDS, newAsk, type StepForm } from './pipeline-form.ts';

/** A step of a pipeline: what it is called, what to do there, how long it may take, and what has to be known to leave it. */
export function StepEditor(props: {
  readonly step: StepForm;
  readonly place: number;
  readonly last: number;
  readonly standing: number;
  readonly taken: ReadonlySet<string>;
  readonly isNew: boolean;
  readonly onChange: (step: StepForm) => void;
  readonly onShift: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { step, place, onChange } = props;
  const [isOpen, setOpen] = useState(props.isNew);
  const name = speech.words(step.name) || t('salesDeals.pipelines.unnamed');
  const body = `step-editor-${step.key}`;
  return (
    <li className={styles.stepEditor} data-after={step.after === true}>
      <div className={styles.stepHead}>
        <button
          type="button"
          className={styles.stepToggle}
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={() => setOpen(!isOpen)}
        >
          <span className={styles.pathSign} aria-hidden="true">
            {speech.number(place + 1)}
          </span>
          <span>
            <bdi className={styles.stepName}>{name}</bdi>
            <span className="soft">
              {step.after === true ? `${t('salesDeals.pipelines.after')} · ` : ''}
              {t('salesDeals.pipelines.askCount', {
                count: step.asks.length,
                shown: speech.number(step.asks.length),
              })}
              {step.days === undefined
                ? ''
                : ` · ${t('salesDeals.pipelines.daysOf', { count: step.days, shown: speech.number(step.days) })}`}
              {props.standing === 0
                ? ''
                : ` · ${t('salesDeals.pipelines.standing', { count: props.standing, shown: speech.number(props.standing) })}`}
            </span>
          </span>
        </button>
        <span className={styles.stepTools}>
          <IconButton
            size="small"
            disabled={place === 0}
            aria-label={t('salesDeals.pipelines.up', { name })}
            onClick={() => props.onShift(-1)}
          >
            <UpIcon size={18} />
          </IconButton>
          <IconButton
            size="small"
            disabled={place === props.last}
            aria-label={t('salesDeals.pipelines.down', { name })}
            onClick={() => props.onShift(1)}
          >
            <DownIcon size={18} />
          </IconButton>
          <IconButton
            size="small"
            aria-label={t('salesDeals.pipelines.remove', { name })}
            onClick={props.onRemove}
          >
            <TrashIcon size={18} />
          </IconButton>
        </span>
      </div>
      {isOpen ? (
        <div id={body} className={styles.stepBody}>
          <InBothLanguages
            label={t('salesDeals.pipelines.stepName')}
            words={step.name}
            faults={[]}
            onChange={(words) => onChange({ ...step, name: words })}
          />
          <InBothLanguages
            label={t('salesDeals.pipelines.guidance')}
            words={step.guidance ?? NO_WORDS}
            faults={[]}
            lines={3}
            onChange={(guidance) => onChange({ ...step, guidance })}
          />
          <div className={styles.stepFacts}>
            <TypedField
              small
              label={t('salesDeals.pipelines.days')}
              manner={numbersIn(speech)}
              value={step.days ?? null}
              least={1}
              most={1000}
              help={t('salesDeals.pipelines.daysHelp')}
              onChange={(days) => {
                const { days: _, ...rest } = step;
                onChange(days === null ? rest : { ...rest, days: Math.round(days) });
              }}
            />
            <FormControlLabel
              label={t('salesDeals.pipelines.afterAsk')}
              control={
                <Checkbox
                  checked={step.after === true}
                  onChange={(event) => {
                    const { after: _, ...rest } = step;
                    onChange(event.target.checked ? { ...rest, after: true } : rest);
                  }}
                />
              }
            />
          </div>
          <h3 className={styles.small}>{t('salesDeals.pipelines.asks')}</h3>
          {step.asks.length === 0 ? <Alert severity="info">{t('salesDeals.pipelines.noAsks')}</Alert> : null}
          {step.asks.map((ask, at) => (
            <AskEditor
              key={ask.key}
              ask={ask}
              place={speech.number(at + 1)}
              onChange={(next) =>
                onChange({ ...step, asks: step.asks.map((one, index) => (index === at ? next : one)) })
              }
              onRemove={() => onChange({ ...step, asks: step.asks.filter((_, index) => index !== at) })}
            />
          ))}
          <Button
            size="small"
            variant="outlined"
            sx={{ justifySelf: 'start' }}
            onClick={() =>
              onChange({
                ...step,
                asks: [
                  ...step.asks,
                  newAsk('text', freshKey(NO_WORDS, `${step.key}-ask`, props.taken), NO_WORDS),
                ],
              })
            }
          >
            {t('salesDeals.pipelines.addAsk')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
