import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Skeleton from '@mui/material/Skeleton';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonFound } from '../../api/answers.ts';
import { answerOf, api } from '../../api/client.ts';
import { dossierKey, type Relation, relationsQuery } from '../../api/dossier-queries.ts';
import { useDeed } from '../../api/mutations.ts';
import { paths } from '../../paths.ts';
import { PlusIcon, UnmetIcon } from '../../ui/icons.tsx';
import { PersonName } from '../people/naming.tsx';
import { useSetting } from '../setting.ts';
import styles from './Papers.module.css';
import { PersonPicker } from './PersonPicker.tsx';

/** How a relation is said from this person's side. */
const sides = ['buys_for', 'bought_for_by', 'works_at', 'employs', 'household', 'knows'] as const;
type Side = (typeof sides)[number];

const stated: Readonly<Record<Side, { readonly kind: Relation['kind']; readonly outward: boolean }>> = {
  buys_for: { kind: 'buys_for', outward: true },
  bought_for_by: { kind: 'buys_for', outward: false },
  works_at: { kind: 'works_at', outward: true },
  employs: { kind: 'works_at', outward: false },
  household: { kind: 'household', outward: true },
  knows: { kind: 'knows', outward: true },
};

function sideOf(relation: Relation): Side {
  const found = sides.find(
    (side) =>
      stated[side].kind === relation.kind &&
      (relation.kind === 'household' ||
        relation.kind === 'knows' ||
        stated[side].outward === relation.outward),
  );
  return found ?? 'knows';
}

/** Who belongs to this person: whom they buy for, where they work, who lives with them. */
export function Relations({ person }: { readonly person: string }) {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const mayWrite = session?.scopes.includes('people:write') === true;
  const relations = useQuery(relationsQuery(asking, person));
  const [adding, setAdding] = useState(false);
  const end = useDeed({
    send: (input: { readonly relation: Relation }, headers) =>
      answerOf(
        api.DELETE('/v1/people/{id}/relations/{relation}', {
          params: { path: { id: Number(person), relation: input.relation.id } },
          headers,
        }),
      ),
    refresh: [dossierKey(person), ['facts']],
    said: () => t('dossier.relations.ended'),
    undo: (_, { relation }, headers) =>
      answerOf(
        api.POST('/v1/people/{id}/relations', {
          params: { path: { id: Number(person) } },
          body: {
            kind: relation.kind,
            outward: relation.outward,
            other: relation.other.id,
            ...(relation.role === null ? {} : { role: relation.role }),
          },
          headers,
        }),
      ),
  });
  return (
    <section>
      <div className={styles.heading}>
        <h2>{t('dossier.relations.title')}</h2>
        {mayWrite ? (
          <IconButton size="small" aria-label={t('dossier.relations.add')} onClick={() => setAdding(true)}>
            <PlusIcon size={18} />
          </IconButton>
        ) : null}
      </div>
      {relations.isPending ? <Skeleton height={36} /> : null}
      {relations.data?.length === 0 ? <p className="soft">{t('dossier.relations.none')}</p> : null}
      <ul className={styles.relations}>
        {(relations.data ?? []).map((relation) => (
          <li key={relation.id}>
            <span>
              <span className="soft">{t(`dossier.relations.side.${sideOf(relation)}`)}</span>{' '}
              <Link to={paths.person} params={{ person: String(relation.other.id) }}>
                <PersonName name={relation.other.name} id={relation.other.id} />
              </Link>
              {relation.role === null ? null : (
                <>
                  {' '}
                  <bdi className="soft">({relation.role})</bdi>
                </>
              )}
            </span>
            {mayWrite ? (
              <IconButton
                size="small"
                aria-label={t('dossier.relations.end', { name: relation.other.name ?? '' })}
                onClick={() => void end.run({ relation })}
              >
                <UnmetIcon size={16} />
              </IconButton>
            ) : null}
          </li>
        ))}
      </ul>
      <AddRelation person={person} open={adding} onClose={() => setAdding(false)} />
    </section>
  );
}

function AddRelation(props: {
  readonly person: string;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [side, setSide] = useState<Side>('buys_for');
  const [other, setOther] = useState<PersonFound | null>(null);
  const [role, setRole] = useState('');
  const close = () => {
    setOther(null);
    setRole('');
    props.onClose();
  };
  const add = useDeed({
    send: (input: { readonly side: Side; readonly other: number; readonly role: string }, headers) =>
      answerOf(
        api.POST('/v1/people/{id}/relations', {
          params: { path: { id: Number(props.person) } },
          body: {
            ...stated[input.side],
            other: input.other,
            ...(input.role === '' ? {} : { role: input.role }),
          },
          headers,
        }),
      ),
    refresh: [dossierKey(props.person), ['facts']],
    said: () => t('dossier.relations.added'),
    onDone: close,
  });
  return (
    <Dialog open={props.open} onClose={close} maxWidth="xs" fullWidth aria-labelledby="add-relation">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (other !== null) void add.run({ side, other: other.id, role: role.trim() });
        }}
      >
        <DialogTitle id="add-relation">{t('dossier.relations.add')}</DialogTitle>
        <DialogContent>
          <div className={styles.form}>
            <TextField
              select
              label={t('dossier.relations.which')}
              value={side}
              onChange={(event) => setSide(sides.find((one) => one === event.target.value) ?? 'knows')}
            >
              {sides.map((one) => (
                <MenuItem key={one} value={one}>
                  {t(`dossier.relations.side.${one}`)}
                </MenuItem>
              ))}
            </TextField>
            <PersonPicker
              label={t('dossier.relations.who')}
              chosen={other}
              except={Number(props.person)}
              onChoose={setOther}
            />
            <TextField
              label={t('dossier.relations.role')}
              value={role}
              onChange={(event) => setRole(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 100, dir: 'auto' } }}
            />
          </div>
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={close}>
            {t('confirm.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={add.pending} disabled={other === null}>
            {t('dossier.relations.addDeed')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
