import Alert from '@mui/material/Alert';
import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { failedText } from '../../club/vouchers/failed.ts';
import { useSetting } from '../../setting.ts';
import { EMPTY_OBJECTION, ObjectionFields, type ObjectionForm } from './ObjectionFields.tsx';
import {
  keepRaised,
  type Objection,
  OBJECTIONS_CHANGED,
  objectionsForDealQuery,
  type Raised,
} from './queries.ts';
import styles from './Words.module.css';

/** Stands last among what is found: what the customer said is in no library yet. */
const NEW = 'new';
type Choice = Objection | typeof NEW;

const filtering = createFilterOptions<Choice>();

interface Raising {
  readonly objection?: number;
  readonly add?: { kind: ObjectionForm['kind']; title: string; behind: string; products: string[] };
  readonly note: string;
}

/** What the customer said: chosen from the library by a few letters, or written as something new that goes into it. */
export function RaiseDialog(props: {
  readonly deal: number;
  readonly onDone: (raised: Raised) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const queries = useQueryClient();
  const { deal, onClose } = props;
  const library = useQuery(objectionsForDealQuery(asking, deal));
  const [chosen, setChosen] = useState<Objection | null>(null);
  const [own, setOwn] = useState<ObjectionForm | null>(null);
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [typed, setTyped] = useState('');
  // Where there is no library yet, there is nothing to choose from.
  const isEmpty = library.data?.length === 0;
  const written = own ?? (isEmpty ? EMPTY_OBJECTION : null);
  const raising = useDeed({
    send: (body: Raising, headers) =>
      answerOf(
        api.POST('/v1/sales/deals/{id}/objections', { params: { path: { id: deal } }, body, headers }),
      ),
    refresh: OBJECTIONS_CHANGED,
    tellsFailure: true,
    said: () => t('salesWords.card.raised'),
    onDone: (raised) => {
      keepRaised(queries, asking, raised);
      onClose();
      props.onDone(raised);
    },
  });
  const isReady = written === null ? chosen !== null : written.title.trim() !== '';
  const submit = () => {
    setAsked(true);
    if (!isReady) return;
    if (written !== null)
      void raising.run({
        add: { kind: written.kind, title: written.title.trim(), behind: '', products: [] },
        note: note.trim(),
      });
    else if (chosen !== null) void raising.run({ objection: chosen.id, note: note.trim() });
  };
  return (
    <FormDialog
      open
      title={t('salesWords.card.raiseTitle')}
      deed={t('salesWords.card.raiseDeed')}
      pending={raising.pending}
      onClose={onClose}
      onSubmit={submit}
    >
      {raising.failure === null ? null : <Alert severity="error">{failedText(raising.failure, t)}</Alert>}
      {written === null ? (
        <>
          <Autocomplete<Choice>
            options={library.data === undefined ? [] : [...library.data, NEW]}
            filterOptions={(options, state) => [
              ...filtering(
                options.filter((one) => one !== NEW),
                state,
              ),
              ...options.filter((one) => one === NEW),
            ]}
            inputValue={typed}
            onInputChange={(_, text) => setTyped(text)}
            loading={library.isPending}
            loadingText={t('loading')}
            value={chosen}
            autoHighlight
            getOptionKey={(one) => (one === NEW ? NEW : one.id)}
            getOptionLabel={(one) => (one === NEW ? t('salesWords.card.newOne') : one.title)}
            isOptionEqualToValue={(one, other) =>
              one === NEW || other === NEW ? one === other : one.id === other.id
            }
            onChange={(_, one) => {
              if (one === NEW) setOwn({ ...EMPTY_OBJECTION, title: typed.trim() });
              else setChosen(one);
            }}
            renderOption={({ key, ...item }, one) => (
              <li key={key} {...item}>
                {one === NEW ? (
                  <strong>{t('salesWords.card.newOne')}</strong>
                ) : (
                  <span className={styles.part}>
                    <bdi style={{ whiteSpace: 'normal' }}>{one.title}</bdi>
                    <span className={styles.about}>{t(`salesWords.kind.${one.kind}`)}</span>
                  </span>
                )}
              </li>
            )}
            renderInput={(parameters) => (
              <TextField
                {...parameters}
                autoFocus
                label={t('salesWords.card.which')}
                error={isAsked && chosen === null}
                helperText={isAsked && chosen === null ? t('salesWords.card.pickOne') : undefined}
              />
            )}
          />
          <div>
            <Button
              size="small"
              onClick={() => setOwn({ ...EMPTY_OBJECTION, title: chosen === null ? typed.trim() : '' })}
            >
              {t('salesWords.card.newOne')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <ObjectionFields
            form={written}
            isAsked={isAsked}
            short
            onChange={(changes) => setOwn({ ...written, ...changes })}
          />
          <p className={styles.about}>
            <span>{t('salesWords.card.intoLibrary')}</span>
          </p>
        </>
      )}
      {chosen === null || written !== null || chosen.behind === '' ? null : (
        <p className={styles.about}>
          <bdi>{chosen.behind}</bdi>
        </p>
      )}
      <TextField
        size="small"
        multiline
        label={t('salesWords.card.note')}
        value={note}
        helperText={t('salesWords.card.noteHelp')}
        onChange={(event) => setNote(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500, dir: 'auto' } }}
      />
    </FormDialog>
  );
}
