import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vocabularyQuery } from '../../../api/queries.ts';
import { TrashIcon } from '../../../ui/icons.tsx';
import { useSetting } from '../../setting.ts';
import { InBothLanguages } from '../../studio/InBothLanguages.tsx';
import styles from './Deals.module.css';
import { ASK_KINDS, type AskForm, DEAL_ASKS, freshKey, newAsk, NO_WORDS } from './pipeline-form.ts';

/** One thing that must be known to leave a step. */
export function AskEditor(props: {
  readonly ask: AskForm;
  readonly place: string;
  readonly onChange: (ask: AskForm) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation();
  const { ask, onChange } = props;
  const isFilledIn = ask.kind !== 'fact' && ask.kind !== 'objections' && ask.kind !== 'deal';
  return (
    <fieldset className={styles.askEditor}>
      <legend className="only-heard">{t('salesDeals.pipelines.ask', { place: props.place })}</legend>
      <div className={styles.askHead}>
        <TextField
          select
          size="small"
          label={t('salesDeals.pipelines.kind')}
          value={ask.kind}
          onChange={(event) => {
            const kind = ASK_KINDS.find((one) => one === event.target.value);
            if (kind !== undefined) onChange(newAsk(kind, ask.key, ask.name));
          }}
          sx={{ minInlineSize: 190 }}
        >
          {ASK_KINDS.map((kind) => (
            <MenuItem key={kind} value={kind}>
              {t(`salesDeals.pipelines.kinds.${kind}`)}
            </MenuItem>
          ))}
        </TextField>
        {isFilledIn ? (
          <FormControlLabel
            label={t('salesDeals.pipelines.optional')}
            control={
              <Checkbox
                checked={ask.optional === true}
                onChange={(event) => {
                  const { optional: _, ...rest } = ask;
                  onChange(event.target.checked ? { ...rest, optional: true } : rest);
                }}
              />
            }
          />
        ) : null}
        <IconButton
          size="small"
          aria-label={t('salesDeals.pipelines.removeAsk', { place: props.place })}
          onClick={props.onRemove}
          sx={{ marginInlineStart: 'auto' }}
        >
          <TrashIcon size={18} />
        </IconButton>
      </div>
      <InBothLanguages
        label={t('salesDeals.pipelines.askName')}
        words={ask.name}
        faults={[]}
        onChange={(name) => onChange({ ...ask, name })}
      />
      {ask.kind === 'choice' ? <Choices ask={ask} onChange={onChange} /> : null}
      {ask.kind === 'fact' ? <Facts ask={ask} onChange={onChange} /> : null}
      {ask.kind === 'deal' ? (
        <TextField
          select
          size="small"
          label={t('salesDeals.pipelines.of')}
          value={ask.of}
          onChange={(event) => {
            const of = DEAL_ASKS.find((one) => one === event.target.value);
            if (of !== undefined) onChange({ ...ask, of });
          }}
        >
          {DEAL_ASKS.map((of) => (
            <MenuItem key={of} value={of}>
              {t(`salesDeals.pipelines.ofDeal.${of}`)}
            </MenuItem>
          ))}
        </TextField>
      ) : null}
    </fieldset>
  );
}

function Choices(props: {
  readonly ask: Extract<AskForm, { kind: 'choice' }>;
  readonly onChange: (ask: AskForm) => void;
}) {
  const { t } = useTranslation();
  const { ask, onChange } = props;
  return (
    <>
      {ask.choices.map((choice, place) => (
        <div key={choice.key} className={styles.choice}>
          <InBothLanguages
            label={t('salesDeals.pipelines.choice')}
            words={choice.name}
            faults={[]}
            onChange={(name) =>
              onChange({
                ...ask,
                choices: ask.choices.map((one, at) => (at === place ? { ...one, name } : one)),
              })
            }
          />
          <IconButton
            size="small"
            aria-label={t('salesDeals.pipelines.removeChoice')}
            disabled={ask.choices.length <= 2}
            onClick={() => onChange({ ...ask, choices: ask.choices.filter((_, at) => at !== place) })}
          >
            <TrashIcon size={18} />
          </IconButton>
        </div>
      ))}
      <Button
        size="small"
        sx={{ justifySelf: 'start' }}
        onClick={() => {
          const taken = new Set(ask.choices.map(({ key }) => key));
          onChange({
            ...ask,
            choices: [...ask.choices, { key: freshKey(NO_WORDS, 'choice', taken), name: NO_WORDS }],
          });
        }}
      >
        {t('salesDeals.pipelines.addChoice')}
      </Button>
    </>
  );
}

/** Any of these happened; of one, perhaps only where a field says one of some values. */
function Facts(props: {
  readonly ask: Extract<AskForm, { kind: 'fact' }>;
  readonly onChange: (ask: AskForm) => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const { ask, onChange } = props;
  const vocabulary = useQuery(vocabularyQuery(asking)).data?.vocabulary ?? {};
  const nameOf = (type: string): string => {
    const declared = vocabulary[type];
    if (declared === undefined) return type;
    return speech.language === 'fa' ? declared.fa : declared.en.one;
  };
  const types = Object.keys(vocabulary).filter((type) => vocabulary[type]?.archived !== true);
  const set = (place: number, fact: (typeof ask.facts)[number]) =>
    onChange({ ...ask, facts: ask.facts.map((one, at) => (at === place ? fact : one)) });
  return (
    <>
      {ask.facts.map((fact, place) => {
        const fields = Object.entries(vocabulary[fact.type]?.fields ?? {}).filter(
          ([, one]) => one.kind === 'text',
        );
        return (
          <div key={place} className={styles.choice}>
            <div className={styles.factLine}>
              <TextField
                select
                size="small"
                label={t(place === 0 ? 'salesDeals.pipelines.happened' : 'salesDeals.pipelines.orHappened')}
                value={types.includes(fact.type) ? fact.type : ''}
                onChange={(event) => set(place, { type: event.target.value })}
              >
                {types.map((type) => (
                  <MenuItem key={type} value={type}>
                    {nameOf(type)}
                  </MenuItem>
                ))}
              </TextField>
              {fields.length === 0 ? null : (
                <TextField
                  select
                  size="small"
                  label={t('salesDeals.pipelines.where')}
                  value={fact.where?.field ?? ''}
                  onChange={(event) =>
                    set(
                      place,
                      event.target.value === ''
                        ? { type: fact.type }
                        : {
                            type: fact.type,
                            where: { field: event.target.value, oneOf: fact.where?.oneOf ?? [''] },
                          },
                    )
                  }
                >
                  <MenuItem value="">{t('salesDeals.pipelines.anyway')}</MenuItem>
                  {fields.map(([field, declared]) => (
                    <MenuItem key={field} value={field}>
                      {speech.language === 'fa' ? declared.fa : declared.en}
                    </MenuItem>
                  ))}
                </TextField>
              )}
              {fact.where === undefined ? null : (
                <TextField
                  size="small"
                  label={t('salesDeals.pipelines.values')}
                  value={fact.where.oneOf.join(t('listSeparator'))}
                  onChange={(event) =>
                    set(place, {
                      type: fact.type,
                      where: {
                        field: fact.where?.field ?? '',
                        oneOf: event.target.value.split(/[,،]\s*/).slice(0, 20),
                      },
                    })
                  }
                  slotProps={{ htmlInput: { dir: 'auto', maxLength: 500 } }}
                />
              )}
            </div>
            <IconButton
              size="small"
              aria-label={t('salesDeals.pipelines.removeFact')}
              disabled={ask.facts.length <= 1}
              onClick={() => onChange({ ...ask, facts: ask.facts.filter((_, at) => at !== place) })}
            >
              <TrashIcon size={18} />
            </IconButton>
          </div>
        );
      })}
      <Button
        size="small"
        sx={{ justifySelf: 'start' }}
        onClick={() => onChange({ ...ask, facts: [...ask.facts, { type: 'message.received' }] })}
      >
        {t('salesDeals.pipelines.addFact')}
      </Button>
    </>
  );
}
