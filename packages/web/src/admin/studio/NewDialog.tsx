import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type Definition, presets } from '@nardeban/core/ladder';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { failureText } from '../../failure/failure-text.ts';
import { useDeed } from '../../api/mutations.ts';
import { paths } from '../../paths.ts';
import { emptyCriteria } from '../criteria/shape.ts';
import { useSetting } from '../setting.ts';
import { InBothLanguages } from './InBothLanguages.tsx';
import { keyFrom } from './places.ts';
import styles from './Studio.module.css';

/** A new ladder or typology: from one of those that come with the product, or empty. */
export function NewDialog(props: { readonly taken: readonly string[]; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const title = useId();
  const [from, setFrom] = useState('0');
  const [name, setName] = useState({ fa: '', en: '' });
  const beginning = useDeed<Definition, { readonly key: string }>({
    send: (definition, headers) =>
      answerOf(api.POST('/v1/ladders', { body: { definition } as never, headers })),
    tellsFailure: true,
  });
  const choices = [
    ...presets.map((preset, index) => ({
      value: String(index),
      title: speech.words(preset.title),
      text: speech.words(preset.description),
    })),
    { value: 'ladder', title: t('studio.emptyLadder'), text: t('studio.emptyLadderText') },
    { value: 'typology', title: t('studio.emptyTypology'), text: t('studio.emptyTypologyText') },
  ];
  const make = async (event: FormEvent) => {
    event.preventDefault();
    const begun = await beginning.run(definitionFrom(from, name, props.taken));
    if (begun === undefined) return;
    void queries.invalidateQueries({ queryKey: ['studio', asking.business] });
    props.onClose();
    await navigate({ to: paths.studioLadder, params: { ladder: begun.key } });
  };
  return (
    <Dialog open onClose={props.onClose} aria-labelledby={title} maxWidth="sm" fullWidth>
      <form onSubmit={(event) => void make(event)}>
        <DialogTitle id={title}>{t('studio.make')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {beginning.failure === null ? null : (
            <Alert severity="error">{failureText(beginning.failure, t)}</Alert>
          )}
          <fieldset className={styles.choices}>
            <legend>{t('studio.beginFrom')}</legend>
            {choices.map((choice) => (
              <label key={choice.value} className={styles.choice}>
                <input
                  type="radio"
                  name="from"
                  value={choice.value}
                  checked={from === choice.value}
                  onChange={() => setFrom(choice.value)}
                />
                <span>
                  <strong>{choice.title}</strong>
                  <span className={styles.aside}>{choice.text}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <InBothLanguages label={t('studio.name')} words={name} faults={[]} onChange={setName} />
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={props.onClose}>
            {t('confirm.cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            loading={beginning.pending}
            disabled={name.fa.trim() === '' || name.en.trim() === ''}
          >
            {t('studio.begin')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function definitionFrom(
  from: string,
  name: { readonly fa: string; readonly en: string },
  taken: readonly string[],
): Definition {
  const preset = presets[Number(from)]?.definition;
  const kind = preset?.kind ?? (from === 'typology' ? 'typology' : 'ladder');
  const key = keyFrom(name.en, kind, taken);
  if (preset !== undefined) return { ...preset, key, name };
  const blank = { fa: '', en: '' };
  return kind === 'ladder'
    ? {
        kind,
        key,
        name,
        rungs: [
          { key: 'rung-1', name: blank },
          { key: 'rung-2', name: blank, enter: emptyCriteria() },
        ],
      }
    : {
        kind,
        key,
        name,
        classes: [
          { key: 'class-1', name: blank, when: emptyCriteria() },
          { key: 'class-2', name: blank },
        ],
      };
}
