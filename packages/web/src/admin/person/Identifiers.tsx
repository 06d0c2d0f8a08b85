import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Identifier, PersonDetails } from '../../api/answers.ts';
import { answerOf, api } from '../../api/client.ts';
import { failureText } from '../../failure/failure-text.ts';
import { useDeed } from '../../api/mutations.ts';
import { paths } from '../../paths.ts';
import { PlusIcon, UnmetIcon } from '../../ui/icons.tsx';
import about from '../people/AboutPerson.module.css';
import { identifierShown } from '../people/naming.tsx';
import styles from './Papers.module.css';

const kinds = ['mobile', 'email', 'external'] as const;
type Kind = (typeof kinds)[number];

interface Held {
  readonly kind: Kind;
  readonly value: string;
}

/** What a person is recognised by; members of staff add and take away, and are told when somebody else holds it. */
export function Identifiers(props: { readonly person: PersonDetails; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { person } = props;
  const [adding, setAdding] = useState(false);
  const path = { id: person.id };
  const refresh = [['person'], ['people']];
  const remove = useDeed({
    send: (input: Held, headers) =>
      answerOf(api.POST('/v1/people/{id}/identifiers/remove', { params: { path }, body: input, headers })),
    refresh,
    said: () => t('dossier.identifiers.removed'),
    undo: (_, input, headers) =>
      answerOf(api.POST('/v1/people/{id}/identifiers', { params: { path }, body: input, headers })),
  });
  return (
    <section className={about.part}>
      <div className={styles.heading}>
        <h2>{t('about.identifiers')}</h2>
        {props.mayWrite ? (
          <IconButton size="small" aria-label={t('dossier.identifiers.add')} onClick={() => setAdding(true)}>
            <PlusIcon size={18} />
          </IconButton>
        ) : null}
      </div>
      {person.identifiers.length === 0 ? <p className="soft">{t('about.noIdentifiers')}</p> : null}
      <dl className={about.list}>
        {person.identifiers.map((one) => (
          <div key={`${one.kind} ${one.value}`} className={styles.held}>
            <dt>{t(`identifier.${one.kind}`)}</dt>
            <dd>
              {identifierShown(one)}
              {props.mayWrite && isEditable(one) && person.identifiers.length > 1 ? (
                <IconButton
                  size="small"
                  aria-label={t('dossier.identifiers.remove', { value: one.value })}
                  onClick={() => void remove.run(one)}
                >
                  <UnmetIcon size={16} />
                </IconButton>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      {adding ? <AddIdentifier id={person.id} refresh={refresh} onClose={() => setAdding(false)} /> : null}
    </section>
  );
}

function AddIdentifier(props: {
  readonly id: number;
  readonly refresh: string[][];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>('mobile');
  const [value, setValue] = useState('');
  const path = { id: props.id };
  const add = useDeed({
    send: (input: Held, headers) =>
      answerOf(api.POST('/v1/people/{id}/identifiers', { params: { path }, body: input, headers })),
    refresh: props.refresh,
    said: () => t('dossier.identifiers.added'),
    onDone: props.onClose,
    tellsFailure: true,
  });
  const holder = add.failure?.code === 'identifier_taken' ? add.failure.values['person'] : undefined;
  return (
    <Dialog open onClose={props.onClose} maxWidth="xs" fullWidth aria-labelledby="add-identifier">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (value.trim() !== '') void add.run({ kind, value: value.trim() });
        }}
      >
        <DialogTitle id="add-identifier">{t('dossier.identifiers.add')}</DialogTitle>
        <DialogContent>
          <div className={styles.form}>
            {add.failure === null ? null : (
              <Alert severity="error">
                {failureText(add.failure, t)}
                {holder === undefined ? null : (
                  <>
                    {' '}
                    <Link to={paths.person} params={{ person: String(holder) }}>
                      <u>{t('dossier.identifiers.holder')}</u>
                    </Link>
                  </>
                )}
              </Alert>
            )}
            <TextField
              select
              label={t('dossier.identifiers.kind')}
              value={kind}
              onChange={(event) => setKind(kinds.find((one) => one === event.target.value) ?? 'mobile')}
            >
              {kinds.map((one) => (
                <MenuItem key={one} value={one}>
                  {t(`identifier.${one}`)}
                </MenuItem>
              ))}
            </TextField>
            <TextField
              label={t(`identifier.${kind}`)}
              value={value}
              onChange={(event) => setValue(event.target.value)}
              autoFocus
              slotProps={{
                htmlInput: { dir: 'ltr', maxLength: 254, inputMode: kind === 'mobile' ? 'tel' : 'text' },
              }}
            />
          </div>
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={props.onClose}>
            {t('confirm.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={add.pending} disabled={value.trim() === ''}>
            {t('dossier.identifiers.deed')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function isEditable(identifier: Identifier): identifier is Identifier & { readonly kind: Kind } {
  return kinds.some((kind) => kind === identifier.kind);
}
