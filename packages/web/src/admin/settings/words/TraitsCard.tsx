import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { type DeclaredTrait, traitsQuery, WORDS_CHANGED } from '../../../api/words-queries.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { EditIcon, PlusIcon, TagIcon, UndoIcon } from '../../../ui/icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import settings from '../SettingsPage.module.css';
import { type Declaring, shownKind } from './shapes.ts';
import styles from './Words.module.css';

/** The traits of people: those that were declared, those that are merely in use, and which are taken at all. */
export function TraitsCard({ onDeclare }: { readonly onDeclare: (declaring: Declaring) => void }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const found = useQuery(traitsQuery(asking));
  const [all, setAll] = useState(false);
  const archiving = useArchiving();
  const policy = useDeed({
    send: (onlyDeclared: boolean, headers) =>
      answerOf(api.PUT('/v1/traits/policy', { body: { onlyDeclared }, headers })),
    refresh: WORDS_CHANGED,
    said: ({ onlyDeclared }) => t(onlyDeclared ? 'words.onlySaid' : 'words.anySaid'),
  });
  const present = found.data?.declared.filter(({ archived }) => !archived) ?? [];
  const archived = found.data?.declared.filter((one) => one.archived) ?? [];
  const looked =
    found.data === undefined || found.data.all
      ? null
      : t('words.looked', { number: speech.number(found.data.looked) });
  return (
    <section className={settings.card} aria-labelledby="words-traits">
      <div className={styles.heading}>
        <div>
          <h2 id="words-traits">{t('words.traits')}</h2>
          <p>{t('words.traitsText')}</p>
        </div>
        <Button
          variant="contained"
          startIcon={<PlusIcon size={18} />}
          onClick={() => onDeclare({ what: 'trait', from: null })}
        >
          {t('words.newTrait')}
        </Button>
      </div>
      {found.isError ? (
        <FailureNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data === undefined ? (
        <RowsSkeleton rows={4} columns={3} height={64} />
      ) : (
        <>
          {present.length === 0 ? (
            <EmptyState
              icon={<TagIcon size={30} />}
              title={t('words.noTraits')}
              steps={[t('words.traitSteps.declare'), t('words.traitSteps.check'), t('words.traitSteps.use')]}
            />
          ) : (
            <ul className={settings.rows}>
              {present.map((one) => (
                <TraitRow key={one.trait} one={one} onEdit={() => onDeclare({ what: 'trait', from: one })} />
              ))}
            </ul>
          )}
          {found.data.undeclared.length === 0 ? null : (
            <>
              <h3 className={styles.sub}>{t('words.undeclared')}</h3>
              <p className="soft">{t('words.undeclaredText')}</p>
              <ul className={settings.rows}>
                {found.data.undeclared.map((one) => (
                  <li key={one.trait} className={settings.row}>
                    <div className={settings.what}>
                      <bdi>{one.trait}</bdi>
                      <div className={settings.about}>
                        <span>
                          {t('words.people', { count: one.people, number: speech.number(one.people) })}
                        </span>
                        <span>{t(`words.kinds.${one.kind}`)}</span>
                      </div>
                    </div>
                    <Button
                      color="inherit"
                      aria-label={t('words.declareOne', { name: `\u2068${one.trait}\u2069` })}
                      onClick={() => onDeclare({ what: 'trait', from: one })}
                    >
                      {t('words.declare')}
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          )}
          {archived.length === 0 ? null : all ? (
            <>
              <h3 className={styles.sub}>{t('words.archived')}</h3>
              <ul className={settings.rows}>
                {archived.map((one) => (
                  <li key={one.trait} className={settings.row}>
                    <div className={`${settings.what} ${settings.faded}`}>
                      <bdi>{one[speech.language]}</bdi>
                    </div>
                    <Button
                      color="inherit"
                      startIcon={<UndoIcon size={18} />}
                      onClick={() => void archiving.run({ trait: one.trait, archived: false })}
                    >
                      {t('words.restore')}
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <Button color="inherit" onClick={() => setAll(true)}>
              {t('words.showArchived', { number: speech.number(archived.length) })}
            </Button>
          )}
          {looked === null ? null : <p className="soft">{looked}</p>}
          <FormControlLabel
            sx={{ marginBlockStart: 2 }}
            control={
              <Switch
                checked={found.data.onlyDeclared}
                disabled={policy.pending}
                onChange={(_, only) => void policy.run(only)}
              />
            }
            label={t('words.only')}
          />
          <p className="soft">{t('words.onlyText')}</p>
        </>
      )}
    </section>
  );
}

function TraitRow({ one, onEdit }: { readonly one: DeclaredTrait; readonly onEdit: () => void }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const archiving = useArchiving();
  const name = one[speech.language];
  return (
    <li className={settings.row}>
      <div className={settings.what}>
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        {one.trait === name ? null : <bdi className={styles.code}>{one.trait}</bdi>}
        <div className={settings.about}>
          <span>{t(`words.kinds.${shownKind(one.kind, one.choices)}`)}</span>
          <span>{t('words.people', { count: one.people, number: speech.number(one.people) })}</span>
        </div>
        {one.choices === undefined ? null : (
          <ul className={styles.choices}>
            {one.choices.map((choice) => (
              <li key={choice}>
                <bdi>{choice}</bdi>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className={styles.buttons}>
        <Button
          color="inherit"
          startIcon={<EditIcon size={18} />}
          aria-label={t('words.editTrait', { name: `\u2068${name}\u2069` })}
          onClick={onEdit}
        >
          {t('words.edit')}
        </Button>
        <Button
          color="inherit"
          aria-label={t('words.archiveOne', { name: `\u2068${name}\u2069` })}
          onClick={() => void archiving.run({ trait: one.trait, archived: true })}
        >
          {t('words.archive')}
        </Button>
      </div>
    </li>
  );
}

interface Archiving {
  readonly trait: string;
  readonly archived: boolean;
}

function useArchiving() {
  const { t } = useTranslation();
  return useDeed({
    send: (body: Archiving, headers) => answerOf(api.POST('/v1/traits/archive', { body, headers })),
    refresh: WORDS_CHANGED,
    said: ({ archived }) => t(archived ? 'words.archivedSaid' : 'words.restoredSaid'),
    undo: (_, { trait, archived }, headers) =>
      answerOf(api.POST('/v1/traits/archive', { body: { trait, archived: !archived }, headers })),
  });
}
